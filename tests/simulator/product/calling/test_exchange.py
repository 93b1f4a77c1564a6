"""The exchange between a client and the core: registration, ringing, and call control."""

from __future__ import annotations

import asyncio

import pytest

from deskproof.simulator.domain import commands
from deskproof.simulator.domain.configuration import Role, StationOption
from deskproof.simulator.domain.conversations.model import ConversationState
from deskproof.simulator.domain.sessions.model import AgentState
from deskproof.simulator.product.calling.exchange import ACTS
from deskproof.simulator.product.outbox import Close
from deskproof.simulator.runtime.alteration import Alteration
from deskproof.simulator.runtime.faults import FaultKind
from deskproof.simulator.runtime.traffic import Verdict
from deskproof.simulator.wire.calling.shapes import (
    CallBody,
    CallEndBody,
    CallState,
)
from deskproof.simulator.wire.kernel.addresses import MERCURY
from deskproof.simulator.wire.kernel.operation import Act
from deskproof.simulator.wire.kernel.request import NotFound
from deskproof.simulator.wire.kernel.shapes import BadRequest
from tests.simulator.product.calling.conftest import CLIENT, CONVERSATION, HOST, Workplace
from tests.simulator.product.conftest import MORNING


def test_every_act_of_the_wire_is_known() -> None:
    assert set(ACTS) == set(Act)


async def test_a_registration_has_all_that_keeps_clients_from_trying_again(workplace: Workplace) -> None:
    registered = workplace.ask(Act.REGISTER_CLIENT, CLIENT).to_json()
    url = f"{HOST}/wdm/api/v1/devices/client-0001"
    assert registered == {
        "url": url,
        "userId": workplace.me,
        "deviceType": "WEB",
        "webSocketUrl": "ws://t-0001.localhost:8400/mercury/client-0001",
        "features": {"developer": [], "entitlement": [], "user": []},
        "services": {},
        "serviceHostMap": {"serviceLinks": {}, "hostCatalog": {}},
    }
    assert workplace.ask(Act.REFRESH_CLIENT, clientId="client-0001").to_json() == registered
    device = {
        "deviceId": "line-0001",
        "uri": f"{HOST}/api/v1/calling/web/devices/line-0001",
        "status": "active",
        "lastSeen": MORNING,
        "addresses": [f"sip:{workplace.me}@rtms.example.com"],
        "clientDeviceUri": url,
    }
    assert workplace.ask(Act.REGISTER_LINE, workplace.line_body(url)).to_json() == {
        "userId": workplace.me,
        "device": device,
        "devices": [device],
        "keepaliveInterval": 30,
        "callKeepaliveInterval": 30,
        "rehomingIntervalMin": 60,
        "rehomingIntervalMax": 120,
    }
    assert workplace.ask(Act.KEEP_LINE, lineId="line-0001").to_json() == {}
    assert workplace.ask(Act.DELETE_LINE, lineId="line-0001").to_json() == {}
    assert workplace.ask(Act.DELETE_CLIENT, clientId="client-0001").to_json() == {}


async def test_only_the_own_client_gets_a_line(workplace: Workplace) -> None:
    url = workplace.ask(Act.REGISTER_CLIENT, CLIENT).url
    bos = workplace.line_body(url).model_copy(update={"user_id": workplace.agent["bo"]})
    for body, caller in (
        (workplace.line_body(url), "bo"),
        (bos, "bo"),
        (bos, "ada"),
        (workplace.line_body("http://elsewhere/devices/1"), "ada"),
    ):
        with pytest.raises(BadRequest) as refused:
            workplace.ask(Act.REGISTER_LINE, body, caller=caller)
        assert str(refused.value) == (
            "clientDeviceUri or userId is not the caller's; register a client with WDM first."
        )  # fmt: skip
    assert workplace.exchange._lines == {}


