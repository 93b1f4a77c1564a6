"""The limit on the time of a scenario, so that one that hangs does not hold up the run for ever.

Rule: what hangs cannot be relied on to end, so the process that runs it does. In a run with workers, the scenario is
broken and another worker takes the place of the one that ended; in a run of one process the run ends, to be resumed.
"""

from __future__ import annotations

import faulthandler
import os
import threading
from collections.abc import Generator, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest

from deskproof.steps.terminal import say

_COULD_NOT = 2


def stacks_of(folder: Path, worker: str) -> Path:
    """Where a worker leaves what it was doing at the limit, in the folder of the run."""
    return folder / f"hung-{worker}.txt"


def why_ended(seconds: int, stacks: Path) -> str | None:
    """Why a worker has ended, where it was at the limit, as a sentence."""
    if not stacks.is_file():
        return None
    return f"It had not ended after {seconds} seconds; what its process was doing then is in {stacks.name}."


class TimeLimit:
    """A pytest plugin for a process that runs scenarios. A scenario may take so many real `seconds`, and what comes
    before and after it as many each; what the threads do at the limit is left in `stacks`.
    """

    def __init__(self, seconds: int, stacks: Path) -> None:
        self._seconds = seconds
        self._stacks = stacks

    @pytest.hookimpl(wrapper=True, tryfirst=True)
    def pytest_runtest_setup(self, item: pytest.Item) -> Generator[None, object, object]:
        with self._limited(item):
            return (yield)

    @pytest.hookimpl(wrapper=True, tryfirst=True)
    def pytest_runtest_call(self, item: pytest.Item) -> Generator[None, object, object]:
        with self._limited(item):
            return (yield)

    @pytest.hookimpl(wrapper=True, tryfirst=True)
    def pytest_runtest_teardown(self, item: pytest.Item) -> Generator[None, object, object]:
        with self._limited(item):
            return (yield)

    @contextmanager
    def _limited(self, item: pytest.Item) -> Iterator[None]:
        timer = threading.Timer(self._seconds, self._end, [item.name])
        timer.daemon = True
        timer.start()
        try:
            yield
        finally:
            timer.cancel()

    def _end(self, name: str) -> None:
        with suppress(OSError), self._stacks.open("w", encoding="utf-8") as file:
            faulthandler.dump_traceback(file)
        say(f"{name} has not ended after {self._seconds} seconds, so its process ends.", err=True)
        os._exit(_COULD_NOT)
