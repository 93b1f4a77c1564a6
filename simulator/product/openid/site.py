"""A provider as a site of the edge: what its addresses are called, who may read them, and how a failure is answered."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from http import HTTPStatus

from starlette.datastructures import MutableHeaders
from starlette.exceptions import HTTPException
from starlette.requests import HTTPConnection, Request
from starlette.responses import JSONResponse, Response
from starlette.routing import BaseRoute
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from deskproof.simulator.edge.context import Place, RequestContext, Site, context_of
from deskproof.simulator.edge.routing import routed
from deskproof.simulator.runtime.tenancy import Tenancy
from deskproof.simulator.runtime.traffic import Verdict

STATIC = "/static/"

PROGRAMS: Mapping[str, str] = {
    "/.well-known/openid-configuration": "configuration",
    "/jwks": "keys",
    "/token": "token",
    "/userinfo": "userinfo",
}
"""The endpoints for programs. The pages of the tenant's desktop may read their answers."""

_NO_STORE = {"Cache-Control": "no-store"}

Notice = Callable[[HTTPConnection, str, Tenancy, int], Response]
"""Draws a page with a message: for a request, of a kind, at a tenant, with a status."""

_KINDS: Mapping[int, str] = {403: "forbidden", 404: "missing", 405: "missing"}
"""The kind of notice for an HTTP status; every other status is a request that could not be read."""


def provider_site(routes: list[BaseRoute], *, name: str, pages: Mapping[str, str], notice: Notice) -> Site:
    """The site of every tenant's provider. `name` is its name in faults and the prefix of the name of each
    address; `pages` are the addresses for people with their names.
    """
    names = {path: f"{name} {what}" for path, what in {**PROGRAMS, **pages}.items()}

    def place(scope: Scope, tenancy: Tenancy | None) -> Place:
        path = scope["path"]
        if path.startswith(STATIC):
            return Place(name=f"{name} file", is_recorded=False)
        origins = (tenancy.origins.desktop,) if path in PROGRAMS and tenancy is not None else ()
        return Place(name=names.get(path, name), groups=(name,), readable_by=origins)

    def failure(connection: HTTPConnection, context: RequestContext, status: int, sentence: str) -> Response:
        is_ours = status == HTTPStatus.TOO_MANY_REQUESTS or status >= HTTPStatus.INTERNAL_SERVER_ERROR
        if connection.scope["path"] in PROGRAMS:
            error = "temporarily_unavailable" if is_ours else "invalid_request"
            return JSONResponse({"error": error, "error_description": sentence}, status, headers=_NO_STORE)
        kind = "unavailable" if is_ours else "refused"
        response = notice(connection, kind, _tenancy(context), status)
        response.headers.update(_NO_STORE)
        return response

    def refused(request: Request, error: HTTPException) -> Response:
        context = context_of(request.scope)
        if error.status_code in (HTTPStatus.NOT_FOUND, HTTPStatus.METHOD_NOT_ALLOWED):
            context.verdict = Verdict.UNKNOWN_REQUEST
        kind = _KINDS.get(error.status_code, "refused")
        response = notice(request, kind, _tenancy(context), error.status_code)
        response.headers.update(error.headers or {})
        return response

    return Site(app=_Uncached(routed(routes, refused)), place=place, failure=failure)


def place_names(name: str, pages: Mapping[str, str]) -> tuple[str, ...]:
    """The names by which faults act at a provider: all of it, each address, its files."""
    return (name, *(f"{name} {what}" for what in (*PROGRAMS.values(), *pages.values())), f"{name} file")


def _tenancy(context: RequestContext) -> Tenancy:
    assert context.tenancy is not None  # noqa: S101  a provider is only found by the host of its tenant
    return context.tenancy


class _Uncached:
    """Nothing of a sign-in is cached; the browser may store static files but revalidates them each time."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        control = "no-cache" if scope["path"].startswith(STATIC) else "no-store"

        async def sending(message: Message) -> None:
            if message["type"] == "http.response.start":
                MutableHeaders(scope=message)["Cache-Control"] = control
            await send(message)

        await self._app(scope, receive, sending)
