"""What all sockets of the product do: send what is in the outbox, read what comes in, and end both when one ends.

Rule: a frame reaches its socket's code only as a JSON object. Any other frame is refused here, for all sockets, and the
socket closes.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass
from typing import TypeAlias

from starlette.types import Message
from starlette.websockets import WebSocket, WebSocketDisconnect

from deskproof.simulator.wire.kernel.json_text import Unreadable, read_object

BAD_REQUEST = 4400
"""The close code after a frame that cannot be read; the vendor's client knows it by this name."""
RESTARTING = 1012
"""The close code of a service that restarts: clients come back."""
GOING_AWAY = 1001
"""The close code of a tenant that ends."""


_BROKEN = {
    1002: "breaks the WebSocket protocol (RFC 6455)",
    1003: "is of a kind that is not accepted",
    1007: "is not UTF-8; expected a JSON object in UTF-8",
    1009: "is too large",
}
"""What the server's library closes a socket for, by its close code."""


@dataclass(frozen=True)
class Close:
    """Put in the outbox instead of a frame: close the socket with this code."""

    code: int


Outbox: TypeAlias = "asyncio.Queue[str | Close]"


async def write_out(websocket: WebSocket, outbox: Outbox) -> None:
    """Send what is put in the outbox, in order, until it says to close."""
    while True:
        match await outbox.get():
            case Close(code=code):
                await websocket.close(code)
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
            if (why := _BROKEN.get(message.get("code", GOING_AWAY))) is not None:
                refuse(f"The frame {why}.")
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
        if not task.cancelled() and not isinstance(task.exception(), (WebSocketDisconnect, type(None))):
            task.result()
