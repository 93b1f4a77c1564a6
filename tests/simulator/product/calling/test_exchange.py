"""The exchange between a client and the core: registration, ringing, call control, and the sound of a whole call."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator
from typing import Any

import pytest

from deskproof.simulator.domain import commands
from deskproof.simulator.domain.configuration import Role, StationOption
from deskproof.simulator.domain.conversations.model import ConversationState
from deskproof.simulator.domain.sessions.model import AgentState
from deskproof.simulator.product.calling import Exchange
from deskproof.simulator.product.outbox import Close
from deskproof.simulator.runtime.blueprints import blueprint
from deskproof.simulator.runtime.clock import Clock
from deskproof.simulator.runtime.faults import FaultKind
from deskproof.simulator.runtime.tenancy import Origins, Tenancy
from deskproof.simulator.wire.calling.shapes import (
    CallBody,
    CallDevice,
    CallEndBody,
    CallState,
    ClientBody,
    LineBody,
    LocalMedia,
    MediaBody,
    Roap,
    RoapType,
    ServiceData,
)
from deskproof.simulator.wire.kernel.addresses import MERCURY
from deskproof.simulator.wire.kernel.operation import Act
from deskproof.simulator.wire.kernel.request import NotFound, Place, WireRequest
from deskproof.simulator.wire.kernel.shapes import Anything, BadRequest, NoQuery, Shape
from tests.simulator.product.calling.conftest import Phone
from tests.simulator.product.conftest import MORNING

HOST = "http://t-0001.localhost:8400"
CONVERSATION = "conversation-1"


class Desk:
    """A tenant with an exchange, and Ada's client at it."""

    def __init__(self) -> None:
        origins = Origins(desktop=HOST, identity=f"{HOST}/id", teams=f"{HOST}/teams")
        self.tenancy = Tenancy(
            id_="t-0001", org_id="org", origins=origins, configuration=blueprint("standard"),
            clock=Clock.frozen(MORNING), seed=1,
        )  # fmt: skip
        self.place = Place(org_id="org", name="t-0001", desktop=HOST, identity=origins.identity, teams=origins.teams)
        self.exchange = Exchange(self.tenancy, self.place)
        self.agent = {person.key: person.agent_id for person in self.tenancy.configuration.people}
        self.me = self.agent["ada"]
        self.client = ""
        self.line = ""

    def ask(self, act: Act, body: Shape | None = None, *, caller: str = "ada", **path: str) -> Any:
        request = WireRequest(
            place=self.place, state=self.tenancy.state, now=MORNING, next_id=self.tenancy.next_id,
            agent_id=self.agent[caller], path=path, query=NoQuery(), body=body or Anything(),
        )  # fmt: skip
        return self.exchange.do(act, request)

    def sign_in(self, option: StationOption = StationOption.DESKTOP, number: str = "") -> None:
        team = next(team for team in self.tenancy.configuration.teams if team.key == "support")
        station = commands.SignInStation(
            agent_id=self.me, option=option, number=number or self.me, team_id=team.id, roles=(Role.AGENT,)
        )
        self.tenancy.submit(station, cause="test")
        available = commands.ChangeAgentState(
            agent_id=self.me, state=AgentState.AVAILABLE, idle_code_id=None, reason=""
        )
        self.tenancy.submit(available, cause="test")

    def register(self) -> None:
        told = self.ask(Act.REGISTER_CLIENT, CLIENT)
        self.client = told.web_socket_url.rpartition("/")[2]
        self.line = self.ask(Act.REGISTER_LINE, self.line_body(told.url)).device.device_id

    def line_body(self, url: str) -> LineBody:
        data = ServiceData(indicator="contactcenter", domain="rtms.example.com")
        return LineBody(user_id=self.me, client_device_uri=url, service_data=data)

    def customer_calls(self) -> None:
        call = commands.CustomerCalls(conversation_id=CONVERSATION, queue="support", customer="+46701740605")
        self.tenancy.submit(call, cause="test")

    def told(self) -> list[Any]:
        """The data of what has been put in the client's outbox since the last look."""
        client = self.exchange.client_at(MERCURY + self.client)
        assert client is not None
        texts = [client.outbox.get_nowait() for _ in range(client.outbox.qsize())]
        return [text if isinstance(text, Close) else json.loads(text)["data"] for text in texts]

    async def next(self) -> Any:
        client = self.exchange.client_at(MERCURY + self.client)
        assert client is not None
        text = await client.outbox.get()
        assert isinstance(text, str)
        return json.loads(text)["data"]

    def change(self, call: str, state: CallState) -> None:
        body = CallBody(device=self.device(), call_id=call, call_state=state)
        self.ask(Act.CHANGE_CALL, body, lineId=self.line, callId=call)

    def send(self, call: str, message: Roap) -> None:
        media = LocalMedia(roap=message, media_id="m-1")
        body = MediaBody(device=self.device(), call_id=call, local_media=media)
        self.ask(Act.SEND_MEDIA, body, lineId=self.line, callId=call)

    def end(self, call: str) -> None:
        body = CallEndBody(device=self.device(), call_id=call)
        self.ask(Act.END_CALL, body, lineId=self.line, callId=call)

    def device(self) -> CallDevice:
        return CallDevice(device_id=self.line, correlation_id="mine")

    def state(self) -> ConversationState:
        return self.tenancy.state.floor.conversations[CONVERSATION].state


