"""The identity provider's site: one for all tenants, each at its own address (docs/architecture.md, Identity)."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import replace
from pathlib import Path

from starlette.exceptions import HTTPException
from starlette.requests import HTTPConnection, Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Mount, Route
from starlette.staticfiles import StaticFiles
from starlette.types import Scope

from deskproof.simulator.edge.context import Site
from deskproof.simulator.edge.hosts import host_of
from deskproof.simulator.product.identity import recovery, sign_in
from deskproof.simulator.product.identity.pages import as_json, draw, draw_notice, go, keep_language, spoken
from deskproof.simulator.product.identity.service import COOKIE, IdentityService
from deskproof.simulator.product.identity.transactions import Message, Transaction
from deskproof.simulator.product.openid.endpoints import endpoints, read_form
from deskproof.simulator.product.openid.implicit import read_implicit_request
from deskproof.simulator.product.openid.provider import SignOutRefused
from deskproof.simulator.product.openid.request import (
    AuthorizationRefused,
    Parameters,
    UntrustedRequest,
    read_authorization_request,
)
from deskproof.simulator.product.openid.site import provider_site
from deskproof.simulator.runtime.language import language_of
from deskproof.simulator.runtime.tenancy import Tenancy
from deskproof.simulator.vendor_hosts import is_vendors

Show = Callable[[Request, IdentityService, Transaction, Message | None], Awaitable[Response]]
Take = Callable[[Request, IdentityService, Transaction, Parameters], Awaitable[Response]]

PAGES: Mapping[str, str] = {
    "/authorize": "authorize",
    "/idb/oauth2/v1/authorize": "authorize application",
    "/sign-in": "sign-in",
    "/password": "password",
    "/help": "help",
    "/recover": "recover",
    "/recover/code": "recover code",
    "/recover/password": "recover password",
    "/sign-out": "sign-out",
}
"""The addresses for people, with what each is called in traffic and faults."""

NAME = "identity"


def identity_site(of: Callable[[Scope], IdentityService]) -> Site:
    """The identity provider of every tenant. `of` gives that of the tenant a request is for."""

    def page(path: str, show: Show, take: Take | None = None) -> Route:
        async def endpoint(request: Request) -> Response:
            return await _turn_page(request, of(request.scope), show, take)

        return Route(path, endpoint, methods=["GET", "POST"])

    async def authorize(request: Request) -> Response:
        return _authorize(request, of(request.scope), await _parameters(request))

    async def authorize_application(request: Request) -> Response:
        if not is_vendors(host_of(request.scope)):
            raise HTTPException(404)
        return _authorize(request, of(request.scope), await _parameters(request), implicit=True)

    async def sign_out(request: Request) -> Response:
        return _sign_out(request, of(request.scope), await _parameters(request))

    def notice(connection: HTTPConnection, kind: str, tenancy: Tenancy, status: int) -> Response:
        return draw_notice(connection, kind, tenancy=tenancy, status=status)

    routes: list[BaseRoute] = [
        Route("/authorize", authorize, methods=["GET", "POST"]),
        Route("/idb/oauth2/v1/authorize", authorize_application, methods=["GET"]),
        page("/sign-in", sign_in.show_email, sign_in.take_email),
        page("/password", sign_in.show_password, sign_in.take_password),
        page("/help", sign_in.show_help),
        page("/recover", recovery.show_recover, recovery.take_recover),
        page("/recover/code", recovery.show_code, recovery.take_code),
        page("/recover/password", recovery.show_new_password, recovery.take_new_password),
        Route("/sign-out", sign_out, methods=["GET", "POST"]),
        *endpoints(lambda request: of(request.scope).provider),
        Mount("/static", StaticFiles(directory=Path(__file__).parent / "static")),
    ]
    return provider_site(routes, name=NAME, pages=PAGES, notice=notice)


async def _turn_page(request: Request, service: IdentityService, show: Show, take: Take | None) -> Response:
    transaction = service.transactions.of(request.query_params.get("tx", ""), service.provider.now)
    if transaction is None:
        return draw_notice(request, "expired", tenancy=service.tenancy, status=410)
    if transaction.finished:
        return draw_notice(
            request, "done", tenancy=service.tenancy, status=200, language=transaction.language, action="done.open"
        )
    if request.method != "POST":
        return await show(request, service, transaction, service.transactions.take_message(transaction))
    _require_own_page(request)
    form = await read_form(request)
    response = await _turn_form(request, service, transaction, form, take)
    return as_json(response) if request.headers.get("accept") == "application/json" else response


async def _turn_form(
    request: Request, service: IdentityService, transaction: Transaction, form: Parameters, take: Take | None
) -> Response:
    language = language_of(form.get("language") or "")
    if language is not None:
        typed = form.get("email") or transaction.email
        service.transactions.keep(replace(transaction.for_email(typed), language=language))
        return keep_language(go(f"{request.url.path}?tx={transaction.id}"), language, service.tenancy)
    if take is None:
        raise HTTPException(405)
    return await take(request, service, transaction, form)


def _authorize(
    request: Request, service: IdentityService, parameters: Parameters, *, implicit: bool = False
) -> Response:
    try:
        authorization = (
            read_implicit_request(parameters)
            if implicit
            else read_authorization_request(parameters, service.provider.clients)
        )
        session = service.provider.session_for(authorization, request.cookies.get(COOKIE))
    except UntrustedRequest as refusal:
        return draw_notice(
            request, "untrusted", tenancy=service.tenancy, status=400, text=refusal.parameter, details=str(refusal)
        )
    except AuthorizationRefused as refusal:
        return go(refusal.location)
    if session is not None:
        return go(service.provider.grant(authorization, session))
    language = spoken(request, authorization.ui_locales)
    transaction = service.transactions.begin(authorization, language=language, now=service.provider.now)
    return go(f"/sign-in?tx={transaction.id}")


def _sign_out(request: Request, service: IdentityService, parameters: Parameters) -> Response:
    language = spoken(request, (parameters.get("ui_locales") or "").split())
    try:
        sign_out = service.provider.read_sign_out(parameters)
    except SignOutRefused as refusal:
        return draw_notice(
            request, "sign_out_refused", tenancy=service.tenancy, status=400, details=str(refusal), language=language
        )
    cookie = request.cookies.get(COOKIE)
    session = service.provider.sessions.of(cookie, service.provider.now)
    confirmed = request.method == "POST" and parameters.get("confirmed") == "yes"
    if confirmed:
        _require_own_page(request)
    if session is not None and session.agent_id != sign_out.agent_id and not confirmed:
        return draw("sign_out", language=language, tenancy=service.tenancy, parameters=parameters.values)
    service.provider.end_session(cookie)
    location = sign_out.location
    response = (
        go(location)
        if location
        else draw_notice(request, "signed_out", tenancy=service.tenancy, status=200, language=language)
    )
    response.delete_cookie(COOKIE, httponly=True, samesite="lax", path="/")
    return response


async def _parameters(request: Request) -> Parameters:
    if request.method == "POST":
        return await read_form(request)
    return Parameters.of(request.query_params.multi_items())


def _require_own_page(request: Request) -> None:
    """A form of these pages is sent from these pages. Every current browser says where a request comes from."""
    if request.headers.get("sec-fetch-site", "same-origin") not in ("same-origin", "none"):
        raise HTTPException(403)
