"""Notification sockets over a real server and a real client: opening, keep-alive, take-over, faults of connections."""

from __future__ import annotations

import json

import httpx
import pytest
from starlette.types import Message
from uvicorn.protocols.utils import ClientDisconnected
from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed, InvalidStatus

from deskproof.simulator.domain.sessions.model import AgentState
from deskproof.simulator.product.services import services_of
from deskproof.simulator.product.site import place_names
from deskproof.simulator.runtime.alteration import Alteration
from deskproof.simulator.runtime.faults import FaultKind
from deskproof.simulator.runtime.traffic import Verdict
from deskproof.simulator.wire.catalogue import OPERATIONS
from tests.simulator.product.conftest import (
    ADA,
    BO,
    KEEPALIVE,
    Line,
    authorization,
    close_code,
    frame,
    mercury_of,
    rejections,
)


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


@pytest.mark.parametrize("path", ["/notifs/guess", "/mercury/guess"])
async def test_an_address_that_nobody_was_given_is_refused_and_recorded(line: Line, path: str) -> None:
    with pytest.raises(InvalidStatus):
        await connect(f"ws://{line.address}{path}?orgId={line.tenancy.org_id}", proxy=None)
    assert misfits(line) == [("unknown socket", Verdict.UNKNOWN_REQUEST)]


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


BROKEN = [
    (b"\x81\x82\x00\x00\x00\x00\xc3\x28", 1007, "is not UTF-8; expected a JSON object in UTF-8"),
    (b"\x83\x80\x00\x00\x00\x00", 1002, "breaks the WebSocket protocol (RFC 6455)"),
    (b"\x81\xff\x00\x00\x00\x00\x01\x00\x00\x01\x00\x00\x00\x00", 1009, "is too large"),
]
"""Frames, masked as a client has to: a text that is not UTF-8, a reserved opcode, and a text of one byte more than 16
MiB, of which only the head is sent.
"""


async def send_raw(socket: ClientConnection, frame: bytes) -> None:
    await socket.ping()
    socket.transport.write(frame)


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


@pytest.mark.parametrize(("sent", "code", "why"), BROKEN)
async def test_a_frame_that_the_library_refuses_is_written_down(
    line: Line, sent: bytes, code: int, why: str, caplog: pytest.LogCaptureFixture
) -> None:
    async with await line.open() as ada, await line.open(BO) as bo:
        await send_raw(ada, sent)
        assert await close_code(ada) == code
        await line.has_recorded("Disconnected")
        await bo.send(KEEPALIVE)
        assert await frame(bo) == json.loads(KEEPALIVE)
    assert rejections(line) == [("UNREADABLE_FRAME", "notification socket", "ada", f"The frame {why}.")]
    assert misfits(line) == [("unreadable frame", Verdict.BAD_REQUEST)]
    assert caplog.records == []


@pytest.mark.parametrize("code", [1000, 1002, 1003, 1007, 1009])
async def test_a_client_that_closes_has_sent_no_broken_frame(line: Line, code: int) -> None:
    async with await line.open() as ada:
        await ada.close(code)
        await line.has_recorded("Disconnected")
    assert (rejections(line), misfits(line)) == ([], [])


async def test_a_silent_socket_does_not_even_close_for_a_frame_that_cannot_be_read(line: Line) -> None:
    async with await line.open() as socket:
        line.tenancy.faults.arm(kind=FaultKind.GOES_SILENT, where="ada")
        await socket.send(b"\x00")
        await socket.send("{")
        await (await socket.ping())  # the frames before it were read
    assert rejections(line) == []


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


async def test_what_a_mercury_client_does_not_send_is_recorded(line: Line) -> None:
    async with await mercury_of(line) as ada:
        await ada.send(authorization(line))
        await frame(ada)
        await ada.send('{"id": "1", "type": "song"}')
        await ada.send('{"id": "2", "type": "ping"}')
        assert (await frame(ada))["type"] == "pong"
    assert misfits(line) == [("unknown frame", Verdict.UNKNOWN_REQUEST)]


