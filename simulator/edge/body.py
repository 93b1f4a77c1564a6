"""The limits on request bodies. A site gets a whole body or none."""

from __future__ import annotations

import asyncio
from http import HTTPStatus

from starlette.requests import HTTPConnection
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from deskproof.simulator.edge.context import context_of
from deskproof.simulator.runtime.traffic import Verdict

LARGEST_BODY = 2 * 1024 * 1024
"""Bytes of a request body."""

SLOWEST_BODY_SECONDS = 30
"""Real seconds from the head of a request until its body has come."""


class BodyLimit:
    """Refuses what is larger than `LARGEST_BODY` (413) or has not come after `SLOWEST_BODY_SECONDS` (408), and closes
    the connection.
    """

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http":
            try:
                async with asyncio.timeout(SLOWEST_BODY_SECONDS):
                    body = await _whole(scope, receive)
            except TimeoutError:
                sentence = f"The body has not come after {SLOWEST_BODY_SECONDS} seconds; send it at once."
                await _refuse(HTTPStatus.REQUEST_TIMEOUT, sentence, scope, receive, send)
                return
            if body is None:
                sentence = f"The body is larger than {LARGEST_BODY} bytes; send a smaller one."
                await _refuse(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, sentence, scope, receive, send)
                return
            receive = replayed(body, receive)
        await self._app(scope, receive, send)


def replayed(body: bytes, receive: Receive) -> Receive:
    """A `receive` that gives the body as one message, and then what comes after it."""
    waiting: list[Message] = [{"type": "http.request", "body": body, "more_body": False}]

    async def replay() -> Message:
        return waiting.pop() if waiting else await receive()

    return replay


async def _refuse(status: HTTPStatus, sentence: str, scope: Scope, receive: Receive, send: Send) -> None:
    context = context_of(scope)
    context.verdict, context.detail = Verdict.BAD_REQUEST, sentence
    refusal = context.site.failure(HTTPConnection(scope), context, status, sentence)
    refusal.headers["Connection"] = "close"
    await refusal(scope, receive, send)


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
