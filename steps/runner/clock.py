"""The clock of a scenario: the tenant's time and the time of every open browser context move together, in one step.

Rule: dates are frozen, timers run. A context shows the tenant's instant until the clock is advanced, while its timers
run in real time, so that pages stay alive. When time passes, the tenant goes first (its deadlines fire in order) and
each context follows: its dates jump, and each timer that became due fires once, as after a laptop's sleep.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from playwright.sync_api import BrowserContext

from deskproof.simulator.control.client import TenantControl
from deskproof.steps.errors import HarnessError

START = "2026-01-15T09:00:00Z"
"""When every scenario begins."""


class Clock:
    """Moves a tenant and the browser contexts of a scenario."""

    def __init__(self, tenant: TenantControl) -> None:
        self._tenant = tenant
        self._wrong: dict[BrowserContext, timedelta] = {}
        self._now = tenant.now()

    @property
    def now(self) -> datetime:
        """The instant that tenant and browsers show."""
        return self._now

    def follow(self, context: BrowserContext) -> None:
        """Give a new context the scenario's time, before its first page."""
        context.clock.set_fixed_time(self._now)
        self._wrong[context] = timedelta()
        context.on("close", self._leave)

    def _leave(self, context: BrowserContext) -> None:
        del self._wrong[context]

    def set_wrong(self, context: BrowserContext, seconds: int) -> None:
        """Set the clock of a browser's computer wrong by this many seconds: fast, or slow when below 0."""
        self._wrong[context] = timedelta(seconds=seconds)
        context.clock.set_fixed_time(self._now + self._wrong[context])

    def advance(self, seconds: int) -> None:
        """Let this many seconds pass, at once. Raises HarnessError unless they are above 0."""
        if seconds <= 0:
            raise HarnessError(f"Time cannot move by {seconds} seconds; write a duration above 0.")
        self._tenant.advance(seconds=seconds)
        self.catch_up()

    def run_to_next_deadline(self) -> None:
        """Let time pass until the tenant's next deadline."""
        self._tenant.run_to_next_deadline()
        self.catch_up()

    def catch_up(self) -> None:
        """Bring the browsers to the tenant's instant."""
        before, self._now = self._now, self._tenant.now()
        passed = round((self._now - before).total_seconds() * 1000)
        for context, wrong in tuple(self._wrong.items()):
            context.clock.set_fixed_time(self._now + wrong)
            if passed > 0:
                context.clock.fast_forward(passed)


def whole_minutes(seconds: int) -> int:
    """A duration in minutes. Raises HarnessError where that is not a whole number above 0."""
    minutes, rest = divmod(seconds, 60)
    if rest or not minutes:
        raise HarnessError(f"A limit is a number of whole minutes, and the step says {seconds} seconds; write minutes.")
    return minutes
