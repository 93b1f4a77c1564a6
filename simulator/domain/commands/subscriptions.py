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


@dataclass(frozen=True, kw_only=True)
class ChangeSubscription(Command):
    """A subscription gets other parts; what is None stays."""

    subscription_id: str
    agent_id: AgentId
    description: str | None = None
    event_types: tuple[str, ...] | None = None
    target: str | None = None
    secret: Secret | None = None
    active: bool | None = None


@dataclass(frozen=True, kw_only=True)
class DeleteSubscription(Command):
    """A subscription ends."""

    subscription_id: str
    agent_id: AgentId
