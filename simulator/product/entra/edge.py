"""What every answer of the Teams sign-in carries, the faults that act here, and the line each request leaves in the
traffic: path and status, never a parameter.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from starlette.datastructures import MutableHeaders
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from deskproof.simulator.domain.values import SECOND, Instant
from deskproof.simulator.product.entra.pages import policy
from deskproof.simulator.product.hang_up import hang_up
from deskproof.simulator.runtime.faults import FaultKind
from deskproof.simulator.runtime.tenancy import Tenancy
from deskproof.simulator.runtime.traffic import Verdict

STATIC = "/static/"

ANYWHERE = "entra"
"""Where a fault acts that concerns the whole of the Teams sign-in."""

NAMES: Mapping[str, str] = {
    "/.well-known/openid-configuration": "entra configuration",
    "/jwks": "entra keys",
    "/authorize": "entra authorize",
    "/token": "entra token",
    "/userinfo": "entra userinfo",
    "/sign-out": "entra sign-out",
}
"""What each address is called in traffic and faults."""


class Edge:
    """Nothing is cached, framed, sniffed, or told to the next site; static files may be kept if asked about."""

    def __init__(self, app: ASGIApp, find: Callable[[Request], Tenancy | None]) -> None:
        self._app = app
        self._find = find

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        request = Request(scope)
        tenancy = self._find(request)
        static = request.url.path.startswith(STATIC)

        async def send_on(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                headers["Cache-Control"] = "no-cache" if static else "no-store"
                headers["Referrer-Policy"] = "no-referrer"
                headers["X-Content-Type-Options"] = "nosniff"
                headers.setdefault("Content-Security-Policy", policy(None))
                if tenancy is not None and not static:
                    _record(tenancy, request, int(message["status"]))
            await send(message)

        if tenancy is None or static:
            await self._app(scope, receive, send_on)
            return
        where = (NAMES.get(request.url.path, ANYWHERE), ANYWHERE)
        if tenancy.faults.stands(FaultKind.CUTS_EVERYTHING, *where):
            _record(tenancy, request, None, detail="the connection was cut")
            await hang_up(scope, receive)
            return
        if late := tenancy.faults.take(FaultKind.ANSWERS_LATE, *where):
            await tenancy.clock.reach(Instant(tenancy.clock.now() + late.seconds * SECOND))
        if wrong := tenancy.faults.take(FaultKind.ANSWERS_AN_ERROR, *where):
            shared = {"Access-Control-Allow-Origin": tenancy.origins.desktop}
            sorry = PlainTextResponse("The service is not available.\n", status_code=wrong.status, headers=shared)
            await sorry(scope, receive, send_on)
            return
        await self._app(scope, receive, send_on)


def _record(tenancy: Tenancy, request: Request, status: int | None, *, detail: str = "") -> None:
    path = request.url.path
    tenancy.traffic.add(
        at=tenancy.clock.now(),
        way="http",
        name=NAMES.get(path, ANYWHERE),
        path=path,
        method=request.method,
        status=status,
        verdict=Verdict.UNKNOWN_REQUEST if status in (404, 405) else Verdict.OK,
        detail=detail,
    )
