"""Lines that are telephones: what rings at them, what answering and hanging up there does, and dialling from them."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from deskproof.simulator.domain import commands
from deskproof.simulator.domain.configuration import StationOption
from deskproof.simulator.domain.conversations.model import ConversationState, Destination, DestinationKind, Direction
from deskproof.simulator.domain.conversations.sound import agent
from deskproof.simulator.domain.rejection import Reason, Rejection
from deskproof.simulator.domain.sessions.model import AgentState
from deskproof.simulator.product.calling.handsets import NO_NUMBER
from deskproof.simulator.runtime.journal import EntryKind
from deskproof.simulator.runtime.sound.hearing import Sound
from deskproof.simulator.wire.calling.shapes import (
    Callee,
    CallState,
    DialBody,
    LineBody,
    LocalMedia,
    Roap,
    RoapType,
    ServiceData,
)
from deskproof.simulator.wire.kernel.operation import Act
from deskproof.simulator.wire.kernel.shapes import BadRequest
from tests.simulator.product.calling.conftest import CLIENT, CONVERSATION, HUM, FakePeer, Phone, Workplace

LINE, EXTENSION, RECEPTION = "+12015550190", "1015", "+12015550100"


def register(workplace: Workplace) -> None:
    answer = workplace.ask(Act.REGISTER_CLIENT, CLIENT)
    workplace.client = answer.web_socket_url.rpartition("/")[2]
    data = ServiceData(indicator="calling")
    body = LineBody(user_id=workplace.me, client_device_uri=answer.url, service_data=data)
    workplace.line = workplace.ask(Act.REGISTER_LINE, body).device.device_id


def dial(workplace: Workplace, address: str, sdp: str = "none") -> str:
    offer = Roap(message_type=RoapType.OFFER, seq=1, version="2", tie_breaker=1, sdp=sdp)
    body = DialBody(
        device=workplace.device(), local_media=LocalMedia(roap=offer, media_id="m-1"),
        callee=Callee(type="uri", address=address),
    )  # fmt: skip
    return str(workplace.ask(Act.DIAL, body, lineId=workplace.line).call_id)


def give_number(workplace: Workplace, number: str) -> None:
    """Make it Ada's default number."""
    configuration = workplace.tenancy.configuration
    people = tuple(replace(one, default_dn=number) if one.key == "ada" else one for one in configuration.people)
    changed = commands.ChangeConfiguration(configuration=replace(configuration, people=people), changed=("people",))
    workplace.tenancy.submit(changed, cause="test")


def types(events: list[Any]) -> list[str]:
    return [event["eventType"] for event in events]


def commands_of(workplace: Workplace, *names: str) -> list[tuple[str, str]]:
    """The commands of these names and what caused them, in the order of the journal."""
    entries = workplace.tenancy.journal.after()
    return [(one.name, one.cause) for one in entries if one.kind is EntryKind.COMMAND and one.name in names]


AT_TELEPHONES = ("AnswerPhone", "DeclinePhone", "HangUpPhone", "CustomerCalls", "CustomerHangsUp")


@pytest.fixture
def extension(workplace: Workplace) -> Workplace:
    """Ada at an extension, with her telephone registered."""
    workplace.sign_in(StationOption.EXTENSION, EXTENSION)
    register(workplace)
    return workplace


def ringing(workplace: Workplace) -> str:
    workplace.customer_calls()
    ring, _request = workplace.events()
    assert ring["eventType"] == "mobius.call"
    return str(ring["callId"])


async def test_an_extension_rings_at_its_agents_telephone_and_is_answered_there(extension: Workplace) -> None:
    call = ringing(extension)
    extension.change(call, CallState.ALERTING)
    assert extension.state() is ConversationState.OFFERED
    extension.change(call, CallState.CONNECTED)
    assert extension.state() is ConversationState.CONNECTED
    extension.end(call)
    assert extension.state() is ConversationState.WRAP_UP
    assert commands_of(extension, "AnswerPhone", "HangUpPhone", "CustomerHangsUp") == [
        ("AnswerPhone", "change call"),
        ("HangUpPhone", "end call"),
    ]


async def test_a_tenant_that_ends_forgets_its_telephones(extension: Workplace) -> None:
    assert extension.exchange._handsets.lines.keys() == {extension.me}
    extension.exchange.close()
    assert extension.exchange._handsets.lines == {}


