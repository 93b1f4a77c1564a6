"""Which agents are notified of an event in a call with several parties."""

from deskproof.simulator.domain import commands
from deskproof.simulator.domain.events import ConversationEvent
from tests.simulator.domain.story import AGENTS, EXPERT, KEYS, Story


def told(story: Story, command: commands.Command) -> dict[str, set[str]]:
    """The agents who are told of each event of a command."""
    happened = [event for event in story.events(command) if isinstance(event, ConversationEvent)]
    return {type(event).__name__: {KEYS[agent] for agent in event.concerned} for event in happened}


def leaves(key: str) -> commands.Command:
    return commands.LeaveConference(agent_id=AGENTS[key], conversation_id="c1")


def drops(participant: str) -> commands.Command:
    return commands.DropFromConference(agent_id=AGENTS["ada"], conversation_id="c1", participant=participant)


def test_an_agent_who_leaves_a_conference_is_told_and_so_are_those_who_stay() -> None:
    assert told(Story().with_conference("bo", "lars"), leaves("bo")) == {"ConferenceLeft": {"ada", "bo", "lars"}}
    assert told(Story().with_conference("bo"), drops(AGENTS["bo"])) == {"ConferenceLeft": {"ada", "bo"}}


def test_a_number_that_leaves_a_conference_is_told_nothing() -> None:
    assert told(Story().with_conference("bo", EXPERT), drops(EXPERT)) == {"ConferenceLeft": {"ada", "bo"}}


def test_everybody_in_a_call_is_told_of_its_end() -> None:
    story = Story().with_conference("bo", EXPERT)
    assert told(story, commands.CustomerHangsUp(conversation_id="c1")) == {"ConversationEnded": {"ada", "bo"}}
