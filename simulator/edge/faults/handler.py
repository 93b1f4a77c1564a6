"""The chain's handler of injected faults. Faults of requests act at every place with a name, pages and sockets too."""

from __future__ import annotations

from starlette.requests import HTTPConnection
from starlette.types import ASGIApp, Receive, Scope, Send
from starlette.websockets import WebSocket

from deskproof.simulator.edge.context import context_of
from deskproof.simulator.edge.faults.cut import ConnectionCut
from deskproof.simulator.edge.faults.error import ErrorInjected
from deskproof.simulator.edge.faults.kinds import act_on_request
from deskproof.simulator.edge.faults.otherwise import altering
from deskproof.simulator.edge.hang_up import hang_up

UNAVAILABLE = "The service could not carry out the request."
"""The sentence of an injected error."""


class InjectedFaults:
    """Lets faults delay, refuse or cut a request before it reaches its site, and change the site's answer."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        context = context_of(scope)
        if context.tenancy is not None:
            try:
                await act_on_request(context.tenancy.faults, context.tenancy.clock, context.where)
            except (ConnectionCut, ErrorInjected) as fault:
                if scope["type"] == "websocket":
                    await WebSocket(scope, receive, send).close()  # not accepted: the client is answered 403
                elif isinstance(fault, ErrorInjected):
                    context.detail = UNAVAILABLE
                    failure = context.site.failure(HTTPConnection(scope), context, fault.status, UNAVAILABLE)
                    await failure(scope, receive, send)
                else:
                    context.detail = "the connection was cut"
                    await hang_up(scope, receive)
                return
            if scope["type"] == "http":
                send = altering(context.tenancy.faults, context, send)
        await self._app(scope, receive, send)