async def test_what_belongs_to_another_agent_is_not_found(workplace: Workplace, ringing: str) -> None:
    client, line = workplace.client, workplace.line
    for act, caller, path, sentence in (
        (Act.REFRESH_CLIENT, "bo", {"clientId": client}, f"There is no client {client}."),
        (Act.DELETE_CLIENT, "bo", {"clientId": client}, f"There is no client {client}."),
        (Act.REFRESH_CLIENT, "ada", {"clientId": "client-9"}, "There is no client client-9."),
        (Act.KEEP_LINE, "bo", {"lineId": line}, f"There is no line {line}."),
        (Act.KEEP_LINE, "ada", {"lineId": "line-9"}, "There is no line line-9."),
        (Act.KEEP_CALL, "ada", {"lineId": line, "callId": "call-9"}, "There is no call call-9 on this line."),
        (Act.KEEP_CALL, "bo", {"lineId": line, "callId": ringing}, f"There is no line {line}."),
    ):
        with pytest.raises(NotFound) as refused:
            workplace.ask(act, None, caller=caller, **path)
        assert str(refused.value) == sentence


async def test_a_call_of_another_line_is_not_found(workplace: Workplace, ringing: str) -> None:
    url = workplace.ask(Act.REGISTER_CLIENT, CLIENT, caller="bo").url
    body = workplace.line_body(url).model_copy(update={"user_id": workplace.agent["bo"]})
    bos = workplace.ask(Act.REGISTER_LINE, body, caller="bo").device.device_id
    with pytest.raises(NotFound, match=f"There is no call {ringing} on this line"):
        workplace.ask(Act.KEEP_CALL, caller="bo", lineId=bos, callId=ringing)


async def test_every_message_of_a_call_is_whole(workplace: Workplace) -> None:
    """PROTOCOL 7."""
    workplace.sign_in()
    workplace.register()
    workplace.customer_calls()
    about = {"callId": "call-0001", "deviceId": "line-0001"}
    caller = {"from": '"+46701740605" <sip:+46701740605@t-0001>'}
    wish = {"messageType": "OFFER_REQUEST", "seq": 1, "version": "2", "tieBreaker": 0}
    assert workplace.events() == [
        {"eventType": "mobius.call", **about, "correlationId": "", "callerId": caller},
        {"eventType": "mobius.media", **about, "correlationId": "", "message": wish},
    ]
    path = {"lineId": workplace.line, "callId": "call-0001"}
    device = {"deviceId": "line-0001", "correlationId": ""}
    assert workplace.ask(Act.KEEP_CALL, None, **path).to_json() == {"device": device, "callId": "call-0001"}
    workplace.change("call-0001", CallState.ALERTING)
    assert workplace.events() == []
    mine = {"device": {**device, "correlationId": "mine"}, "callId": "call-0001"}
    assert workplace.ask(Act.KEEP_CALL, None, **path).to_json() == mine
    body = CallBody(device=workplace.device(), call_id="call-0001", call_state=CallState.CONNECTED)
    assert workplace.ask(Act.CHANGE_CALL, body, **path).to_json() == mine
    workplace.tenancy.submit(commands.CustomerHangsUp(conversation_id=CONVERSATION), cause="test")
    assert workplace.events() == [{"eventType": "mobius.calldisconnected", **about, "correlationId": "mine"}]
    ended = CallEndBody(device=workplace.device(), call_id="call-0001")
    assert workplace.ask(Act.END_CALL, ended, **path).to_json() == mine
    with pytest.raises(NotFound):
        workplace.ask(Act.KEEP_CALL, None, **path)


async def test_hanging_up_twice_counts_once_and_the_agent_did_it(workplace: Workplace, ringing: str) -> None:
    workplace.change(ringing, CallState.CONNECTED)
    workplace.end(ringing)
    conversation = workplace.tenancy.state.floor.conversations[CONVERSATION]
    assert (conversation.state, conversation.ended_by) == (ConversationState.WRAP_UP, "agent")
    with pytest.raises(NotFound):
        workplace.end(ringing)


async def test_a_held_call_can_be_ended_and_keeps_its_state_when_picked_up_again(
    workplace: Workplace, ringing: str
) -> None:
    workplace.change(ringing, CallState.CONNECTED)
    hold = commands.HoldConversation(agent_id=workplace.me, conversation_id=CONVERSATION)
    workplace.tenancy.submit(hold, cause="test")
    workplace.change(ringing, CallState.CONNECTED)
    assert workplace.state() is ConversationState.HELD
    workplace.end(ringing)
    assert workplace.state() is ConversationState.WRAP_UP


