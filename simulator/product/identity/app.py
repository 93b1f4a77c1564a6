"""The identity application: one for all tenants, each at its own address (docs/architecture.md, Identity)."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import replace
from pathlib import Path

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from deskproof.simulator.product.identity import recovery, sign_in
from deskproof.simulator.product.identity.desk import COOKIE, Desk, Desks
from deskproof.simulator.product.identity.edge import Edge
from deskproof.simulator.product.identity.pages import as_json, draw, draw_notice, go, keep_language, spoken
from deskproof.simulator.product.identity.transactions import Message, Transaction
from deskproof.simulator.product.openid.endpoints import endpoints, read_form
from deskproof.simulator.product.openid.provider import SignOutRefused
from deskproof.simulator.product.openid.request import (
    AuthorizationRefused,
    Parameters,
    UntrustedRequest,
    read_authorization_request,
)
from deskproof.simulator.product.tokens import Keyring
from deskproof.simulator.runtime.language import language_of
from deskproof.simulator.runtime.tenancy import Tenancy

Show = Callable[[Request, Desk, Transaction, Message | None], Awaitable[Response]]
Take = Callable[[Request, Desk, Transaction, Parameters], Awaitable[Response]]

_KINDS: Mapping[int, str] = {403: "forbidden", 404: "missing", 421: "nobody"}
"""Which notice an HTTP status is told with; every other status is a request that could not be read."""


def identity_app(find: Callable[[Request], Tenancy | None], keyring: Keyring) -> Starlette:
    """The identity provider of every tenant. `find` tells which tenant a request is for; None gets 421."""
    desks = Desks(find, keyring)

    def page(path: str, show: Show, take: Take | None = None) -> Route:
        async def endpoint(request: Request) -> Response:
            return await _turn_page(request, desks.of(request), show, take)

        return Route(path, endpoint, methods=["GET", "POST"])

    async def authorize(request: Request) -> Response:
        return _authorize(request, desks.of(request), await _parameters(request))

    async def sign_out(request: Request) -> Response:
        return _sign_out(request, desks.of(request), await _parameters(request))

    async def refused(request: Request, error: Exception) -> Response:
        if not isinstance(error, HTTPException):
            raise error
        desk = None if error.status_code == 421 else desks.of(request)
        kind = _KINDS.get(error.status_code, "refused")
        response = draw_notice(request, kind, desk=desk, status=error.status_code)
        response.headers.update(error.headers or {})
        return response

    return Starlette(
        routes=[
            Route("/authorize", authorize, methods=["GET", "POST"]),
            page("/sign-in", sign_in.show_email, sign_in.take_email),
            page("/password", sign_in.show_password, sign_in.take_password),
            page("/help", sign_in.show_help),
            page("/recover", recovery.show_recover, recovery.take_recover),
            page("/recover/code", recovery.show_code, recovery.take_code),
            page("/recover/password", recovery.show_new_password, recovery.take_new_password),
            Route("/sign-out", sign_out, methods=["GET", "POST"]),
            *endpoints(lambda request: desks.of(request).provider),
            Mount("/static", StaticFiles(directory=Path(__file__).parent / "static")),
        ],
        middleware=[Middleware(Edge, find=find)],
        exception_handlers={HTTPException: refused},
    )


async def _turn_page(request: Request, desk: Desk, show: Show, take: Take | None) -> Response:
    transaction = desk.transactions.of(request.query_params.get("tx", ""), desk.provider.now)
    if transaction is None:
        return draw_notice(request, "expired", desk=desk, status=410)
    if transaction.finished:
        return draw_notice(request, "done", desk=desk, status=200, language=transaction.language, action="done.open")
    if request.method != "POST":
        return await show(request, desk, transaction, desk.transactions.take_message(transaction))
    _require_own_page(request)
    form = await read_form(request)
    response = await _turn_form(request, desk, transaction, form, take)
    return as_json(response) if request.headers.get("accept") == "application/json" else response


async def _turn_form(
    request: Request, desk: Desk, transaction: Transaction, form: Parameters, take: Take | None
) -> Response:
    language = language_of(form.get("language") or "")
    if language is not None:
        typed = form.get("email") or transaction.email
        desk.transactions.keep(replace(transaction.for_email(typed), language=language))
        return keep_language(go(f"{request.url.path}?tx={transaction.id}"), language, desk.tenancy)
    if take is None:
        raise HTTPException(405)
    return await take(request, desk, transaction, form)


def _authorize(request: Request, desk: Desk, parameters: Parameters) -> Response:
    try:
        asked = read_authorization_request(parameters, desk.provider.clients)
        session = desk.provider.session_for(asked, request.cookies.get(COOKIE))
    except UntrustedRequest as refusal:
        return draw_notice(request, "untrusted", desk=desk, status=400, text=refusal.parameter, details=str(refusal))
    except AuthorizationRefused as refusal:
        return go(refusal.location)
    if session is not None:
        return go(desk.provider.grant(asked, session))
    language = spoken(request, asked.ui_locales)
    transaction = desk.transactions.begin(asked, language=language, now=desk.provider.now)
    return go(f"/sign-in?tx={transaction.id}")


def _sign_out(request: Request, desk: Desk, parameters: Parameters) -> Response:
    language = spoken(request, (parameters.get("ui_locales") or "").split())
    try:
        asked = desk.provider.read_sign_out(parameters)
    except SignOutRefused as refusal:
        return draw_notice(request, "sign_out_refused", desk=desk, status=400, details=str(refusal), language=language)
    cookie = request.cookies.get(COOKIE)
    session = desk.provider.sessions.of(cookie, desk.provider.now)
    confirmed = request.method == "POST" and parameters.get("confirmed") == "yes"
    if confirmed:
        _require_own_page(request)
    if session is not None and session.agent_id != asked.agent_id and not confirmed:
        return draw("sign_out", language=language, desk=desk, asked=parameters.values)
    desk.provider.end_session(cookie)
    location = asked.location
    response = (
        go(location) if location else draw_notice(request, "signed_out", desk=desk, status=200, language=language)
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
