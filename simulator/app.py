"""The composition root: builds the world and its edges, and hands each request to the edge its Host header names.

Addresses are those of docs/architecture.md. A host that nobody serves gets 421 and a page that
says what to do (AD-019).
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from email.utils import formatdate
from fnmatch import fnmatchcase
from http import HTTPStatus

from starlette.applications import Starlette
from starlette.datastructures import MutableHeaders
from starlette.exceptions import HTTPException
from starlette.requests import HTTPConnection, Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from deskproof.simulator.console.pages import console_routes, missing_page, no_tenant_here, unknown_host, wants_page
from deskproof.simulator.control.application import DESCRIPTION, control_application
from deskproof.simulator.control.client import PREFIX
from deskproof.simulator.control.gate import is_admitted
from deskproof.simulator.desktop.routes import Origins, desktop_routes
from deskproof.simulator.desktop.trouble import suffer
from deskproof.simulator.domain.values import SECOND
from deskproof.simulator.product.entra import entra_app
from deskproof.simulator.product.identity import identity_app
from deskproof.simulator.product.surface import Product, owns
from deskproof.simulator.product.tokens import Keyring
from deskproof.simulator.runtime.clock import Clock
from deskproof.simulator.runtime.tenancy import Tenancy
from deskproof.simulator.runtime.world import World

LOOPBACK = ("127.0.0.1", "localhost", "[::1]")
"""The hosts that are no tenant's and always accepted."""

LARGEST_BODY = 2 * 1024 * 1024
"""Bytes a request may carry."""

HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",
}
"""What every answer says unless it says something more fitting itself; each also says what time it is at its tenant."""

_TENANT_HOST = re.compile(r"(?:(?P<part>id|teams)\.)?(?P<tenant>t-[0-9]+)\.localhost")
_TENANT_LIKE = re.compile(r"[a-z0-9.-]+\.localhost")
_HOST = re.compile(r"(?P<name>[a-z0-9.-]+|\[[0-9a-f:.]+\])(?::[0-9]{1,5})?")


