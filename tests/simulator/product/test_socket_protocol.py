"""The server's WebSocket protocol: a client that does not take the close is cut."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest
from starlette.responses import Response
from starlette.types import Receive, Scope, Send
from uvicorn import Config
from uvicorn.protocols.utils import ClientDisconnected
from uvicorn.server import ServerState

from deskproof.simulator.product.socket_protocol import SocketProtocol, end_now

HANDSHAKE = (
    b"GET /notifs/x HTTP/1.1\r\nHost: t-0001.localhost\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
    b"Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n\r\n"
)
PATIENCE = 20
"""Seconds after which what did not happen fails its test."""
CLOSE_1008 = b"\x88\x02\x03\xf0"


class Deaf(asyncio.Transport):
    """A connection whose client reads nothing, so that it ends only when it is cut."""

    def __init__(self) -> None:
        super().__init__()
        self.text = b""
        self.closing = False
        self.cut = asyncio.Event()

    def write(self, data: Any) -> None:
        self.text += data

    def close(self) -> None:
        self.closing = True

    def abort(self) -> None:
        self.cut.set()

    def is_closing(self) -> bool:
        return self.closing

    def pause_reading(self) -> None:
        """Nothing comes."""

    def resume_reading(self) -> None:
        """Nothing comes."""


class Served:
    """A WebSocket that the server has accepted; the application waits until it is told to go on."""

    def __init__(self) -> None:
        self.scope: Scope = {}
        self.accepted = asyncio.Event()
        self.go_on = asyncio.Event()
        self.transport = Deaf()
        self.protocol = SocketProtocol(
            Config(self._app, interface="asgi3", ws=SocketProtocol, lifespan="off"), ServerState(), {}
        )
        self.protocol.connection_made(self.transport)
        self.protocol.close_timeout = 0

    async def is_cut(self) -> None:
        async with asyncio.timeout(PATIENCE):
            await self.transport.cut.wait()

    async def _app(self, scope: Scope, receive: Receive, send: Send) -> None:
        self.scope = scope
        await send({"type": "websocket.accept"})
        self.accepted.set()
        await self.go_on.wait()
        await send({"type": "websocket.close", "code": 1008})


@pytest.fixture
async def served() -> Served:
    served = Served()
    served.protocol.data_received(HANDSHAKE)
    async with asyncio.timeout(PATIENCE):
        await served.accepted.wait()
    return served


async def test_a_socket_can_be_closed_although_its_client_does_not_read(served: Served) -> None:
    served.protocol.pause_writing()
    end_now(served.scope, 1008)
    assert served.transport.text.endswith(CLOSE_1008)
    await served.is_cut()


async def test_a_socket_closes_once(served: Served) -> None:
    end_now(served.scope, 1008)
    end_now(served.scope, 1008)
    assert served.transport.text.count(CLOSE_1008) == 1


async def test_a_client_that_does_not_answer_the_close_is_cut(served: Served) -> None:
    served.go_on.set()
    await served.is_cut()
    assert served.transport.text.endswith(CLOSE_1008)


async def test_a_client_that_answers_no_ping_is_cut(served: Served) -> None:
    served.protocol.keepalive_timeout()
    await served.is_cut()
    assert served.transport.closing


@pytest.mark.parametrize(
    "broken",
    [
        HANDSHAKE.replace(b"\r\n\r\n", b"\r\nContent-Length: 2\r\n\r\n{}"),
        HANDSHAKE.replace(b"\r\n\r\n", b"\r\n" + b"X-A: b\r\n" * 200 + b"\r\n"),
        HANDSHAKE.replace(b"\r\n\r\n", b"\r\nX-A: " + b"a" * 9_000 + b"\r\n\r\n"),
        HANDSHAKE.replace(b"Host:", b"Ho st:"),
    ],
    ids=["with a body", "with many headers", "with a long header", "with a broken header"],
)
async def test_a_handshake_that_cannot_be_read_is_refused(broken: bytes) -> None:
    served = Served()
    served.protocol.data_received(broken)
    served.protocol.data_received(b"more")
    head, body = served.transport.text.split(b"\r\n\r\n")
    assert head.split(b"\r\n") == [
        b"HTTP/1.1 400 Bad Request",
        b"Content-Type: text/plain; charset=utf-8",
        b"Content-Length: %d" % len(body),
        b"X-Content-Type-Options: nosniff",
        b"Connection: close",
    ]
    assert body == (
        b"The request for a WebSocket cannot be read; expected a handshake as in RFC 6455 4.1, without a body.\n"
    )
    assert served.transport.closing


async def test_an_applications_refusal_is_not_an_error(caplog: pytest.LogCaptureFixture) -> None:
    transport = Deaf()
    protocol = SocketProtocol(
        Config(_refusing, interface="asgi3", ws=SocketProtocol, lifespan="off", log_config=None), ServerState(), {}
    )
    protocol.connection_made(transport)
    protocol.data_received(HANDSHAKE)
    await asyncio.gather(*protocol.tasks)
    assert transport.text.startswith(b"HTTP/1.1 401 ")
    assert transport.text.endswith(b"who?")
    assert transport.closing
    assert [record.message for record in caplog.records if record.levelname == "ERROR"] == []


async def _refusing(scope: Scope, receive: Receive, send: Send) -> None:
    await Response("who?", 401)(scope, receive, send)


async def test_what_is_sent_after_a_broken_frame_meets_a_client_that_has_gone(served: Served) -> None:
    served.protocol.data_received(b"\x81\x82" + bytes(4) + b"\xff\xff")
    assert served.transport.text.endswith(b"\x88\x02\x03\xef")  # 1007
    for message in ({"type": "websocket.send", "text": "{}"}, {"type": "websocket.close", "code": 1000}):
        with pytest.raises(ClientDisconnected):
            await served.protocol.send(message)


async def test_a_broken_frame_may_come_together_with_the_close(served: Served) -> None:
    mask = bytes(4)
    served.protocol.data_received(b"\x81\x82" + mask + b"\xff\xff" + b"\x88\x82" + mask + b"\x03\xe8")
    assert served.transport.text.endswith(b"\x88\x02\x03\xe8")  # 1000, as the client said
    assert served.transport.closing
    end_now(served.scope, 1008)
    assert CLOSE_1008 not in served.transport.text
