"""Drawing a page of the Teams sign-in. The pages have no script at all, and their policy allows none."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

from jinja2 import Environment, PackageLoader, StrictUndefined
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from deskproof.simulator.product.entra.desk import Desk
from deskproof.simulator.product.entra.text import sentence
from deskproof.simulator.product.identity.pages import keep_language
from deskproof.simulator.product.identity.pages import spoken as spoken_at
from deskproof.simulator.product.identity.text import NAMES
from deskproof.simulator.runtime.language import Language, language_of

_TEMPLATES = Environment(
    loader=PackageLoader("deskproof.simulator.product.entra"),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)

_POLICY = (
    "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; frame-ancestors 'none'; form-action 'self'"
)


_CHOICE = "language"
"""The parameter with which the page's own links choose a language."""


def policy(desk: Desk | None) -> str:
    """The Content-Security-Policy. The form's answer redirects to the desktop, so that is a place forms may end."""
    return _POLICY if desk is None else f"{_POLICY} {desk.tenancy.origins.desktop}"


def draw_sign_in(
    request: Request, desk: Desk, *, language: Language, email: str, problem: tuple[str, str] | None = None
) -> Response:
    """The page that asks for e-mail address and password; `problem` is the field at fault and its sentence."""
    return _draw(
        request, "sign_in", language=language, desk=desk, status=200, email=email, problem=problem,
        languages={each: _in_language(request, each) for each in Language},
    )  # fmt: skip


def draw_notice(
    request: Request, kind: str, *, desk: Desk | None, status: int, details: str | None = None, leads_on: bool = False
) -> Response:
    """A page that only tells something; one that `leads_on` has a link to the desktop, for somebody who came astray."""
    way = f"{desk.tenancy.origins.desktop}/" if desk is not None and leads_on else None
    return _draw(
        request, "notice", language=spoken(request), desk=desk, status=status, title=kind, details=details, way=way
    )


def spoken(request: Request) -> Language:
    """The language chosen in the window, else as on the identity pages."""
    return _chosen(request) or spoken_at(request)


def go(location: str) -> Response:
    """On to another page, by GET (303)."""
    return RedirectResponse(location, status_code=303)


def _in_language(request: Request, language: Language) -> str:
    """The address of the same page in this language."""
    asked = [(name, value) for name, value in request.query_params.multi_items() if name != _CHOICE]
    return f"{request.url.path}?{urlencode([*asked, (_CHOICE, str(language))])}"


def _chosen(request: Request) -> Language | None:
    return language_of(request.query_params.get(_CHOICE, ""))


def _draw(
    request: Request, template: str, *, language: Language, desk: Desk | None, status: int, **values: Any
) -> Response:
    def say(key: str, **inside: object) -> str:
        return sentence(language, key, **inside)

    body = _TEMPLATES.get_template(f"{template}.html").render(say=say, language=language, names=NAMES, **values)
    headers = {"Content-Language": language, "Content-Security-Policy": policy(desk), "Vary": "Accept-Language, Cookie"}
    response = HTMLResponse(body, status_code=status, headers=headers)
    chosen = _chosen(request)
    return response if chosen is None or desk is None else keep_language(response, chosen, desk.tenancy)
