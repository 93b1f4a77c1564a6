"""`deskproof report --review`: the report of a run, served to one person on this machine, with what is decided on it.

Rule: thin. The guard says who may come in, the desk decides, the page shows. Every refusal is one sentence in English
and Swedish.
"""

from __future__ import annotations

import contextlib
import secrets
import socket
from collections.abc import Callable
from http import HTTPStatus

import uvicorn
from pydantic import ValidationError
from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response
from starlette.routing import Route

from deskproof.reports.live.guard import CLOSED, HEADERS, Guard
from deskproof.reports.review.approvals import BadApprovals
from deskproof.reports.review.desk import (
    COMMENT_LENGTH,
    NAME_LENGTH,
    DecisionRequest,
    NotApprovable,
    ReviewDesk,
    Unknown,
    all_as_json,
    as_json,
)
from deskproof.reports.text.translation import say

HOST = "127.0.0.1"
_BODY_BYTES = 64 * 1024
_JSON_HEADERS = {**HEADERS, "Content-Security-Policy": CLOSED}


def review_app(desk: ReviewDesk, page: str, policy: str, *, port: int, token: str) -> Starlette:
    """The application that serves `page` under the Content-Security-Policy `policy` and takes decisions for `desk`."""
    content = page.encode("utf-8", "replace")

    async def show(request: Request) -> Response:
        return HTMLResponse(
            content, headers={**HEADERS, "Content-Security-Policy": f"{policy}; frame-ancestors 'none'"}
        )

    async def statuses(request: Request) -> Response:
        try:
            found = await run_in_threadpool(desk.review_statuses)
        except BadApprovals as error:
            return _refused(HTTPStatus.CONFLICT, str(error), str(error))
        return JSONResponse({"by": desk.by, **all_as_json(found)}, headers=_JSON_HEADERS)

    async def decide(request: Request) -> Response:
        if request.headers.get("content-type", "").partition(";")[0].strip().lower() != "application/json":
            return _refused(HTTPStatus.UNSUPPORTED_MEDIA_TYPE, *_both("live.notJson"))
        body = b""
        async for part in request.stream():
            body += part
            if len(body) > _BODY_BYTES:
                return _refused(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, *_both("live.tooLong"))
        try:
            decision = DecisionRequest.model_validate_json(body)
        except ValidationError as error:
            return _refused(HTTPStatus.UNPROCESSABLE_ENTITY, *_wrong(error))
        try:
            review_status = await run_in_threadpool(desk.decide, decision)
        except Unknown:
            key = "live.noClaim" if decision.kind == "claim" else "live.noScenario"
            return _refused(HTTPStatus.NOT_FOUND, *_both(key, id=decision.id))
        except NotApprovable:
            return _refused(HTTPStatus.CONFLICT, *_both("review.cannot"))
        except BadApprovals as error:
            return _refused(HTTPStatus.CONFLICT, str(error), str(error))
        return JSONResponse(as_json(review_status), headers=_JSON_HEADERS)

    return Starlette(
        routes=[
            Route("/", show, methods=["GET"]),
            Route("/review-statuses", statuses, methods=["GET"]),
            Route("/decisions", decide, methods=["POST"]),
        ],
        middleware=[Middleware(Guard, port=port, token=token)],
    )


class _Server(uvicorn.Server):
    """Tells that it has started once it listens to Ctrl-C too: before that, one could be lost."""

    def __init__(self, config: uvicorn.Config, started: Callable[[], None]) -> None:
        super().__init__(config)
        self._tell = started

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        self._tell()


def serve(desk: ReviewDesk, page: str, policy: str, *, port: int, started: Callable[[str], None]) -> None:
    """Serve until Ctrl-C; `started` receives the address, token included, once it is open. `port` 0 takes a free one.

    Raises OSError if the port is not available.
    """
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as listener:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind((HOST, port))
        listener.listen()
        taken = listener.getsockname()[1]
        token = secrets.token_urlsafe(24)
        app = review_app(desk, page, policy, port=taken, token=token)
        config = uvicorn.Config(app, log_level="warning", access_log=False, lifespan="off", timeout_graceful_shutdown=2)
        address = f"http://{HOST}:{taken}/?token={token}"
        with contextlib.suppress(KeyboardInterrupt):
            _Server(config, lambda: started(address)).run(sockets=[listener])


def _wrong(error: ValidationError) -> tuple[str, str]:
    first = error.errors(include_url=False)[0]
    match first["loc"]:
        case ("by",):
            return _both("live.who", most=NAME_LENGTH)
        case ("comment",):
            return _both("live.comment", most=COMMENT_LENGTH)
    place = ".".join(str(part) for part in first["loc"]) or "the JSON"
    return _both("live.notUnderstood", place=place)


def _both(key: str, **values: object) -> tuple[str, str]:
    return say(key, "en", **values), say(key, "sv", **values)


def _refused(status: HTTPStatus, en: str, sv: str) -> Response:
    return JSONResponse({"en": en, "sv": sv}, status_code=status, headers=_JSON_HEADERS)
