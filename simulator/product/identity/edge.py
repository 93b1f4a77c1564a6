"""What every answer carries, and the line it leaves in the traffic: path and status, never a parameter."""

from __future__ import annotations

from collections.abc import Callable

from starlette.datastructures import MutableHeaders
from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from deskproof.simulator.product.identity.pages import policy
from deskproof.simulator.runtime.tenancy import Tenancy
from deskproof.simulator.runtime.traffic import Verdict

STATIC = "/static/"


class Edge:
    """Nothing is cached, framed, sniffed, or told to the next site; static files may be kept if asked about."""

    def __init__(self, app: ASGIApp, find: Callable[[Request], Tenancy | None]) -> None:
        self._app = app
        self._find = find

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        request = Request(scope)
        static = request.url.path.startswith(STATIC)

        async def send_on(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                headers["Cache-Control"] = "no-cache" if static else "no-store"
                headers["Referrer-Policy"] = "no-referrer"
                headers["X-Content-Type-Options"] = "nosniff"
                headers.setdefault("Content-Security-Policy", policy(None))
                if not static:
                    self._record(request, int(message["status"]))
            await send(message)

        await self._app(scope, receive, send_on)

    def _record(self, request: Request, status: int) -> None:
        tenancy = self._find(request)
        if tenancy is not None:
            path = request.url.path
            tenancy.traffic.add(
                at=tenancy.clock.now(),
                way="http",
                name=f"identity.{path.strip('/.').replace('/', '.')}",
                path=path,
                method=request.method,
                status=status,
                verdict=Verdict.UNKNOWN_REQUEST if status in (404, 405) else Verdict.OK,
            )
