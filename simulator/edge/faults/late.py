"""`answers late`: the request is answered only after the fault's delay of tenant time."""

from __future__ import annotations

from deskproof.simulator.domain.values import Instant
from deskproof.simulator.runtime.clock import Clock
from deskproof.simulator.runtime.faults import Fault


async def act(fault: Fault, clock: Clock) -> None:
    """Return when the delay has passed."""
    await clock.reach(Instant(clock.now() + fault.delay))
