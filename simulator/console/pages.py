"""The pages for people who open the simulator itself, or an address at which there is nothing. English and Swedish.

Rule: no page here contains a secret or runs a script; the one that runs scripts is `live.py`.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime
from functools import cache
from http import HTTPStatus
from pathlib import Path
from typing import TYPE_CHECKING

from markupsafe import Markup
from starlette.requests import HTTPConnection, Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import Route
from starlette.types import Receive, Scope, Send

from deskproof.simulator.console.live import ADDRESS
from deskproof.simulator.console.text import TEXTS
from deskproof.simulator.edge.context import Place, Site
from deskproof.simulator.edge.routing import Refused, routed
from deskproof.simulator.runtime.language import COOKIE, choose_language
from deskproof.simulator.runtime.tenancy import Tenancy

if TYPE_CHECKING:
    import jinja2

MARK = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32" aria-hidden="true">'
    '<rect width="32" height="32" rx="9" fill="#0b6478"/>'
    '<g fill="none" stroke-width="2.4" stroke-linecap="round" stroke-linejoin="round">'
    '<path stroke="#fff" d="M8 21.5h16M10.5 21.5v-3a5.5 5.5 0 0 1 11 0v3"/>'
    '<path stroke="#8fe3c4" d="m12.6 10.4 2.4 2.4 4.6-5"/></g></svg>'
)
"""The logo of Deskproof, as on the desktop."""

_TEMPLATES = Path(__file__).parent / "templates"

_LONGEST_PATH = 120
"""Characters of an address that a page repeats."""

_PAGE, _PROGRAM = "text/html", "application/json"


def console_site(
    tenants: Iterable[Tenancy], missing: Refused, *, control_prefix: str, live: Sequence[Route] = ()
) -> Site:
    """The pages on a host that is not a tenant's. `tenants` iterates over the open tenants; `missing` answers where
    there is nothing; `live` are the routes of the live console.
    """

    async def landing(request: Request) -> Response:
        return _page(
            request,
            "landing.html",
            tenants=[_row(tenancy) for tenancy in tenants],
            prefix=control_prefix,
            console=ADDRESS,
        )

    routes = [Route("/", landing, methods=["GET"]), *live]
    return Site(app=routed(routes, missing), place=_console_place)


def _console_place(scope: Scope, tenancy: Tenancy | None) -> Place:
    return Place(name="console", is_recorded=False)


async def _no_tenant_here(scope: Scope, receive: Receive, send: Send) -> None:
    await _absent(scope, "absent")(scope, receive, send)


async def _unknown_host(scope: Scope, receive: Receive, send: Send) -> None:
    await _absent(scope, "host")(scope, receive, send)


no_tenant_here = Site(app=_no_tenant_here, place=_console_place)
"""The site of an address that looks like a tenant's and is not one (AD-019)."""

unknown_host = Site(app=_unknown_host, place=_console_place)
"""The site of all other unknown hosts."""


def wants_page(request: HTTPConnection) -> bool:
    """Whether the request is a person's for a page, not a program's, and not a page's for one of its files."""
    accepted = request.headers.get("accept", "*/*")
    if request.headers.get("sec-fetch-dest", "document") != "document" or "authorization" in request.headers:
        return False
    return _PAGE in accepted or ("*/*" in accepted and _PROGRAM not in accepted)


def missing_page(request: Request, *, status: int, desktop: str | None) -> Response:
    """The answer at a path at which there is nothing (404), or that does not allow this method (405), with a link to
    the desktop of the tenant whose host it is, else to the overview.
    """
    text = _text(request)
    what = "missing" if status == HTTPStatus.NOT_FOUND else "unusable"
    return _page(
        request,
        "missing.html",
        status=status,
        title=text[f"{what}.title"],
        lead=text[f"{what}.lead"].format(path=_shortened(request)),
        desktop=desktop,
    )


def _shortened(request: Request) -> str:
    """The requested path; unprintable characters stay encoded."""
    path: str = request.scope["path"]
    if not path.isprintable():
        path = request.scope.get("raw_path", b"").decode("latin-1")
    return path if len(path) <= _LONGEST_PATH else f"{path[:_LONGEST_PATH]}…"


def _absent(scope: Scope, what: str) -> Response:
    connection = HTTPConnection(scope)
    text = _text(connection)
    return _page(
        connection,
        "absent.html",
        status=HTTPStatus.MISDIRECTED_REQUEST,
        title=text[f"{what}.title"],
        lead=text[f"{what}.lead"].format(host=_named(connection.headers.get("host") or "") or text["host.unnamed"]),
    )


def _named(host: str) -> str:
    """The name without the port, which changes with every start and does not identify an organisation."""
    return host.rpartition(":")[0] if host.rpartition(":")[2].isdigit() and ":" in host else host


def _page(connection: HTTPConnection, template: str, *, status: int = HTTPStatus.OK, **values: object) -> Response:
    here = "{}://127.0.0.1:{}".format(connection.scope["scheme"], (connection.scope.get("server") or ("", 0))[1])
    style = _style()
    body = _environment().get_template(template).render(
        text=_text(connection),
        style=Markup(style),  # noqa: S704  our own stylesheet
        mark=Markup(MARK),  # noqa: S704  our own drawing
        mark_base64=base64.b64encode(MARK.encode()).decode(),
        here=here,
        overview=f"{here}/",
        **values,
    )  # fmt: skip
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    headers = {
        "Content-Security-Policy": f"default-src 'none'; style-src 'sha256-{digest}'; img-src data:; base-uri 'none'; "
        "form-action 'none'; frame-ancestors 'none'",
        "Cache-Control": "no-store",
        "Vary": "Accept, Accept-Language, Cookie",
    }
    return HTMLResponse(body, status, headers=headers)


def _text(connection: HTTPConnection) -> Mapping[str, str]:
    """The sentences in the language chosen on this site, else in the one the browser prefers."""
    chosen = connection.cookies.get(COOKIE, "")
    return TEXTS[choose_language([chosen], connection.headers.get("accept-language", ""))]


def _row(tenancy: Tenancy) -> dict[str, object]:
    instant = datetime.fromtimestamp(tenancy.clock.now() / 1_000, tz=UTC)
    return {
        "id": tenancy.id,
        "desktop": tenancy.origins.desktop,
        "frozen_at": f"{instant:%Y-%m-%d %H:%M:%S} UTC" if tenancy.clock.is_frozen else None,
        "people": len(tenancy.configuration.people),
    }


@cache
def _environment() -> jinja2.Environment:
    import jinja2  # loaded with the first page only

    return jinja2.Environment(
        loader=jinja2.FileSystemLoader(_TEMPLATES),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


@cache
def _style() -> str:
    return (_TEMPLATES / "console.css").read_text(encoding="utf-8")
