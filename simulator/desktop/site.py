"""Serves the reference Agent Desktop: the page, its static files and the numbering plans.

Each has its type and its caching, and the page a strict policy: it may connect only to its own tenant's origins.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Match, Route
from starlette.types import Scope

from deskproof.simulator.desktop.files import FOLDER, File, files, loaded_names, served_file
from deskproof.simulator.desktop.numbering import numbering_json
from deskproof.simulator.edge.context import Place, Site, context_of
from deskproof.simulator.edge.routing import Refused, routed
from deskproof.simulator.runtime.tenancy import Origins, Tenancy

PAGES = ("/", "/task", "/pages/{page}", "/signed-in")
"""The addresses of the page; its scripts choose the screen."""

ANSWER_PAGE = "/teams-signed-in"
"""The address to which the Teams sign-in sends its answer, in the window opened for it."""

_OPENER_POLICY = "Cross-Origin-Opener-Policy"

FILES = "desktop file"
"""Where a fault acts on any of the files; one of them is named by its path below `/desktop/`, such as `desk.js`."""

PAGE = "desktop page"
"""Where a fault acts on the page itself."""

NUMBERING = "numbering.json"


def desktop_site(missing: Refused) -> Site:
    """The desktop of every tenant. `missing` answers unknown paths (404) and methods (405)."""

    return Site(app=routed(_routes(), missing), place=_place)


def serves(scope: Scope) -> bool:
    """Whether the desktop serves this path and method."""
    return any(route.matches(scope)[0] is Match.FULL for route in _routes())


def place_names() -> tuple[str, ...]:
    """The names by which faults act on the desktop's page and files."""
    return (PAGE, FILES, NUMBERING, *loaded_names())


def _place(scope: Scope, tenancy: Tenancy | None) -> Place:
    path: str = scope["path"]
    if path.startswith(FOLDER):
        name = path.removeprefix(FOLDER)
        file = files().by_path.get(name)
        return Place(name=file.name if file else name, groups=(FILES,), is_recorded=False)
    return Place(name=PAGE, is_recorded=False)


def _tenancy(request: Request) -> Tenancy:
    tenancy = context_of(request.scope).tenancy
    assert tenancy is not None  # noqa: S101  a desktop is only found by the host of its tenant
    return tenancy


@cache
def _routes() -> list[BaseRoute]:
    def page(request: Request) -> Response:
        return _page(request, "index.html")

    def answer_page(request: Request) -> Response:
        response = _page(request, "teams-answer.html")
        del response.headers[_OPENER_POLICY]  # with the policy the window would lose its opener
        return response

    def static(request: Request) -> Response:
        file = files().by_path.get(request.path_params["path"])
        if file is None:
            raise HTTPException(404, "The desktop has no such file.")
        return _answer(request, file)

    def numbers(request: Request) -> Response:
        return _answer(request, served_file(NUMBERING, numbering_json()))

    return [
        *(Route(path, page, methods=["GET"]) for path in PAGES),
        Route(ANSWER_PAGE, answer_page, methods=["GET"]),
        Route(f"{FOLDER}{NUMBERING}", numbers, methods=["GET"]),
        Route(FOLDER + "{path:path}", static, methods=["GET"]),
    ]


def policy(origins: Origins, widget_hosts: tuple[str, ...] = ()) -> str:
    """The Content-Security-Policy of the page: scripts, styles and connections of its own tenant, and of the hosts
    that the tenant allows for widgets.
    """
    widgets = "".join(f" {host}" for host in widget_hosts)
    socket = re.sub(r"^http", "ws", origins.desktop)
    return "; ".join(
        (
            "default-src 'none'",
            f"script-src 'self'{widgets}",
            f"style-src 'self'{widgets}",
            # Layouts name images on any host.
            "img-src 'self' data: https:",
            f"connect-src 'self' {socket} {origins.identity} {origins.teams}{widgets}",
            "form-action 'none'",
            "frame-ancestors 'none'",
            "base-uri 'none'",
        )
    )


def _page(request: Request, name: str) -> Response:
    tenancy = _tenancy(request)
    rules = policy(tenancy.origins, tenancy.configuration.settings.widget_hosts)
    return _answer(request, files().page(name), {"Content-Security-Policy": rules})


def _answer(request: Request, file: File, headers: Mapping[str, str] = MappingProxyType({})) -> Response:
    """The answer with its validator, or 304 when the browser has it already."""
    headers = {
        "ETag": file.etag,
        "Cache-Control": "public, max-age=31536000, immutable" if file.is_immutable else "no-cache",
        "X-Content-Type-Options": "nosniff",
        "Referrer-Policy": "no-referrer",
        _OPENER_POLICY: "same-origin-allow-popups",
        **headers,
    }
    if file.etag in request.headers.get("If-None-Match", ""):
        return Response(status_code=304, headers=headers)
    return Response(file.content, media_type=file.media_type, headers=headers)
