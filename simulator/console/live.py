"""The live console at `/_console`: its page and its scripts, which read and steer tenants through the control plane.

Rule: the page holds no token; its user enters it, and only the scripts of the page send it (docs/decisions/0049).
"""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Mapping
from http import HTTPStatus
from pathlib import Path

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from deskproof.simulator.edge.hosts import host_of
from deskproof.simulator.runtime.language import COOKIE, choose_language

ADDRESS = "/_console"
"""The path of the page; its files are below it."""

STATIC = Path(__file__).parent / "static"

POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self'",
        "connect-src 'self'",
        "form-action 'none'",
        "frame-ancestors 'none'",
        "base-uri 'none'",
    )
)
"""Own scripts and styles only, connections only to this simulator, in nobody's frame."""

_TYPES: Mapping[str, str] = {".js": "text/javascript", ".css": "text/css", ".svg": "image/svg+xml"}


def live_routes(shared: Path, shared_names: Collection[str], hosts: Collection[str]) -> list[Route]:
    """The routes of the console, on these hosts only. The files of `shared_names` are in `shared`: what the console has
    in common with the desktop.
    """
    own = {path.relative_to(STATIC).as_posix(): path for path in STATIC.rglob("*") if path.suffix in _TYPES}
    files = {**{name: shared / name for name in shared_names}, **own}

    def require_host(request: Request) -> None:
        if host_of(request.scope) not in hosts:
            raise HTTPException(HTTPStatus.NOT_FOUND, f"The console is at {' and '.join(hosts)} only.")

    def page(request: Request) -> Response:
        require_host(request)
        language = choose_language([request.cookies.get(COOKIE, "")], request.headers.get("accept-language", ""))
        text = (STATIC / "index.html").read_text(encoding="utf-8").replace('lang="en"', f'lang="{language}"', 1)
        return _answer(
            request, text.encode(), "text/html", {"Content-Security-Policy": POLICY, "Vary": "Accept-Language, Cookie"}
        )

    def file(request: Request) -> Response:
        require_host(request)
        found = files.get(request.path_params["path"])
        if found is None:
            raise HTTPException(HTTPStatus.NOT_FOUND, "The console has no such file.")
        return _answer(request, found.read_bytes(), _TYPES[found.suffix], {})

    return [
        Route(ADDRESS, page, methods=["GET"]),
        Route(f"{ADDRESS}/{{path:path}}", file, methods=["GET"]),
    ]


def _answer(request: Request, content: bytes, media_type: str, headers: Mapping[str, str]) -> Response:
    """The answer with its validator, or 304 when the browser has it already."""
    etag = f'"{hashlib.sha256(content).hexdigest()}"'
    headers = {"ETag": etag, "Cache-Control": "no-cache", **headers}
    if etag in request.headers.get("If-None-Match", ""):
        return Response(status_code=HTTPStatus.NOT_MODIFIED, headers=headers)
    return Response(content, media_type=f"{media_type}; charset=utf-8", headers=headers)
