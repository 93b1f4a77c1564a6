"""What all sockets of the product do: send what is in the outbox, and end both ways when one ends."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable
from dataclasses import dataclass
from typing import TypeAlias

from starlette.websockets import WebSocket, WebSocketDisconnect

RESTARTING = 1012
"""The close code of a service that restarts: clients come back."""
GOING_AWAY = 1001
"""The close code of a tenant that ends."""


@dataclass(frozen=True)
class Close:
    """Told to a socket instead of a frame: close with this code."""

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


async def first_of(*ways: Awaitable[None]) -> None:
    """Run until the first of them ends, then end the others."""
    tasks = [asyncio.ensure_future(way) for way in ways]
    try:
        done, _ = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
    for task in done:
        if not task.cancelled() and not isinstance(task.exception(), (WebSocketDisconnect, type(None))):
            task.result()