async def test_what_a_client_does_with_a_call_is_in_the_journal_with_its_request(
    workplace: Workplace, ringing: str
) -> None:
    workplace.change(ringing, CallState.CONNECTED)
    workplace.end(ringing)
    done = [(entry.name, entry.cause) for entry in workplace.tenancy.journal.after() if entry.kind == "command"]
    assert done[-2:] == [
        ("AnswerConversation", Act.CHANGE_CALL.value), ("EndConversation", Act.END_CALL.value)
    ]  # fmt: skip


async def test_declining_is_in_the_journal_too(workplace: Workplace, ringing: str) -> None:
    workplace.end(ringing)
    done = [(entry.name, entry.cause) for entry in workplace.tenancy.journal.after() if entry.kind == "command"]
    assert done[-1] == ("DeclineConversation", Act.END_CALL.value)


@pytest.mark.parametrize("state", [ConversationState.WRAP_UP, None])
async def test_a_newer_line_rings_for_nothing_that_is_over(
    workplace: Workplace, ringing: str, state: ConversationState | None
) -> None:
    if state is None:
        workplace.tenancy.submit(commands.CustomerHangsUp(conversation_id=CONVERSATION), cause="test")
    else:
        workplace.change(ringing, CallState.CONNECTED)
        workplace.end(ringing)
    workplace.register()
    assert workplace.events() == []


async def test_a_call_that_is_over_is_not_ended_again_with_the_next_one(workplace: Workplace, ringing: str) -> None:
    """The client has not yet removed the call that it did not answer, when the same customer rings again."""
    workplace.tenancy.advance(18_000)
    available = commands.ChangeAgentState(agent_id=workplace.me, state=AgentState.AVAILABLE, idle_code_id=None)
    workplace.tenancy.submit(available, cause="test")
    workplace.tenancy.submit(commands.CustomerHangsUp(conversation_id=CONVERSATION), cause="test")
    assert [(event["eventType"], event["callId"]) for event in workplace.events()] == [
        ("mobius.calldisconnected", "call-0001"),
        ("mobius.call", "call-0002"),
        ("mobius.media", "call-0002"),
        ("mobius.calldisconnected", "call-0002"),
    ]


async def test_a_desktop_without_a_line_is_offered_the_call_all_the_same(workplace: Workplace) -> None:
    workplace.sign_in()
    workplace.customer_calls()
    assert workplace.state() is ConversationState.OFFERED
    assert workplace.exchange._switch.calls == {}


async def test_a_newer_line_of_a_phone_does_not_ring(workplace: Workplace) -> None:
    workplace.sign_in(StationOption.EXTENSION, "1001")
    workplace.customer_calls()
    workplace.register()
    assert workplace.events() == []


async def test_deleting_an_older_client_leaves_the_newer_line(workplace: Workplace, ringing: str) -> None:
    older = workplace.client
    workplace.register()
    workplace.events()
    workplace.ask(Act.DELETE_CLIENT, clientId=older)
    assert workplace.ask(Act.KEEP_LINE, lineId=workplace.line).to_json() == {}
    with pytest.raises(NotFound):
        workplace.ask(Act.DELETE_CLIENT, clientId=older)


async def test_a_tenant_that_ends_closes_every_socket_and_forgets_its_clients(
    workplace: Workplace, ringing: str
) -> None:
    client = workplace.exchange.client_at(MERCURY + workplace.client)
    assert client is not None
    workplace.exchange.close()
    assert client.outbox.get_nowait() == Close(1001)
    assert workplace.exchange.client_at(MERCURY + workplace.client) is None
    with pytest.raises(NotFound):
        workplace.ask(Act.KEEP_LINE, lineId=workplace.line)
    assert workplace.exchange._switch.calls == {}


@pytest.mark.parametrize(("where", "cut"), [("ada", True), ("bo", False)])
async def test_a_cut_of_one_agent_leaves_the_others(workplace: Workplace, where: str, cut: bool) -> None:
    workplace.register()
    client = workplace.exchange.client_at(MERCURY + workplace.client)
    assert client is not None
    workplace.tenancy.faults.arm(kind=FaultKind.CUTS_EVERYTHING, where=where)
    assert (workplace.exchange.client_at(MERCURY + workplace.client) is None) is cut
    waiting = [client.outbox.get_nowait() for _ in range(client.outbox.qsize())]
    assert waiting == ([Close(1012)] if cut else [])


