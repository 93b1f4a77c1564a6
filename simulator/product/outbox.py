"""What all sockets of the product do: send what is in the outbox, read what comes in, and end both when one ends.

Rule: a frame reaches its socket's code only as a JSON object. Any other frame is refused here, for all sockets, and the
socket closes.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass

from starlette.types import Message
from starlette.websockets import WebSocket, WebSocketDisconnect, WebSocketDisconnected

from deskproof.simulator.product.close_codes import BAD_REQUEST, GOING_AWAY, NOT_READ
from deskproof.simulator.product.socket_protocol import end_now, refused_for
from deskproof.simulator.wire.kernel.json_text import Unreadable, read_object

MOST_WAITING = 2_000
"""Frames that wait for a socket. One whose client reads so little that more would wait is closed."""

LAST_SECONDS = 2
"""Real seconds in which a client may still read what was sent before its socket was to close."""

ENDED: tuple[type[Exception], ...] = (WebSocketDisconnect, WebSocketDisconnected)
"""What sending on a socket raises that has ended, because its client left or because it was closed from the other of
its two tasks.
"""

_BROKEN = {
    1002: "breaks the WebSocket protocol (RFC 6455)",
    1007: "is not UTF-8; expected a JSON object in UTF-8",
    1009: "is too large",
}
"""What the server's library closes a socket for, by its close code."""


@dataclass(frozen=True)
class Close:
    """Put in the outbox instead of a frame: close the socket with this code."""

    code: int


class Outbox(asyncio.Queue["str | Close"]):
    """What is to leave on a socket, in order."""

    def __init__(self) -> None:
        super().__init__()
        self.overflowed = False
        self.left = asyncio.Event()
        """Set when the close has left."""
        self._ends = asyncio.Event()
        self._code = GOING_AWAY

    def offer(self, text: str) -> bool:
        """Put a frame in. False, and the socket closes, where `MOST_WAITING` frames wait; no frame is put in after
        that.
        """
        if self.qsize() >= MOST_WAITING and not self.overflowed:
            self.overflowed = True
            self.end(NOT_READ)
        if not self.overflowed:
            self.put_nowait(text)
        return not self.overflowed

    def end(self, code: int) -> None:
        """Close the socket with this code after what is in the outbox."""
        self._code = code
        self._ends.set()
        self.put_nowait(Close(code))

    async def held_up(self) -> int | None:
        """Return the code to close with when a socket that is to close cannot do so because nobody reads it; None when
        it has closed.
        """
        await self._ends.wait()
        if not self.overflowed:
            try:
                await asyncio.wait_for(self.left.wait(), LAST_SECONDS)
            except TimeoutError:
                return self._code
            return None
        return self._code


async def converse(websocket: WebSocket, outbox: Outbox, reading: Awaitable[None]) -> None:
    """Send and read until one of both ends. A client that does not read holds up neither."""
    await first_of(write_out(websocket, outbox), reading, _given_up(websocket, outbox))


async def _given_up(websocket: WebSocket, outbox: Outbox) -> None:
    if (code := await outbox.held_up()) is not None:
        end_now(websocket.scope, code)


async def write_out(websocket: WebSocket, outbox: Outbox) -> None:
    """Send what is put in the outbox, in order, until it says to close."""
    while True:
        match await outbox.get():
            case Close(code=code):
                await websocket.close(code)
                outbox.left.set()
                return
            case text:
                await websocket.send_text(text)


async def frames(websocket: WebSocket, refuse: Callable[[str], bool]) -> AsyncIterator[str]:
    """The texts that come in until the socket ends, each a JSON object. `refuse` gets a sentence on any other frame
    and returns whether the socket closes.
    """
    while True:
        message = await websocket.receive()
        if message["type"] == "websocket.disconnect":
            if (code := refused_for(websocket.scope)) in _BROKEN:
                refuse(f"The frame {_BROKEN[code]}.")
            return
        try:
            text = _text(message)
        except Unreadable as error:
            if not refuse(f"The frame {error}."):
                continue
            await websocket.close(BAD_REQUEST)
            return
        yield text


def _text(message: Message) -> str:
    text: str | None = message.get("text")
    if text is None:
        raise Unreadable("is binary; expected a text that is a JSON object")
    read_object(text)
    return text


async def first_of(*awaitables: Awaitable[None]) -> None:
    """Run until the first of them ends, then end the others."""
    tasks = [asyncio.ensure_future(awaitable) for awaitable in awaitables]
    try:
        done, _ = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
    for task in done:
        if not task.cancelled() and not isinstance(task.exception(), (*ENDED, type(None))):
            task.result()
