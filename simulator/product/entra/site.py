"""The site of the Teams sign-in: one for all tenants, each at its own address (docs/architecture.md, Addresses).

Nothing of a sign-in in progress is stored here: the request is in the address of the page, and is checked each time the
page is requested or its form is sent. No cookie is set, so every window asks for the password.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from starlette.exceptions import HTTPException
from starlette.requests import HTTPConnection, Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Mount, Route
from starlette.staticfiles import StaticFiles
from starlette.types import Scope

from deskproof.simulator.domain.commands import CancelTeamsSignIn, EnterTeamsPassword
from deskproof.simulator.domain.credentials import LONGEST_ADDRESS
from deskproof.simulator.domain.events import TeamsPasswordAccepted
from deskproof.simulator.domain.rejection import Reason, Rejection
from deskproof.simulator.domain.typed import visible
from deskproof.simulator.domain.values import AgentId, Secret
from deskproof.simulator.edge.context import Site
from deskproof.simulator.product.entra.pages import draw_notice, draw_sign_in, go, spoken
from deskproof.simulator.product.entra.service import TeamsService
from deskproof.simulator.product.openid.endpoints import endpoints, read_form
from deskproof.simulator.product.openid.provider import SignOutRefused
from deskproof.simulator.product.openid.request import (
    AuthorizationRefused,
    AuthorizationRequest,
    Parameters,
    UntrustedRequest,
    read_authorization_request,
)
from deskproof.simulator.product.openid.site import provider_site
from deskproof.simulator.runtime.tenancy import Tenancy

PAGES: Mapping[str, str] = {"/authorize": "authorize", "/sign-out": "sign-out"}
"""The addresses for people, with what each is called in traffic and faults."""

NAME = "entra"

_PROBLEMS: Mapping[Reason, tuple[str, str]] = {
    Reason.UNKNOWN_PERSON: ("email", "email.unknown"),
    Reason.WRONG_PASSWORD: ("password", "password.wrong"),
}
"""What the person can correct in the window: the field at fault and the sentence at it."""


def entra_site(of: Callable[[Scope], TeamsService]) -> Site:
    """The Teams sign-in of every tenant. `of` gives that of the tenant a request is for."""

    async def authorize(request: Request) -> Response:
        return await _authorize(request, of(request.scope))

    async def sign_out(request: Request) -> Response:
        return _sign_out(request, of(request.scope))

    def notice(connection: HTTPConnection, kind: str, tenancy: Tenancy, status: int) -> Response:
        return draw_notice(connection, kind, tenancy=tenancy, status=status, leads_on=True)

    routes: list[BaseRoute] = [
        Route("/authorize", authorize, methods=["GET", "POST"]),
        Route("/sign-out", sign_out, methods=["GET"]),
        *endpoints(lambda request: of(request.scope).provider),
        Mount("/static", StaticFiles(directory=Path(__file__).parent / "static")),
    ]
    return provider_site(routes, name=NAME, pages=PAGES, notice=notice)


async def _authorize(request: Request, service: TeamsService) -> Response:
    """The page that asks for e-mail address and password, and the answer to its form (AD-035)."""
    parameters = Parameters.of(request.query_params.multi_items())
    try:
        authorization = read_authorization_request(parameters, service.provider.clients)
        service.provider.session_for(authorization, None)  # without sessions, prompt=none is refused
    except UntrustedRequest as refusal:
        return draw_notice(request, "untrusted", tenancy=service.tenancy, status=400, details=str(refusal))
    except AuthorizationRefused as refusal:
        return go(refusal.location)
    if request.method != "POST":
        email = visible(authorization.login_hint)[:LONGEST_ADDRESS]
        return draw_sign_in(request, service.tenancy, language=spoken(request), email=email)
    if request.headers.get("sec-fetch-site", "same-origin") not in ("same-origin", "none"):
        raise HTTPException(403)  # a form of this page is sent from this page
    return _take(request, service, authorization, await read_form(request))


def _take(request: Request, service: TeamsService, authorization: AuthorizationRequest, form: Parameters) -> Response:
    email, password = visible(form.get("email") or "")[:LONGEST_ADDRESS], form.get("password") or ""

    def again(field: str, sentence: str) -> Response:
        return draw_sign_in(request, service.tenancy, language=spoken(request), email=email, problem=(field, sentence))

    if form.get("cancel") is not None:
        service.tenancy.submit(CancelTeamsSignIn(email=email), cause="entra authorize")
        return _deny(service, authorization, "The person cancelled.", error_subcode="cancel")
    if not email:
        return again("email", "email.empty")
    if not visible(password):
        return again("password", "password.empty")
    try:
        command = EnterTeamsPassword(email=email, password=Secret(password))
        events = service.tenancy.submit(command, cause="entra authorize")
    except Rejection as refusal:
        problem = _PROBLEMS.get(refusal.reason)
        return _deny(service, authorization, refusal.message) if problem is None else again(*problem)
    agent_id = next(event.agent_id for event in events if isinstance(event, TeamsPasswordAccepted))
    _, session = service.provider.sessions.begin(agent_id, service.provider.now)
    return go(service.provider.grant(authorization, session))


def _deny(service: TeamsService, authorization: AuthorizationRequest, description: str, **more: str) -> Response:
    """Back to the client with a refusal (RFC 6749 4.1.2.1); `error_subcode` marks a cancellation, as at Entra."""
    issuer = service.provider.tokens.issuer
    return go(authorization.answer(error="access_denied", error_description=description, iss=issuer, **more))


def _sign_out(request: Request, service: TeamsService) -> Response:
    """A sign-out that the client started: the person's codes and refresh tokens stop working."""
    try:
        sign_out = service.provider.read_sign_out(Parameters.of(request.query_params.multi_items()))
    except SignOutRefused as refusal:
        return draw_notice(request, "untrusted", tenancy=service.tenancy, status=400, details=str(refusal))
    if sign_out.agent_id is not None:
        service.provider.end_sessions_of(AgentId(sign_out.agent_id))
    return (
        go(sign_out.location)
        if sign_out.location
        else draw_notice(request, "signed_out", tenancy=service.tenancy, status=200)
    )
