"""The emulated product as one ASGI surface: service catalogue, API gateway and notification sockets of every tenant.

A tenant's desktop origin hands it the paths it `owns`; so does any host that is no tenant's, and the tenant is then the
one the request speaks for (docs/architecture.md, Addresses). Routes are made from the wire catalogue.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from urllib.parse import parse_qs

from starlette.datastructures import Headers
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Match, Route
from starlette.types import ASGIApp, Receive, Scope, Send
from starlette.websockets import WebSocket

from deskproof.simulator.product import gateway
from deskproof.simulator.product.calling import MERCURY, Exchange, mercury
from deskproof.simulator.product.cross_origin import allowed, preflight
from deskproof.simulator.product.gateway import Edge
from deskproof.simulator.product.hang_up import hang_up
from deskproof.simulator.product.pump import first_of, frames, write_out
from deskproof.simulator.product.sockets import HIDDEN, Socket, Sockets
from deskproof.simulator.product.tokens import Keyring, unverified_realm
from deskproof.simulator.runtime.faults import FaultKind
from deskproof.simulator.runtime.tenancy import Tenancy
from deskproof.simulator.runtime.traffic import Verdict
from deskproof.simulator.wire.asked import Place
from deskproof.simulator.wire.calling.reads import anywhere
from deskproof.simulator.wire.catalogue import OPERATIONS
from deskproof.simulator.wire.entries import Operation
from deskproof.simulator.wire.rejections import error_answer

PREFIXES = ("/u2c/", "/wcc/", "/notifs/", "/metrics/", "/clientlogs/", "/wdm/", "/mercury/", "/api/v1/", "/v1/")
"""The paths of the product on a tenant's desktop origin; all others are the desktop's."""


REGION = "/v1/region"
"""Asked for by the vendor's client without saying for whom (PROTOCOL 7)."""


def owns(path: str) -> bool:
    """Whether a path on a tenant's desktop origin belongs to the product."""
    return path.startswith(PREFIXES)


async def _never(request: Request) -> Response:
    raise AssertionError("routes only match here; `gateway.answer` answers")


ROUTES: tuple[tuple[Route, Operation], ...] = tuple(
    (Route(operation.address, _never, methods=[operation.method]), operation) for operation in OPERATIONS
)


class Product:
    """Attaches to every tenant the world makes, and answers its clients."""

    def __init__(self, *, keyring: Keyring, tenant_of_organisation: Callable[[str], Tenancy | None]) -> None:
        self._keyring = keyring
        self._tenant_of_organisation = tenant_of_organisation
        self._edges: dict[str, Edge] = {}
        self._leaving: set[asyncio.Task[None]] = set()

    def furnish(self, tenancy: Tenancy) -> None:
        """Attach sockets to a new tenant."""
        place = Place(
            org_id=tenancy.org_id,
            name=tenancy.id,
            desktop=tenancy.origins.desktop,
            identity=tenancy.origins.identity,
            teams=tenancy.origins.teams,
        )
        sockets = Sockets(tenancy, place)
        self._edges[tenancy.id] = Edge(
            tenancy=tenancy,
            tokens=self._keyring.of(tenancy),
            place=place,
            sockets=sockets,
            exchange=Exchange(tenancy, place),
        )

    def discard(self, tenancy: Tenancy) -> None:
        """Close what is open for a tenant that ends."""
        edge = self._edges.pop(tenancy.id)
        edge.sockets.close_all()
        edge.exchange.close()
        leaving = asyncio.get_running_loop().create_task(edge.exchange.settled())
        self._leaving.add(leaving)
        leaving.add_done_callback(self._leaving.discard)

    async def settled(self) -> None:
        """Return when no call of a tenant that ended has anything left to end."""
        await asyncio.gather(*self._leaving)

    def of(self, tenancy: Tenancy) -> ASGIApp:
        """The product as seen on this tenant's own origin."""
        edge = self._edges[tenancy.id]

        async def app(scope: Scope, receive: Receive, send: Send) -> None:
            await _serve(edge, scope, receive, send)

        return app

    def unknown(self, tenancy: Tenancy, request: Request) -> Response:
        """The product's refusal of a request on this tenant's origin that nobody there knows."""
        response = gateway.unknown(self._edges[tenancy.id], request)
        allowed(request, response)
        return response

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """The product on a host that is no tenant's: the tenant is the bearer's `realm`, or `orgId` in the query."""
        tenancy = self._tenant_of_organisation(_organisation(scope) or "")
        if tenancy is None:
            await _nobody(scope, receive, send)
        else:
            await _serve(self._edges[tenancy.id], scope, receive, send)