CLIENT = ClientBody(name="browser", device_type="WEB", model="m")


@pytest.fixture
async def desk() -> AsyncIterator[Desk]:
    desk = Desk()
    yield desk
    desk.exchange.close()
    await desk.exchange.settled()


@pytest.fixture
def ringing(desk: Desk) -> str:
    """A call that rings at Ada's desk."""
    desk.sign_in()
    desk.register()
    desk.customer_calls()
    (ring,) = desk.told()
    assert (ring["eventType"], ring["deviceId"]) == ("mobius.call", desk.line)
    assert "+46701740605" in ring["callerId"]["from"]
    return str(ring["callId"])


def test_every_act_of_the_wire_is_known() -> None:
    assert set(Desk().exchange._acts) == set(Act)


async def test_a_registration_has_all_that_keeps_clients_from_trying_again(desk: Desk) -> None:
    url = desk.ask(Act.REGISTER_CLIENT, CLIENT).url
    told = desk.ask(Act.REGISTER_LINE, desk.line_body(url)).to_json()
    assert told["keepaliveInterval"] == 30
    assert (told["rehomingIntervalMin"], told["rehomingIntervalMax"]) == (60, 120)
    assert told["device"]["uri"].startswith(f"{HOST}/api/v1/calling/web/devices/")
    assert told["device"]["clientDeviceUri"] == url


async def test_only_the_own_client_gets_a_line(desk: Desk) -> None:
    url = desk.ask(Act.REGISTER_CLIENT, CLIENT).url
    with pytest.raises(BadRequest):
        desk.ask(Act.REGISTER_LINE, desk.line_body(url), caller="bo")
    with pytest.raises(BadRequest):
        desk.ask(Act.REGISTER_LINE, desk.line_body("http://elsewhere/devices/1"))


async def test_what_belongs_to_somebody_else_is_not_there(desk: Desk, ringing: str) -> None:
    with pytest.raises(NotFound):
        desk.ask(Act.REFRESH_CLIENT, caller="bo", clientId=desk.client)
    with pytest.raises(NotFound):
        desk.ask(Act.KEEP_LINE, caller="bo", lineId=desk.line)
    with pytest.raises(NotFound):
        desk.ask(Act.KEEP_CALL, lineId=desk.line, callId="call-9999")


async def test_a_phone_rings_instead_of_the_line(desk: Desk) -> None:
    desk.sign_in(StationOption.EXTENSION, "1001")
    desk.register()
    desk.customer_calls()
    assert desk.told() == []
    assert desk.state() is ConversationState.OFFERED


async def test_picking_up_answers_the_conversation(desk: Desk, ringing: str) -> None:
    desk.change(ringing, CallState.ALERTING)
    desk.change(ringing, CallState.ALERTING)
    (request,) = desk.told()
    assert (request["message"]["messageType"], request["correlationId"]) == ("OFFER_REQUEST", "mine")
    assert desk.state() is ConversationState.OFFERED
    desk.change(ringing, CallState.CONNECTED)
    assert desk.state() is ConversationState.CONNECTED


async def test_both_ends_of_a_call_are_heard_until_it_ends(desk: Desk, ringing: str, phone: Phone) -> None:
    desk.change(ringing, CallState.CONNECTED)
    offer = Roap(message_type=RoapType.OFFER_RESPONSE, seq=1, sdp=await phone.offer())
    desk.send(ringing, offer)
    answer = (await desk.next())["message"]
    assert (answer["messageType"], answer["seq"]) == ("ANSWER", 1)
    await phone.take(answer["sdp"])
    desk.send(ringing, Roap(message_type=RoapType.OK, seq=1))
    assert (await desk.tenancy.hearing.next(CONVERSATION)).hertz == pytest.approx(1_000, abs=5)
    assert (await phone.hears()).is_audible

    desk.tenancy.submit(commands.HoldConversation(agent_id=desk.me, conversation_id=CONVERSATION), cause="test")
    while (await phone.hears()).is_audible:
        continue

    desk.end(ringing)
    assert desk.state() is ConversationState.WRAP_UP
    assert desk.told() == []
    assert not desk.exchange._calls


