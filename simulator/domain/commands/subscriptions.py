"""Commands about subscriptions."""

from __future__ import annotations

from dataclasses import dataclass

from deskproof.simulator.domain.commands.root import Command
from deskproof.simulator.domain.values import AgentId, Secret


@dataclass(frozen=True, kw_only=True)
class RegisterSubscription(Command):
    """Another system subscribes to events of these types."""

    subscription_id: str
    agent_id: AgentId
    name: str
    description: str
    event_types: tuple[str, ...]
    target: str
    secret: Secret | None
    resource_version: str = ""


@dataclass(frozen=True, kw_only=True)
class ChangeSubscription(Command):
    """A subscription gets other parts; what is None stays. With a `resource_version` it is one of the second version of
    the API, without it one of the first.
    """

    subscription_id: str
    agent_id: AgentId
    description: str | None = None
    event_types: tuple[str, ...] | None = None
    target: str | None = None
    secret: Secret | None = None
    active: bool | None = None
    resource_version: str = ""


@dataclass(frozen=True, kw_only=True)
class DeleteSubscription(Command):
    """A subscription ends: one of the second version of the API where it is `versioned`, else one of the first."""

    subscription_id: str
    agent_id: AgentId
    versioned: bool = False
