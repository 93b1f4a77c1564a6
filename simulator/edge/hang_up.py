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


SLOWEST_HEAD_SECONDS = 30
"""Real seconds from the first byte of a request until its head has come."""


class CuttableProtocol(HttpToolsProtocol):
    """uvicorn's HTTP protocol, whose connections the application can cut. It refuses (400) a head without end, be it in
    bytes or in time.
    """

    def __init__(self, *given: Any, **named: Any) -> None:
        super().__init__(*given, **named)
        self._head: int | None = None
        self._patience: asyncio.TimerHandle | None = None

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]  # as uvicorn has it
        super().connection_made(Packets(transport))

    def data_received(self, data: bytes) -> None:
        super().data_received(data)
        if self._head is None:
            self._stop_waiting()
            return
        self._head += len(data)
        if self._head > LARGEST_HEAD:
            self._refuse_head(f"The head of the request is larger than {LARGEST_HEAD} bytes; send a smaller one.")
        elif self._patience is None:
            sentence = f"The head of the request has not come after {SLOWEST_HEAD_SECONDS} seconds; send it at once."
            self._patience = self.loop.call_later(SLOWEST_HEAD_SECONDS, self._refuse_head, sentence)

    def connection_lost(self, exc: Exception | None) -> None:
        self._stop_waiting()
        super().connection_lost(exc)

    def on_message_begin(self) -> None:
        super().on_message_begin()
        self._head = 0
        scope: Scope = self.scope  # type: ignore[assignment]  # a dict with more keys than uvicorn's types name
        scope["extensions"] = {EXTENSION: self._cut}

    def on_headers_complete(self) -> None:
        self._head = None
        super().on_headers_complete()

    def _refuse_head(self, sentence: str) -> None:
        self._stop_waiting()
        if not self.transport.is_closing():
            self.send_400_response(sentence)

    def _stop_waiting(self) -> None:
        if self._patience is not None:
            self._patience.cancel()
            self._patience = None

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
