"""Faults, named in product words, that act at the edge of a tenant.

`Fault.is_active` changes nothing. `Faults.take` counts an occasion and may make a fault fire; the journal records each
firing. What each kind does when it fires is in `edge/faults`, one file a kind.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from enum import StrEnum
from http import HTTPStatus

from deskproof.simulator.domain.values import SECOND, Instant
from deskproof.simulator.runtime.alteration import Alteration
from deskproof.simulator.runtime.journal import EntryKind, Journal, Json


class FaultKind(StrEnum):
    """What goes wrong. The first three act on a request, the next three on a frame, the rest on connections; a cut acts
    on requests too.
    """

    ANSWERS_LATE = "answers late"
    ANSWERS_AN_ERROR = "answers an error"
    ANSWERS_OTHERWISE = "answers otherwise"
    LOSES_AN_EVENT = "loses an event"
    DELIVERS_TWICE = "delivers twice"
    SENDS_OTHERWISE = "sends otherwise"
    CLOSES_THE_SOCKET = "closes the notification socket"
    GOES_SILENT = "goes silent"
    CUTS_EVERYTHING = "cuts everything"


ANYTHING = "*"


@dataclass(frozen=True, kw_only=True)
class Fault:
    """An armed fault and its counters.

    `where` names what it acts on, or is `*`: a request (an operation of the wire catalogue, a page or endpoint of a
    sign-in, a file of the desktop, a socket), a frame or the event behind it, or the key of a person.

    Of the occasions that fit, the first `after` pass; then it fires `times` times, or on all of them (None), on each
    occasion with `probability`. "Works once, then fails twice" is `after=1, times=2`. A cut fires once and lasts
    `seconds` of tenant time, or until it is cleared when that is 0. A late answer takes `seconds`, or an even draw from
    `seconds` to `seconds_max`. An error has `status`. What reads otherwise is changed by `alteration`, an answer also
    by `status` where there is one; only what that changes is an occasion.
    """

    id: str
    kind: FaultKind
    where: str = ANYTHING
    times: int | None = 1
    after: int = 0
    probability: float = 1.0
    seconds: int = 0
    seconds_max: int | None = None
    status: int | None = None
    alteration: Alteration = field(default_factory=Alteration)
    occasions: int = 0
    fired: int = 0
    fired_at: Instant | None = None
    delay: int = 0
    """Milliseconds of tenant time that its latest firing takes."""
    cleared: bool = False

    def is_active(self, now: Instant) -> bool:
        """Whether it can still act. Changes nothing."""
        if self.cleared:
            return False
        if self.kind is not FaultKind.CUTS_EVERYTHING:
            return self.times is None or self.fired < self.times
        return self.fired_at is None or self.seconds == 0 or now < self.fired_at + self.seconds * SECOND

    def acts_on(self, kind: FaultKind, where: tuple[str, ...]) -> bool:
        """Whether it is of this kind and for one of these."""
        return self.kind is kind and (self.where == ANYTHING or self.where in where)


@dataclass(kw_only=True)
class _Armed:
    """A fault with its own random generator, so that other armed faults do not change its draws."""

    fault: Fault
    chance: random.Random = field(repr=False)


class Faults:
    """The faults of one tenant, in the order they were armed. Equal `seed` and occasions give equal firings."""

    def __init__(self, *, journal: Journal, now: Callable[[], Instant], seed: int = 1) -> None:
        self._journal = journal
        self._now = now
        self._seed = seed
        self._armed: dict[str, _Armed] = {}
        self._listeners: list[Callable[[Fault], None]] = []

    def listen(self, listener: Callable[[Fault], None]) -> None:
        """Call the listener with each fault when it is armed: faults of connections act at once on open connections."""
        self._listeners.append(listener)

    def close(self) -> None:
        """Call nobody any more, because the tenant ends."""
        self._listeners.clear()

    def arm(
        self, *, kind: FaultKind, where: str = ANYTHING, times: int | None = 1, after: int = 0,
        probability: float = 1.0, seconds: int = 0, seconds_max: int | None = None, status: int | None = None,
        alteration: Alteration | None = None,
    ) -> Fault:  # fmt: skip
        """Arm a fault; `Fault` says what the arguments mean."""
        if status is None and kind is FaultKind.ANSWERS_AN_ERROR:
            status = HTTPStatus.INTERNAL_SERVER_ERROR
        fault = Fault(
            id=f"f-{len(self._armed) + 1:04}", kind=kind, where=where, times=times, after=after,
            probability=probability, seconds=seconds, seconds_max=seconds_max, status=status,
            alteration=alteration or Alteration(),
        )  # fmt: skip
        chance = random.Random(f"{self._seed} {fault.id}")  # noqa: S311  draws must be the same in equal runs
        self._armed[fault.id] = _Armed(fault=fault, chance=chance)
        for listener in self._listeners:
            listener(fault)
        return self._armed[fault.id].fault

    def clear(self, id_: str) -> Fault:
        """Stop a fault from firing again; it stays listed. KeyError where there is no fault with this id."""
        armed = self._armed[id_]
        armed.fault = replace(armed.fault, cleared=True)
        return armed.fault

    def all(self) -> tuple[Fault, ...]:
        """Every fault ever armed, with how often it fired."""
        return tuple(armed.fault for armed in self._armed.values())

    def take(self, kind: FaultKind, *where: str) -> Fault | None:
        """The fault that fires on this occasion, if one does. The occasion is counted, a firing is in the journal; a
        cut that lasts has fired already and acts again without either.
        """
        return next(self.take_each(kind, *where), None) if self._armed else None

    def take_each(
        self, kind: FaultKind, *where: str, fits: Callable[[Fault], bool] = lambda fault: True
    ) -> Iterator[Fault]:
        """The faults that fire on this occasion, one after the other; it is one only for those that it `fits`, asked
        when their turn comes.
        """
        now = self._now()
        for armed in self._armed.values():
            if not (armed.fault.acts_on(kind, where) and armed.fault.is_active(now) and fits(armed.fault)):
                continue
            if kind is FaultKind.CUTS_EVERYTHING and armed.fault.fired_at is not None:
                yield armed.fault
                continue
            armed.fault = replace(armed.fault, occasions=armed.fault.occasions + 1)
            if armed.fault.occasions > armed.fault.after and armed.chance.random() < armed.fault.probability:
                yield self._fire(armed, where)

    def may_fire(self, kind: FaultKind, *where: str) -> bool:
        """Whether a fault of this kind waits for an occasion here. Changes nothing."""
        now = self._now()
        return any(armed.fault.acts_on(kind, where) and armed.fault.is_active(now) for armed in self._armed.values())

    def _fire(self, armed: _Armed, where: tuple[str, ...]) -> Fault:
        fault, now = armed.fault, self._now()
        shortest = fault.seconds * SECOND
        longest = shortest if fault.seconds_max is None else fault.seconds_max * SECOND
        armed.fault = replace(fault, fired=fault.fired + 1, fired_at=now, delay=armed.chance.randint(shortest, longest))
        # The name it was armed for, where it has one: which file or page of several came first may differ between runs.
        at_place = fault.where if fault.where != ANYTHING or not where else where[0]
        data: dict[str, Json] = {"where": at_place, "times": armed.fault.fired}
        self._journal.append(at=now, kind=EntryKind.FAULT, name=fault.kind.value, cause="fault", described=lambda: data)
        return armed.fault
