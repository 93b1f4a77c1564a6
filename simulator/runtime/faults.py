"""Faults, named in product words, that act at the edges of a tenant. The edge asks `take`; a fault that fires is in the
journal.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import StrEnum

from simulator.domain.values import Instant
from simulator.runtime.journal import EntryKind, Journal, Json


class FaultKind(StrEnum):
    """What goes wrong. The first two act on a request, the next two on a frame, the rest on connections."""

    ANSWERS_LATE = "answers late"
    ANSWERS_AN_ERROR = "answers an error"
    LOSES_AN_EVENT = "loses an event"
    DELIVERS_TWICE = "delivers twice"
    CLOSES_THE_SOCKET = "closes the notification socket"
    GOES_SILENT = "goes silent"
    CUTS_EVERYTHING = "cuts everything"


ANYTHING = "*"


@dataclass(frozen=True, kw_only=True)
class Fault:
    """A fault asked for. `where` names an operation or a frame of the wire catalogue, or `*`; `times` is how often it
    fires.
    """

    id: str
    kind: FaultKind
    where: str = ANYTHING
    times: int = 1
    fired: int = 0
    seconds: int = 0
    status: int = 500

    @property
    def spent(self) -> bool:
        return self.fired >= self.times


class Faults:
    """The faults of one tenant, in the order they were asked for."""

    def __init__(self, *, journal: Journal, now: Callable[[], Instant]) -> None:
        self._journal = journal
        self._now = now
        self._faults: dict[str, Fault] = {}

    def arm(
        self, *, kind: FaultKind, where: str = ANYTHING, times: int = 1, seconds: int = 0, status: int = 500
    ) -> Fault:
        """Ask for a fault; it fires on the next `times` occasions that fit."""
        fault = Fault(
            id=f"f-{len(self._faults) + 1:04}", kind=kind, where=where, times=times, seconds=seconds, status=status
        )
        self._faults[fault.id] = fault
        return fault

    def mend(self, id_: str) -> None:
        """Stop a fault from firing again; it stays listed. KeyError when there is no such fault."""
        fault = self._faults[id_]
        self._faults[id_] = replace(fault, times=fault.fired)

    def all(self) -> tuple[Fault, ...]:
        """Every fault ever asked for, with how often it fired."""
        return tuple(self._faults.values())

    def take(self, kind: FaultKind, where: str) -> Fault | None:
        """The fault that fires here and now, if one does; its firing is counted and written in the journal."""
        for fault in self._faults.values():
            if fault.kind is kind and fault.where in (ANYTHING, where) and not fault.spent:
                fired = replace(fault, fired=fault.fired + 1)
                self._faults[fault.id] = fired
                data: dict[str, Json] = {"where": where, "times": fired.fired}
                self._journal.append(at=self._now(), kind=EntryKind.FAULT, name=kind.value, cause="fault", data=data)
                return fired
        return None
