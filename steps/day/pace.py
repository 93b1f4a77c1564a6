"""How a day goes by: with real time, faster or slower, or without any waiting."""

from __future__ import annotations

import threading
import time
from typing import Protocol


class Pace(Protocol):
    """How to wait."""

    def wait(self, seconds: float) -> float:
        """Wait until so many seconds of the tenant's time have gone by, or something has happened; by how many of them
        the tenant's clock is still to be moved.
        """


class Fastest:
    """Waits for nothing; the clock is moved instead."""

    def wait(self, seconds: float) -> float:
        """All of the seconds."""
        return seconds


class Paced:
    """The tenant's time goes by `speed` times as fast as the real one; `runs` says whether its own clock does."""

    def __init__(self, speed: float, *, runs: bool, happened: threading.Event) -> None:
        self._speed, self._runs, self._happened = speed, runs, happened

    def wait(self, seconds: float) -> float:
        """What the clock lacks after the wait."""
        began = time.monotonic()
        self._happened.wait(min(seconds / self._speed, threading.TIMEOUT_MAX))
        self._happened.clear()
        gone = time.monotonic() - began
        own = gone if self._runs else 0.0
        return max(0.0, min(seconds, gone * self._speed) - own)
