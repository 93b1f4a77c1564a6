"""Routes whose refusals (404, 405, ...) one function answers, and whose exceptions go on to the chain."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from starlette.exceptions import HTTPException
from starlette.middleware.exceptions import ExceptionMiddleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Router
from starlette.types import ASGIApp, Receive, Scope, Send

Refused = Callable[[Request, HTTPException], Response]


def routed(routes: Sequence[BaseRoute], refused: Refused) -> ASGIApp:
    """An application of these routes. `refused` answers every HTTPException, a path without a route among them.

    Starlette's own application would also answer unexpected exceptions, before the chain sees them.
    """

    async def refuse(request: Request, error: Exception) -> Response:
        assert isinstance(error, HTTPException)  # noqa: S101  registered for no other
        return refused(request, error)

    app = ExceptionMiddleware(Router(routes), handlers={HTTPException: refuse})

    async def with_app(scope: Scope, receive: Receive, send: Send) -> None:
        await app({**scope, "app": app}, receive, send)  # routes raise their refusals only where they see an app

    return with_app
