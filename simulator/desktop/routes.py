"""Serves the reference Agent Desktop: the page, its static files and the numbering plans.

Each has its type and its caching, and the page a strict policy. Knows nothing of tenants: the caller says which
origins the page of a request may talk to.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import BaseRoute, Route

from simulator.desktop.numbering import numbering_json

STATIC = Path(__file__).parent / "static"

PAGES = ("/", "/task", "/signed-in")
"""The addresses at which the page itself is found; which screen it shows is the page's own business."""

TYPES: Mapping[str, str] = {
    ".html": "text/html; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".svg": "image/svg+xml",
    ".txt": "text/plain; charset=utf-8",
}
"""What is served, by suffix; a file of another kind in the folder is not for browsers."""

_VERSIONED = re.compile(r"-\d+\.\d+\.\d+\.js$")


@dataclass(frozen=True, kw_only=True)
class Origins:
    """The origins of one tenant, such as `http://t-0001.localhost:8400` and `http://id.t-0001.localhost:8400`."""

    desktop: str
    identity: str


def desktop_routes(origins: Callable[[Request], Origins]) -> list[BaseRoute]:
    """The desktop's routes. `origins` gives those of the tenant that a request is for, which its policy then names."""

    def page(request: Request) -> Response:
        return _answer(request, STATIC / "index.html", origins(request))

    def static(request: Request) -> Response:
        file = _static_files().get(request.path_params["path"])
        if file is None:
            return PlainTextResponse("The desktop has no such file.\n", status_code=404)
        return _answer(request, file, origins(request))

    def numbers(request: Request) -> Response:
        return _cached(request, numbering_json(), TYPES[".json"], policy=None, immutable=False)

    return [
        *(Route(path, page, methods=["GET"]) for path in PAGES),
        Route("/desktop/numbering.json", numbers, methods=["GET"]),
        Route("/desktop/{path:path}", static, methods=["GET"]),
    ]


def policy(origins: Origins) -> str:
    """The Content-Security-Policy of the page: own scripts and styles only, and no talk but with its tenant."""
    socket = re.sub(r"^http", "ws", origins.desktop)
    return "; ".join(
        (
            "default-src 'none'",
            "script-src 'self'",
            "style-src 'self'",
            "img-src 'self' data:",
            f"connect-src 'self' {socket} {origins.identity}",
            "form-action 'none'",
            "frame-ancestors 'none'",
            "base-uri 'none'",
        )
    )


@cache
def _static_files() -> Mapping[str, Path]:
    """The files by their path below the folder. A look-up, not a join: nothing outside the folder can be named."""
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
    """The answer with its validator, or 304 when the browser holds it already."""
    etag = f'"{hashlib.sha256(body).hexdigest()[:32]}"'
    headers = {
        "ETag": etag,
        "Cache-Control": "public, max-age=31536000, immutable" if immutable else "no-cache",
        "X-Content-Type-Options": "nosniff",
        "Referrer-Policy": "no-referrer",
        "Cross-Origin-Opener-Policy": "same-origin-allow-popups",
    }
    if policy:
        headers["Content-Security-Policy"] = policy
    if etag in request.headers.get("If-None-Match", ""):
        return Response(status_code=304, headers=headers)
    return Response(body, media_type=media_type, headers=headers)
