"""What agents did, from what happened: states, parts in conversations, offers that were lost."""

from __future__ import annotations

from deskproof.simulator.domain import commands
from deskproof.simulator.domain.conversations.model import ConversationState, Destination, DestinationKind
from deskproof.simulator.domain.history import Activity, day_of
from deskproof.simulator.domain.values import SECOND, Instant
from tests.simulator.domain.story import AGENTS, CODES, KEYS, MORNING, NUMBERS, Story

ADA = AGENTS["ada"]


def told(story: Story) -> list[tuple[str, str, int, int | None]]:
    """Who, what, from which second and until which."""

    def second(at: Instant) -> int:
        return (at - MORNING) // SECOND

    return [
        (KEYS[one.agent_id], one.state.value, second(one.since), None if one.until is None else second(one.until))
        for one in day_of(story.happened).activities
    ]


def whole_call(story: Story) -> Story:
    """Ada's call: 5 seconds of ringing, 10 of talk, 5 on hold, 2 of wrap-up; then she signs out."""
    story.available("ada")
    story.calls()
    story.passes(5)
    story.answers("ada")
    story.passes(10)
    story.does(commands.HoldConversation(agent_id=ADA, conversation_id="c1"))
    story.passes(5)
    story.does(commands.EndConversation(agent_id=ADA, conversation_id="c1"))
    story.passes(2)
    story.does(commands.WrapUpConversation(agent_id=ADA, conversation_id="c1", code_id=CODES["solved"]))
    story.does(commands.SignOutStation(agent_id=ADA, reason=""))
    return story


def test_a_call_is_a_row_of_activities_beside_the_states() -> None:
    story = whole_call(Story())
    assert told(story) == [
        ("ada", "Idle", 0, 0),
        ("ada", "Available", 0, 23),
        ("ada", "offered", 1, 6),
        ("ada", "connected", 6, 16),
        ("ada", "held", 16, 21),
        ("ada", "wrap-up", 21, 23),
    ]
    first, *_, last = day_of(story.happened).activities
    assert (first.first, last.wrap_up_code) == (True, CODES["solved"])
    ((conversation, at),) = day_of(story.happened).conversations
    assert (conversation.state, at) == (ConversationState.ENDED, story.now)


def test_an_offer_that_is_declined_or_given_away_is_lost() -> None:
    story = Story()
    story.available("ada")
    story.calls()
    story.does(commands.DeclinePhone(number=NUMBERS["ada"]))
    story.does(story.turning_available("ada"))
    story.answers("ada")
    story.available("bo")
    story.does(commands.TransferConversation(agent_id=ADA, conversation_id="c1", to=story_to("bo")))
    day = day_of(story.happened)
    assert [(KEYS[loss.agent_id], loss.transferred) for loss in day.losses] == [("ada", False), ("ada", True)]
    parts = [(KEYS[one.agent_id], one.state.value) for one in day.activities if one.conversation is not None]
    assert parts == [
        ("ada", "offered"), ("ada", "offered"), ("ada", "connected"), ("ada", "wrap-up"), ("bo", "offered"),
    ]  # fmt: skip


def test_a_consulted_agent_has_a_part_of_her_own() -> None:
    story = Story().with_conference("bo")
    parts = [(KEYS[one.agent_id], one.state.value) for one in day_of(story.happened).activities if one.conversation]
    assert parts == [
        ("ada", "offered"), ("ada", "connected"), ("ada", "held"), ("bo", "offered"), ("bo", "connected"),
        ("ada", "connected"),
    ]  # fmt: skip


def test_an_activity_lasts_as_long_as_it_is_in_the_period() -> None:
    session = Story()
    session.signs_in("ada")
    activity = Activity(session=session.session("ada"), state=ConversationState.HELD, since=Instant(10))
    for until, start, end, lasted in ((None, 0, 20, 10), (15, 0, 20, 5), (15, 12, 20, 3), (15, 16, 20, 0)):
        one = Activity(
            session=activity.session, state=activity.state, since=activity.since,
            until=None if until is None else Instant(until),
        )  # fmt: skip
        assert one.lasted(Instant(start), Instant(end)) == lasted


def story_to(key: str) -> Destination:
    return Destination(kind=DestinationKind.AGENT, id=AGENTS[key])