async def test_what_is_declined_there_is_declined(extension: Workplace) -> None:
    extension.end(ringing(extension))
    assert commands_of(extension, *AT_TELEPHONES)[1:] == [("DeclinePhone", "end call")]
    session = extension.tenancy.state.agents.sessions[extension.me]
    assert (session.state, session.state_reason) == (AgentState.IDLE, "declined")


async def test_it_stops_ringing_where_the_call_ends_or_is_answered_elsewhere(extension: Workplace) -> None:
    call = ringing(extension)
    extension.tenancy.submit(commands.AnswerPhone(number=EXTENSION), cause="test")
    assert types(extension.events()) == ["mobius.calldisconnected"]
    extension.end(call)
    assert extension.state() is ConversationState.CONNECTED


async def test_a_telephone_that_registers_late_rings_too(workplace: Workplace) -> None:
    workplace.sign_in(StationOption.EXTENSION, EXTENSION)
    workplace.customer_calls()
    register(workplace)
    assert types(workplace.events()) == ["mobius.call", "mobius.media"]


async def test_desktop_and_telephone_of_one_agent_have_lines_of_their_own(workplace: Workplace) -> None:
    workplace.sign_in()
    workplace.register()
    desk, desks_client = workplace.line, workplace.client
    register(workplace)
    workplace.customer_calls()
    assert workplace.events() == []
    workplace.client = desks_client
    assert [event["deviceId"] for event in workplace.events()] == [desk, desk]


async def test_who_dials_an_entry_point_is_its_customer(workplace: Workplace, phone: Phone) -> None:
    register(workplace)
    call = dial(workplace, f"tel:{LINE}", await phone.offer())
    assert (await workplace.next())["callProgressData"] == {"alerting": True, "inbandMedia": False}
    answer = await workplace.next()
    assert (answer["eventType"], answer["correlationId"]) == ("mobius.media", "mine")
    await phone.take(answer["message"]["sdp"])
    assert (await workplace.next())["eventType"] == "mobius.callconnected"
    (conversation,) = workplace.tenancy.state.floor.conversations.values()
    assert (conversation.dialled, conversation.customer) == (LINE, NO_NUMBER)
    workplace.end(call)
    assert workplace.tenancy.state.floor.conversations == {}
    assert commands_of(workplace, *AT_TELEPHONES) == [("CustomerCalls", "dial"), ("CustomerHangsUp", "end call")]


async def test_a_customer_at_a_telephone_is_heard_and_hears(workplace: Workplace, phone: Phone) -> None:
    workplace.sign_in(StationOption.EXTENSION, EXTENSION)
    register(workplace)
    dial(workplace, LINE, await phone.offer())
    while (event := await workplace.next()).get("message", {}).get("messageType") != "ANSWER":
        pass  # her extension rings meanwhile
    await phone.take(event["message"]["sdp"])
    workplace.tenancy.submit(commands.AnswerPhone(number=EXTENSION), cause="test")
    (conversation,) = workplace.tenancy.state.floor.conversations.values()
    assert (await phone.hears()).is_audible

    def hums(sound: Sound) -> bool:
        return sound.is_exactly([HUM])

    await workplace.tenancy.hearing.next(conversation.id, agent(workplace.me), hums)


async def test_the_telephone_is_told_when_the_agent_ends_the_call(workplace: Workplace) -> None:
    workplace.sign_in(StationOption.EXTENSION, EXTENSION)
    register(workplace)
    give_number(workplace, "+12015550188")
    dial(workplace, LINE)
    (conversation,) = workplace.tenancy.state.floor.conversations.values()
    assert conversation.customer == "+12015550188"
    workplace.tenancy.submit(commands.AnswerPhone(number=EXTENSION), cause="test")
    workplace.events()
    workplace.tenancy.submit(commands.HangUpPhone(number=EXTENSION), cause="test")
    assert types(workplace.events()) == ["mobius.calldisconnected"]


@pytest.mark.parametrize("by_another", [False, True])
async def test_a_call_ends_with_its_telephone(workplace: Workplace, peers: list[FakePeer], by_another: bool) -> None:
    register(workplace)
    dial(workplace, LINE)
    if by_another:
        register(workplace)
    else:
        workplace.ask(Act.DELETE_LINE, lineId=workplace.line)
    assert workplace.tenancy.state.floor.conversations == {}
    await workplace.exchange.settled()
    assert [peer.done for peer in peers] == [["answers none", "closed"]]
    assert commands_of(workplace, *AT_TELEPHONES)[1:] == [("CustomerHangsUp", "delete line")]


