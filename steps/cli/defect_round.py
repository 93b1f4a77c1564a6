"""One round of `deskproof defects`: a run like any other, in a process of its own.

`python -m deskproof.steps.cli.defect_round FOLDER PYTEST_ARGUMENTS...` runs it; the exit status is pytest's.
"""

from __future__ import annotations

import signal
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import FrameType
from typing import Any

import pytest
from rich.markup import escape

from deskproof.steps.mutation.defects import NotMet, sight
from deskproof.steps.runner.progress import Ticker
from deskproof.steps.terminal import Console

_STYLES: Mapping[str, str] = {"caught": "green", "missed": "red", "unclear": "magenta", "unmet": "yellow"}


def in_own_process(arguments: Sequence[str], module: str = __name__) -> int:
    """Run a round, the `main` of this module, and return its exit status. An interrupt is passed on, so that the round
    ends properly; it runs in its own process group, so that it gets the interrupt once.
    """
    command = [sys.executable, "-m", module, *arguments]
    sys.stdout.flush()
    with subprocess.Popen(command, start_new_session=True) as process:

        def pass_on(number: int, _frame: FrameType | None) -> None:
            process.send_signal(number)

        before = signal.signal(signal.SIGINT, pass_on)
        try:
            return process.wait()
        finally:
            signal.signal(signal.SIGINT, before)


class _DetectionTicker(Ticker):
    """Reports of each scenario whether it detected its defect."""

    def _word(self, outcome: Mapping[str, Any]) -> str:
        return sight(outcome["status"], outcome["kind"], _not_met(outcome))

    def _reason(self, outcome: Mapping[str, Any]) -> str:
        not_met = _not_met(outcome)
        return not_met.reason if not_met else super()._reason(outcome)

    def _plan(self, total: int) -> None:
        self._total = self._total or total

    def _report(self, status: str, name: str, place: str, reason: str, milliseconds: float) -> None:
        self._counts[status] += 1
        style = _STYLES.get(status, "magenta")
        self._say(f"{sum(self._counts.values()):>4}/{self._total} [{style}]{status}[/] {escape(name)}")
        if reason:
            self._say(f"     [dim]{escape(reason)}[/]")


def _not_met(outcome: Mapping[str, Any]) -> NotMet | None:
    return NotMet(**outcome["not_met"]) if outcome.get("not_met") else None


def main(arguments: Sequence[str]) -> int:
    """Run the round whose folder and pytest arguments these are; pytest's exit status."""
    folder, *rest = arguments
    return int(pytest.main(rest, plugins=[_DetectionTicker(Console(highlight=False), Path(folder))]))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
