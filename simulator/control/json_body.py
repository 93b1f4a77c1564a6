"""The body of a request to the control plane: a JSON object, or empty. It is parsed strictly, before any operation."""

from __future__ import annotations

from http import HTTPStatus

from starlette.datastructures import Headers
from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.types import ASGIApp, Receive, Scope, Send

from deskproof.simulator.edge.body import replayed
from deskproof.simulator.wire.kernel.json_text import Unreadable, read_object, shortened

JSON = "application/json"


class JsonBody:
    """ASGI middleware: refuses (422) a body that is not a JSON object."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http":
            body = await Request(scope, receive).body()
            if fault := _fault(Headers(scope=scope).get("content-type", ""), body):
                await JSONResponse({"error": fault}, HTTPStatus.UNPROCESSABLE_ENTITY)(scope, receive, send)
                return
            receive = replayed(body, receive)
        await self._app(scope, receive, send)


def _fault(content_type: str, body: bytes) -> str | None:
    """The problem with a body, as a sentence; None when there is none."""
    if not body:
        return None
    media_type = content_type.partition(";")[0].strip().lower()
    if media_type != JSON:
        seen = f'sent as "{shortened(media_type)}"' if media_type else "sent without a Content-Type"
        return f"The body is {seen}; expected a JSON object with the header Content-Type: {JSON}."
    try:
        read_object(body)
    except Unreadable as error:
        return f"The body {error}."
    return None
