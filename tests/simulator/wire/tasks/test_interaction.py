"""The vendor's words for the states of a conversation, each with its own copy here, and what is said of its agents."""

from dataclasses import replace

import pytest

from deskproof.simulator.domain.conversations.model import ConversationState
from deskproof.simulator.wire.tasks.interaction import STATES, STATUSES, AgentView, interaction_of
from deskproof.simulator.wire.tasks.shapes import AgentParticipant
from tests.simulator.domain.story import AGENTS, Story


@pytest.mark.parametrize(
    ("state", "word", "status"),
    [
        (ConversationState.QUEUED, "new", "queued"),
        (ConversationState.OFFERED, "new", "offered"),
        (ConversationState.CONNECTED, "connected", "assigned"),
        (ConversationState.HELD, "connected", "assigned"),
        (ConversationState.WRAP_UP, "wrapUp", "completed"),
        (ConversationState.ENDED, "wrapUp", "completed"),
    ],
)
def test_each_state_has_its_word_in_frames_and_in_lists(state: ConversationState, word: str, status: str) -> None:
    assert (STATES[state], STATUSES[state]) == (word, status)


@pytest.mark.parametrize("auto_answer", [False, True])
def test_a_participant_answers_by_itself_where_the_profile_says_so(auto_answer: bool) -> None:
    story = Story()
    story.available("ada")
    story.calls()
    conversation, configuration = story.conversation(), story.state.configuration
    assert conversation is not None
    profiles = tuple(replace(one, auto_answer=auto_answer) for one in configuration.profiles)
    state = replace(story.state, configuration=replace(configuration, profiles=profiles))
    ada = AGENTS["ada"]
    interaction = interaction_of(AgentView(state=state, org_id="o", agent_id=ada), conversation)
    assert interaction.to_json()["participants"][ada]["autoAnswerEnabled"] is auto_answer  # type: ignore[index]


def test_a_participant_who_was_removed_stays_in_the_conversation_without_a_name() -> None:
    story = Story().with_conversation(ConversationState.CONNECTED)
    conversation, configuration = story.conversation(), story.state.configuration
    assert conversation is not None
    others = tuple(person for person in configuration.people if person.key != "ada")
    state = replace(story.state, configuration=replace(configuration, people=others))
    ada = AGENTS["ada"]
    agent = interaction_of(AgentView(state=state, org_id="o", agent_id=ada), conversation).participants[ada]
    assert isinstance(agent, AgentParticipant)
    assert (agent.name, agent.auto_answer_enabled) == ("", False)
