"""Drawing a page: its template, its language and the headers every page carries."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from starlette.requests import HTTPConnection
from starlette.responses import HTMLResponse, JSONResponse, RedirectResponse, Response

from deskproof.simulator.product.identity.text import NAMES, sentence
from deskproof.simulator.product.identity.transactions import Message, Transaction
from deskproof.simulator.runtime.language import COOKIE, COOKIE_LIVES, Language, choose_language
from deskproof.simulator.runtime.tenancy import Tenancy

if TYPE_CHECKING:
    from jinja2 import Environment

_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; base-uri 'none'; "
    "frame-ancestors 'none'; form-action 'self'"
)


def policy(tenancy: Tenancy, client_origin: str | None = None) -> str:
    """The Content-Security-Policy. A form's answer redirects to the client, by default the desktop, so that is a place
    forms may end.
    """
    return f"{_POLICY} {client_origin or tenancy.origins.desktop}"


def draw(
    template: str, *, language: Language, tenancy: Tenancy, status: int = 200, message: Message | None = None,
    transaction: Transaction | None = None, **values: Any,
) -> Response:  # fmt: skip
    """The page from its template; a message with a field is drawn as a problem of that field."""

    def say(key: str, **inside: object) -> str:
        return sentence(language, key, **inside)

    body = (
        _templates()
        .get_template(f"{template}.html")
        .render(
            say=say,
            language=language,
            languages=NAMES,
            transaction=transaction,
            home=f"{tenancy.origins.desktop}/",
            problem=say(message.key, **message.values) if message is not None and message.field is not None else None,
            field=None if message is None else message.field,
            keeps_typed=template == "email",
            notice=say(message.key, **message.values) if message is not None and message.field is None else None,
            **values,
        )
    )
    headers = {
        "Content-Language": language,
        "Content-Security-Policy": policy(tenancy, transaction.request.client.origin if transaction else None),
        "Vary": "Accept-Language, Cookie",
    }
    return HTMLResponse(body, status_code=status, headers=headers)


def draw_notice(
    request: HTTPConnection, kind: str, *, tenancy: Tenancy, status: int, text: str = "text",
    details: str | None = None, language: Language | None = None, action: str = "again",
) -> Response:  # fmt: skip
    """A page with a message and a link to the desktop."""
    language = language or spoken(request)
    return draw(
        "notice", language=language, tenancy=tenancy, status=status,
        title=f"{kind}.title", text=f"{kind}.{text}", details=details, action=action,
    )  # fmt: skip


def spoken(request: HTTPConnection, ui_locales: Iterable[str] | None = None) -> Language:
    """The language of a page without a transaction: the client's request (by default in the query), then the choice on
    this site, then the browser's preference.
    """
    wished = request.query_params.get("ui_locales", "").split() if ui_locales is None else ui_locales
    chosen = request.cookies.get(COOKIE, "")
    return choose_language((*wished, chosen), request.headers.get("accept-language", ""))


def keep_language(response: Response, language: Language, tenancy: Tenancy) -> Response:
    """The same response, with a cookie that stores this choice for the tenant's whole site."""
    response.set_cookie(
        COOKIE, language, max_age=COOKIE_LIVES, domain=urlsplit(tenancy.origins.desktop).hostname, samesite="lax"
    )
    return response


def go(location: str) -> Response:
    """On to another page, by GET (303)."""
    return RedirectResponse(location, status_code=303)


def as_json(response: Response) -> Response:
    """A redirect for the page's script, which decides whether the next page replaces this one in the history."""
    answer = JSONResponse({"location": response.headers["location"]})
    answer.raw_headers.extend(pair for pair in response.raw_headers if pair[0] == b"set-cookie")
    return answer


@cache
def _templates() -> Environment:
    from jinja2 import Environment, PackageLoader, StrictUndefined  # loaded with the first page only

    return Environment(
        loader=PackageLoader("deskproof.simulator.product.identity"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
