"""Pages of other origins may use the product, as the vendor's SDK does from an application's own page (PROTOCOL 1.6).

Cookies are never allowed along: the bearer is what counts.
"""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response

METHODS = "GET, POST, PUT, PATCH, DELETE, OPTIONS"
EXPOSED = "trackingid, Retry-After, Location"
REMEMBERED_FOR = 600
"""Seconds a browser may keep the answer to a preflight."""


def preflight(request: Request) -> bool:
    """Whether the request only asks what it would be allowed to ask."""
    return request.method == "OPTIONS" and "access-control-request-method" in request.headers


def allowed(request: Request, response: Response) -> None:
    """Say in the answer that the page may read it."""
    origin = request.headers.get("origin")
    if origin is None:
        return
    response.headers["Access-Control-Allow-Origin"] = origin
    response.headers["Access-Control-Expose-Headers"] = EXPOSED
    response.headers["Vary"] = "Origin"
    if preflight(request):
        response.headers["Access-Control-Allow-Methods"] = METHODS
        response.headers["Access-Control-Allow-Headers"] = request.headers.get("access-control-request-headers", "")
        response.headers["Access-Control-Allow-Private-Network"] = "true"
        response.headers["Access-Control-Max-Age"] = str(REMEMBERED_FOR)
