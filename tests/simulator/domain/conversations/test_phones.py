"""Phones that are answered, declined and hung up; and calls that an agent begins."""

from dataclasses import replace

import pytest

from deskproof.simulator.domain import commands
from deskproof.simulator.domain.commands import Command
from deskproof.simulator.domain.configuration import StationOption
from deskproof.simulator.domain.conversations.model import ConsultState, ConversationState, Destination, DestinationKind
from deskproof.simulator.domain.monitoring.model import MonitoringState
from deskproof.simulator.domain.rejection import Reason
from deskproof.simulator.domain.sessions.model import AgentState
from tests.simulator.domain.story import AGENTS, CODES, CUSTOMER, DESTINATIONS, EXPERT, NUMBERS, Story

ADA = AGENTS["ada"]
DIAL = commands.DialOut(conversation_id="c1", agent_id=ADA, number=CUSTOMER)


def declines(number: str) -> Command:
    return commands.DeclinePhone(number=number)


def hangs_up(number: str) -> Command:
    return commands.HangUpPhone(number=number)


def test_an_agent_who_declines_is_set_aside_and_the_call_is_queued_again() -> None:
    story = Story()
    story.available("ada", "bo")
    story.calls()
    assert story.does(declines(NUMBERS["ada"])) == ["OfferDeclined", "AgentStateChanged", "ConversationOffered"]
    assert story.offered_to() == "bo"
    session = story.session("ada")
    assert (session.state, session.code_id, session.state_reason) == (
        AgentState.IDLE,
        CODES["agent-declined"],
        "declined",
    )


@pytest.mark.parametrize("option", [StationOption.DESKTOP])
def test_what_rings_in_the_browser_is_declined_there(option: StationOption) -> None:
    story = Story()
    story.signs_in("ada", option=option)
    story.available("ada")
    story.calls()
    assert story.refusal(declines(NUMBERS["ada"])) is Reason.NOTHING_RINGS
    declined = story.does(commands.DeclineConversation(agent_id=ADA, conversation_id="c1"))
    assert declined == ["OfferDeclined", "AgentStateChanged"]


def test_a_consultation_is_declined_in_the_browser() -> None:
    story = Story().with_consult(ConsultState.OFFERED)
    declined = story.does(commands.DeclineConversation(agent_id=AGENTS["bo"], conversation_id="c1"))
    assert declined == ["ConsultDeclined", "AgentStateChanged", "ConsultEnded"]


def test_a_number_answers_the_consultation_that_it_rings_for() -> None:
    story = Story().with_conversation(ConversationState.CONNECTED)
    story.consults(DESTINATIONS[DestinationKind.DIAL_NUMBER])
    story.available("bo")
    story.calls()
    story.answers("bo")
    other = Destination(kind=DestinationKind.DIAL_NUMBER, id="+12015550171")
    story.does(commands.StartConsult(consult_id="x2", agent_id=AGENTS["bo"], conversation_id="c2", to=other))
    assert story.does(commands.AnswerPhone(number="+12015550171")) == ["ConsultAnswered"]
    states = [story.conversation(id_) for id_ in ("c1", "c2")]
    assert [one and one.consult and one.consult.state for one in states] == [ConsultState.OFFERED, ConsultState.ACTIVE]


@pytest.mark.parametrize("command", [commands.AnswerPhone(number=NUMBERS["ada"]), declines(NUMBERS["ada"])])
def test_the_phone_of_the_agent_who_consults_does_not_ring(command: Command) -> None:
    assert Story().with_consult(ConsultState.OFFERED).refusal(command) is Reason.NOTHING_RINGS


def test_a_phone_that_talks_in_a_consultation_rings_no_more() -> None:
    story = Story().with_consult(ConsultState.ACTIVE)
    assert story.refusal(commands.AnswerPhone(number=NUMBERS["bo"])) is Reason.NOTHING_RINGS
    assert story.refusal(declines(NUMBERS["bo"])) is Reason.NOTHING_RINGS


def test_a_supervisor_declines_to_listen() -> None:
    story = Story().with_monitoring(MonitoringState.REQUESTED)
    assert story.does(declines(NUMBERS["signe"])) == ["MonitoringEnded"]


@pytest.mark.parametrize("phone", ["ada", "bo", "signe"])
def test_a_phone_that_does_not_ring_cannot_decline(phone: str) -> None:
    story = Story().with_monitoring(MonitoringState.ACTIVE)
    assert story.refusal(declines(NUMBERS[phone])) is Reason.NOTHING_RINGS


@pytest.mark.parametrize("state", [ConversationState.CONNECTED, ConversationState.HELD])
def test_the_owner_s_phone_ends_the_call(state: ConversationState) -> None:
    story = Story().with_conversation(state)
    assert story.does(hangs_up(NUMBERS["ada"])) == ["ConversationEnded"]


@pytest.mark.parametrize(
    "state", [ConversationState.QUEUED, ConversationState.OFFERED, ConversationState.WRAP_UP, ConversationState.ENDED]
)
def test_a_phone_at_which_nobody_talks_cannot_hang_up(state: ConversationState) -> None:
    story = Story().with_conversation(state)
    assert story.refusal(hangs_up(NUMBERS["ada"])) is Reason.NOTHING_RINGS


def test_the_phone_of_a_consulted_agent_ends_the_consultation() -> None:
    assert Story().with_consult(ConsultState.ACTIVE).does(hangs_up(NUMBERS["bo"])) == ["ConsultEnded"]


