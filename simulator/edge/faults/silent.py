"""`goes silent`: the person's open notification sockets stay open, and nothing comes through them any more."""

from __future__ import annotations

from deskproof.simulator.domain.values import AgentId
from deskproof.simulator.edge.faults.closed import Connections


def act(connections: Connections, agent_id: AgentId) -> None:
    """Silence what the agent has open."""
    connections.silence(agent_id)