async def test_an_offer_that_is_none_gets_an_error(desk: Desk, ringing: str) -> None:
    desk.send(ringing, Roap(message_type=RoapType.OFFER_RESPONSE, seq=1, sdp="nonsense"))
    assert (await desk.next())["message"]["messageType"] == "ERROR"
    with pytest.raises(BadRequest):
        desk.send(ringing, Roap(message_type=RoapType.OFFER_RESPONSE, seq=1))
    with pytest.raises(BadRequest):
        desk.send(ringing, Roap(message_type=RoapType.ANSWER, seq=1, sdp="v=0"))


async def test_declining_offers_the_call_again_and_sets_the_agent_aside(desk: Desk, ringing: str) -> None:
    desk.end(ringing)
    assert desk.state() is ConversationState.QUEUED
    assert desk.tenancy.state.agents.sessions[desk.me].state is AgentState.RONA
    assert desk.told() == []


async def test_a_customer_who_hangs_up_ends_the_call_at_the_client_too(desk: Desk, ringing: str) -> None:
    desk.change(ringing, CallState.CONNECTED)
    desk.tenancy.submit(commands.CustomerHangsUp(conversation_id=CONVERSATION), cause="test")
    (gone,) = desk.told()
    assert (gone["eventType"], gone["correlationId"]) == ("mobius.calldisconnected", "mine")
    desk.end(ringing)  # as the vendor's client does; it is not over twice
    assert desk.state() is ConversationState.WRAP_UP


async def test_an_offer_left_unanswered_stops_ringing(desk: Desk, ringing: str) -> None:
    desk.tenancy.advance(18_000)
    assert [event["eventType"] for event in desk.told()] == ["mobius.calldisconnected"]


async def test_a_newer_line_takes_the_place_of_the_older_and_rings_for_the_conversation(
    desk: Desk, ringing: str
) -> None:
    desk.change(ringing, CallState.CONNECTED)
    older = desk.line
    desk.register()
    (ring,) = desk.told()
    assert ring["eventType"] == "mobius.call"
    with pytest.raises(NotFound):
        desk.ask(Act.KEEP_LINE, lineId=older)
    desk.change(ring["callId"], CallState.CONNECTED)
    assert desk.state() is ConversationState.CONNECTED


async def test_deleting_the_client_takes_its_line_and_closes_its_socket(desk: Desk, ringing: str) -> None:
    client = desk.exchange.client_at(MERCURY + desk.client)
    assert client is not None
    desk.ask(Act.DELETE_CLIENT, clientId=desk.client)
    assert isinstance(client.outbox.get_nowait(), Close)
    with pytest.raises(NotFound):
        desk.ask(Act.KEEP_LINE, lineId=desk.line)
    assert desk.state() is ConversationState.OFFERED


@pytest.mark.parametrize(("kind", "times"), [(FaultKind.LOSES_AN_EVENT, 0), (FaultKind.DELIVERS_TWICE, 2)])
async def test_faults_act_on_events(desk: Desk, kind: FaultKind, times: int) -> None:
    desk.tenancy.faults.arm(kind=kind, where="mobius.call")
    desk.sign_in()
    desk.register()
    desk.customer_calls()
    assert len(desk.told()) == times


async def test_a_cut_closes_the_socket_and_keeps_it_closed(desk: Desk) -> None:
    desk.register()
    client = desk.exchange.client_at(MERCURY + desk.client)
    assert client is not None
    desk.tenancy.faults.arm(kind=FaultKind.CUTS_EVERYTHING)
    assert isinstance(client.outbox.get_nowait(), Close)
    assert desk.exchange.client_at(MERCURY + desk.client) is None


async def test_what_has_not_left_waits_for_the_next_socket(desk: Desk, ringing: str) -> None:
    client = desk.exchange.client_at(MERCURY + desk.client)
    assert client is not None
    older = client.outbox
    desk.change(ringing, CallState.ALERTING)
    newer = client.take_over()
    assert isinstance(older.get_nowait(), Close)
    assert "OFFER_REQUEST" in str(newer.get_nowait())
    with pytest.raises(asyncio.QueueEmpty):
        newer.get_nowait()
