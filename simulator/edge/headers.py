"""The default headers of every answer, and the Date of its tenant."""

from __future__ import annotations

from collections.abc import Mapping
from email.utils import formatdate

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from deskproof.simulator.domain.values import SECOND
from deskproof.simulator.edge.context import context_of
from deskproof.simulator.runtime.clock import Clock

HEADERS: Mapping[str, str] = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",
}


class CommonHeaders:
    """Adds `HEADERS` and `Date`."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        tenancy = context_of(scope).tenancy
        now = (Clock.real() if tenancy is None else tenancy.clock).now()
        always = {**HEADERS, "Date": formatdate(now // SECOND, usegmt=True)}

        async def sending(message: Message) -> None:
            if message["type"] in ("http.response.start", "websocket.http.response.start"):
                headers = MutableHeaders(scope=message)
                for name, value in always.items():
                    headers.setdefault(name, value)
            await send(message)

        await self._app(scope, receive, sending)
