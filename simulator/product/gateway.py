"""HTTP of one tenant: find the operation, check the bearer and the shape, do it, answer. One way for all of them."""

from __future__ import annotations

from dataclasses import dataclass
from http import HTTPStatus
from typing import TypeAlias

from pydantic import JsonValue, ValidationError
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from deskproof.simulator.domain.events import ConnectionRequested
from deskproof.simulator.domain.rejection import Rejection
from deskproof.simulator.domain.values import SECOND, AgentId, Instant
from deskproof.simulator.product.calling import Exchange
from deskproof.simulator.product.sockets import Sockets
from deskproof.simulator.product.tokens import TokenError, Tokens
from deskproof.simulator.runtime.faults import FaultKind
from deskproof.simulator.runtime.tenancy import Tenancy
from deskproof.simulator.runtime.traffic import Verdict
from deskproof.simulator.wire.answers import Accepted, Items, Subscription
from deskproof.simulator.wire.asked import Asked, NotFound, Place, Refused
from deskproof.simulator.wire.catalogue import FRAME
from deskproof.simulator.wire.entries import Calls, Commands, Operation, Reads, Tells
from deskproof.simulator.wire.json_text import shortened
from deskproof.simulator.wire.rejections import error_answer, naming_of
from deskproof.simulator.wire.requests import NoBody, Unread
from deskproof.simulator.wire.shapes import BadRequest, Shape, body_of, query_of


@dataclass(frozen=True, kw_only=True)
class Edge:
    """One tenant as its clients see it."""

    tenancy: Tenancy
    tokens: Tokens
    place: Place
    sockets: Sockets
    exchange: Exchange


@dataclass
class Refusal(Exception):
    """An answer that is an error: status, the product's key and reason, a sentence, and how the request is judged."""

    status: int
    reason: str
    message: str
    verdict: Verdict = Verdict.OK


async def answer(edge: Edge, operation: Operation, request: Request) -> Response | None:
    """Carry out a request the catalogue knows, and record it. None when the connection is to be cut instead."""
    if edge.tenancy.faults.stands(FaultKind.CUTS_EVERYTHING, *_keys(edge, request)):
        _record(edge, request, operation.name, None, detail="the connection was cut")
        return None
    try:
        await _suffer_faults(edge, operation)
        shape = await _carry_out(edge, operation, request)
    except Refusal as refusal:
        return refused(edge, request, operation.name, refusal)
    content = _content(shape)
    return _recorded(edge, request, operation.name, JSONResponse(content, status_code=operation.status))


def unknown(edge: Edge, request: Request) -> Response:
    """Refuse a request the catalogue does not know, and record it as such."""
    message = f"{request.method} {request.url.path} is not in the wire catalogue; docs/fidelity.md lists what is."
    return refused(edge, request, "unknown", Refusal(404, "NOT_FOUND", message, Verdict.UNKNOWN_REQUEST))


def refused(edge: Edge, request: Request, name: str, refusal: Refusal) -> Response:
    """The product's error answer, recorded."""
    tracking_id = request.headers.get("trackingid") or edge.tenancy.next_id("tracking")
    body = error_answer(
        key=str(refusal.status), reason=refusal.reason, message=refusal.message, tracking_id=tracking_id
    )
    response = JSONResponse(body.to_json(), status_code=refusal.status)
    response.headers["trackingid"] = tracking_id
    if refusal.status == HTTPStatus.UNAUTHORIZED:
        response.headers["WWW-Authenticate"] = "Bearer"
    return _recorded(edge, request, name, response, refusal)


async def _carry_out(edge: Edge, operation: Operation, request: Request) -> Shape:
    agent_id = None if operation.open else _agent(edge, request)
    if request.path_params.get("orgId", edge.place.org_id) != edge.place.org_id:
        raise Refusal(403, "ORGANIZATION_MISMATCH", "The token belongs to another organisation than the path names.")
    raw = await request.body()
    try:
        asked = Asked(
            place=edge.place,
            state=edge.tenancy.state,
            now=edge.tenancy.clock.now(),
            next_id=edge.tenancy.next_id,
            agent_id=agent_id,
            path=request.path_params,
            query=query_of(operation.query, _given_once(request)),
            body=NoBody() if operation.body is Unread else body_of(operation.body, raw),
        )
        return _do(edge, operation, asked)
    except BadRequest as error:
        raise Refusal(400, "BAD_REQUEST", str(error), Verdict.BAD_REQUEST) from None
    except NotFound as error:
        raise Refusal(404, "NOT_FOUND", str(error)) from None
    except Rejection as rejection:
        naming = naming_of(rejection)
        raise Refusal(naming.status, naming.name, rejection.message) from None
    except ValidationError as error:
        raise Refusal(
            500, "BAD_ANSWER", f"The answer does not fit the catalogue: {error}", Verdict.BAD_ANSWER
        ) from error


