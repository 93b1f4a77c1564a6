"""HTTP of one tenant: check the caller and the shape, carry out the operation, answer; the same for every operation."""

from __future__ import annotations

from dataclasses import dataclass
from http import HTTPStatus

from pydantic import ValidationError
from starlette.requests import HTTPConnection, Request
from starlette.responses import JSONResponse, Response

from deskproof.simulator.domain.commands import Subscribe
from deskproof.simulator.domain.events import ConnectionRequested
from deskproof.simulator.domain.rejection import Rejection
from deskproof.simulator.domain.values import AgentId
from deskproof.simulator.edge.context import context_of
from deskproof.simulator.edge.hosts import host_of
from deskproof.simulator.product.services import ProductServices
from deskproof.simulator.runtime.limits import TooMany
from deskproof.simulator.runtime.tenancy import Tenancy
from deskproof.simulator.runtime.traffic import Verdict
from deskproof.simulator.wire.catalogue import FRAME
from deskproof.simulator.wire.kernel.conformance import BadAnswer, check_answer, check_command
from deskproof.simulator.wire.kernel.errors import error_answer, wire_error
from deskproof.simulator.wire.kernel.json_text import shortened
from deskproof.simulator.wire.kernel.operation import Calls, Commands, Notifies, Operation, Reads
from deskproof.simulator.wire.kernel.request import NotFound, Refused, WireRequest
from deskproof.simulator.wire.kernel.shapes import Accepted, BadRequest, NoBody, Shape, Unread, body_of, query_of
from deskproof.simulator.wire.published import Published
from deskproof.simulator.wire.sessions.shapes import Subscription


@dataclass
class Refusal(Exception):
    """An answer that is an error: status, the product's key and reason, a sentence, and the verdict on the request."""

    status: int
    reason: str
    message: str
    verdict: Verdict = Verdict.OK


async def answer(services: ProductServices, operation: Operation, request: Request) -> Response:
    """Carry out a request the catalogue knows."""
    try:
        shape = await _carry_out(services, operation, request)
        check_answer(operation, shape)
    except Refusal as refusal:
        return _refused(services, request, refusal)
    except (BadAnswer, ValidationError) as error:
        return _refused(services, request, Refusal(500, "BAD_ANSWER", _bad_answer(error), Verdict.BAD_ANSWER))
    if operation.status == HTTPStatus.NO_CONTENT:
        return Response(status_code=operation.status)
    return Response(shape.to_text(), operation.status, media_type="application/json")


def unknown(services: ProductServices, request: Request) -> Response:
    """Refuse a request the catalogue does not know."""
    message = f"{request.method} {request.url.path} is not in the wire catalogue; docs/fidelity.md lists what is."
    return _refused(services, request, Refusal(404, "NOT_FOUND", message, Verdict.UNKNOWN_REQUEST))


def not_simulated(services: ProductServices, request: Request, published: Published) -> Response:
    """Refuse by its name an operation that the vendor publishes and the simulator does not have."""
    message = f"{published.label} is published and not simulated: {published.why} docs/published.md lists what is."
    return _refused(services, request, Refusal(501, "NOT_SIMULATED", message, Verdict.UNKNOWN_REQUEST))


def error_response(
    connection: HTTPConnection, tenancy: Tenancy | None, status: int, reason: str, message: str
) -> Response:
    """The product's error answer (PROTOCOL 1.4)."""
    drawn = "none" if tenancy is None else connection.headers.get("trackingid") or tenancy.next_id("tracking")
    response = JSONResponse(
        error_answer(key=str(int(status)), reason=reason, message=message, tracking_id=drawn).to_json(), status
    )
    if tenancy is not None:
        response.headers["trackingid"] = drawn
    if status == HTTPStatus.UNAUTHORIZED:
        response.headers["WWW-Authenticate"] = "Bearer"
    return response


def _refused(services: ProductServices, request: Request, refusal: Refusal) -> Response:
    context = context_of(request.scope)
    context.verdict, context.detail = refusal.verdict, refusal.message
    return error_response(request, services.tenancy, refusal.status, refusal.reason, refusal.message)


