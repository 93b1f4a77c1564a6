"""The provider's endpoints for programs: discovery, keys, tokens, userinfo.

Decode, call once, encode.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from urllib.parse import parse_qsl

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from deskproof.simulator.product.openid.grants import GrantRefused
from deskproof.simulator.product.openid.provider import Provider
from deskproof.simulator.product.openid.request import Parameters
from deskproof.simulator.product.tokens import TokenError

FORM = "application/x-www-form-urlencoded"
LARGEST_FORM = 16_384
"""Bytes of a form body that are read."""

ProviderOf = Callable[[Request], Provider]
"""Gives the provider that a request is for."""


async def read_form(request: Request) -> Parameters:
    """The parameters of a form body. HTTPException: not in UTF-8 (400), too large (413), not a form (415)."""
    if request.headers.get("content-type", "").split(";")[0].strip().lower() != FORM:
        raise HTTPException(415, f"The body has to be {FORM}.")
    body = bytearray()
    async for part in request.stream():
        body += part
        if len(body) > LARGEST_FORM:
            raise HTTPException(413, f"The form is larger than {LARGEST_FORM} bytes.")
    try:
        return Parameters.of(parse_qsl(body.decode("utf-8"), keep_blank_values=True, errors="strict"))
    except UnicodeDecodeError:
        raise HTTPException(400, f"The form is not in UTF-8; expected {FORM} in UTF-8.") from None


def endpoints(provider_of: ProviderOf) -> list[Route]:
    """The routes for programs; the pages bring `/authorize` and `/sign-out`."""

    def route(path: str, method: str, answer: Callable[[Request, Provider], Awaitable[Response]]) -> Route:
        async def endpoint(request: Request) -> Response:
            return await answer(request, provider_of(request))

        return Route(path, endpoint, methods=[method], name=path.strip("/"))

    return [
        route("/.well-known/openid-configuration", "GET", _discovery),
        route("/jwks", "GET", _keys),
        route("/token", "POST", _token),
        route("/userinfo", "GET", _userinfo),
    ]


async def _discovery(_request: Request, provider: Provider) -> Response:
    return JSONResponse(provider.discovery())


async def _keys(_request: Request, provider: Provider) -> Response:
    return JSONResponse(provider.tokens.key_set())


async def _token(request: Request, provider: Provider) -> Response:
    try:
        return JSONResponse(provider.exchange(await read_form(request)), headers={"Pragma": "no-cache"})
    except GrantRefused as refusal:
        return _error(400, refusal.error, str(refusal))
    except HTTPException as refusal:
        return _error(refusal.status_code, "invalid_request", refusal.detail)


async def _userinfo(request: Request, provider: Provider) -> Response:
    scheme, _, token = request.headers.get("authorization", "").partition(" ")
    try:
        if scheme.lower() != "bearer" or not token:
            raise TokenError("An Authorization header with a Bearer token is missing; sign in to get one.")
        return JSONResponse(provider.userinfo(token))
    except TokenError as refusal:
        response = _error(401, "invalid_token", str(refusal))
        response.headers["WWW-Authenticate"] = 'Bearer error="invalid_token"'
        return response


def _error(status: int, error: str, description: str) -> Response:
    return JSONResponse({"error": error, "error_description": description}, status_code=status)
