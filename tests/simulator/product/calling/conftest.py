"""A tenant with an exchange and a client at it; the agent's side of a call, without a browser; and a simulator's side
without sound.
"""

from __future__ import annotations

import json
from array import array
from collections.abc import AsyncIterator, Callable
from fractions import Fraction
from typing import Any

import pytest
from aiortc import MediaStreamTrack, RTCConfiguration, RTCPeerConnection, RTCSessionDescription
from av import AudioFrame, AudioResampler

from deskproof.simulator.domain import commands
from deskproof.simulator.domain.configuration import Role, StationOption
from deskproof.simulator.domain.conversations.model import ConversationState
from deskproof.simulator.domain.sessions.model import AgentState
from deskproof.simulator.product.calling import Exchange, media
from deskproof.simulator.product.calling.media import NoAudio
from deskproof.simulator.product.outbox import Close
from deskproof.simulator.runtime.blueprints import blueprint
from deskproof.simulator.runtime.clock import Clock
from deskproof.simulator.runtime.sound.hearing import Mix, Pace, Sound
from deskproof.simulator.runtime.sound.microphone import Microphone
from deskproof.simulator.runtime.sound.tones import PACKET_BYTES, RATE, packet_of
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
from deskproof.simulator.wire.kernel.request import Place, WireRequest
from deskproof.simulator.wire.kernel.shapes import Anything, NoQuery, Shape
from tests.simulator.product.conftest import MORNING

HOST = "http://t-0001.localhost:8400"
CONVERSATION = "conversation-1"
WINDOW = 2_048


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
    ring, request = workplace.events()
    assert (ring["eventType"], ring["deviceId"]) == ("mobius.call", workplace.line)
    assert request["message"]["messageType"] == "OFFER_REQUEST"
    assert "+46701740605" in ring["callerId"]["from"]
    return str(ring["callId"])


HUM = 440
"""What a phone's microphone records."""


class Tone(MediaStreamTrack):
    """A steady tone in real time."""

    kind = "audio"

    def __init__(self, hertz: int) -> None:
        super().__init__()
        self._hertz = hertz
        self._pace = Pace()

    async def recv(self) -> AudioFrame:
        count = self._pace.count
        await self._pace.next()
        frame = AudioFrame(format="s16", layout="mono", samples=PACKET_BYTES // 2)
        frame.planes[0].update(packet_of({(self._hertz,)}, count))
        frame.sample_rate, frame.pts, frame.time_base = RATE, count * PACKET_BYTES // 2, Fraction(1, RATE)
        return frame


class Phone:
    """What a browser does in a call: offers its sound, takes the answer, and hears."""

    def __init__(self, hertz: int = HUM) -> None:
        self.connection = RTCPeerConnection(RTCConfiguration(iceServers=[]))
        self.connection.addTrack(Tone(hertz))

    async def offer(self) -> str:
        await self.connection.setLocalDescription(await self.connection.createOffer())
        return str(self.connection.localDescription.sdp)

    async def take(self, answer: str) -> None:
        await self.connection.setRemoteDescription(RTCSessionDescription(sdp=answer, type="answer"))

    async def hears(self, fits: Callable[[Sound], bool] = lambda sound: sound.is_audible) -> Sound:
        """The next stretch of sound from the other side that fits."""
        (receiver,) = self.connection.getReceivers()
        resampler, samples = AudioResampler(format="s16", layout="mono", rate=RATE), array("h")
        while True:
            while len(samples) < WINDOW:
                frame = await receiver.track.recv()
                assert isinstance(frame, AudioFrame)
                for part in resampler.resample(frame):
                    samples.frombytes(bytes(part.planes[0])[: part.samples * 2])
            sound, samples = Sound(samples=samples[:WINDOW], rate=RATE, packets=0), samples[WINDOW:]
            if fits(sound):
                return sound


@pytest.fixture
async def phone() -> AsyncIterator[Phone]:
    phone = Phone()
    yield phone
    await phone.connection.close()


class FakePeer:
    """The simulator's end of a call, which says what is done with it."""

    def __init__(self, mix: Mix, microphone: Microphone) -> None:
        self.done: list[str] = []
        PEERS.append(self)

    async def answer(self, offer: str) -> str:
        if offer == "nonsense":
            raise NoAudio("The offer has no audio.")
        self.done.append(f"answers {offer}")
        return f"answer to {offer}"

    async def close(self) -> None:
        self.done.append("closed")


PEERS: list[FakePeer] = []


@pytest.fixture
def peers(monkeypatch: pytest.MonkeyPatch) -> list[FakePeer]:
    """The simulator's ends of all calls, in order."""
    monkeypatch.setattr(media, "MediaPeer", FakePeer)
    PEERS.clear()
    return PEERS


def offer(sdp: str, seq: int = 1) -> Roap:
    return Roap(message_type=RoapType.OFFER_RESPONSE, seq=seq, sdp=sdp)
