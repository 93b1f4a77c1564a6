"""The limit on the time of a scenario, so that one that hangs does not hold up the run for ever.

Rule: what hangs cannot be relied on to end, so the process that runs it does, after the scenario was recorded as
broken. With workers, another one takes the place of the one that ended; in a run of one process the run ends, to be
resumed with the next scenario.
"""

from __future__ import annotations

import faulthandler
import os
import threading
from collections.abc import Callable, Generator, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest

from deskproof.steps.runner.scenario_recorder import WRITTEN
from deskproof.steps.terminal import say

_COULD_NOT = 2


class TimeLimit:
    """A pytest plugin for a process that runs scenarios. A scenario may take so many real `seconds`, and what comes
    before and after it as many each. At the limit, `broken` gets the item and a sentence, and `folder` what the
    threads of the process were doing.
    """

    def __init__(self, seconds: int, folder: Path, broken: Callable[[pytest.Item, str], None]) -> None:
        self._seconds = seconds
        self._folder = folder
        self._broken = broken

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
        timer = threading.Timer(self._seconds, self._end, [item])
        timer.daemon = True
        timer.start()
        try:
            yield
        finally:
            timer.cancel()

    def _end(self, item: pytest.Item) -> None:
        sentence = f"It had not ended after {self._seconds} seconds"
        with suppress(OSError):  # there may be no room for a file, or no file may be opened any more
            stacks = self._folder / f"hung-{item.stash[WRITTEN].id}.txt"
            with stacks.open("w", encoding="utf-8") as file:
                faulthandler.dump_traceback(file)
            sentence += f"; what its process was doing then is in {stacks.name}"
        with suppress(Exception):  # whatever keeps it from being recorded, the process ends
            self._broken(item, f"{sentence}.")
        say(f"{item.name}: {sentence}. The process that ran it ends.", err=True)
        os._exit(_COULD_NOT)
