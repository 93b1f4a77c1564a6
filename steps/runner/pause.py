"""Stopping where a scenario did not pass, with its browser open, until a person presses Enter.

Rule: the evidence has been taken before, so nothing that is done during the pause gets into the record of a step. The
person may use the browser; the scenario's tenant lives until Enter is pressed.
"""

from __future__ import annotations

import faulthandler
import os
import sys
from collections.abc import Callable, Generator
from contextlib import AbstractContextManager
from typing import TextIO

import pytest

from deskproof.steps.runner.failures import sentence
from deskproof.steps.runner.scenario_recorder import WRITTEN

ADVICE = "Its browser is open; look at it, then press Enter to continue (Ctrl-C ends the run)."


def keyboard() -> TextIO:
    """The terminal's input, opened before pytest replaces it."""
    return os.fdopen(os.dup(sys.stdin.fileno()), encoding="utf-8")


class Pause:
    """A pytest plugin for a run in one process. `say` prints a line; `suspended` keeps the terminal free."""

    def __init__(
        self, keys: TextIO, say: Callable[[str], None], suspended: Callable[[], AbstractContextManager[None]]
    ) -> None:
        self._keys = keys
        self._say = say
        self._suspended = suspended

    @pytest.hookimpl(wrapper=True, tryfirst=True)
    def pytest_runtest_makereport(
        self, item: pytest.Item, call: pytest.CallInfo[None]
    ) -> Generator[None, pytest.TestReport, pytest.TestReport]:
        """After the evidence, before anything is closed."""
        report = yield
        if call.when == "call" and report.failed and (written := item.stash.get(WRITTEN, None)) is not None:
            reason = sentence(call.excinfo.value) if call.excinfo is not None else "it did not pass"
            with self._suspended():
                self._say(f"{written.path}:{written.line} {written.name}: {reason}")
                self._say(ADVICE)
                faulthandler.cancel_dump_traceback_later()  # a person may take longer than a scenario may
                self._keys.readline()
        return report
