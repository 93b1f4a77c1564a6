"""`closes the notification socket`: the person's open notification sockets close; new ones can be opened."""

from __future__ import annotations

from typing import Protocol

from deskproof.simulator.domain.values import AgentId


class Connections(Protocol):
    """The open sockets of a tenant, on which faults of connections act."""

    def drop(self, agent_id: AgentId) -> None:
        """Close the agent's sockets, as a service that restarts does."""

    def silence(self, agent_id: AgentId) -> None:
        """Leave the agent's sockets half-open: nothing leaves, nothing is taken."""


def act(connections: Connections, agent_id: AgentId) -> None:
    """Close what the agent has open."""
    connections.drop(agent_id)
