"""Ending a connection as a broken network does, without an answer.

ASGI knows no such thing, so the server's protocol offers it to the application as an extension of the scope.
"""

from __future__ import annotations

from typing import Any

from starlette.types import ASGIApp, Receive, Scope, Send
from uvicorn.protocols.http.h11_impl import H11Protocol

EXTENSION = "deskproof.hang_up"


class CuttableProtocol(H11Protocol):
    """uvicorn's HTTP protocol, whose connections the application can cut."""

    def __init__(self, *given: Any, **named: Any) -> None:
        super().__init__(*given, **named)
        self.app: Any = self._offering(self.app)

    def _offering(self, app: Any) -> ASGIApp:
        async def offering(scope: Scope, receive: Receive, send: Send) -> None:
            await app({**scope, "extensions": {**scope.get("extensions", {}), EXTENSION: self._cut}}, receive, send)

        return offering

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