@pytest.mark.parametrize("authorized", [True, False])
@pytest.mark.parametrize(("sent", "code", "why"), BROKEN)
async def test_a_mercury_frame_that_the_library_refuses_is_written_down(
    line: Line, authorized: bool, sent: bytes, code: int, why: str
) -> None:
    async with await mercury_of(line) as ada:
        if authorized:
            await ada.send(authorization(line))
            await frame(ada)
        await send_raw(ada, sent)
        assert await close_code(ada) == code
    await line.has_recorded("UNREADABLE_FRAME")
    assert rejections(line) == [("UNREADABLE_FRAME", "mercury socket", "ada", f"The frame {why}.")]


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


def test_faults_act_on_every_operation_and_on_both_sockets() -> None:
    operations = [operation.name for operation in OPERATIONS]
    assert place_names() == (*operations, "notification socket", "mercury socket")


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


async def test_a_revoked_grant_does_not_close_a_silent_socket(line: Line) -> None:
    async with await line.open() as silent:
        line.tenancy.faults.arm(kind=FaultKind.GOES_SILENT, where="ada")
        services_of(line.tenancy).tokens.revoke("ada")
        async with await line.open(BO) as loud:
            await loud.send(KEEPALIVE)
            await frame(loud)
        assert [made.detail for made in line.tenancy.traffic.after() if "its token was revoked" in made.detail] == []
        await silent.close()


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


async def test_a_revoked_grant_takes_its_sockets_along_and_no_other(line: Line) -> None:
    waiting = await line.subscribe(ADA, allowMultiLogin=True)
    async with await line.open(allowMultiLogin=True) as ada, await line.open(BO) as bo:
        services_of(line.tenancy).tokens.revoke("ada")
        assert await close_code(ada) == 4401
        await bo.send(KEEPALIVE)
        assert await frame(bo) == json.loads(KEEPALIVE)
    with pytest.raises(InvalidStatus):
        await connect(f"{waiting}?orgId={line.tenancy.org_id}", proxy=None)
    ended = next(entry for entry in line.tenancy.journal.after() if entry.name == "Disconnected")
    assert (ended.cause, ended.data["agent"]) == ("Disconnect", "ada")
    assert "connection-0002: its token was revoked" in [made.detail for made in line.tenancy.traffic.after()]


async def test_a_revoked_grant_takes_its_mercury_sockets_along_and_no_other(line: Line) -> None:
    async with await mercury_of(line) as ada, await mercury_of(line, BO) as bo:
        for socket, person in ((ada, ADA), (bo, BO)):
            await socket.send(authorization(line, person))
            await frame(socket)
        services_of(line.tenancy).tokens.revoke("ada")
        assert await close_code(ada) == 4401
        await bo.send('{"id": "2", "type": "ping"}')
        assert (await frame(bo))["type"] == "pong"


@pytest.mark.parametrize("path", ["/notifs/", "/mercury/"])
async def test_a_client_may_leave_while_it_is_answered(line: Line, path: str) -> None:
    if path == "/notifs/":
        address = await line.subscribe()
    else:
        body = {"name": "desktop", "deviceType": "WEB", "model": "desktop"}
        address = (await line.ask("/wdm/api/v1/devices", body)).json()["webSocketUrl"]
    await left(line, path + address.rpartition("/")[2], at="websocket.send")
    if path == "/notifs/":
        await line.has_recorded("Disconnected")


async def test_a_client_may_leave_before_its_socket_is_open(line: Line) -> None:
    address = await line.subscribe()
    with pytest.raises(ClientDisconnected):  # the server knows that this is no error
        await left(line, "/notifs/" + address.rpartition("/")[2], at="websocket.accept")
    assert services_of(line.tenancy).sockets.of(ADA.agent_id) == ()
    await line.has_recorded("Disconnected")


async def left(line: Line, path: str, *, at: str) -> None:
    """Serve a socket whose client has gone when a message of this type is sent to it."""
    coming: list[Message] = [{"type": "websocket.connect"}, {"type": "websocket.receive", "text": authorization(line)}]

    async def receive() -> Message:
        return coming.pop(0) if coming else {"type": "websocket.disconnect", "code": 1006}

    async def send(message: Message) -> None:
        if message["type"] == at:
            raise ClientDisconnected

    headers = [(b"host", line.tenancy.origins.desktop.removeprefix("http://").encode())]
    scope = {"type": "websocket", "path": path, "headers": headers, "query_string": b"", "scheme": "ws"}
    await line.application(scope, receive, send)
