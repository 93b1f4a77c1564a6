"""Ending a connection as a broken network does, without an answer.

ASGI knows no such thing, so the server's protocol offers it to the application as an extension of the scope.
"""

from __future__ import annotations

import asyncio
from typing import Any

from starlette.types import Receive, Scope
from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

from deskproof.simulator.edge.packets import Packets

EXTENSION = "deskproof.hang_up"

LARGEST_HEAD = 16 * 1024
"""Bytes of a request line and headers that are read while their end has not come."""


class CuttableProtocol(HttpToolsProtocol):
    """uvicorn's HTTP protocol, whose connections the application can cut. It refuses (400) a head without end."""

    def __init__(self, *given: Any, **named: Any) -> None:
        super().__init__(*given, **named)
        self._head: int | None = None

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]  # as uvicorn has it
        super().connection_made(Packets(transport))

    def data_received(self, data: bytes) -> None:
        super().data_received(data)
        if self._head is not None:
            self._head += len(data)
            if self._head > LARGEST_HEAD and not self.transport.is_closing():
                self.send_400_response(
                    f"The head of the request is larger than {LARGEST_HEAD} bytes; send a smaller one."
                )

    def on_message_begin(self) -> None:
        super().on_message_begin()
        self._head = 0
        scope: Scope = self.scope  # type: ignore[assignment]  # a dict with more keys than uvicorn's types name
        scope["extensions"] = {EXTENSION: self._cut}

    def on_headers_complete(self) -> None:
        self._head = None
        super().on_headers_complete()

    def _cut(self) -> None:
        self.transport.abort()


async def hang_up(scope: Scope, receive: Receive) -> None:
    """Cut the connection of a request; return when it is gone. ConnectionAbortedError where the server cannot cut."""
    cut = scope.get("extensions", {}).get(EXTENSION)
    if cut is None:
        raise ConnectionAbortedError("the connection was cut")
    cut()
    while (await receive())["type"] != "http.disconnect":
        pass
