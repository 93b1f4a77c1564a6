"""Faults, named in product words, that act at the edges of a tenant. The edge asks `take`; a fault that fires is in the
journal.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import StrEnum

from deskproof.simulator.domain.values import SECOND, Instant
from deskproof.simulator.runtime.journal import EntryKind, Journal, Json


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
    """A fault asked for. `where` names what it acts on, or is `*`: an operation or a frame of the wire catalogue, the
    event behind a frame, or, for faults of connections, the key of a person. `times` is how often it fires; a cut fires
    once and lasts `seconds` of tenant time, or until it is mended when that is 0.
    """

    id: str
    kind: FaultKind
    where: str = ANYTHING
    times: int = 1
    fired: int = 0
    seconds: int = 0
    status: int = 500
    fired_at: Instant | None = None
    mended: bool = False

    @property
    def spent(self) -> bool:
        return self.mended or self.fired >= self.times

    def acts_on(self, kind: FaultKind, where: tuple[str, ...]) -> bool:
        """Whether it is of this kind and for one of these."""
        return self.kind is kind and (self.where == ANYTHING or self.where in where)


class Faults:
    """The faults of one tenant, in the order they were asked for."""

    def __init__(self, *, journal: Journal, now: Callable[[], Instant]) -> None:
        self._journal = journal
        self._now = now
        self._faults: dict[str, Fault] = {}
        self._listeners: list[Callable[[Fault], None]] = []

    def listen(self, listener: Callable[[Fault], None]) -> None:
        """Be told every fault when it is asked for: those of connections act at once, on what is open."""
        self._listeners.append(listener)

    def arm(
        self, *, kind: FaultKind, where: str = ANYTHING, times: int = 1, seconds: int = 0, status: int = 500
    ) -> Fault:
        """Ask for a fault; it fires on the next `times` occasions that fit."""
        fault = Fault(
            id=f"f-{len(self._faults) + 1:04}", kind=kind, where=where, times=times, seconds=seconds, status=status
        )
        self._faults[fault.id] = fault
        for listener in self._listeners:
            listener(fault)
        return self._faults[fault.id]

    def mend(self, id_: str) -> None:
        """Stop a fault from firing again; it stays listed. KeyError when there is no such fault."""
        self._faults[id_] = replace(self._faults[id_], mended=True)

    def all(self) -> tuple[Fault, ...]:
        """Every fault ever asked for, with how often it fired."""
        return tuple(self._faults.values())

    def take(self, kind: FaultKind, *where: str) -> Fault | None:
        """The fault that fires here and now, if one does; its firing is counted and written in the journal."""
        for fault in self._faults.values():
            if fault.acts_on(kind, where) and not fault.spent:
                return self._fire(fault, where)
        return None

    def stands(self, kind: FaultKind, *where: str) -> bool:
        """Whether a lasting fault acts here and now; the first occasion is its firing."""
        for fault in self._faults.values():
            if fault.mended or not fault.acts_on(kind, where):
                continue
            fired = fault if fault.fired_at is not None else self._fire(fault, where)
            assert fired.fired_at is not None  # noqa: S101  _fire has just set it
            if fired.seconds == 0 or self._now() < fired.fired_at + fired.seconds * SECOND:
                return True
        return False

    def _fire(self, fault: Fault, where: tuple[str, ...]) -> Fault:
        fired = replace(fault, fired=fault.fired + 1, fired_at=self._now())
        self._faults[fault.id] = fired
        data: dict[str, Json] = {"where": where[0] if where else ANYTHING, "times": fired.fired}
        self._journal.append(at=self._now(), kind=EntryKind.FAULT, name=fault.kind.value, cause="fault", data=data)
        return fired
