"""Keeps the review server to the one person who was given its address.

Rule: nothing is answered to another host name (a page elsewhere may point its own name here), nothing but the way in
to a browser without the cookie, and nothing is changed for a request that another page made.
"""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from http import HTTPStatus

from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Receive, Scope, Send

from deskproof.reports.text.translation import LANGUAGES, say

HEADERS: Mapping[str, str] = {
    "Cache-Control": "no-store",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}
CLOSED = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'"
"""The Content-Security-Policy of everything but the page itself."""

_REFUSED = {
    HTTPStatus.MISDIRECTED_REQUEST: "live.elsewhere",
    HTTPStatus.UNAUTHORIZED: "live.outside",
    HTTPStatus.FORBIDDEN: "live.foreign",
}


class Guard:
    """Stands before `app`, which is served at `127.0.0.1:port`. `token` opens it once."""

    def __init__(self, app: ASGIApp, *, port: int, token: str) -> None:
        self._app = app
        self._hosts = {f"{name}:{port}" for name in ("127.0.0.1", "localhost")}
        self._token: str | None = token
        self._cookie = f"deskproof-review-{port}"  # cookies know no ports, and two reviews may go on at once
        self._secret = secrets.token_urlsafe(32)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            return
        request = Request(scope)
        answer = self._answer(request)
        await (self._app if answer is None else answer)(scope, receive, send)

    def _answer(self, request: Request) -> Response | None:
        """What the guard itself answers; None where the request may go on."""
        host = request.headers.get("host", "")
        if host not in self._hosts:
            return _refused(HTTPStatus.MISDIRECTED_REQUEST)
        inside = secrets.compare_digest(request.cookies.get(self._cookie, "").encode(), self._secret.encode())
        if request.method == "GET" and request.url.path == "/" and "token" in request.query_params:
            return _home() if inside else self._let_in(request.query_params["token"])
        if not inside:
            return _refused(HTTPStatus.UNAUTHORIZED)
        if request.method not in ("GET", "HEAD") and (
            request.headers.get("origin") != f"http://{host}"
            or request.headers.get("sec-fetch-site", "same-origin") != "same-origin"
        ):
            return _refused(HTTPStatus.FORBIDDEN)
        return None

    def _let_in(self, token: str) -> Response:
        if self._token is None or not secrets.compare_digest(token.encode(), self._token.encode()):
            return _refused(HTTPStatus.UNAUTHORIZED)
        self._token = None
        answer = _home()
        answer.set_cookie(self._cookie, self._secret, path="/", httponly=True, samesite="strict")
        return answer


def _home() -> Response:
    """To the page, at an address without the token."""
    return RedirectResponse("/", status_code=HTTPStatus.SEE_OTHER, headers=dict(HEADERS))


def _refused(status: HTTPStatus) -> Response:
    en, sv = (say(_REFUSED[status], language) for language in LANGUAGES)
    page = (
        '<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">'
        f'<title>Deskproof</title><h1>Deskproof</h1><p>{en}</p><p lang="sv">{sv}</p></html>'
    )
    return HTMLResponse(page, status_code=status, headers={**HEADERS, "Content-Security-Policy": CLOSED})
