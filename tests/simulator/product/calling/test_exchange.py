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


class Workplace:
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
        answer = self.ask(Act.REGISTER_CLIENT, CLIENT)
        self.client = answer.web_socket_url.rpartition("/")[2]
        self.line = self.ask(Act.REGISTER_LINE, self.line_body(answer.url)).device.device_id

    def line_body(self, url: str) -> LineBody:
        data = ServiceData(indicator="contactcenter", domain="rtms.example.com")
        return LineBody(user_id=self.me, client_device_uri=url, service_data=data)

    def customer_calls(self) -> None:
        call = commands.CustomerCalls(conversation_id=CONVERSATION, queue="support", customer="+46701740605")
        self.tenancy.submit(call, cause="test")

    def events(self) -> list[Any]:
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
async def workplace() -> AsyncIterator[Workplace]:
    workplace = Workplace()
    yield workplace
    workplace.exchange.close()
    await workplace.exchange.settled()


@pytest.fixture
def ringing(workplace: Workplace) -> str:
    """A call that rings at Ada's desk."""
    workplace.sign_in()
    workplace.register()
    workplace.customer_calls()
    (ring,) = workplace.events()
    assert (ring["eventType"], ring["deviceId"]) == ("mobius.call", workplace.line)
    assert "+46701740605" in ring["callerId"]["from"]
    return str(ring["callId"])


def test_every_act_of_the_wire_is_known() -> None:
    assert set(Workplace().exchange._acts) == set(Act)


async def test_a_registration_has_all_that_keeps_clients_from_trying_again(workplace: Workplace) -> None:
    url = workplace.ask(Act.REGISTER_CLIENT, CLIENT).url
    answer = workplace.ask(Act.REGISTER_LINE, workplace.line_body(url)).to_json()
    assert answer["keepaliveInterval"] == 30
    assert (answer["rehomingIntervalMin"], answer["rehomingIntervalMax"]) == (60, 120)
    assert answer["device"]["uri"].startswith(f"{HOST}/api/v1/calling/web/devices/")
    assert answer["device"]["clientDeviceUri"] == url


async def test_only_the_own_client_gets_a_line(workplace: Workplace) -> None:
    url = workplace.ask(Act.REGISTER_CLIENT, CLIENT).url
    with pytest.raises(BadRequest):
        workplace.ask(Act.REGISTER_LINE, workplace.line_body(url), caller="bo")
    with pytest.raises(BadRequest):
        workplace.ask(Act.REGISTER_LINE, workplace.line_body("http://elsewhere/devices/1"))


async def test_what_belongs_to_another_agent_is_not_found(workplace: Workplace, ringing: str) -> None:
    with pytest.raises(NotFound):
        workplace.ask(Act.REFRESH_CLIENT, caller="bo", clientId=workplace.client)
    with pytest.raises(NotFound):
        workplace.ask(Act.KEEP_LINE, caller="bo", lineId=workplace.line)
    with pytest.raises(NotFound):
        workplace.ask(Act.KEEP_CALL, lineId=workplace.line, callId="call-9999")


async def test_a_phone_rings_instead_of_the_line(workplace: Workplace) -> None:
    workplace.sign_in(StationOption.EXTENSION, "1001")
    workplace.register()
    workplace.customer_calls()
    assert workplace.events() == []
    assert workplace.state() is ConversationState.OFFERED


async def test_picking_up_answers_the_conversation(workplace: Workplace, ringing: str) -> None:
    workplace.change(ringing, CallState.ALERTING)
    workplace.change(ringing, CallState.ALERTING)
    (request,) = workplace.events()
    assert (request["message"]["messageType"], request["correlationId"]) == ("OFFER_REQUEST", "mine")
    assert workplace.state() is ConversationState.OFFERED
    workplace.change(ringing, CallState.CONNECTED)
    assert workplace.state() is ConversationState.CONNECTED


async def test_both_ends_of_a_call_are_heard_until_it_ends(workplace: Workplace, ringing: str, phone: Phone) -> None:
    workplace.change(ringing, CallState.CONNECTED)
    offer = Roap(message_type=RoapType.OFFER_RESPONSE, seq=1, sdp=await phone.offer())
    workplace.send(ringing, offer)
    answer = (await workplace.next())["message"]
    assert (answer["messageType"], answer["seq"]) == ("ANSWER", 1)
    await phone.take(answer["sdp"])
    workplace.send(ringing, Roap(message_type=RoapType.OK, seq=1))
    assert (await workplace.tenancy.hearing.next(CONVERSATION)).hertz == pytest.approx(1_000, abs=5)
    assert (await phone.hears()).is_audible

    workplace.tenancy.submit(
        commands.HoldConversation(agent_id=workplace.me, conversation_id=CONVERSATION), cause="test"
    )
    while (await phone.hears()).is_audible:
        continue

    workplace.end(ringing)
    assert workplace.state() is ConversationState.WRAP_UP
    assert workplace.events() == []
    assert not workplace.exchange._calls


async def test_an_offer_that_is_none_gets_an_error(workplace: Workplace, ringing: str) -> None:
    workplace.send(ringing, Roap(message_type=RoapType.OFFER_RESPONSE, seq=1, sdp="nonsense"))
    assert (await workplace.next())["message"]["messageType"] == "ERROR"
    with pytest.raises(BadRequest):
        workplace.send(ringing, Roap(message_type=RoapType.OFFER_RESPONSE, seq=1))
    with pytest.raises(BadRequest):
        workplace.send(ringing, Roap(message_type=RoapType.ANSWER, seq=1, sdp="v=0"))


async def test_declining_offers_the_call_again_and_sets_the_agent_aside(workplace: Workplace, ringing: str) -> None:
    workplace.end(ringing)
    assert workplace.state() is ConversationState.QUEUED
    assert workplace.tenancy.state.agents.sessions[workplace.me].state is AgentState.RONA
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
    (ring,) = workplace.events()
    assert ring["eventType"] == "mobius.call"
    with pytest.raises(NotFound):
        workplace.ask(Act.KEEP_LINE, lineId=older)
    workplace.change(ring["callId"], CallState.CONNECTED)
    assert workplace.state() is ConversationState.CONNECTED


async def test_deleting_the_client_takes_its_line_and_closes_its_socket(workplace: Workplace, ringing: str) -> None:
    client = workplace.exchange.client_at(MERCURY + workplace.client)
    assert client is not None
    workplace.ask(Act.DELETE_CLIENT, clientId=workplace.client)
    assert isinstance(client.outbox.get_nowait(), Close)
    with pytest.raises(NotFound):
        workplace.ask(Act.KEEP_LINE, lineId=workplace.line)
    assert workplace.state() is ConversationState.OFFERED


@pytest.mark.parametrize(("kind", "times"), [(FaultKind.LOSES_AN_EVENT, 0), (FaultKind.DELIVERS_TWICE, 2)])
async def test_faults_act_on_events(workplace: Workplace, kind: FaultKind, times: int) -> None:
    workplace.tenancy.faults.arm(kind=kind, where="mobius.call")
    workplace.sign_in()
    workplace.register()
    workplace.customer_calls()
    assert len(workplace.events()) == times


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
    workplace.change(ringing, CallState.ALERTING)
    newer = client.take_over()
    assert isinstance(older.get_nowait(), Close)
    assert "OFFER_REQUEST" in str(newer.get_nowait())
    with pytest.raises(asyncio.QueueEmpty):
        newer.get_nowait()
