"""Exceptions that no site answers: a limit of the simulator is reached, or the simulator has a bug."""

from __future__ import annotations

from http import HTTPStatus

from starlette.requests import HTTPConnection
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from deskproof.simulator.edge.context import context_of
from deskproof.simulator.runtime.limits import TooMany
from deskproof.simulator.runtime.traffic import Verdict


class Errors:
    """Answers in the site's own shape: 429 with the sentence of a limit. Otherwise 500; then the line of traffic is
    marked as a bad answer, and the exception goes on to the server's log.
    """

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        begun = False

        async def sending(message: Message) -> None:
            nonlocal begun
            begun = True
            await send(message)

        try:
            await self._app(scope, receive, sending)
        except TooMany as error:
            context = context_of(scope)
            context.detail = str(error)
            failure = context.site.failure(HTTPConnection(scope), context, HTTPStatus.TOO_MANY_REQUESTS, str(error))
            await failure(scope, receive, send)
        except Exception as error:
            if scope["type"] == "http" and not begun:
                context = context_of(scope)
                context.verdict, context.detail = Verdict.BAD_ANSWER, f"the simulator failed: {type(error).__name__}"
                sentence = "The simulator itself failed; its standard error says why."
                failure = context.site.failure(
                    HTTPConnection(scope), context, HTTPStatus.INTERNAL_SERVER_ERROR, sentence
                )
                await failure(scope, receive, send)
            raise
