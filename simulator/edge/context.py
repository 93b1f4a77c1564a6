"""The context of one request in the chain, and what the chain needs of the site that answers it."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass, field

from starlette.requests import HTTPConnection
from starlette.responses import PlainTextResponse, Response
from starlette.types import ASGIApp, Scope

from deskproof.simulator.domain.values import AgentId
from deskproof.simulator.runtime.tenancy import Services, Tenancy
from deskproof.simulator.runtime.traffic import Verdict

_KEY = "deskproof.request"

ANYBODY = ("*",)
"""The pages of every origin may read the answers."""


@dataclass(frozen=True, kw_only=True)
class Place:
    """What a request is for. `name` is what traffic calls it; faults act there by that name or by one of `groups`."""

    name: str
    groups: tuple[str, ...] = ()
    is_recorded: bool = True
    readable_by: Collection[str] = ()
    """The origins whose pages may read the answers (CORS)."""


@dataclass(kw_only=True)
class RequestContext:
    """One request on its way through the chain."""

    site: Site
    tenancy: Tenancy | None
    place: Place
    caller: AgentId | None = None
    """The agent that the request's bearer speaks for."""
    grant_id: str | None = None
    """What the bearer came from: all that came from one grant is revoked together."""
    no_caller: str = ""
    """Why the caller is missing, as one sentence."""
    verdict: Verdict = Verdict.OK
    detail: str = ""
    services: Services | None = field(init=False)
    """The tenant's, also where the tenant is closed before the request ends: a closed tenant has none."""

    def __post_init__(self) -> None:
        self.services = None if self.tenancy is None else self.tenancy.services

    @property
    def where(self) -> tuple[str, ...]:
        """The names by which faults act on this request: its place, that place's groups, the caller's key."""
        keys: tuple[str, ...] = ()
        if self.tenancy is not None and self.caller is not None:
            keys = (self.tenancy.configuration.keys_by_id.get(self.caller, self.caller),)
        return (self.place.name, *self.place.groups, *keys)


def _plain(connection: HTTPConnection, context: RequestContext, status: int, sentence: str) -> Response:
    return PlainTextResponse(f"{sentence}\n", status, headers={"Cache-Control": "no-store"})


def _anonymous(scope: Scope, context: RequestContext) -> Response | None:
    return None


@dataclass(frozen=True, kw_only=True)
class Site:
    """The application behind a kind of host: the product, the identity provider, the desktop, ...

    `place` says what a request is for. `authenticate` finds the caller and puts it into the context; it returns
    an answer where the request needs a caller and has none. `failure` makes an answer of the chain in the site's own
    shape, from a status and a sentence: an injected error, a body that is too large, an exception.
    """

    app: ASGIApp
    place: Callable[[Scope, Tenancy | None], Place]
    authenticate: Callable[[Scope, RequestContext], Response | None] = _anonymous
    failure: Callable[[HTTPConnection, RequestContext, int, str], Response] = _plain


def context_of(scope: Scope) -> RequestContext:
    """The context of a request that has come through the chain."""
    context = scope[_KEY]
    assert isinstance(context, RequestContext)  # noqa: S101  only `with_context` puts it there
    return context


def with_context(scope: Scope, context: RequestContext) -> Scope:
    """The same request with its context."""
    return {**scope, _KEY: context}
