"""A request that fits the catalogue, with everything that an operation may read to decode or answer it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from deskproof.simulator.domain.configuration import Configuration
from deskproof.simulator.domain.history import Happened
from deskproof.simulator.domain.rejection import Rejection
from deskproof.simulator.domain.state import TenantState
from deskproof.simulator.domain.values import AgentId, Instant
from deskproof.simulator.wire.kernel.addresses import SERVICES
from deskproof.simulator.wire.kernel.shapes import BadRequest, S, Shape


@dataclass(frozen=True, kw_only=True)
class Place:
    """Which tenant, and where its clients reach it."""

    org_id: str
    name: str
    desktop: str
    identity: str
    teams: str
    hosts: Mapping[str, str] = field(default_factory=dict)
    """The hosts of services that are not on the tenant's own origin, by the services' names."""

    def address_of(self, service: str) -> str:
        """The address of a service of the catalogue (`SERVICES`). KeyError for any other."""
        host = self.hosts.get(service)
        return (self.desktop if host is None else f"https://{host}") + SERVICES[service]

    @property
    def sockets(self) -> str:
        """Where the sockets are: always on the tenant's own origin, since no token comes with them."""
        return self.desktop.replace("http", "ws", 1)


@dataclass(frozen=True, kw_only=True)
class WireRequest:
    """One request, decoded. `agent_id` is None only where the catalogue requires no bearer; `now` is tenant time, and
    `next_id` draws the next id of a kind.
    """

    place: Place
    state: TenantState
    now: Instant
    next_id: Callable[[str], str]
    agent_id: AgentId | None = None
    happened: Sequence[Happened] = ()
    """Every event of the tenant, oldest first."""
    path: Mapping[str, str]
    query: Shape
    body: Shape

    @property
    def configuration(self) -> Configuration:
        """The tenant's present configuration."""
        return self.state.configuration

    @property
    def caller(self) -> AgentId:
        """The agent of the bearer. TypeError where the operation is open."""
        if self.agent_id is None:
            raise TypeError("this operation is open in the catalogue, so it has no caller")
        return self.agent_id

    def check_organisation(self, org_id: str | None) -> None:
        """`BadRequest` where a request names another organisation than that of the bearer."""
        if org_id not in (None, self.place.org_id):
            raise BadRequest("orgId names another organisation than the token belongs to.")

    def body_as(self, model: type[S]) -> S:
        """The body, which the catalogue says is of this model."""
        if not isinstance(self.body, model):
            raise TypeError(f"the catalogue gives this operation {type(self.body).__name__}, not {model.__name__}")
        return self.body

    def query_as(self, model: type[S]) -> S:
        """The query, which the catalogue says is of this model."""
        if not isinstance(self.query, model):
            raise TypeError(f"the catalogue gives this operation {type(self.query).__name__}, not {model.__name__}")
        return self.query


@dataclass(frozen=True, kw_only=True)
class Refused:
    """A request that the core refused."""

    request: WireRequest
    rejection: Rejection


class NotFound(Exception):
    """A request for a thing the tenant does not have; the message names it."""