@pytest.mark.parametrize("typed", ["12015550190", "tel:+1-201-555-0190", "+1 (201) 555-0190"])
async def test_an_entry_point_may_be_dialled_in_any_form(workplace: Workplace, typed: str) -> None:
    register(workplace)
    dial(workplace, typed)
    (conversation,) = workplace.tenancy.state.floor.conversations.values()
    assert conversation.dialled == LINE


async def test_a_call_that_is_over_does_not_end_again_with_its_telephone(workplace: Workplace) -> None:
    register(workplace)
    dial(workplace, LINE)
    (conversation,) = workplace.tenancy.state.floor.conversations
    workplace.tenancy.submit(commands.CustomerHangsUp(conversation_id=conversation), cause="test")
    recorded = len(workplace.tenancy.journal)
    workplace.ask(Act.DELETE_LINE, lineId=workplace.line)
    assert len(workplace.tenancy.journal) == recorded


async def test_a_customer_goes_on_waiting_when_the_telephone_that_rings_is_gone(extension: Workplace) -> None:
    ringing(extension)
    extension.ask(Act.DELETE_LINE, lineId=extension.line)
    assert extension.state() is ConversationState.OFFERED
    extension.tenancy.submit(commands.CustomerHangsUp(conversation_id=CONVERSATION), cause="test")
    assert extension.events() == []


async def test_nothing_rings_at_a_telephone_that_is_gone(extension: Workplace) -> None:
    extension.ask(Act.DELETE_LINE, lineId=extension.line)
    extension.customer_calls()
    assert extension.events() == []


async def test_nobody_answers_at_other_numbers(workplace: Workplace) -> None:
    register(workplace)
    with pytest.raises(Rejection) as refused:
        dial(workplace, "+12015550000")
    assert refused.value.reason is Reason.UNKNOWN_DESTINATION
    with pytest.raises(Rejection, match="reception"):
        dial(workplace, "sip:reception@example.com")


async def test_a_call_needs_an_offer_of_sound_and_a_telephone(workplace: Workplace) -> None:
    register(workplace)
    with pytest.raises(BadRequest, match="OFFER of the call has no sdp"):
        dial(workplace, LINE, sdp="")
    workplace.register()
    with pytest.raises(BadRequest, match="This line is the desktop's"):
        dial(workplace, LINE)


async def test_a_number_that_is_consulted_rings_at_the_telephone_of_its_person(extension: Workplace) -> None:
    give_number(extension, RECEPTION)
    call = ringing(extension)
    extension.change(call, CallState.CONNECTED)
    to = Destination(kind=DestinationKind.DIAL_NUMBER, id=RECEPTION)
    consult = commands.StartConsult(consult_id="k", agent_id=extension.me, conversation_id=CONVERSATION, to=to)
    extension.tenancy.submit(consult, cause="test")
    second, _request = extension.events()
    extension.change(second["callId"], CallState.CONNECTED)
    asked = extension.tenancy.state.floor.conversations[CONVERSATION].consult
    assert asked is not None
    assert asked.state.value == "active"


async def test_a_customer_who_is_called_answers_and_hangs_up_at_the_telephone(extension: Workplace) -> None:
    give_number(extension, RECEPTION)
    out = commands.DialOut(conversation_id=CONVERSATION, agent_id=extension.me, number=RECEPTION)
    extension.tenancy.submit(out, cause="test")
    own, _request = extension.events()
    extension.change(own["callId"], CallState.CONNECTED)
    customers, _request = extension.events()
    extension.change(customers["callId"], CallState.CONNECTED)
    conversation = extension.tenancy.state.floor.conversations[CONVERSATION]
    assert (conversation.direction, conversation.customer_joined) == (Direction.OUTBOUND, True)
    extension.end(customers["callId"])
    assert extension.state() is ConversationState.WRAP_UP


async def test_a_customer_who_is_called_declines_at_the_telephone(extension: Workplace) -> None:
    give_number(extension, RECEPTION)
    out = commands.DialOut(conversation_id=CONVERSATION, agent_id=extension.me, number=RECEPTION)
    extension.tenancy.submit(out, cause="test")
    own, _request = extension.events()
    extension.change(own["callId"], CallState.CONNECTED)
    customers, _request = extension.events()
    extension.end(customers["callId"])
    assert commands_of(extension, *AT_TELEPHONES) == [("AnswerPhone", "change call"), ("DeclinePhone", "end call")]