async def test_a_phone_rings_instead_of_the_line(workplace: Workplace) -> None:
    workplace.sign_in(StationOption.EXTENSION, "1001")
    workplace.register()
    workplace.customer_calls()
    assert workplace.events() == []
    assert workplace.state() is ConversationState.OFFERED


async def test_picking_up_answers_the_conversation(workplace: Workplace, ringing: str) -> None:
    workplace.change(ringing, CallState.ALERTING)
    assert workplace.state() is ConversationState.OFFERED
    workplace.change(ringing, CallState.CONNECTED)
    assert workplace.state() is ConversationState.CONNECTED


async def test_declining_offers_the_call_again_and_sets_the_agent_aside(workplace: Workplace, ringing: str) -> None:
    workplace.end(ringing)
    assert workplace.state() is ConversationState.QUEUED
    assert workplace.tenancy.state.agents.sessions[workplace.me].state is AgentState.IDLE
    assert workplace.events() == []


async def test_a_customer_who_hangs_up_ends_the_call_at_the_client_too(workplace: Workplace, ringing: str) -> None:
    workplace.change(ringing, CallState.CONNECTED)
    workplace.tenancy.submit(commands.CustomerHangsUp(conversation_id=CONVERSATION), cause="test")
    (gone,) = workplace.events()
    assert (gone["eventType"], gone["correlationId"]) == ("mobius.calldisconnected", "mine")
    workplace.end(ringing)  # as the vendor's client does; it is not over twice
    assert workplace.state() is ConversationState.WRAP_UP


async def test_an_offer_left_unanswered_stops_ringing(workplace: Workplace, ringing: str) -> None:
    workplace.tenancy.advance(18_000)
    assert [event["eventType"] for event in workplace.events()] == ["mobius.calldisconnected"]


async def test_a_newer_line_takes_the_place_of_the_older_and_rings_for_the_conversation(
    workplace: Workplace, ringing: str
) -> None:
    workplace.change(ringing, CallState.CONNECTED)
    older = workplace.line
    workplace.register()
    ring, _ = workplace.events()
    assert ring["eventType"] == "mobius.call"
    with pytest.raises(NotFound):
        workplace.ask(Act.KEEP_LINE, lineId=older)
    workplace.change(ring["callId"], CallState.CONNECTED)
    assert workplace.state() is ConversationState.CONNECTED


async def test_what_rings_again_and_is_not_answered_leaves_the_conversation_as_it_is(
    workplace: Workplace, ringing: str
) -> None:
    """After a minute the vendor's client hangs up by itself; what goes on survives a reload all the same."""
    workplace.change(ringing, CallState.CONNECTED)
    workplace.register()
    ring, _ = workplace.events()
    workplace.end(ring["callId"])
    assert workplace.state() is ConversationState.CONNECTED
    with pytest.raises(NotFound):
        workplace.end(ring["callId"])


async def test_nothing_rings_after_a_reload_for_a_chat_that_is_connected(workplace: Workplace) -> None:
    workplace.sign_in()
    for command in (
        commands.CustomerWrites(conversation_id="w1", customer="Eva", queue="chat"),
        commands.AcceptConversation(agent_id=workplace.me, conversation_id="w1"),
    ):
        workplace.tenancy.submit(command, cause="test")
    workplace.register()
    assert workplace.events() == []
    workplace.customer_calls()
    assert [event["eventType"] for event in workplace.events()] == ["mobius.call", "mobius.media"]


async def test_nothing_rings_after_a_reload_for_a_preview(workplace: Workplace) -> None:
    workplace.sign_in()
    preview = commands.OfferPreview(
        conversation_id="p1", agent_id=workplace.me, campaign="spring", number="+46701740605"
    )
    workplace.tenancy.submit(preview, cause="test")
    workplace.register()
    assert workplace.events() == []


async def test_deleting_the_client_takes_its_line_and_closes_its_socket(workplace: Workplace, ringing: str) -> None:
    client = workplace.exchange.client_at(MERCURY + workplace.client)
    assert client is not None
    workplace.ask(Act.DELETE_CLIENT, clientId=workplace.client)
    assert client.outbox.get_nowait() == Close(1001)
    with pytest.raises(NotFound):
        workplace.ask(Act.KEEP_LINE, lineId=workplace.line)
    assert workplace.state() is ConversationState.OFFERED