async def _serve(edge: Edge, scope: Scope, receive: Receive, send: Send) -> None:
    if scope["type"] == "websocket":
        await _serve_socket(edge, WebSocket(scope, receive, send))
        return
    request = Request(scope, receive)
    response: Response | None
    if preflight(request):
        response = Response(status_code=204)
    elif (found := _operation(scope)) is None:
        response = gateway.unknown(edge, request)
    else:
        operation, params = found
        response = await gateway.answer(edge, operation, Request({**scope, "path_params": params}, receive))
    if response is None:
        await hang_up(scope, receive)
        return
    allowed(request, response)
    await response(scope, receive, send)


def _operation(scope: Scope) -> tuple[Operation, dict[str, str]] | None:
    for route, operation in ROUTES:
        match, found = route.matches(scope)
        if match is Match.FULL:
            return operation, found["path_params"]
    return None


async def _serve_socket(edge: Edge, websocket: WebSocket) -> None:
    """A socket from opening to close: what is in its outbox leaves, what comes in is taken."""
    if websocket.url.path.startswith(MERCURY):
        await mercury.serve(edge.exchange, edge.tokens, websocket)
        return
    if edge.tenancy.faults.take(FaultKind.ANSWERS_AN_ERROR, "notification socket"):
        await websocket.close()  # before it is accepted: the client is answered 403 and never had a socket
        return
    socket = edge.sockets.open(websocket.url.path)
    if socket is None:
        edge.tenancy.traffic.add(
            at=edge.tenancy.clock.now(), way="in", name="unknown socket", path=HIDDEN, verdict=Verdict.UNKNOWN_REQUEST
        )
        await websocket.close(code=4404)
        return
    await websocket.accept()
    try:
        await first_of(write_out(websocket, socket.outbox), _read(edge, websocket, socket))
    finally:
        edge.sockets.closed(socket)


async def _read(edge: Edge, websocket: WebSocket, socket: Socket) -> None:
    async for text in frames(websocket, lambda sentence: edge.sockets.refuse(socket, sentence)):
        edge.sockets.receive(socket, text)


def _organisation(scope: Scope) -> str | None:
    """The organisation a request speaks for: the realm of its bearer, else `orgId` in the query."""
    scheme, _, token = Headers(scope=scope).get("authorization", "").partition(" ")
    if scheme.lower() == "bearer" and (realm := unverified_realm(token.strip())):
        return realm
    return next(iter(parse_qs(scope.get("query_string", b"").decode("latin-1")).get("orgId", [])), None)


async def _nobody(scope: Scope, receive: Receive, send: Send) -> None:
    if scope["type"] == "websocket":
        await WebSocket(scope, receive, send).close(code=4404)
        return
    request = Request(scope, receive)
    if request.method == "GET" and request.url.path == REGION:
        response: Response = JSONResponse(anywhere().to_json())
        allowed(request, response)
        await response(scope, receive, send)
        return
    message = "No tenant is meant: send a bearer token of one, or its organisation as orgId in the query."
    answer = error_answer(key="401", reason="UNAUTHORIZED", message=message, tracking_id="none")
    response = Response(status_code=204) if preflight(request) else JSONResponse(answer.to_json(), status_code=401)
    allowed(request, response)
    await response(scope, receive, send)
