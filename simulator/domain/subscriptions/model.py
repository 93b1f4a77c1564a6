"""A subscription: which events another system wants, and where they are posted."""

from __future__ import annotations

from dataclasses import dataclass

from deskproof.simulator.domain.values import AgentId, Instant, Secret

MOST_SUBSCRIPTIONS = 50
"""Subscriptions of a tenant."""


@dataclass(frozen=True, kw_only=True)
class Subscription:
    """What is posted to `target` while it is active, signed with `secret` where there is one. `created_by` and
    `changed_by` are the people who registered it and changed it last. `resource_version` names the form of what is
    posted, such as `agent:1.0.0`; one that was registered with the first version of the API has none.
    """

    id: str
    name: str
    description: str
    event_types: tuple[str, ...]
    target: str
    secret: Secret | None
    active: bool
    created_at: Instant
    created_by: AgentId
    changed_at: Instant
    changed_by: AgentId
    resource_version: str = ""

    @property
    def is_versioned(self) -> bool:
        """Whether it was registered with the second version of the API, which alone knows it then."""
        return self.resource_version != ""
