"""What stands before every operation of the control plane: the token first, then the body, then the operation.

Rule: nothing of a request is read, and nothing is said of what there is, before the token is right.
"""

from __future__ import annotations

import secrets
from http import HTTPStatus

from starlette.datastructures import Headers
from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from deskproof.simulator.wire.json_text import Unreadable, read_object, shortened

JSON = "application/json"


def is_admitted(scope: Scope, token: str, *, open_path: str) -> bool:
    """Whether a request has the control token as its bearer, or asks only for the description of the operations."""
    if scope["path"] == open_path:
        return True
    scheme, _, given = Headers(scope=scope).get("authorization", "").partition(" ")
    return scheme.lower() == "bearer" and secrets.compare_digest(given.strip().encode(), token.encode())


class Gate:
    """ASGI middleware: lets those in who have the token, with a body that is a JSON object or with none."""

    def __init__(self, app: ASGIApp, *, token: str, open_path: str) -> None:
        self._app = app
        self._token = token
        self._open_path = open_path

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http":
            if not is_admitted(scope, self._token, open_path=self._open_path):
                await _stranger()(scope, receive, send)
                return
            body = await Request(scope, receive).body()
            if fault := _fault(Headers(scope=scope).get("content-type", ""), body):
                await JSONResponse({"error": fault}, HTTPStatus.UNPROCESSABLE_ENTITY)(scope, receive, send)
                return
            receive = _again(body, receive)
        await self._app(scope, receive, send)


def _stranger() -> JSONResponse:
    sentence = "The control plane wants the header Authorization: Bearer and the control token printed at start."
    return JSONResponse({"error": sentence}, HTTPStatus.UNAUTHORIZED, headers={"WWW-Authenticate": "Bearer"})


def _fault(content_type: str, body: bytes) -> str | None:
    """What is wrong with a body, as one sentence."""
    if not body:
        return None
    media_type = content_type.partition(";")[0].strip().lower()
    if media_type != JSON:
        seen = f'sent as "{shortened(media_type)}"' if media_type else "sent without a Content-Type"
        return f"The body is {seen}; wanted a JSON object with the header Content-Type: {JSON}."
    try:
        read_object(body)
    except Unreadable as error:
        return f"The body {error}."
    return None


def _again(body: bytes, receive: Receive) -> Receive:
    waiting: list[Message] = [{"type": "http.request", "body": body, "more_body": False}]

    async def replay() -> Message:
        return waiting.pop() if waiting else await receive()

    return replay
