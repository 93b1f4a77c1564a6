"""Serves the reference Agent Desktop: the page, its static files and the numbering plans.

Each has its type and its caching, and the page a strict policy. Knows nothing of tenants: the caller says which
origins the page of a request may talk to, and what goes wrong with a file.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import BaseRoute, Route

from deskproof.simulator.desktop.numbering import numbering_json

STATIC = Path(__file__).parent / "static"

PAGES = ("/", "/task", "/pages/{page}", "/signed-in")
"""The addresses at which the page itself is found; which screen it shows is the page's own business."""

ANSWER_PAGE = "/teams-signed-in"
"""Where the Teams sign-in sends its answer, in the window that was opened for it."""

TYPES: Mapping[str, str] = {
    ".html": "text/html; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".svg": "image/svg+xml",
    ".txt": "text/plain; charset=utf-8",
}
"""What is served, by suffix; a file of another kind in the folder is not for browsers."""

_OPENER_POLICY = "Cross-Origin-Opener-Policy"

_VERSIONED = re.compile(r"-\d+\.\d+\.\d+\.js$")


@dataclass(frozen=True, kw_only=True)
class Origins:
    """The origins of one tenant, such as `http://t-0001.localhost:8400`, `http://id.t-…` and `http://teams.t-…`."""

    desktop: str
    identity: str
    teams: str


Suffer = Callable[[Request, str], Awaitable[int | None]]
"""Says with which status a file is refused, None when it is served; may take its time."""


async def untroubled(request: Request, file: str) -> int | None:
    """Every file is served."""
    return None


def desktop_routes(origins: Callable[[Request], Origins], suffer: Suffer = untroubled) -> list[BaseRoute]:
    """The desktop's routes. `origins` gives those of the tenant that a request is for, which its policy then names.

    HTTPException 404 for a file there is not.
    """

    def page(request: Request) -> Response:
        return _answer(request, STATIC / "index.html", origins(request))

    def answer_page(request: Request) -> Response:
        response = _answer(request, STATIC / "teams-answer.html", origins(request))
        del response.headers[_OPENER_POLICY]  # with a policy of its own it would lose the window that asked
        return response

    async def static(request: Request) -> Response:
        path = request.path_params["path"]
        file = _static_files().get(path)
        if file is None:
            raise HTTPException(404, "The desktop has no such file.")
        if (status := await suffer(request, path)) is not None:
            return _refused(status)
        return _answer(request, file, origins(request))

    async def numbers(request: Request) -> Response:
        if (status := await suffer(request, "numbering.json")) is not None:
            return _refused(status)
        return _cached(request, numbering_json(), TYPES[".json"], policy=None, immutable=False)

    return [
        *(Route(path, page, methods=["GET"]) for path in PAGES),
        Route(ANSWER_PAGE, answer_page, methods=["GET"]),
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
            # Layouts name images on whatever host the administrator keeps them.
            "img-src 'self' data: https:",
            f"connect-src 'self' {socket} {origins.identity} {origins.teams}",
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


def _refused(status: int) -> Response:
    return PlainTextResponse("The file is not served.\n", status_code=status, headers={"Cache-Control": "no-store"})


def _cached(request: Request, body: bytes, media_type: str, *, policy: str | None, immutable: bool) -> Response:
    """The answer with its validator, or 304 when the browser holds it already."""
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
