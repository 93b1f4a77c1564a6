"""`cuts everything`: connections end without an answer, and open sockets close, for as long as the cut lasts."""

from __future__ import annotations

from deskproof.simulator.domain.values import AgentId
from deskproof.simulator.edge.faults.closed import Connections
from deskproof.simulator.runtime.clock import Clock
from deskproof.simulator.runtime.faults import Fault


class ConnectionCut(Exception):
    """The connection is to end without an answer."""


async def act(fault: Fault, clock: Clock) -> None:
    """Always raises ConnectionCut."""
    raise ConnectionCut


def act_on_sockets(connections: Connections, agent_id: AgentId) -> None:
    """Close what the agent has open."""
    connections.drop(agent_id)
