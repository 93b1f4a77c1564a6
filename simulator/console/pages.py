"""The pages a person sees who opens the simulator itself, or an address at which nobody lives. English and Swedish.

Rule: no page holds a secret, and none runs script.
"""

from __future__ import annotations

from collections.abc import Iterable
from http import HTTPStatus

from starlette.requests import HTTPConnection, Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import BaseRoute, Route
from starlette.types import Receive, Scope, Send

from simulator.runtime.tenancy import Tenancy


def console_routes(tenants: Iterable[Tenancy]) -> list[BaseRoute]:
    """The pages on a host that is no tenant's. `tenants` gives the open ones, each time it is gone through."""

    def landing(request: Request) -> Response:
        lines = [f"{tenancy.id}  {tenancy.origins.desktop}/" for tenancy in tenants]
        return PlainTextResponse("\n".join(["Deskproof simulator", *lines, ""]))

    return [Route("/", landing, methods=["GET"])]


async def no_tenant_here(scope: Scope, receive: Receive, send: Send) -> None:
    """What an address answers that looks like a tenant's and is none (AD-019)."""
    host = HTTPConnection(scope).headers.get("host", "")
    page = PlainTextResponse(f"No tenant lives at {host}.\n", HTTPStatus.MISDIRECTED_REQUEST)
    await page(scope, receive, send)


async def unknown_host(scope: Scope, receive: Receive, send: Send) -> None:
    """What a host answers that the simulator does not know."""
    page = PlainTextResponse("This simulator does not serve this host.\n", HTTPStatus.MISDIRECTED_REQUEST)
    await page(scope, receive, send)
