"""The line that each request leaves in its tenant's traffic: path and status, never a parameter or a body."""

from __future__ import annotations

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from deskproof.simulator.edge.context import RequestContext, context_of


class TrafficLines:
    """Records a request when its answer begins, or when its connection was cut instead."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        context = context_of(scope)
        if scope["type"] != "http" or context.tenancy is None or not context.place.is_recorded:
            await self._app(scope, receive, send)
            return
        answered = False

        async def sending(message: Message) -> None:
            nonlocal answered
            if message["type"] == "http.response.start" and not answered:
                answered = True
                _record(context, scope, int(message["status"]))
            await send(message)

        try:
            await self._app(scope, receive, sending)
        finally:
            if not answered:
                _record(context, scope, None)


def _record(context: RequestContext, scope: Scope, status: int | None) -> None:
    assert context.tenancy is not None  # noqa: S101  checked by the caller
    context.tenancy.traffic.add(
        at=context.tenancy.clock.now(),
        way="http",
        name=context.place.name,
        path=scope["path"],
        method=scope["method"],
        status=status,
        verdict=context.verdict,
        detail=context.detail,
    )
