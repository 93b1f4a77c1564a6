"""A request after it fitted the catalogue, with all an operation may look at to decode or answer it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from simulator.domain.configuration import Configuration, Person
from simulator.domain.rejection import Reason, Rejection
from simulator.domain.tenant import TenantState
from simulator.domain.values import AgentId, Instant
from simulator.wire.requests import NoBody, NoQuery
from simulator.wire.shapes import Shape


@dataclass(frozen=True, kw_only=True)
class Place:
    """Which tenant, and where its clients reach it."""

    org_id: str
    name: str
    desktop: str
    identity: str


@dataclass(frozen=True, kw_only=True)
class Asked:
    """One request. `agent_id` is None only where the catalogue asks for no bearer."""

    place: Place
    state: TenantState
    now: Instant
    next_id: Callable[[str], str]
    agent_id: AgentId | None = None
    path: Mapping[str, str]
    query: Shape = NoQuery()
    body: Shape = NoBody()

    @property
    def configuration(self) -> Configuration:
        return self.state.configuration

    @property
    def caller(self) -> AgentId:
        """The agent the bearer speaks for."""
        assert self.agent_id is not None, "the catalogue asks for no bearer here"  # noqa: S101  a fault of the catalogue
        return self.agent_id

    @property
    def person(self) -> Person:
        """The person who asks. A `Rejection` when there is none, or none with access (AD-090)."""
        person = self.configuration.person(self.caller)
        if person is None:
            raise Rejection(Reason.UNKNOWN_PERSON, "There is no such agent.")
        return person


class NotFound(Exception):
    """A request for a thing the tenant does not have; the message names it."""
