"""The emulated product as a site of the edge: service catalogue, API gateway and sockets of every tenant.

A tenant's desktop origin hands it the paths it `owns`; so does any host that is not a tenant's; the tenant is then the
one that the request names (docs/architecture.md, Addresses). Routes are made from the wire catalogue and from the table
of published operations.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from http import HTTPStatus
from urllib.parse import parse_qs

from starlette.requests import HTTPConnection, Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Match, Route
from starlette.types import Receive, Scope, Send
from starlette.websockets import WebSocket

from deskproof.simulator.edge.authentication import bearer_of
from deskproof.simulator.edge.context import ANYBODY, Place, RequestContext, Site, context_of
from deskproof.simulator.product import gateway
from deskproof.simulator.product.calling import mercury
from deskproof.simulator.product.close_codes import NOT_FOUND
from deskproof.simulator.product.gateway import error_response
from deskproof.simulator.product.outbox import ENDED, converse, frames
from deskproof.simulator.product.services import ProductServices, services_at, services_of
from deskproof.simulator.product.sockets import HIDDEN, Socket
from deskproof.simulator.product.tokens import TokenError, grant_of, unverified_realm
from deskproof.simulator.runtime.tenancy import Tenancy
from deskproof.simulator.runtime.traffic import Verdict
from deskproof.simulator.wire.calling.encode import anywhere
from deskproof.simulator.wire.catalogue import OPERATIONS
from deskproof.simulator.wire.kernel.addresses import MERCURY, NOTIFICATIONS, PREFIXES, Service
from deskproof.simulator.wire.kernel.operation import Operation
from deskproof.simulator.wire.published import PUBLISHED, Published

REGION = f"{Service.REGION}/region"
"""The vendor's client requests it without a tenant (PROTOCOL 7)."""

NOTIFICATION_SOCKET, MERCURY_SOCKET = "notification socket", "mercury socket"
"""The names of the sockets in faults."""

UNKNOWN = "unknown"
"""The name of a request that the catalogue does not know."""


_OWNED = (*PREFIXES, NOTIFICATIONS, MERCURY)


def owns(path: str) -> bool:
    """Whether a path on a tenant's desktop origin belongs to the product."""
    return path.startswith(_OWNED)


@dataclass(frozen=True, kw_only=True)
class OperationPlace(Place):
    """An operation of the catalogue, with the parameters in its path; None when the catalogue does not know it."""

    operation: Operation | None
    published: Published | None = None
    """The published operation that is refused by its name."""
    parameters: dict[str, str] = field(default_factory=dict)


async def _never(request: Request) -> Response:
    raise AssertionError("routes only match here; `gateway.answer` answers")


def _addresses() -> Iterator[tuple[Operation, str, str]]:
    """Every operation with the methods and paths at which it is: those of the catalogue, the gateway's without its
    prefix, and the published ones that differ.
    """
    for operation in OPERATIONS:
        yield operation, operation.method, operation.address
    for operation in OPERATIONS:
        if operation.service is Service.GATEWAY:
            yield operation, operation.method, operation.path
    by_name = {operation.name: operation for operation in OPERATIONS}
    for published in PUBLISHED:
        if published.by:
            for path in _public(published):
                yield by_name[published.by], published.method, path


def _public(published: Published) -> tuple[str, ...]:
    return published.path, Service.GATEWAY + published.path


def _by_shape(
    addresses: Iterable[tuple[Operation, str, str]],
) -> Mapping[tuple[str, int], Sequence[tuple[Route, Operation]]]:
    routes: dict[tuple[str, int], list[tuple[Route, Operation]]] = {}
    for operation, method, path in addresses:
        route = Route(path, _never, methods=[method])
        for each in route.methods or ():  # GET has HEAD with it
            routes.setdefault((each, path.count("/")), []).append((route, operation))
    return routes


ROUTES = _by_shape(dict.fromkeys(_addresses()))
"""The routes of each method and number of slashes; what a parameter in a path stands for has none."""

NOT_SIMULATED: tuple[tuple[Route, Published], ...] = tuple(
    (Route(path, _never, methods=[published.method]), published)
    for published in PUBLISHED
    if not published.by
    for path in _public(published)
)


def product_site() -> Site:
    """The product of every tenant."""
    return Site(app=_serve, place=_place, authenticate=_authenticate, failure=_failure)


def place_names() -> tuple[str, ...]:
    """The names by which faults act on requests to the product."""
    return (*(operation.name for operation in OPERATIONS), NOTIFICATION_SOCKET, MERCURY_SOCKET)


