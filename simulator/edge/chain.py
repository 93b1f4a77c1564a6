"""The chain: every request of every origin goes through these handlers, outermost first, and then to its site."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from starlette.types import ASGIApp, Receive, Scope, Send

from deskproof.simulator.edge.authentication import Authentication
from deskproof.simulator.edge.body import BodyLimit
from deskproof.simulator.edge.context import context_of
from deskproof.simulator.edge.cross_origin import CrossOrigin
from deskproof.simulator.edge.errors import Errors
from deskproof.simulator.edge.faults.handler import InjectedFaults
from deskproof.simulator.edge.headers import CommonHeaders
from deskproof.simulator.edge.hosts import FindSite, Hosts
from deskproof.simulator.edge.traffic import TrafficLines

HANDLERS: Final[tuple[Callable[[ASGIApp], ASGIApp], ...]] = (
    CommonHeaders,
    CrossOrigin,
    Authentication,
    TrafficLines,
    BodyLimit,
    InjectedFaults,
    Errors,
)
"""After `Hosts`, which finds site and tenant. A preflight ends at `CrossOrigin`. What is injected is recorded, since
`TrafficLines` is outside of it; nothing of a body is read before `Authentication`.
"""


def chain(find: FindSite) -> ASGIApp:
    """The whole edge as one ASGI application. `find` says which site and tenant a request is for."""
    app: ASGIApp = _to_site
    for handler in reversed(HANDLERS):
        app = handler(app)
    return Hosts(app, find)


async def _to_site(scope: Scope, receive: Receive, send: Send) -> None:
    await context_of(scope).site.app(scope, receive, send)
