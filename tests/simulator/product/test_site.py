"""Notification sockets over a real server and a real client: opening, keep-alive, take-over, faults of connections."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import suppress
from typing import Any

import httpx
import pytest
import uvicorn
from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed, InvalidStatus

from deskproof.simulator.app import Application
from deskproof.simulator.domain.sessions.model import AgentState
from deskproof.simulator.edge.hang_up import CuttableProtocol
from deskproof.simulator.product.services import services_of
from deskproof.simulator.product.socket_protocol import SocketProtocol
from deskproof.simulator.runtime.alteration import Alteration
from deskproof.simulator.runtime.faults import FaultKind
from deskproof.simulator.runtime.journal import EntryKind
from deskproof.simulator.runtime.traffic import Verdict
from tests.simulator.product.conftest import ADA, BO, TOKEN, served

KEEPALIVE = '{"keepalive": "true"}'
PATIENCE = 20
"""Seconds after which a frame that did not come fails its test."""


class Line:
    """A tenant on a real port, and clients of it."""

    def __init__(self) -> None:
        self.application = Application(port=8400, token=TOKEN)
        self.tenancy = served(self.application)
        self.address = ""

    def bearer(self, person: Any = ADA) -> dict[str, str]:
        token = services_of(self.tenancy).tokens.issue_access(person, client_id="agent-desktop", scope="openid")
        return {"Authorization": f"Bearer {token}"}

    async def ask(self, path: str, body: dict[str, Any], person: Any = ADA) -> httpx.Response:
        async with httpx.AsyncClient(base_url=f"http://{self.address}") as http:
            return await http.post(path, json=body, headers=self.bearer(person))

    async def subscribe(self, person: Any = ADA, **differs: bool) -> str:
        body = {"force": True, "isKeepAliveEnabled": False, "clientType": "test", "allowMultiLogin": False, **differs}
        answer = await self.ask("/wcc/v1/notification/subscribe", body, person)
        return f"ws://{self.address}/notifs/{answer.json()['webSocketUrl'].rpartition('/')[2]}"

    async def open(self, person: Any = ADA, **differs: bool) -> ClientConnection:
        socket = await connect(f"{await self.subscribe(person, **differs)}?orgId={self.tenancy.org_id}", proxy=None)
        assert (await frame(socket))["type"] == "Welcome"
        return socket

    async def sign_in(self) -> None:
        team = self.tenancy.configuration.teams_of(ADA)[0].id
        body = {"dialNumber": "+12015532447", "teamId": team, "deviceType": "AGENT_DN", "roles": ["agent"]}
        await self.ask("/wcc/v1/agents/login", body)

    async def has_recorded(self, name: str) -> None:
        """Return when the journal has an event of this name."""
        async with asyncio.timeout(PATIENCE):
            await self.tenancy.journal.wait_for(lambda entry: entry.name == name)


async def frame(socket: ClientConnection) -> dict[str, Any]:
    async with asyncio.timeout(PATIENCE):
        return dict(json.loads(await socket.recv()))


async def close_code(socket: ClientConnection) -> int | None:
    async with asyncio.timeout(PATIENCE):
        with suppress(ConnectionClosed):
            while True:
                await socket.recv()
    return socket.close_code


@pytest.fixture
async def line() -> AsyncIterator[Line]:
    line = Line()
    config = uvicorn.Config(
        line.application, port=0, lifespan="off", log_level="error", http=CuttableProtocol, ws=SocketProtocol
    )
    server = uvicorn.Server(config)
    listening = config.bind_socket()
    line.address = f"127.0.0.1:{listening.getsockname()[1]}"
    serving = asyncio.ensure_future(server.serve(sockets=[listening]))
    yield line
    line.application.close()
    server.should_exit = True
    await serving


async def test_a_socket_welcomes_its_agent_and_echoes_the_keep_alive(line: Line) -> None:
    async with await connect(f"{await line.subscribe()}?orgId={line.tenancy.org_id}", proxy=None) as socket:
        welcome = await frame(socket)
        assert (welcome["type"], welcome["data"]["agentId"]) == ("Welcome", ADA.agent_id)
        await socket.send(KEEPALIVE)
        assert await frame(socket) == json.loads(KEEPALIVE)
    await line.has_recorded("Disconnected")


async def test_an_address_opens_once_and_only_if_it_was_given(line: Line) -> None:
    address = f"{await line.subscribe()}?orgId={line.tenancy.org_id}"
    async with await connect(address, proxy=None):
        with pytest.raises(InvalidStatus):
            await connect(address, proxy=None)
    with pytest.raises(InvalidStatus):
        await connect(f"ws://{line.address}/notifs/guess?orgId={line.tenancy.org_id}", proxy=None)
    assert line.tenancy.traffic.after()[-1].verdict is Verdict.UNKNOWN_REQUEST


async def test_what_is_not_a_keep_alive_is_recorded(line: Line) -> None:
    async with await line.open() as socket:
        await socket.send('{"please": "listen"}')
        await socket.send(KEEPALIVE)
        await frame(socket)
    assert [made.name for made in line.tenancy.traffic.after() if made.verdict is not Verdict.OK] == ["unknown frame"]


UNREADABLE = [
    (b"\x00\xff", "The frame is binary; expected a text that is a JSON object."),
    (KEEPALIVE.encode(), "The frame is binary; expected a text that is a JSON object."),
    ("", "The frame is not JSON (Expecting value at character 0); expected an object."),
    ("{} {}", "The frame is not JSON (Extra data at character 3); expected an object."),
    ("[]", "The frame is a list; expected a JSON object."),
    ("null", "The frame is null; expected a JSON object."),
    ('"keepalive"', "The frame is a text; expected a JSON object."),
    (
        '{"keepalive": "true", "keepalive": "true"}',
        'The frame has the member "keepalive" more than once in one object; expected each name once.',
    ),
    (
        '{"a":' * 50_000,
        (
            "The frame nests more than 100 objects and lists within each other, from character 500 on; "
            "expected at most 100."
        ),
    ),
]


async def send_broken_utf_8(socket: ClientConnection) -> None:
    """A text frame, masked as a client has to, whose payload is not UTF-8."""
    await socket.ping()
    socket.transport.write(b"\x81\x82\x00\x00\x00\x00\xc3\x28")


def rejections(line: Line) -> list[tuple[str, str, Any, Any]]:
    entries = [entry for entry in line.tenancy.journal.after() if entry.kind is EntryKind.REJECTION]
    return [(entry.name, entry.cause, entry.data["agent"], entry.data["message"]) for entry in entries]


def misfits(line: Line) -> list[tuple[str, Verdict]]:
    return [(made.name, made.verdict) for made in line.tenancy.traffic.after() if made.verdict is not Verdict.OK]


@pytest.mark.parametrize(("sent", "sentence"), UNREADABLE)
async def test_a_frame_that_cannot_be_read_closes_its_socket_and_no_other(
    line: Line, sent: str | bytes, sentence: str, caplog: pytest.LogCaptureFixture
) -> None:
    mine, mine_too, bo = (
        await line.open(allowMultiLogin=True),
        await line.open(allowMultiLogin=True),
        await line.open(BO),
    )
    async with mine, mine_too, bo:
        await mine.send(sent)
        assert await close_code(mine) == 4400
        await line.has_recorded("Disconnected")
        for other in (mine_too, bo):
            await other.send(KEEPALIVE)
            assert await frame(other) == json.loads(KEEPALIVE)
    assert rejections(line) == [("UNREADABLE_FRAME", "notification socket", "ada", sentence)]
    assert misfits(line) == [("unreadable frame", Verdict.BAD_REQUEST)]
    assert caplog.records == []


async def test_a_frame_that_is_not_utf_8_is_refused_by_the_library_and_written_down(
    line: Line, caplog: pytest.LogCaptureFixture
) -> None:
    async with await line.open() as ada, await line.open(BO) as bo:
        await send_broken_utf_8(ada)
        assert await close_code(ada) == 1007
        await line.has_recorded("Disconnected")
        await bo.send(KEEPALIVE)
        assert await frame(bo) == json.loads(KEEPALIVE)
    expected = "The frame is not UTF-8; expected a JSON object in UTF-8."
    assert rejections(line) == [("UNREADABLE_FRAME", "notification socket", "ada", expected)]
    assert misfits(line) == [("unreadable frame", Verdict.BAD_REQUEST)]
    assert caplog.records == []


async def test_a_silent_socket_does_not_even_close_for_a_frame_that_cannot_be_read(line: Line) -> None:
    async with await line.open() as socket:
        line.tenancy.faults.arm(kind=FaultKind.GOES_SILENT, where="ada")
        await socket.send(b"\x00")
        await socket.send("{")
        await (await socket.ping())  # the frames before it were read
    assert rejections(line) == []


async def mercury_of(line: Line, person: Any = ADA) -> ClientConnection:
    body = {"name": "desktop", "deviceType": "WEB", "model": "desktop"}
    answer = await line.ask("/wdm/api/v1/devices", body, person)
    assert answer.status_code == 200, answer.text
    client = answer.json()["webSocketUrl"].rpartition("/")[2]
    return await connect(f"ws://{line.address}/mercury/{client}?orgId={line.tenancy.org_id}", proxy=None)


def authorization(line: Line, person: Any = ADA) -> str:
    data = {"token": line.bearer(person)["Authorization"]}
    return json.dumps({"id": "1", "type": "authorization", "data": data})


@pytest.mark.parametrize("authorized", [True, False])
@pytest.mark.parametrize(("sent", "sentence"), UNREADABLE)
async def test_a_frame_that_cannot_be_read_closes_its_mercury_socket_and_no_other(
    line: Line, sent: str | bytes, sentence: str, authorized: bool, caplog: pytest.LogCaptureFixture
) -> None:
    async with await mercury_of(line) as ada, await mercury_of(line, BO) as bo:
        await bo.send(authorization(line, BO))
        await frame(bo)
        if authorized:
            await ada.send(authorization(line))
            await frame(ada)
        await ada.send(sent)
        assert await close_code(ada) == 4400
        await bo.send('{"id": "2", "type": "ping"}')
        assert (await frame(bo))["type"] == "pong"
    assert rejections(line) == [("UNREADABLE_FRAME", "mercury socket", "ada", sentence)]
    assert misfits(line) == [("unreadable frame", Verdict.BAD_REQUEST)]
    assert caplog.records == []


@pytest.mark.parametrize("authorized", [True, False])
async def test_a_mercury_frame_that_is_not_utf_8_is_written_down(line: Line, authorized: bool) -> None:
    async with await mercury_of(line) as ada:
        if authorized:
            await ada.send(authorization(line))
            await frame(ada)
        await send_broken_utf_8(ada)
        assert await close_code(ada) == 1007
    await line.has_recorded("UNREADABLE_FRAME")
    expected = "The frame is not UTF-8; expected a JSON object in UTF-8."
    assert rejections(line) == [("UNREADABLE_FRAME", "mercury socket", "ada", expected)]


async def test_frames_go_to_every_socket_of_the_agent_and_to_no_other(line: Line) -> None:
    first, second = await line.open(allowMultiLogin=True), await line.open(allowMultiLogin=True)
    bo = await line.open(BO)
    async with first, second, bo:
        await line.sign_in()
        for socket in (first, second):
            names = [(await frame(socket))["data"]["type"] for _ in range(2)]
            assert names == ["AgentStationLoginSuccess", "AgentDNRegistered"]
        await bo.send(KEEPALIVE)
        assert await frame(bo) == json.loads(KEEPALIVE)


async def test_a_second_instance_supersedes_the_first(line: Line) -> None:
    async with await line.open() as first, await line.open():
        close = await frame(first)
        assert (close["type"], close["data"]["type"]) == ("AGENT_MULTI_LOGIN", "AgentMultiLoginCloseSession")


async def test_the_end_of_a_superseded_socket_is_not_an_event(line: Line) -> None:
    """So the journal does not hang on which of two browsers is the quicker."""
    async with await line.open() as first:
        second = await line.open()
        await frame(first)
    await second.close()
    await line.has_recorded("Disconnected")
    gone = [entry.data["connectionId"] for entry in line.tenancy.journal.after() if entry.name == "Disconnected"]
    assert gone == ["connection-0002"]


async def test_a_second_instance_that_does_not_force_is_refused(line: Line) -> None:
    async with await line.open():
        body = {"force": False, "clientType": "test", "allowMultiLogin": False}
        answer = await line.ask("/wcc/v1/notification/subscribe", body)
        assert (answer.status_code, answer.json()["error"]["reason"]) == (409, "CONNECTED_ELSEWHERE")


async def test_a_closed_socket_can_be_opened_again(line: Line) -> None:
    async with await line.open() as socket:
        line.tenancy.faults.arm(kind=FaultKind.CLOSES_THE_SOCKET, where="ada")
        assert await close_code(socket) == 1012
    async with await line.open():
        assert len(line.tenancy.state.agents.active(ADA.agent_id)) == 1


async def test_a_silent_socket_stays_open_and_the_agent_counts_as_gone(line: Line) -> None:
    async with await line.open() as silent:
        await line.sign_in()
        await frame(silent), await frame(silent)
        line.tenancy.faults.arm(kind=FaultKind.GOES_SILENT, where="ada")
        assert line.tenancy.state.agents.sessions[ADA.agent_id].lost_since is not None
        await silent.send(KEEPALIVE)
        async with await line.open() as loud:
            await line.ask("/wcc/v1/agents/reload", {})
            assert (await frame(loud))["data"]["type"] == "AgentReloginSuccess"
        await silent.close()
        with pytest.raises(ConnectionClosed):
            await silent.recv()


async def test_an_available_agent_who_is_cut_off_is_idled_and_hears_so_on_return(line: Line) -> None:
    async with await line.open() as socket:
        await line.sign_in()
        await frame(socket), await frame(socket)
    await line.has_recorded("ConnectionLost")
    assert line.tenancy.state.agents.sessions[ADA.agent_id].state is AgentState.IDLE


async def test_a_cut_closes_sockets_and_refuses_new_ones(line: Line) -> None:
    async with await line.open() as socket:
        address = f"{await line.subscribe()}?orgId={line.tenancy.org_id}"
        fault = line.tenancy.faults.arm(kind=FaultKind.CUTS_EVERYTHING)
        assert await close_code(socket) == 1012
    with pytest.raises(httpx.TransportError):
        await line.ask("/wcc/v1/agents/reload", {})
    with pytest.raises(InvalidStatus):
        await connect(address, proxy=None)
    line.tenancy.faults.clear(fault.id)
    async with await connect(address, proxy=None) as back:
        assert (await frame(back))["type"] == "Welcome"


@pytest.mark.parametrize(
    ("kind", "names"),
    [
        (FaultKind.LOSES_AN_EVENT, ["AgentDNRegistered"]),
        (FaultKind.DELIVERS_TWICE, ["AgentStationLoginSuccess", "AgentStationLoginSuccess", "AgentDNRegistered"]),
    ],
)
@pytest.mark.parametrize("where", ["AgentStationLoginSuccess", "AgentSignedIn"])
async def test_a_frame_can_be_lost_or_doubled(line: Line, kind: FaultKind, names: list[str], where: str) -> None:
    async with await line.open() as socket:
        line.tenancy.faults.arm(kind=kind, where=where)
        await line.sign_in()
        assert [(await frame(socket))["data"]["type"] for _ in names] == names
        await socket.send(KEEPALIVE)
        assert await frame(socket) == json.loads(KEEPALIVE)


async def test_a_frame_can_read_otherwise(line: Line) -> None:
    async with await line.open() as socket:
        line.tenancy.faults.arm(
            kind=FaultKind.SENDS_OTHERWISE,
            where="AgentSignedIn",
            alteration=Alteration(set={"data.teamName": "Nobody"}, remove=("data.dn",)),
        )
        line.tenancy.faults.arm(kind=FaultKind.DELIVERS_TWICE, where="AgentSignedIn")
        await line.sign_in()
        sent = [(await frame(socket))["data"] for _ in range(2)]
    assert sent[0] == sent[1]
    assert (sent[0]["type"], sent[0]["teamName"]) == ("AgentStationLoginSuccess", "Nobody")
    assert "dn" not in sent[0]
    verdicts = {seen.verdict for seen in line.tenancy.traffic.after() if seen.name == "AgentStationLoginSuccess"}
    assert verdicts == {Verdict.ALTERED}


async def test_a_frame_without_what_is_to_change_is_no_occasion(line: Line) -> None:
    async with await line.open() as socket:
        line.tenancy.faults.arm(
            kind=FaultKind.SENDS_OTHERWISE, alteration=Alteration(remove=("data.nothing", "data.*.neither"))
        )
        await line.sign_in()
        assert (await frame(socket))["data"]["type"] == "AgentStationLoginSuccess"
    (fault,) = line.tenancy.faults.all()
    assert (fault.occasions, fault.fired) == (0, 0)


async def test_the_end_of_a_tenant_closes_its_sockets(line: Line) -> None:
    async with await line.open() as socket:
        line.application.tenants.close(line.tenancy.id)
        assert await close_code(socket) == 1001
