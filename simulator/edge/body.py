"""The limit on request bodies. A site gets a whole body or none."""

from __future__ import annotations

from http import HTTPStatus

from starlette.requests import HTTPConnection
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from deskproof.simulator.edge.context import context_of
from deskproof.simulator.runtime.traffic import Verdict

LARGEST_BODY = 2 * 1024 * 1024
"""Bytes of a request body."""


class BodyLimit:
    """Refuses (413) what is larger than `LARGEST_BODY`, and closes the connection."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http":
            body = await _whole(scope, receive)
            if body is None:
                context = context_of(scope)
                sentence = f"The body is larger than {LARGEST_BODY} bytes; send a smaller one."
                context.verdict, context.detail = Verdict.BAD_REQUEST, sentence
                status = HTTPStatus.REQUEST_ENTITY_TOO_LARGE
                refusal = context.site.failure(HTTPConnection(scope), context, status, sentence)
                refusal.headers["Connection"] = "close"
                await refusal(scope, receive, send)
                return
            receive = replayed(body, receive)
        await self._app(scope, receive, send)


def replayed(body: bytes, receive: Receive) -> Receive:
    """A `receive` that gives the body as one message, and then what comes after it."""
    waiting: list[Message] = [{"type": "http.request", "body": body, "more_body": False}]

    async def replay() -> Message:
        return waiting.pop() if waiting else await receive()

    return replay


async def _whole(scope: Scope, receive: Receive) -> bytes | None:
    """The whole body; None when it is too large."""
    announced = next((value for name, value in scope["headers"] if name == b"content-length"), b"0")
    if announced.isdigit() and int(announced) > LARGEST_BODY:
        return None
    body = bytearray()
    more = True
    while more:
        message = await receive()
        if message["type"] != "http.request":
            break
        body += message.get("body", b"")
        more = message.get("more_body", False)
        if len(body) > LARGEST_BODY:
            return None
    return bytes(body)
