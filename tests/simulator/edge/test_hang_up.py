"""The server's protocol: which heads of requests it reads."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest
from starlette.types import Receive, Scope, Send
from uvicorn import Config
from uvicorn.server import ServerState

from deskproof.simulator.edge.hang_up import CuttableProtocol

START = b"GET /task HTTP/1.1\r\nHost: t-0001.localhost\r\nX-Long: "


class Written(asyncio.Transport):
    """A connection whose client reads nothing: what the server has written, and whether it has closed."""

    def __init__(self) -> None:
        super().__init__()
        self.text = b""
        self.closed = False

    def write(self, data: Any) -> None:
        self.text += data

    def close(self) -> None:
        self.closed = True

    def is_closing(self) -> bool:
        return self.closed


async def _app(scope: Scope, receive: Receive, send: Send) -> None:
    await send({"type": "http.response.start", "status": 204})
    await send({"type": "http.response.body"})


@pytest.fixture
async def connection() -> tuple[CuttableProtocol, Written]:
    protocol = CuttableProtocol(Config(_app, http=CuttableProtocol, lifespan="off"), ServerState(), {})
    transport = Written()
    protocol.connection_made(transport)
    return protocol, transport


async def test_a_head_may_come_in_pieces_of_16384_bytes_together(
    connection: tuple[CuttableProtocol, Written],
) -> None:
    protocol, transport = connection
    protocol.data_received(START)
    protocol.data_received(b"x" * (16_384 - len(START)))
    assert not transport.closed
    protocol.data_received(b"\r\n\r\n")
    await asyncio.gather(*protocol.tasks)
    assert transport.text.startswith(b"HTTP/1.1 204")
    protocol.data_received(START)  # the next request has a head of its own
    assert not transport.closed


async def test_a_head_that_does_not_end_is_refused(connection: tuple[CuttableProtocol, Written]) -> None:
    protocol, transport = connection
    protocol.data_received(START)
    protocol.data_received(b"x" * (16_385 - len(START)))
    assert transport.text.startswith(b"HTTP/1.1 400")
    assert transport.text.endswith(b"larger than 16384 bytes; send a smaller one.")
    assert transport.closed


class Later:
    """A loop on which nothing is due until a test says so."""

    def __init__(self) -> None:
        self.due: dict[asyncio.TimerHandle, float] = {}

    def call_later(self, delay: float, callback: Any, *given: Any) -> asyncio.TimerHandle:
        timer = asyncio.TimerHandle(delay, callback, given, asyncio.get_running_loop())
        self.due[timer] = delay
        return timer

    def waiting(self) -> list[float]:
        return [delay for timer, delay in self.due.items() if not timer.cancelled()]


async def test_a_head_that_comes_too_slowly_is_refused(
    connection: tuple[CuttableProtocol, Written], monkeypatch: pytest.MonkeyPatch
) -> None:
    protocol, transport = connection
    later = Later()
    monkeypatch.setattr(protocol, "loop", later)
    protocol.data_received(START)
    protocol.data_received(b"x")  # more of it starts no other wait
    assert later.waiting() == [30]
    (timer,) = later.due
    timer._run()
    assert transport.text.endswith(b"not come after 30 seconds; send it at once.")
    assert transport.closed


@pytest.mark.parametrize("ended", ["by its end", "by the client"])
async def test_nobody_waits_for_a_head_that_has_ended(
    connection: tuple[CuttableProtocol, Written], monkeypatch: pytest.MonkeyPatch, ended: str
) -> None:
    protocol, _transport = connection
    later = Later()
    with monkeypatch.context() as patch:
        patch.setattr(protocol, "loop", later)
        protocol.data_received(START)
        assert later.waiting() == [30]
        if ended == "by the client":
            protocol.connection_lost(None)
    if ended == "by its end":
        protocol.data_received(b"x\r\n\r\n")
        await asyncio.gather(*protocol.tasks)
    assert later.waiting() == []
