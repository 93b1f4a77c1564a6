"""Faults at the desktop's own files, so that a desktop can be seen that does not load (AD-010)."""

from __future__ import annotations

from deskproof.simulator.domain.values import SECOND, Instant
from deskproof.simulator.runtime.faults import FaultKind
from deskproof.simulator.runtime.tenancy import Tenancy

FILE = "desktop file"
"""Where a fault acts on any of the files; one of them is named by its path below `/desktop/`, such as `main.js`."""


async def suffer(tenancy: Tenancy, file: str) -> int | None:
    """The status to answer with instead of the file, None for the file itself; who asks waits as ordered."""
    if late := tenancy.faults.take(FaultKind.ANSWERS_LATE, file, FILE):
        await tenancy.clock.reach(Instant(tenancy.clock.now() + late.seconds * SECOND))
    wrong = tenancy.faults.take(FaultKind.ANSWERS_AN_ERROR, file, FILE)
    return None if wrong is None else wrong.status
