"""Routing of what is written: how much an agent has at a time, and what it has to do with calls."""

from dataclasses import replace

import pytest

from deskproof.simulator.domain import commands
from deskproof.simulator.domain.commands import Command
from deskproof.simulator.domain.configuration import Settings
from deskproof.simulator.domain.conversations.model import ConversationState, Destination, DestinationKind
from deskproof.simulator.domain.rejection import Reason
from deskproof.simulator.domain.sessions.model import AgentState
from tests.simulator.domain.story import AGENTS, CODES, CONFIGURATION, CUSTOMER, DESTINATIONS, NUMBERS, Story

ADA = AGENTS["ada"]


def writes(number: int, queue: str = "chat") -> Command:
    return commands.CustomerWrites(conversation_id=f"w{number}", customer="Eva", queue=queue)


def accepts(number: int) -> Command:
    return commands.AcceptConversation(agent_id=ADA, conversation_id=f"w{number}")


def test_a_chat_is_accepted_in_the_desktop_and_rings_at_no_phone() -> None:
    story = Story()
    story.available("ada")
    written, offered = story.events(writes(1))
    assert (type(written).__name__, type(offered).__name__) == ("CustomerWrote", "ConversationOffered")
    assert getattr(offered, "rings", None) == ""
    assert story.refusal(commands.AnswerPhone(number=NUMBERS["ada"])) is Reason.NOTHING_RINGS
    assert story.does(accepts(1)) == ["ConversationConnected"]
    assert story.does(commands.EndConversation(agent_id=ADA, conversation_id="w1")) == ["ConversationEnded"]
    wrap_up = commands.WrapUpConversation(agent_id=ADA, conversation_id="w1", code_id=CODES["solved"])
    assert story.does(wrap_up) == ["ConversationWrappedUp"]


def test_an_agent_has_as_many_chats_as_the_tenant_says_and_one_call_beside_them() -> None:
    story = Story(replace(CONFIGURATION, settings=Settings(digital_capacity=2)))
    story.available("ada")
    assert [len(story.does(writes(number))) for number in (1, 2, 3)] == [2, 2, 1]
    assert story.calls() == ["CustomerCalled", "ConversationOffered"]
    assert story.calls() == ["CustomerCalled"]
    assert story.does(commands.CustomerHangsUp(conversation_id="w1")) == ["OfferWithdrawn", "ConversationOffered"]


def test_a_chat_has_its_own_time_to_be_accepted() -> None:
    story = Story(replace(CONFIGURATION, settings=Settings(rona_seconds=20, digital_rona_seconds=60)))
    story.available("ada")
    story.does(writes(1))
    assert story.passes(59.999) == []
    assert story.passes(0.001) == ["OfferUnanswered", "AgentStateChanged"]
    assert story.session("ada").state is AgentState.RONA


@pytest.mark.parametrize(
    ("command", "reason"),
    [
        (writes(1, queue="nowhere"), Reason.UNKNOWN_QUEUE),
        (writes(1, queue="support"), Reason.UNKNOWN_QUEUE),
        (commands.CustomerCalls(conversation_id="c1", queue="chat", customer=CUSTOMER), Reason.UNKNOWN_QUEUE),
    ],
)
def test_a_customer_comes_to_a_queue_of_the_channel(command: Command, reason: Reason) -> None:
    assert Story().refusal(command) is reason


@pytest.mark.parametrize(
    "command",
    [
        commands.HoldConversation(agent_id=ADA, conversation_id="w1"),
        commands.ResumeConversation(agent_id=ADA, conversation_id="w1"),
        commands.PauseRecording(agent_id=ADA, conversation_id="w1"),
        commands.AnswerConversation(agent_id=ADA, conversation_id="w1"),
        commands.StartConsult(
            consult_id="x", agent_id=ADA, conversation_id="w1", to=DESTINATIONS[DestinationKind.QUEUE]
        ),
        commands.TransferConversation(agent_id=ADA, conversation_id="w1", to=DESTINATIONS[DestinationKind.DIAL_NUMBER]),
    ],
)
def test_what_only_a_call_can_do(command: Command) -> None:
    story = Story()
    story.available("ada")
    story.does(writes(1))
    story.does(accepts(1))
    assert story.refusal(command) is Reason.NOT_A_CALL


def test_a_call_is_not_accepted_in_the_desktop() -> None:
    story = Story().with_conversation(ConversationState.OFFERED)
    accept = commands.AcceptConversation(agent_id=ADA, conversation_id="c1")
    assert story.refusal(accept) is Reason.NOT_DIGITAL


def test_a_chat_is_given_to_another_agent_who_has_room() -> None:
    story = Story()
    story.available("ada")
    story.does(writes(1))
    story.does(accepts(1))
    story.available("bo")
    to = Destination(kind=DestinationKind.AGENT, id=AGENTS["bo"])
    given = story.does(commands.TransferConversation(agent_id=ADA, conversation_id="w1", to=to))
    assert given == ["ConversationTransferred", "ConversationOffered"]
    assert story.offered_to("w1") == "bo"


def test_a_chat_waits_eighteen_seconds_where_nothing_else_is_set() -> None:
    story = Story(replace(CONFIGURATION, settings=Settings()))
    story.available("ada")
    story.does(writes(1))
    assert story.passes(17.999) == []
    assert story.passes(0.001) == ["OfferUnanswered", "AgentStateChanged"]


def test_an_agent_has_three_chats_where_nothing_else_is_set() -> None:
    story = Story(replace(CONFIGURATION, settings=Settings()))
    story.available("ada")
    assert [len(story.does(writes(number))) for number in (1, 2, 3, 4)] == [2, 2, 2, 1]
    assert story.does(commands.CustomerHangsUp(conversation_id="w1")) == ["OfferWithdrawn", "ConversationOffered"]


def test_a_chat_that_was_given_to_its_queue_is_not_offered_to_who_gave_it() -> None:
    """The agent has room for more chats, and has yet to wrap this one up."""
    story = Story()
    story.available("ada")
    story.does(writes(1))
    story.does(accepts(1))
    queue = CONFIGURATION.queue("chat")
    assert queue is not None
    to = Destination(kind=DestinationKind.QUEUE, id=queue.id)
    assert "ConversationOffered" not in story.does(
        commands.TransferConversation(agent_id=ADA, conversation_id="w1", to=to)
    )
