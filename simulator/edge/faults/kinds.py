"""The table of fault kinds, and how the edge applies it."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping

from deskproof.simulator.domain.values import AgentId
from deskproof.simulator.edge.faults import closed, cut, error, late, lost, silent, twice
from deskproof.simulator.edge.faults.closed import Connections
from deskproof.simulator.runtime.clock import Clock
from deskproof.simulator.runtime.faults import Fault, FaultKind, Faults

REQUEST_FAULTS: Mapping[FaultKind, Callable[[Fault, Clock], Awaitable[None]]] = {
    FaultKind.CUTS_EVERYTHING: cut.act,
    FaultKind.ANSWERS_LATE: late.act,
    FaultKind.ANSWERS_AN_ERROR: error.act,
}
"""Those that act on a request, in the order of the checks."""

FRAME_FAULTS: Mapping[FaultKind, Callable[[int], int]] = {
    FaultKind.LOSES_AN_EVENT: lost.copies,
    FaultKind.DELIVERS_TWICE: twice.copies,
}
"""Those that act on a frame, in the order of the checks."""

CONNECTION_FAULTS: Mapping[FaultKind, Callable[[Connections, AgentId], None]] = {
    FaultKind.CUTS_EVERYTHING: cut.act_on_sockets,
    FaultKind.CLOSES_THE_SOCKET: closed.act,
    FaultKind.GOES_SILENT: silent.act,
}
"""Those that act on what a person has open, in the order of the checks."""

ALTERING_FAULTS = frozenset((FaultKind.ANSWERS_OTHERWISE, FaultKind.SENDS_OTHERWISE))
"""Those that change what an answer or a frame says (`otherwise.py`)."""


async def act_on_request(faults: Faults, clock: Clock, where: tuple[str, ...]) -> None:
    """Let the faults of requests fire. ConnectionCut or ErrorInjected where one of them ends the request."""
    for kind, act in REQUEST_FAULTS.items():
        if (fault := faults.take(kind, *where)) is not None:
            await act(fault, clock)


def copies_of_frame(faults: Faults, *names: str) -> int:
    """How many copies of a frame of these names leave: one, unless a fault fires."""
    copies = 1
    for kind, change in FRAME_FAULTS.items():
        if copies and faults.take(kind, *names) is not None:
            copies = change(copies)
    return copies


def act_on_connections(faults: Faults, connections: Connections, agent_id: AgentId, key: str) -> None:
    """Let a fault of connections fire on what the person with this key has open."""
    for kind, act in CONNECTION_FAULTS.items():
        if faults.take(kind, key) is not None:
            act(connections, agent_id)
            return
