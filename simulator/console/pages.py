"""The pages a person sees who opens the simulator itself, or an address at which nobody lives. English and Swedish.

Rule: no page holds a secret, and none runs script.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable
from datetime import UTC, datetime
from functools import cache
from http import HTTPStatus
from pathlib import Path

import jinja2
from markupsafe import Markup
from starlette.requests import HTTPConnection, Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import BaseRoute, Route
from starlette.types import Receive, Scope, Send

from simulator.console.text import text_for
from simulator.runtime.tenancy import Tenancy

MARK = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32" aria-hidden="true">'
    '<rect width="32" height="32" rx="9" fill="#0b6478"/>'
    '<g fill="none" stroke-width="2.4" stroke-linecap="round" stroke-linejoin="round">'
    '<path stroke="#fff" d="M8 21.5h16M10.5 21.5v-3a5.5 5.5 0 0 1 11 0v3"/>'
    '<path stroke="#8fe3c4" d="m12.6 10.4 2.4 2.4 4.6-5"/></g></svg>'
)
"""The sign of Deskproof, as the desktop wears it."""

_TEMPLATES = Path(__file__).parent / "templates"


def console_routes(tenants: Iterable[Tenancy], *, control_prefix: str) -> list[BaseRoute]:
    """The pages on a host that is no tenant's. `tenants` gives the open ones, each time it is gone through."""

    async def landing(request: Request) -> Response:
        return _page(request, "landing.html", tenants=[_row(tenancy) for tenancy in tenants], prefix=control_prefix)

    return [Route("/", landing, methods=["GET"])]


async def no_tenant_here(scope: Scope, receive: Receive, send: Send) -> None:
    """What an address answers that looks like a tenant's and is none (AD-019)."""
    await _absent(scope, "absent")(scope, receive, send)


async def unknown_host(scope: Scope, receive: Receive, send: Send) -> None:
    """What a host answers that the simulator does not know."""
    await _absent(scope, "host")(scope, receive, send)


def _absent(scope: Scope, what: str) -> Response:
    connection = HTTPConnection(scope)
    text = text_for(connection.headers.get("accept-language", ""))
    return _page(
        connection,
        "absent.html",
        status=HTTPStatus.MISDIRECTED_REQUEST,
        title=text[f"{what}.title"],
        lead=text[f"{what}.lead"].format(host=_named(connection.headers.get("host") or "") or text["host.unnamed"]),
    )


def _named(host: str) -> str:
    """The name without the port, which is another one whenever a simulator starts and tells no organisations apart."""
    return host.rpartition(":")[0] if host.rpartition(":")[2].isdigit() and ":" in host else host


def _page(connection: HTTPConnection, template: str, *, status: int = HTTPStatus.OK, **values: object) -> Response:
    here = "http://127.0.0.1:{}".format((connection.scope.get("server") or ("", 0))[1])
    style = _style()
    body = _environment().get_template(template).render(
        text=text_for(connection.headers.get("accept-language", "")),
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
        "Vary": "Accept-Language",
    }
    return HTMLResponse(body, status, headers=headers)


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