def organisation_of(scope: Scope) -> str | None:
    """The organisation of a request: the realm of its bearer, else `orgId` in the query."""
    if realm := unverified_realm(bearer_of(scope)):
        return realm
    return next(iter(parse_qs(scope.get("query_string", b"").decode("latin-1")).get("orgId", [])), None)


def _place(scope: Scope, tenancy: Tenancy | None) -> Place:
    if scope["type"] == "websocket":
        return Place(name=MERCURY_SOCKET if scope["path"].startswith(MERCURY) else NOTIFICATION_SOCKET)
    for route, operation in ROUTES.get((scope["method"], scope["path"].count("/")), ()):
        match, found = route.matches(scope)
        if match is Match.FULL:
            parameters = found["path_params"]
            return OperationPlace(name=operation.name, readable_by=ANYBODY, operation=operation, parameters=parameters)
    for route, published in NOT_SIMULATED:
        if route.matches(scope)[0] is Match.FULL:
            return OperationPlace(name=UNKNOWN, readable_by=ANYBODY, operation=None, published=published)
    return OperationPlace(name=UNKNOWN, readable_by=ANYBODY, operation=None)


def _authenticate(scope: Scope, context: RequestContext) -> Response | None:
    """Find the agent of the bearer. The operation says whether it needs one."""
    token = bearer_of(scope)
    if not token or context.tenancy is None:
        context.no_caller = "A bearer token is missing; sign in to get one."
        return None
    try:
        context.caller, claims = services_of(context).tokens.access_claims(token)
        context.grant_id = grant_of(claims)
    except TokenError as error:
        context.no_caller = str(error)
    return None


def _failure(connection: HTTPConnection, context: RequestContext, status: int, sentence: str) -> Response:
    reason = "INTERNAL_SERVER_ERROR" if status >= HTTPStatus.INTERNAL_SERVER_ERROR else "BAD_REQUEST"
    return error_response(connection, context.tenancy, status, reason, sentence)


async def _serve(scope: Scope, receive: Receive, send: Send) -> None:
    if context_of(scope).tenancy is None:
        await _serve_without_tenant(scope, receive, send)
    elif scope["type"] == "websocket":
        with suppress(*ENDED):  # a client may leave at any time, also while it is being answered
            await _serve_socket(services_at(scope), WebSocket(scope, receive, send))
    else:
        await (await _answer(scope, receive))(scope, receive, send)


async def _answer(scope: Scope, receive: Receive) -> Response:
    services, place = services_at(scope), context_of(scope).place
    if isinstance(place, OperationPlace) and place.published is not None:
        return gateway.not_simulated(services, Request(scope, receive), place.published)
    if not isinstance(place, OperationPlace) or place.operation is None:
        return gateway.unknown(services, Request(scope, receive))
    request = Request({**scope, "path_params": place.parameters}, receive)
    return await gateway.answer(services, place.operation, request)


async def _serve_socket(services: ProductServices, websocket: WebSocket) -> None:
    """A socket from opening to close: send its outbox, read its frames."""
    if websocket.url.path.startswith(MERCURY):
        await mercury.serve(services.exchange, services.tokens, websocket)
        return
    socket = services.sockets.open(websocket.url.path)
    if socket is None:
        services.tenancy.traffic.add(
            at=services.tenancy.clock.now(),
            way="in",
            name="unknown socket",
            path=HIDDEN,
            verdict=Verdict.UNKNOWN_REQUEST,
        )
        await websocket.close(NOT_FOUND)
        return
    try:
        await websocket.accept()
        await converse(websocket, socket.outbox, _read(services, websocket, socket))
    finally:
        services.sockets.closed(socket)


async def _read(services: ProductServices, websocket: WebSocket, socket: Socket) -> None:
    async for text in frames(websocket, lambda sentence: services.sockets.refuse(socket, sentence)):
        services.sockets.receive(socket, text)


async def _serve_without_tenant(scope: Scope, receive: Receive, send: Send) -> None:
    if scope["type"] == "websocket":
        await WebSocket(scope, receive, send).close(NOT_FOUND)
        return
    if scope["method"] == "GET" and scope["path"] == REGION:
        response: Response = JSONResponse(anywhere().to_json())
    else:
        message = "The request names no tenant: send a bearer token of one, or its organisation as orgId in the query."
        response = error_response(HTTPConnection(scope), None, HTTPStatus.UNAUTHORIZED, "UNAUTHORIZED", message)
    await response(scope, receive, send)
