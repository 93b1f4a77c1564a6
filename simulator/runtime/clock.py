"""The clock of a tenant: real, or frozen and moved by hand. No other module reads the real time."""

from __future__ import annotations

import asyncio
import time
from dataclasses import dataclass, field
from datetime import UTC, datetime

from deskproof.simulator.domain.values import FIRST_INSTANT, LAST_INSTANT, Instant


class OutOfTime(ValueError):
    """An instant that a clock cannot show; the message is one sentence."""


def showable(instant: int) -> Instant:
    """The instant, where a clock can show it. `OutOfTime` for one whose year could not be written."""
    if not FIRST_INSTANT <= instant <= LAST_INSTANT:
        raise OutOfTime(
            f"a clock shows instants from {_written(FIRST_INSTANT)} to {_written(LAST_INSTANT)}, in UTC; "
            f"this one would be {'before' if instant < FIRST_INSTANT else 'after'} them"
        )
    return Instant(instant)


def _written(instant: Instant) -> str:
    return f"{datetime.fromtimestamp(instant / 1_000, tz=UTC):%Y-%m-%dT%H:%M:%SZ}"


@dataclass(kw_only=True)
class Clock:
    """A clock that runs with real time until it is frozen; frozen, it moves only by `move_to`.

    Waiting is for an instant of this clock, so a frozen tenant waits until the clock is moved.
    """

    _frozen_at: Instant | None = None
    _ahead: int = 0
    moves: int = 0
    """How often it was moved, frozen or set running."""
    _moved: asyncio.Event = field(default_factory=asyncio.Event)

    @classmethod
    def real(cls) -> Clock:
        """A clock that shows the real time."""
        return cls()

    @classmethod
    def frozen(cls, at: Instant) -> Clock:
        """A clock that is frozen at this instant. `OutOfTime` where it cannot be shown."""
        return cls(_frozen_at=showable(at))

    @property
    def is_frozen(self) -> bool:
        """Whether the clock is frozen."""
        return self._frozen_at is not None

    def now(self) -> Instant:
        """The present instant."""
        if self._frozen_at is not None:
            return self._frozen_at
        return Instant(time.time_ns() // 1_000_000 + self._ahead)

    def freeze(self) -> None:
        """Stop at the present instant."""
        self._frozen_at = self.now()
        self._notify()

    def run(self) -> None:
        """Go on with real time from the present instant; nothing changes where it runs."""
        now = self.now()
        self._frozen_at = None
        self._ahead = now - time.time_ns() // 1_000_000
        self._notify()

    async def moved(self, *, after: int) -> None:
        """Return when the clock was moved, frozen or set running more often than `after` times."""
        while self.moves <= after:
            await self._moved.wait()

    def move_to(self, instant: Instant) -> None:
        """Jump forward to an instant, from which a running clock goes on. `OutOfTime` where it cannot be shown, and
        ValueError where it is in the past.
        """
        now = self.now()
        showable(instant)
        if instant < now:
            raise ValueError(f"a clock only moves forward: it is {now}, and {instant} was requested")
        if self._frozen_at is not None:
            self._frozen_at = instant
        else:
            self._ahead += instant - now
        self._notify()

    async def reach(self, instant: Instant) -> None:
        """Return when the clock shows the instant or later."""
        while (left := instant - self.now()) > 0:
            moved = self._moved
            try:
                await asyncio.wait_for(moved.wait(), timeout=None if self.is_frozen else left / 1_000)
            except TimeoutError:
                continue

    def _notify(self) -> None:
        self.moves += 1
        self._moved.set()
        self._moved = asyncio.Event()
