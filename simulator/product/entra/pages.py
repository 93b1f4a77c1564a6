"""Drawing a page of the Teams sign-in. The pages have no script, and their policy allows none."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from starlette.requests import HTTPConnection
from starlette.responses import HTMLResponse, RedirectResponse, Response

from deskproof.simulator.product.entra.text import sentence
from deskproof.simulator.product.identity.pages import keep_language
from deskproof.simulator.product.identity.pages import spoken as spoken_at
from deskproof.simulator.product.identity.text import NAMES
from deskproof.simulator.runtime.language import Language, language_of
from deskproof.simulator.runtime.tenancy import Tenancy

if TYPE_CHECKING:
    from jinja2 import Environment

_POLICY = (
    "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; frame-ancestors 'none'; form-action 'self'"
)


_CHOICE = "language"
"""The parameter with which the page's own links choose a language."""


def policy(tenancy: Tenancy) -> str:
    """The Content-Security-Policy. The form's answer redirects to the desktop, so that is a place forms may end."""
    return f"{_POLICY} {tenancy.origins.desktop}"


def draw_sign_in(
    request: HTTPConnection, tenancy: Tenancy, *, language: Language, email: str, problem: tuple[str, str] | None = None
) -> Response:
    """The page that asks for e-mail address and password; `problem` is the field at fault and its sentence."""
    return _draw(
        request, "sign_in", language=language, tenancy=tenancy, status=200, email=email, problem=problem,
        languages={each: _in_language(request, each) for each in Language},
    )  # fmt: skip


def draw_notice(
    request: HTTPConnection,
    kind: str,
    *,
    tenancy: Tenancy,
    status: int,
    details: str | None = None,
    leads_on: bool = False,
) -> Response:
    """A page with a message; with `leads_on`, it has a link to the desktop, for a person who came here by mistake."""
    way = f"{tenancy.origins.desktop}/" if leads_on else None
    return _draw(
        request,
        "notice",
        language=spoken(request),
        tenancy=tenancy,
        status=status,
        title=kind,
        details=details,
        way=way,
    )


def spoken(request: HTTPConnection) -> Language:
    """The language chosen in the window, else as on the identity pages."""
    return _chosen(request) or spoken_at(request)


def go(location: str) -> Response:
    """On to another page, by GET (303)."""
    return RedirectResponse(location, status_code=303)


def _in_language(request: HTTPConnection, language: Language) -> str:
    """The address of the same page in this language."""
    parameters = [(name, value) for name, value in request.query_params.multi_items() if name != _CHOICE]
    return f"{request.url.path}?{urlencode([*parameters, (_CHOICE, str(language))])}"


def _chosen(request: HTTPConnection) -> Language | None:
    return language_of(request.query_params.get(_CHOICE, ""))


def _draw(
    request: HTTPConnection, template: str, *, language: Language, tenancy: Tenancy, status: int, **values: Any
) -> Response:
    def say(key: str, **inside: object) -> str:
        return sentence(language, key, **inside)

    body = _templates().get_template(f"{template}.html").render(say=say, language=language, names=NAMES, **values)
    headers = {
        "Content-Language": language,
        "Content-Security-Policy": policy(tenancy),
        "Vary": "Accept-Language, Cookie",
    }
    response = HTMLResponse(body, status_code=status, headers=headers)
    chosen = _chosen(request)
    return response if chosen is None else keep_language(response, chosen, tenancy)


@cache
def _templates() -> Environment:
    from jinja2 import Environment, PackageLoader, StrictUndefined  # loaded with the first page only

    return Environment(
        loader=PackageLoader("deskproof.simulator.product.entra"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