def _given_once(request: Request) -> dict[str, str]:
    """The query. `BadRequest` when a parameter is given twice, for which of them is meant nobody can know."""
    given: dict[str, str] = {}
    for name, value in request.query_params.multi_items():
        if name in given:
            raise BadRequest(f"The query has {shortened(name)} more than once; wanted each parameter once.")
        given[name] = value
    return given


def _do(edge: Edge, operation: Operation, asked: Asked) -> Shape:
    match operation.does:
        case Reads(read=read):
            return read(asked)
        case Calls(act=act):
            return edge.exchange.do(act, asked)
        case Tells(frame=name):
            edge.sockets.send(FRAME[name], asked.caller, asked, to=edge.sockets.of(asked.caller))
            return Accepted()
        case Commands(decode=decode, refused=name):
            try:
                events = edge.tenancy.submit(decode(asked), cause=operation.name)
            except Rejection as rejection:
                if name is None:
                    raise
                refusal = Refused(asked=asked, rejection=rejection)
                edge.sockets.send(FRAME[name], asked.caller, refusal, to=edge.sockets.of(asked.caller))
                return Accepted()
            requested = [event for event in events if isinstance(event, ConnectionRequested)]
            return _subscription(edge, requested[0]) if requested else Accepted()


def _subscription(edge: Edge, requested: ConnectionRequested) -> Subscription:
    """Where the new connection's socket is to be opened (PROTOCOL 3.1)."""
    socket_origin = edge.place.desktop.replace("http", "ws", 1)
    return Subscription(
        web_socket_url=socket_origin + edge.sockets.address_for(requested.connection_id),
        subscription_id=requested.connection_id,
    )


def _keys(edge: Edge, request: Request) -> tuple[str, ...]:
    """The key of the person who asks, if the bearer tells."""
    try:
        person = edge.tenancy.configuration.person(_agent(edge, request))
    except Refusal:
        return ()
    return () if person is None else (person.key,)


def _agent(edge: Edge, request: Request) -> AgentId:
    scheme, _, token = request.headers.get("authorization", "").partition(" ")
    if scheme.lower() != "bearer" or not token:
        raise Refusal(401, "UNAUTHORIZED", "A bearer token is wanted; sign in to get one.")
    try:
        return edge.tokens.verify_access(token.strip())
    except TokenError as error:
        raise Refusal(401, "UNAUTHORIZED", str(error)) from None


async def _suffer_faults(edge: Edge, operation: Operation) -> None:
    faults, clock = edge.tenancy.faults, edge.tenancy.clock
    if late := faults.take(FaultKind.ANSWERS_LATE, operation.name):
        await clock.reach(Instant(clock.now() + late.seconds * SECOND))
    if wrong := faults.take(FaultKind.ANSWERS_AN_ERROR, operation.name):
        raise Refusal(wrong.status, "INTERNAL_SERVER_ERROR", "The service could not carry out the request.")


Content: TypeAlias = "dict[str, object] | list[dict[str, JsonValue]]"


def _content(shape: Shape) -> Content:
    return list(shape.items) if isinstance(shape, Items) else shape.to_json()


def _recorded(edge: Edge, request: Request, name: str, response: Response, refusal: Refusal | None = None) -> Response:
    if refusal is None:
        _record(edge, request, name, response.status_code)
    else:
        _record(edge, request, name, response.status_code, verdict=refusal.verdict, detail=refusal.message)
    return response


def _record(
    edge: Edge, request: Request, name: str, status: int | None, *, verdict: Verdict = Verdict.OK, detail: str = ""
) -> None:
    edge.tenancy.traffic.add(
        at=edge.tenancy.clock.now(),
        way="http",
        name=name,
        path=request.url.path,
        method=request.method,
        status=status,
        verdict=verdict,
        detail=detail,
    )
