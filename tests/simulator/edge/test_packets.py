"""What leaves of a connection in one turn of the loop, and what comes before what."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest

from deskproof.simulator.edge.packets import MOST_GATHERED, Packets


class _Sent(asyncio.Transport):
    """A connection: what was written, each write for itself, and how it ended."""

    def __init__(self) -> None:
        super().__init__()
        self.packets: list[bytes] = []
        self.ended = ""

    def write(self, data: Any) -> None:
        self.packets.append(bytes(data))

    def close(self) -> None:
        self.ended = "closed"

    def abort(self) -> None:
        self.ended = "aborted"

    def is_closing(self) -> bool:
        return self.ended != ""


async def _turn() -> None:
    """Return when what was to be called in this turn of the loop has been called."""
    ended = asyncio.Event()
    asyncio.get_running_loop().call_soon(ended.set)
    await ended.wait()


async def test_what_is_written_in_one_turn_leaves_as_one_packet() -> None:
    sent = _Sent()
    packets = Packets(sent)
    packets.write(b"head ")
    packets.write(b"body")
    assert sent.packets == []
    await _turn()
    packets.write(b"next")
    await _turn()
    assert sent.packets == [b"head body", b"next"]


@pytest.mark.parametrize("size", [MOST_GATHERED, MOST_GATHERED + 1])
async def test_much_leaves_at_once_so_that_the_transport_can_hold_the_writer_up(size: int) -> None:
    sent = _Sent()
    Packets(sent).write(b"x" * size)
    assert bool(sent.packets) is (size > MOST_GATHERED)


async def test_a_close_comes_after_what_was_written_and_an_abort_drops_it() -> None:
    closed, aborted = _Sent(), _Sent()
    closing, aborting = Packets(closed), Packets(aborted)
    for packets in (closing, aborting):
        packets.write(b"last")
    closing.close()
    aborting.abort()
    await _turn()
    assert (closed.packets, closed.ended) == ([b"last"], "closed")
    assert (aborted.packets, aborted.ended) == ([], "aborted")


async def test_nothing_is_written_to_a_connection_that_closed_meanwhile() -> None:
    sent = _Sent()
    Packets(sent).write(b"late")
    sent.close()
    await _turn()
    assert sent.packets == []
