"""Authentication of each request, once; later handlers read the caller from the context."""

from __future__ import annotations

from starlette.types import ASGIApp, Receive, Scope, Send

from deskproof.simulator.edge.context import context_of


class Authentication:
    """Lets the site find the caller before anything of a body is read."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        context = context_of(scope)
        refusal = context.site.authenticate(scope, context)
        await (self._app if refusal is None else refusal)(scope, receive, send)


def bearer_of(scope: Scope) -> str:
    """The bearer token of a request; empty when it has none."""
    given = next((value for name, value in scope["headers"] if name == b"authorization"), b"")
    scheme, _, token = given.decode("latin-1").partition(" ")
    return token.strip() if scheme.lower() == "bearer" else ""
