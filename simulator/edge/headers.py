"""The default headers of every answer, and the Date of its tenant."""

from __future__ import annotations

from collections.abc import Mapping
from email.utils import formatdate
from functools import lru_cache

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from deskproof.simulator.domain.values import SECOND
from deskproof.simulator.edge.context import context_of
from deskproof.simulator.runtime.clock import Clock

HEADERS: Mapping[str, str] = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",
}

_ALWAYS = tuple((name.lower().encode(), value.encode()) for name, value in HEADERS.items())


@lru_cache
def _date(seconds: int) -> bytes:
    return formatdate(seconds, usegmt=True).encode()


class CommonHeaders:
    """Adds `HEADERS` and `Date`."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        tenancy = context_of(scope).tenancy
        now = (Clock.real() if tenancy is None else tenancy.clock).now()
        date = (b"date", _date(now // SECOND))

        async def sending(message: Message) -> None:
            if message["type"] in ("http.response.start", "websocket.http.response.start"):
                headers = list(message.get("headers", ()))
                given = {name.lower() for name, _ in headers}
                headers += [(name, value) for name, value in (*_ALWAYS, date) if name not in given]
                message["headers"] = headers
            await send(message)

        await self._app(scope, receive, sending)