class Application:
    """The whole simulator as one ASGI application."""

    def __init__(
        self,
        *,
        port: int,
        token: str,
        hosts: Collection[str] = (),
        also_hosts: Collection[str] = (),
        scheme: str = "http",
    ) -> None:
        keyring = Keyring()
        self._product = Product(keyring=keyring, tenant_of_organisation=self._tenant_of_organisation)
        self.world = World(port=port, scheme=scheme, furnish=self._product.furnish, discard=self._product.discard)
        self._also_hosts = tuple(host.lower() for host in also_hosts)
        self._bare_hosts = frozenset(host.lower() for host in (*LOOPBACK, *hosts))
        self._token = token
        self._control = control_application(self.world, token)
        self._console = Starlette(
            routes=console_routes(self.world, control_prefix=PREFIX), exception_handlers={HTTPException: self._nothing}
        )
        self._identity = identity_app(self._tenancy_of, keyring)
        self._entra = entra_app(self._tenancy_of)
        self._desktop = Starlette(
            routes=desktop_routes(self._origins, self._suffer), exception_handlers={HTTPException: self._nothing}
        )

    def close(self) -> None:
        """Close every tenant, and with them all sockets and waits."""
        for tenancy in self.world:
            self.world.close(tenancy.id)

    async def settled(self) -> None:
        """Return when nothing of a closed tenant is left to end."""
        await self._product.settled()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "lifespan":
            raise RuntimeError("the simulator needs no lifespan events; run it with lifespan off")
        tenancy = self._tenancy_at(scope) if scope["type"] == "http" else None
        now = (Clock.real() if tenancy is None else tenancy.clock).now()
        send = _with_headers(send, {**HEADERS, "Date": formatdate(now // SECOND, usegmt=True)})
        edge = self._edge(scope)
        stranger = edge is self._control and not is_admitted(scope, self._token, open_path=DESCRIPTION)
        if scope["type"] == "http" and not stranger:
            whole = await _whole_body(scope, receive)
            if whole is None:
                wanted = f"The body is larger than {LARGEST_BODY} bytes; send a smaller one."
                refusal = JSONResponse(
                    {"error": wanted}, HTTPStatus.REQUEST_ENTITY_TOO_LARGE, headers={"Connection": "close"}
                )
                await refusal(scope, receive, send)
                return
            receive = whole
        await edge(scope, receive, send)

    def _edge(self, scope: Scope) -> ASGIApp:
        """Who answers: chosen by host alone, then by path within the host."""
        host = _host_of(scope)
        path: str = scope["path"]
        if host in self._bare_hosts:
            if path == PREFIX or path.startswith(f"{PREFIX}/"):
                return self._control
            return self._console if path == "/" or _is_lost(scope) else self._product
        named = _TENANT_HOST.fullmatch(host)
        tenancy = self.world.tenant(named["tenant"]) if named else None
        if named is None and any(fnmatchcase(host, pattern) for pattern in self._also_hosts):
            return self._product
        if named is None or tenancy is None:
            return no_tenant_here if _TENANT_LIKE.fullmatch(host) else unknown_host
        match named["part"]:
            case None:
                return self._product.of(tenancy) if owns(path) else self._desktop
            case "id":
                return self._identity
            case _:
                return self._entra

    async def _nothing(self, request: Request, error: Exception) -> Response:
        """What a path answers at which there is nothing: a page for people, the product's refusal for its clients."""
        if not isinstance(error, HTTPException):
            raise error
        tenancy = self._tenancy_of(request)
        if wants_page(request):
            desktop = None if tenancy is None else tenancy.origins.desktop
            response = missing_page(request, status=error.status_code, desktop=desktop)
        elif tenancy is not None and "application/json" in request.headers.get("accept", ""):
            return self._product.unknown(tenancy, request)
        else:
            response = PlainTextResponse(f"{error.detail}\n", error.status_code)
        response.headers.update(error.headers or {})
        return response

    def _tenancy_of(self, request: Request) -> Tenancy | None:
        return self._tenancy_at(request.scope)

    def _tenancy_at(self, scope: Scope) -> Tenancy | None:
        named = _TENANT_HOST.fullmatch(_host_of(scope))
        return self.world.tenant(named["tenant"]) if named else None

    def _tenant_of_organisation(self, org_id: str) -> Tenancy | None:
        return self.world.tenant_of_organisation(org_id)

    def _origins(self, request: Request) -> Origins:
        tenancy = self._tenancy_of(request)
        if tenancy is None:
            raise LookupError("a desktop page was asked for on a host that is no tenant's")
        return Origins(desktop=tenancy.origins.desktop, identity=tenancy.origins.identity, teams=tenancy.origins.teams)

    async def _suffer(self, request: Request, file: str) -> int | None:
        tenancy = self._tenancy_of(request)
        return None if tenancy is None else await suffer(tenancy, file)


def _is_lost(scope: Scope) -> bool:
    """Whether somebody has come with a browser to a path of the simulator's own host at which there is nothing."""
    return scope["type"] == "http" and not owns(scope["path"]) and wants_page(HTTPConnection(scope))


def _host_of(scope: Scope) -> str:
    """The host a request names, in small letters, without its port; empty when it names none, several or nonsense."""
    given = [value.decode("latin-1").lower() for name, value in scope["headers"] if name == b"host"]
    parsed = _HOST.fullmatch(given[0]) if len(given) == 1 else None
    return parsed["name"] if parsed else ""


async def _whole_body(scope: Scope, receive: Receive) -> Receive | None:
    """A `receive` that gives the whole body as one message; None when the body is too large."""
    announced = next((value for name, value in scope["headers"] if name == b"content-length"), b"0")
    if announced.isdigit() and int(announced) > LARGEST_BODY:
        return None
    body = bytearray()
    more = True
    while more:
        message = await receive()
        if message["type"] != "http.request":
            break
        body += message.get("body", b"")
        more = message.get("more_body", False)
        if len(body) > LARGEST_BODY:
            return None
    waiting: list[Message] = [{"type": "http.request", "body": bytes(body), "more_body": False}]

    async def replay() -> Message:
        return waiting.pop() if waiting else await receive()

    return replay


def _with_headers(send: Send, headers_of_all: Mapping[str, str]) -> Send:
    async def sending(message: Message) -> None:
        if message["type"] in ("http.response.start", "websocket.http.response.start"):
            headers = MutableHeaders(scope=message)
            for name, value in headers_of_all.items():
                headers.setdefault(name, value)
        await send(message)

    return sending