@pytest.mark.parametrize(("phone", "others"), [(NUMBERS["bo"], ("bo",)), (EXPERT, (EXPERT,))])
def test_any_other_phone_leaves_the_conference(phone: str, others: tuple[str, ...]) -> None:
    story = Story().with_conference(*others)
    assert story.does(hangs_up(phone)) == ["ConferenceLeft"]


def test_a_number_that_is_consulted_is_no_agent_s() -> None:
    story = Story().with_consult(ConsultState.OFFERED, DestinationKind.DIAL_NUMBER)
    assert story.does(declines(EXPERT)) == ["ConsultUnreached"]
    assert story.refusal(commands.AnswerPhone(number=EXPERT)) is Reason.NOTHING_RINGS


def test_a_customer_dials_the_number_of_an_entry_point() -> None:
    story = Story()
    story.available("ada")
    calls = commands.CustomerCalls(conversation_id="c1", customer=CUSTOMER, dialled="+12015550190")
    assert story.does(calls) == ["CustomerCalled", "ConversationOffered"]
    conversation = story.conversation()
    assert conversation is not None
    assert (conversation.queue, conversation.dialled) == ("support", "+12015550190")


@pytest.mark.parametrize("dialled", ["+12015550191", "+12015550177"])
def test_a_number_that_leads_nowhere_cannot_be_dialled(dialled: str) -> None:
    calls = commands.CustomerCalls(conversation_id="c1", customer=CUSTOMER, dialled=dialled)
    assert Story().refusal(calls) is Reason.UNKNOWN_DESTINATION


def test_an_agent_calls_a_customer_whose_phone_rings_after_the_agent_s() -> None:
    story = Story()
    story.signs_in("ada")
    assert story.does(DIAL) == ["OutboundCallRequested", "ConversationOffered"]
    assert story.refusal(commands.AnswerPhone(number=CUSTOMER)) is Reason.NOTHING_RINGS
    assert story.answers("ada") == ["ConversationConnected"]
    assert story.does(commands.AnswerPhone(number=CUSTOMER)) == ["CustomerAnswered"]
    conversation = story.conversation()
    assert conversation is not None
    assert (conversation.customer_joined, conversation.dialled) == (True, "+12015550199")
    assert story.does(hangs_up(NUMBERS["ada"])) == ["ConversationEnded"]


def test_a_customer_whom_an_agent_called_waits_in_the_queue_that_they_were_given_to() -> None:
    story = Story()
    story.signs_in("ada")
    story.does(DIAL)
    story.answers("ada")
    story.does(commands.AnswerPhone(number=CUSTOMER))
    to = DESTINATIONS[DestinationKind.QUEUE]
    story.does(commands.TransferConversation(agent_id=ADA, conversation_id="c1", to=to))
    story.available("bo")
    end = commands.EndConversation(agent_id=AGENTS["bo"], conversation_id="c1")
    assert story.refusal(end) is Reason.CONVERSATION_STATE
    assert story.does(declines(NUMBERS["bo"])) == ["OfferDeclined", "AgentStateChanged"]
    conversation = story.conversation()
    assert conversation is not None
    assert conversation.state is ConversationState.QUEUED


def test_a_customer_declines_an_agent_s_call() -> None:
    story = Story()
    story.signs_in("ada")
    story.does(DIAL)
    story.answers("ada")
    assert story.does(declines(CUSTOMER)) == ["ConversationEnded"]


@pytest.mark.parametrize(
    ("command", "events"),
    [
        (declines(NUMBERS["ada"]), ["OfferDeclined", "AgentStateChanged"]),
        (None, ["OfferUnanswered", "AgentStateChanged"]),
        (commands.EndConversation(agent_id=ADA, conversation_id="c1"), ["OfferWithdrawn"]),
    ],
)
def test_a_call_that_its_own_agent_does_not_take_is_over(command: Command | None, events: list[str]) -> None:
    story = Story()
    story.signs_in("ada")
    story.does(DIAL)
    assert (story.passes(20) if command is None else story.does(command)) == events
    assert story.state.floor.conversations == {}


@pytest.mark.parametrize(
    ("command", "reason"),
    [
        (commands.DialOut(conversation_id="c1", agent_id=AGENTS["bo"], number=CUSTOMER), Reason.NOT_SIGNED_IN),
        (commands.DialOut(conversation_id="c1", agent_id=ADA, number="home"), Reason.UNKNOWN_DESTINATION),
        (
            commands.DialOut(conversation_id="c1", agent_id=ADA, number=CUSTOMER, entry_point_id="nowhere"),
            Reason.UNKNOWN_ENTRY_POINT,
        ),
        (
            commands.DialOut(conversation_id="c1", agent_id=ADA, number=CUSTOMER, origin="+12015550123"),
            Reason.UNKNOWN_CALLER_ID,
        ),
    ],
)
def test_a_call_that_cannot_be_made(command: Command, reason: Reason) -> None:
    story = Story()
    story.signs_in("ada")
    assert story.refusal(command) is reason


def test_an_agent_on_a_call_makes_no_other() -> None:
    story = Story().with_conversation(ConversationState.CONNECTED)
    second = commands.DialOut(conversation_id="c2", agent_id=ADA, number=CUSTOMER)
    assert story.refusal(second) is Reason.CONVERSATION_ACTIVE


@pytest.mark.parametrize("origin", ["+12015550199", ""])
def test_a_call_shows_a_number_of_the_contact_centre(origin: str) -> None:
    story = Story()
    story.signs_in("ada")
    story.does(replace(DIAL, origin=origin))
    conversation = story.conversation()
    assert conversation is not None
    assert conversation.dialled == "+12015550199"
