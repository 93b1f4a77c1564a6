"""One run of `deskproof defects --derived`: trials in a process of its own, each verdict saved as it comes.

`python -m deskproof.steps.cli.derived_round FOLDER VERDICTS PYTEST_ARGUMENTS...` runs it; the exit status is pytest's.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

import pytest
from rich.markup import escape

from deskproof.steps.mutation.derived.trials import append, of_plain
from deskproof.steps.runner.progress import Ticker
from deskproof.steps.runner.repeated.derived_trials import verdict_in
from deskproof.steps.terminal import Console

_STYLES = {"detected": "green", "differed": "green", "unnoticed": "red", "otherwise": "magenta", "void": "dim"}


class _VerdictTicker(Ticker):
    """Saves each verdict, and shows it."""

    def __init__(self, console: Console, folder: Path, verdicts: Path) -> None:
        super().__init__(console, folder)
        self._verdicts = verdicts

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        found = verdict_in(report)
        if found is None:
            super().pytest_runtest_logreport(report)
            return
        verdict = of_plain(found)
        append(verdict, self._verdicts)
        self._counts[verdict.word] += 1
        place = f"{sum(self._counts.values()):>4}/{self._total}"
        self._say(f"{place} [{_STYLES[verdict.word]}]{verdict.word}[/] {escape(verdict.name)}")
        if verdict.reason:
            self._say(f"     [dim]{escape(verdict.reason)}[/]")

    def _plan(self, total: int) -> None:
        self._total = self._total or total


def main(arguments: Sequence[str]) -> int:
    """Run the trials whose folder, verdicts and pytest arguments these are; pytest's exit status."""
    folder, verdicts, *rest = arguments
    ticker = _VerdictTicker(Console(highlight=False), Path(folder), Path(verdicts))
    return int(pytest.main(rest, plugins=[ticker]))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