async def _carry_out(services: ProductServices, operation: Operation, request: Request) -> Shape:
    agent_id = None if operation.open else _caller(request)
    if request.path_params.get("orgId", services.place.org_id) != services.place.org_id:
        raise Refusal(403, "ORGANIZATION_MISMATCH", "The token belongs to another organisation than the path names.")
    raw = await request.body()
    try:
        wire_request = WireRequest(
            place=services.place_at(host_of(request.scope)),
            state=services.tenancy.state,
            now=services.tenancy.clock.now(),
            next_id=services.tenancy.next_id,
            agent_id=agent_id,
            happened=services.tenancy.happened,
            path=request.path_params,
            query=query_of(operation.query, _given_once(request)),
            body=NoBody() if operation.body is Unread else body_of(operation.body, raw),
        )
        if operation.detail is not None:
            context_of(request.scope).detail = operation.detail(wire_request)
        return _do(services, operation, wire_request, grant_id=context_of(request.scope).grant_id)
    except BadRequest as error:
        raise Refusal(400, "BAD_REQUEST", str(error), Verdict.BAD_REQUEST) from None
    except NotFound as error:
        raise Refusal(404, "NOT_FOUND", str(error)) from None
    except TooMany as error:
        raise Refusal(429, "TOO_MANY_REQUESTS", str(error)) from None
    except Rejection as rejection:
        refused = wire_error(rejection)
        raise Refusal(refused.status, refused.name, rejection.message) from None


def _bad_answer(error: Exception) -> str:
    """What does not fit, without the values: they may be secret."""
    if isinstance(error, ValidationError):
        return f"The answer does not fit {error.title} of the catalogue: {error.error_count()} fields are wrong."
    return str(error)


def _given_once(request: Request) -> dict[str, str]:
    """The query. `BadRequest` when a parameter is given twice, which would be ambiguous."""
    given: dict[str, str] = {}
    for name, value in request.query_params.multi_items() if request.scope["query_string"] else ():
        if name in given:
            raise BadRequest(f"The query has {shortened(name)} more than once; expected each parameter once.")
        given[name] = value
    return given


def _do(services: ProductServices, operation: Operation, wire_request: WireRequest, *, grant_id: str | None) -> Shape:
    match operation.does:
        case Reads(read=read):
            return read(wire_request)
        case Calls(act=act):
            return services.exchange.do(act, wire_request)
        case Notifies(frame=name, refused=refused_by):
            to = services.sockets.of(wire_request.caller)
            try:
                services.sockets.send(FRAME[name], wire_request.caller, wire_request, to=to)
            except Rejection as rejection:
                _tell_refused(services, refused_by, wire_request, rejection)
            return Accepted()
        case Commands(decode=decode) as expected:
            command = decode(wire_request)
            check_command(operation, expected, command)
            if isinstance(command, Subscribe):
                theirs = services.tenancy.state.agents.connections_of.get(command.agent_id, ())
                services.tenancy.limits.require_connection(len(theirs))
            try:
                events = services.tenancy.submit(command, cause=operation.name)
            except Rejection as rejection:
                told_by = expected.refusal_of(wire_request)
                if told_by is None:
                    raise
                _tell_refused(services, told_by, wire_request, rejection)
                return Accepted()
            if expected.answer is not None:
                return expected.answer(wire_request, events)
            requested = [event for event in events if isinstance(event, ConnectionRequested)]
            return _subscription(services, requested[0], grant_id) if requested else Accepted()


def _tell_refused(services: ProductServices, name: str, request: WireRequest, rejection: Rejection) -> None:
    """Send the caller the frame that says why the request was refused."""
    refused = Refused(request=request, rejection=rejection)
    services.sockets.send(FRAME[name], request.caller, refused, to=services.sockets.of(request.caller))


def _subscription(services: ProductServices, requested: ConnectionRequested, grant_id: str | None) -> Subscription:
    """Where the new connection's socket is to be opened (PROTOCOL 3.1)."""
    return Subscription(
        web_socket_url=services.place.sockets + services.sockets.address_for(requested.connection_id, grant_id),
        subscription_id=requested.connection_id,
    )


def _caller(request: Request) -> AgentId:
    context = context_of(request.scope)
    if context.caller is None:
        raise Refusal(401, "UNAUTHORIZED", context.no_caller)
    return context.caller
