"""What waits for a socket is bounded: a client that does not read is closed, and holds up nobody."""

from __future__ import annotations

import base64
import json
import random

import pytest

from deskproof.simulator.product import outbox
from deskproof.simulator.product.services import services_of
from deskproof.simulator.product.sockets import Socket
from deskproof.simulator.wire.calling.shapes import MercuryPing
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

SENTENCE = "The client reads too little: 2000 frames wait for it, so its socket closes."
MUCH = base64.b64encode(random.Random(1).randbytes(100_000)).decode()
"""200 such frames do not fit into what a system holds for a client that reads nothing, compressed or not."""


def socket_of(line: Line) -> Socket:
    """The server's side of Ada's notification socket."""
    (socket,) = services_of(line.tenancy).sockets.of(ADA.agent_id)
    return socket


async def test_two_thousand_frames_may_wait(line: Line) -> None:
    async with await line.open() as ada:
        for _ in range(2_000):
            services_of(line.tenancy).sockets.receive(socket_of(line), KEEPALIVE)
        for _ in range(2_000):
            await frame(ada)
    assert rejections(line) == []


async def test_a_client_for_which_more_would_wait_is_closed_and_no_other(line: Line) -> None:
    async with await line.open() as ada, await line.open(BO) as bo:
        socket = socket_of(line)
        for _ in range(2_003):
            services_of(line.tenancy).sockets.receive(socket, KEEPALIVE)
        assert await close_code(ada) == 1008
        await bo.send(KEEPALIVE)
        assert await frame(bo) == json.loads(KEEPALIVE)
    assert rejections(line) == [("UNREAD_FRAMES", "notification socket", "ada", SENTENCE)]
    await line.has_recorded("Disconnected")


async def test_a_mercury_client_for_which_more_would_wait_is_closed(line: Line) -> None:
    async with await mercury_of(line) as ada:
        await ada.send(authorization(line))
        await frame(ada)
        exchange = services_of(line.tenancy).exchange
        client = exchange.client_at("/mercury/client-0001")
        assert client is not None
        for number in range(2_003):
            exchange.mercury.pong(client, MercuryPing(id=str(number), type="ping"))
        assert await close_code(ada) == 1008
    assert rejections(line) == [("UNREAD_FRAMES", "mercury socket", "ada", SENTENCE)]


async def test_a_client_that_reads_nothing_is_closed_behind_what_has_left(line: Line) -> None:
    async with await line.open() as ada:
        socket = socket_of(line)
        ada.transport.pause_reading()
        for _ in range(200):
            socket.outbox.offer(MUCH)
        for _ in range(2_000):
            services_of(line.tenancy).sockets.receive(socket, KEEPALIVE)
        await line.has_recorded("Disconnected")
        assert socket.outbox.qsize() > 1_800
        ada.transport.resume_reading()
        assert await close_code(ada) == 1008


async def test_the_end_of_a_tenant_waits_for_no_client_that_reads_nothing(
    line: Line, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(outbox, "LAST_SECONDS", 0.1)
    async with await line.open() as ada:
        socket = socket_of(line)
        ada.transport.pause_reading()
        for _ in range(200):
            socket.outbox.offer(MUCH)
        services_of(line.tenancy).sockets.drop(ADA.agent_id)
        assert await socket.outbox.held_up() == 1012
        ada.transport.resume_reading()
        assert await close_code(ada) == 1012
        assert socket.outbox.qsize() > 10


@pytest.mark.parametrize("ended", outbox.ENDED, ids=lambda kind: kind.__name__)
async def test_the_end_of_a_socket_is_not_an_error(ended: type[Exception]) -> None:
    async def sending() -> None:
        raise ended("the client has gone")

    async def broken() -> None:
        raise ValueError("anything else is")

    await outbox.first_of(sending())
    with pytest.raises(ValueError, match="anything else is"):
        await outbox.first_of(broken())
