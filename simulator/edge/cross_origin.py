"""Which pages may read an answer (CORS): the vendor's SDK runs in an application's own page (PROTOCOL 1.6).

Cookies are never allowed, because authentication is by bearer.
"""

from __future__ import annotations

from functools import lru_cache

from starlette.middleware.cors import CORSMiddleware
from starlette.types import ASGIApp, Receive, Scope, Send

from deskproof.simulator.edge.context import context_of

METHODS = ("GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS")
EXPOSED = ("trackingid", "Retry-After", "Location")
REMEMBERED_FOR = 600
"""Seconds a browser may keep the answer to a preflight."""


class CrossOrigin:
    """Answers preflights, and allows reading by the origins that the request's place names."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app
        self._readable_by = lru_cache(self._middleware)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        origins = context_of(scope).place.readable_by
        is_from_page = scope["type"] == "http" and any(name == b"origin" for name, _ in scope["headers"])
        app = self._readable_by(tuple(origins)) if origins and is_from_page else self._app
        await app(scope, receive, send)

    def _middleware(self, origins: tuple[str, ...]) -> ASGIApp:
        return CORSMiddleware(
            self._app,
            allow_origins=origins,
            allow_methods=METHODS,
            allow_headers=["*"],
            allow_private_network=True,
            expose_headers=EXPOSED,
            max_age=REMEMBERED_FOR,
        )
