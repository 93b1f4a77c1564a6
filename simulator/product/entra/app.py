"""The Teams sign-in application: one for all tenants, each at its own address (docs/architecture.md, Addresses).

Nothing of a sign-in is kept here while it is under way: the request stands in the address of the page, and is checked
each time the page is asked for or its form is sent. No cookie is set, so every window asks for the password.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from deskproof.simulator.domain.commands import CancelTeamsSignIn, EnterTeamsPassword
from deskproof.simulator.domain.credentials import LONGEST_ADDRESS
from deskproof.simulator.domain.events import TeamsPasswordAccepted
from deskproof.simulator.domain.rejection import Reason, Rejection
from deskproof.simulator.domain.typed import visible
from deskproof.simulator.domain.values import AgentId, Secret
from deskproof.simulator.product.entra.desk import Desk, Desks
from deskproof.simulator.product.entra.edge import Edge
from deskproof.simulator.product.entra.pages import draw_notice, draw_sign_in, go, spoken
from deskproof.simulator.product.openid.endpoints import endpoints, read_form
from deskproof.simulator.product.openid.provider import SignOutRefused
from deskproof.simulator.product.openid.request import (
    AuthorizationRefused,
    AuthorizationRequest,
    Parameters,
    UntrustedRequest,
    read_authorization_request,
)
from deskproof.simulator.runtime.tenancy import Tenancy

_KINDS: Mapping[int, str] = {403: "forbidden", 404: "missing", 421: "nobody"}
"""Which notice an HTTP status is told with; every other status is a request that could not be read."""

_PROBLEMS: Mapping[Reason, tuple[str, str]] = {
    Reason.UNKNOWN_PERSON: ("email", "email.unknown"),
    Reason.WRONG_PASSWORD: ("password", "password.wrong"),
}
"""What the person can put right in the window: the field at fault and the sentence at it."""


def entra_app(find: Callable[[Request], Tenancy | None]) -> Starlette:
    """The Teams sign-in of every tenant. `find` tells which tenant a request is for; None gets 421."""
    desks = Desks(find)

    async def authorize(request: Request) -> Response:
        return await _authorize(request, desks.of(request))

    async def sign_out(request: Request) -> Response:
        return _sign_out(request, desks.of(request))

    async def refused(request: Request, error: Exception) -> Response:
        if not isinstance(error, HTTPException):
            raise error
        desk = None if error.status_code == 421 else desks.of(request)
        kind = _KINDS.get(error.status_code, "refused")
        response = draw_notice(request, kind, desk=desk, status=error.status_code, leads_on=True)
        response.headers.update(error.headers or {})
        return response

    return Starlette(
        routes=[
            Route("/authorize", authorize, methods=["GET", "POST"]),
            Route("/sign-out", sign_out, methods=["GET"]),
            *endpoints(lambda request: desks.of(request).provider),
            Mount("/static", StaticFiles(directory=Path(__file__).parent / "static")),
        ],
        middleware=[Middleware(Edge, find=find)],
        exception_handlers={HTTPException: refused},
    )


async def _authorize(request: Request, desk: Desk) -> Response:
    """The page that asks for e-mail address and password, and the answer to its form (AD-035)."""
    parameters = Parameters.of(request.query_params.multi_items())
    try:
        asked = read_authorization_request(parameters, desk.provider.clients)
        desk.provider.session_for(asked, None)  # nobody is ever signed in here, so prompt=none is refused
    except UntrustedRequest as refusal:
        return draw_notice(request, "untrusted", desk=desk, status=400, details=str(refusal))
    except AuthorizationRefused as refusal:
        return go(refusal.location)
    if request.method != "POST":
        return draw_sign_in(request, desk, language=spoken(request), email=visible(asked.login_hint)[:LONGEST_ADDRESS])
    if request.headers.get("sec-fetch-site", "same-origin") not in ("same-origin", "none"):
        raise HTTPException(403)  # a form of this page is sent from this page
    return _take(request, desk, asked, await read_form(request))


def _take(request: Request, desk: Desk, asked: AuthorizationRequest, form: Parameters) -> Response:
    email, password = visible(form.get("email") or "")[:LONGEST_ADDRESS], form.get("password") or ""

    def again(field: str, sentence: str) -> Response:
        return draw_sign_in(request, desk, language=spoken(request), email=email, problem=(field, sentence))

    if form.get("cancel") is not None:
        desk.tenancy.submit(CancelTeamsSignIn(email=email), cause="entra authorize")
        return _deny(desk, asked, "The person cancelled.", error_subcode="cancel")
    if not email:
        return again("email", "email.empty")
    if not visible(password):
        return again("password", "password.empty")
    try:
        command = EnterTeamsPassword(email=email, password=Secret(password))
        events = desk.tenancy.submit(command, cause="entra authorize")
    except Rejection as refusal:
        problem = _PROBLEMS.get(refusal.reason)
        return _deny(desk, asked, refusal.message) if problem is None else again(*problem)
    agent_id = next(event.agent_id for event in events if isinstance(event, TeamsPasswordAccepted))
    _, session = desk.provider.sessions.begin(agent_id, desk.provider.now)
    return go(desk.provider.grant(asked, session))


def _deny(desk: Desk, asked: AuthorizationRequest, description: str, **more: str) -> Response:
    """Back to the client with a no (RFC 6749 4.1.2.1); `error_subcode` tells a cancellation apart, as Entra has it."""
    issuer = desk.provider.tokens.issuer
    return go(asked.answer(error="access_denied", error_description=description, iss=issuer, **more))


def _sign_out(request: Request, desk: Desk) -> Response:
    """A sign-out the client started: what came of the person's sign-ins stops working."""
    try:
        asked = desk.provider.read_sign_out(Parameters.of(request.query_params.multi_items()))
    except SignOutRefused as refusal:
        return draw_notice(request, "untrusted", desk=desk, status=400, details=str(refusal))
    if asked.agent_id is not None:
        desk.provider.end_sessions_of(AgentId(asked.agent_id))
    return go(asked.location) if asked.location else draw_notice(request, "signed_out", desk=desk, status=200)
