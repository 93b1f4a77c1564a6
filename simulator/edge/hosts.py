"""The site and tenant of a request, by its host and its path."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from typing import TypeAlias

from starlette.types import ASGIApp, Receive, Scope, Send

from deskproof.simulator.edge.context import RequestContext, Site, with_context
from deskproof.simulator.runtime.tenancy import Tenancy

FindSite: TypeAlias = Callable[[Scope], tuple[Site, Tenancy | None]]

_HOST = re.compile(r"(?P<name>[a-z0-9.-]+|\[[0-9a-f:.]+\])(?::[0-9]{1,5})?")


class Hosts:
    """Begins the chain: finds site and tenant and makes the request's context."""

    def __init__(self, app: ASGIApp, find: FindSite) -> None:
        self._app = app
        self._find = find

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "lifespan":
            raise RuntimeError("the simulator needs no lifespan events; run it with lifespan off")
        site, tenancy = self._find(scope)
        context = RequestContext(site=site, tenancy=tenancy, place=site.place(scope, tenancy))
        await self._app(with_context(scope, context), receive, send)


def host_of(scope: Scope) -> str:
    """The host a request names, in lower case, without its port; empty for none, several or an invalid one."""
    given = [value for name, value in scope["headers"] if name == b"host"]
    return _name(given[0]) if len(given) == 1 else ""


@lru_cache
def _name(host: bytes) -> str:
    parsed = _HOST.fullmatch(host.decode("latin-1").lower())
    return parsed["name"] if parsed else ""