@pytest.mark.parametrize(("kind", "times"), [(FaultKind.LOSES_AN_EVENT, 0), (FaultKind.DELIVERS_TWICE, 2)])
async def test_faults_act_on_events(workplace: Workplace, kind: FaultKind, times: int) -> None:
    workplace.tenancy.faults.arm(kind=kind, where="mobius.call")
    workplace.sign_in()
    workplace.register()
    workplace.customer_calls()
    assert [event["eventType"] for event in workplace.events()] == [*["mobius.call"] * times, "mobius.media"]


async def test_an_event_can_read_otherwise(workplace: Workplace) -> None:
    workplace.tenancy.faults.arm(
        kind=FaultKind.SENDS_OTHERWISE, where="mobius.call", alteration=Alteration(set={"data.callId": "another"})
    )
    workplace.tenancy.faults.arm(kind=FaultKind.DELIVERS_TWICE, where="mobius.call")
    workplace.sign_in()
    workplace.register()
    workplace.customer_calls()
    assert [event["callId"] for event in workplace.events()] == ["another", "another", "call-0001"]
    (fault, _) = workplace.tenancy.faults.all()
    assert (fault.occasions, fault.fired) == (1, 1)
    verdicts = [line.verdict for line in workplace.tenancy.traffic.after() if line.name == "mobius.call"]
    assert verdicts == [Verdict.ALTERED] * 2


async def test_a_cut_closes_the_socket_and_keeps_it_closed(workplace: Workplace) -> None:
    workplace.register()
    client = workplace.exchange.client_at(MERCURY + workplace.client)
    assert client is not None
    workplace.tenancy.faults.arm(kind=FaultKind.CUTS_EVERYTHING)
    assert isinstance(client.outbox.get_nowait(), Close)
    assert workplace.exchange.client_at(MERCURY + workplace.client) is None


async def test_what_has_not_left_waits_for_the_next_socket(workplace: Workplace, ringing: str) -> None:
    client = workplace.exchange.client_at(MERCURY + workplace.client)
    assert client is not None
    older = client.outbox
    workplace.tenancy.advance(18_000)
    newer = client.take_over()
    assert older.get_nowait() == Close(1001)
    assert "mobius.calldisconnected" in str(newer.get_nowait())
    with pytest.raises(asyncio.QueueEmpty):
        newer.get_nowait()


async def test_a_call_that_a_supervisor_takes_over_comes_to_the_supervisors_browser(workplace: Workplace) -> None:
    def does(command: commands.Command) -> None:
        workplace.tenancy.submit(command, cause="test")

    workplace.sign_in(StationOption.DIAL_NUMBER, "+12015532447")
    workplace.customer_calls()
    does(commands.AnswerPhone(number="+12015532447"))
    signe = workplace.me = workplace.agent["signe"]
    does(
        commands.SignInStation(
            agent_id=signe, option=StationOption.DESKTOP, number=signe, team_id=None, roles=(Role.SUPERVISOR,)
        )
    )
    url = workplace.ask(Act.REGISTER_CLIENT, CLIENT, caller="signe")
    workplace.client = url.web_socket_url.rpartition("/")[2]
    line = workplace.ask(Act.REGISTER_LINE, workplace.line_body(url.url), caller="signe").device.device_id
    does(commands.StartMonitoring(monitoring_id="m-1", agent_id=signe, conversation_id=CONVERSATION))
    does(commands.AnswerMonitoring(agent_id=signe, conversation_id=CONVERSATION))
    assert workplace.events() == []
    does(commands.TakeOverConversation(agent_id=signe, conversation_id=CONVERSATION))
    ring, _ = workplace.events()
    assert (ring["eventType"], ring["deviceId"]) == ("mobius.call", line)
    body = CallBody(device=workplace.device(), call_id=ring["callId"], call_state=CallState.CONNECTED)
    workplace.ask(Act.CHANGE_CALL, body, caller="signe", lineId=line, callId=ring["callId"])
    assert workplace.state() is ConversationState.CONNECTED
