"""Serves the reference Agent Desktop: the page, its static files and the numbering plans.

Each has its type and its caching, and the page a strict policy: it may connect only to its own tenant's origins.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Match, Route
from starlette.types import Scope

from deskproof.simulator.desktop.numbering import numbering_json
from deskproof.simulator.edge.context import Place, Site, context_of
from deskproof.simulator.edge.routing import Refused, routed
from deskproof.simulator.runtime.tenancy import Origins, Tenancy

STATIC = Path(__file__).parent / "static"

PAGES = ("/", "/task", "/pages/{page}", "/signed-in")
"""The addresses of the page; its scripts choose the screen."""

ANSWER_PAGE = "/teams-signed-in"
"""The address to which the Teams sign-in sends its answer, in the window opened for it."""

TYPES: Mapping[str, str] = {
    ".html": "text/html; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".svg": "image/svg+xml",
    ".txt": "text/plain; charset=utf-8",
}
"""The media type of each suffix that is served; files with other suffixes are not served."""

_OPENER_POLICY = "Cross-Origin-Opener-Policy"

_VERSIONED = re.compile(r"-\d+\.\d+\.\d+\.js$")


FILES = "desktop file"
"""Where a fault acts on any of the files; one of them is named by its path below `/desktop/`, such as `main.js`."""

PAGE = "desktop page"
"""Where a fault acts on the page itself."""

NUMBERING = "numbering.json"

_FOLDER = "/desktop/"


def desktop_site(missing: Refused) -> Site:
    """The desktop of every tenant. `missing` answers unknown paths (404) and methods (405)."""

    return Site(app=routed(_routes(), missing), place=_place)


def serves(scope: Scope) -> bool:
    """Whether the desktop serves this path and method."""
    return any(route.matches(scope)[0] is Match.FULL for route in _routes())


def place_names() -> tuple[str, ...]:
    """The names by which faults act on the desktop's page and files."""
    return (PAGE, FILES, NUMBERING, *_static_files())


def _place(scope: Scope, tenancy: Tenancy | None) -> Place:
    path: str = scope["path"]
    if path.startswith(_FOLDER):
        return Place(name=path.removeprefix(_FOLDER), groups=(FILES,), is_recorded=False)
    return Place(name=PAGE, is_recorded=False)


def _origins(request: Request) -> Origins:
    tenancy = context_of(request.scope).tenancy
    assert tenancy is not None  # noqa: S101  a desktop is only found by the host of its tenant
    return tenancy.origins


@cache
def _routes() -> list[BaseRoute]:
    def page(request: Request) -> Response:
        return _answer(request, STATIC / "index.html", _origins(request))

    def answer_page(request: Request) -> Response:
        response = _answer(request, STATIC / "teams-answer.html", _origins(request))
        del response.headers[_OPENER_POLICY]  # with the policy the window would lose its opener
        return response

    def static(request: Request) -> Response:
        file = _static_files().get(request.path_params["path"])
        if file is None:
            raise HTTPException(404, "The desktop has no such file.")
        return _answer(request, file, _origins(request))

    def numbers(request: Request) -> Response:
        return _cached(request, numbering_json(), TYPES[".json"], policy=None, immutable=False)

    return [
        *(Route(path, page, methods=["GET"]) for path in PAGES),
        Route(ANSWER_PAGE, answer_page, methods=["GET"]),
        Route(f"{_FOLDER}{NUMBERING}", numbers, methods=["GET"]),
        Route(_FOLDER + "{path:path}", static, methods=["GET"]),
    ]


def policy(origins: Origins) -> str:
    """The Content-Security-Policy of the page: own scripts and styles only, and connections only to its tenant."""
    socket = re.sub(r"^http", "ws", origins.desktop)
    return "; ".join(
        (
            "default-src 'none'",
            "script-src 'self'",
            "style-src 'self'",
            # Layouts name images on any host.
            "img-src 'self' data: https:",
            f"connect-src 'self' {socket} {origins.identity} {origins.teams}",
            "form-action 'none'",
            "frame-ancestors 'none'",
            "base-uri 'none'",
        )
    )


@cache
def _static_files() -> Mapping[str, Path]:
    """The files by their path below the folder; a look-up, so that nothing outside the folder is reachable."""
    return {
        file.relative_to(STATIC).as_posix(): file
        for file in STATIC.rglob("*")
        if file.suffix in TYPES and file.is_file()
    }


def _answer(request: Request, file: Path, origins: Origins) -> Response:
    security = policy(origins) if file.suffix == ".html" else None
    return _cached(
        request, file.read_bytes(), TYPES[file.suffix], policy=security, immutable=bool(_VERSIONED.search(file.name))
    )


def _cached(request: Request, body: bytes, media_type: str, *, policy: str | None, immutable: bool) -> Response:
    """The answer with its validator, or 304 when the browser has it already."""
    etag = f'"{hashlib.sha256(body).hexdigest()[:32]}"'
    headers = {
        "ETag": etag,
        "Cache-Control": "public, max-age=31536000, immutable" if immutable else "no-cache",
        "X-Content-Type-Options": "nosniff",
        "Referrer-Policy": "no-referrer",
        _OPENER_POLICY: "same-origin-allow-popups",
    }
    if policy:
        headers["Content-Security-Policy"] = policy
    if etag in request.headers.get("If-None-Match", ""):
        return Response(status_code=304, headers=headers)
    return Response(body, media_type=media_type, headers=headers)
