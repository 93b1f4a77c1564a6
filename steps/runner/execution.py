"""One run from the outside: pytest in a run folder, then the report of what finished, and what it all comes to.

Rule: the report is written however the run ended, and `latest` leads to a run from its start, so that nobody takes an
earlier one for it. Exit status: 0 everything chosen passed; 1 something failed; 2 it could not be found out: something
broke, was interrupted, or nothing ran, or part of the report could not be written.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from deskproof.reports.outputs import LATEST, DamagedRecord, point_latest, write
from deskproof.steps.checkout import HISTORY, OUT, new_run_folder
from deskproof.steps.runner.gate import APPROVALS, gate_evaluator
from deskproof.steps.runner.pause import Pause, keyboard
from deskproof.steps.runner.progress import Ticker
from deskproof.steps.saying import Console, say
from deskproof.steps.selection.resume import RESUME, RUN_FOLDER, begun

if TYPE_CHECKING:
    from deskproof.reports.outputs import Summary

GOOD, FAILED, COULD_NOT = 0, 1, 2
TESTS_FAILED = 1
"""pytest's own status when a scenario did not pass, also one in quarantine."""
REFUSED = 4
"""pytest's own status when it was asked for something wrong and began nothing."""
NOTHING_TO_RUN = 5
"""pytest's own status when it ran nothing: what a run comes to that was killed after its last scenario."""


class CannotRun(Exception):
    """The run cannot be begun; the message says what was seen and what to do."""


@dataclass(frozen=True, kw_only=True)
class Shelf:
    """Where runs go, what remembers them, and whether Allure's results are made too."""

    out: Path
    history: Path
    allure: bool = False

    @classmethod
    def at(cls, out: Path | None, history: Path | None, *, allure: bool = False) -> Shelf:
        """What was asked for; the history of runs that go elsewhere is beside them."""
        remembered = history or (HISTORY if out is None else out / HISTORY.name)
        return cls(out=out or OUT, history=remembered, allure=allure)


class _Latest:
    """A pytest plugin that makes `latest` lead to the run as soon as it begins."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def pytest_sessionstart(self) -> None:
        with contextlib.suppress(OSError):  # a disk that takes no link takes no record either, and that is told
            point_latest(self._folder)


def check_only(arguments: Sequence[str]) -> int:
    """The exit status, pytest's output going to the terminal."""
    status = int(pytest.main(list(arguments)))
    return COULD_NOT if status == REFUSED else status


def run(arguments: Sequence[str], shelf: Shelf, *, pause: bool = False) -> int:
    """Run pytest with these arguments into a new run folder; the exit status. With a `pause` it stops where a scenario
    fails, for somebody to look. Raises CannotRun.
    """
    out = shelf.out.resolve()
    made = [place for place in (out, *out.parents) if not place.exists()]
    try:
        folder = new_run_folder(out)
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", None) or error
        raise CannotRun(f"{shelf.out} cannot take a run ({why}); name another folder with --out.") from None
    status = _run(arguments, folder, shelf, pause=pause)
    if not folder.exists():  # refused: nothing of it is left
        with contextlib.suppress(OSError):
            for place in made:
                place.rmdir()
    return status


def go_on(run_folder: Path | None, more: Sequence[str], shelf: Shelf) -> int:
    """Run the rest of the run in `run_folder`, the latest by default, as it was asked for and with `more` arguments;
    the exit status of the whole. Raises CannotResume.
    """
    folder = (run_folder or shelf.out / LATEST).resolve()
    arguments = begun(folder).run.arguments
    return _run([*arguments, *more, RESUME], folder, shelf, resumed=True)


def _run(arguments: Sequence[str], folder: Path, shelf: Shelf, *, resumed: bool = False, pause: bool = False) -> int:
    console = _console()
    status = COULD_NOT
    try:
        status = _pytest([*arguments, RUN_FOLDER, str(folder)], folder, console, pause=pause)
    finally:
        summary = _report(folder, console, shelf)
    if summary is None and status == REFUSED and not resumed:
        shutil.rmtree(folder)
    if resumed and status == NOTHING_TO_RUN:
        status = 0
    return COULD_NOT if summary is None else _judged(summary, status)


def _pytest(arguments: list[str], folder: Path, console: Console, *, pause: bool) -> int:
    """pytest's exit status, its output going to the run folder."""
    ticker = Ticker(console, folder)
    pauses = [Pause(keyboard(), ticker.say, ticker.held)] if pause else []
    try:
        return int(pytest.main(arguments, plugins=[ticker, _Latest(folder), *pauses]))
    finally:
        ticker.stop()


def _report(folder: Path, console: Console, shelf: Shelf) -> Summary | None:
    """Write the report, remember the run, and say what it comes to; None when nothing was recorded or the record cannot
    be read.
    """
    try:
        summary = write(
            folder,
            shown_as=str(_told(folder.parent / LATEST / "report.html")),
            history=shelf.history.absolute(),
            remember=True,
            gate=gate_evaluator(history=shelf.history.absolute()),
            approvals=Path(APPROVALS),
            also=("allure",) if shelf.allure else (),
        )
    except DamagedRecord:
        return None
    except OSError as error:
        say(
            f"The report of {folder} could not be written ({error.strerror or error}); what had finished is in the "
            f"record. Make room, then 'deskproof report {_told(folder)}' makes the report.",
            err=True,
        )
        return None
    for line in summary.lines:
        console.print(line, markup=False, highlight=False, soft_wrap=True)
    return summary


def _judged(summary: Summary, status: int) -> int:
    tally = summary.tally
    if tally.scenarios["failed"] or tally.scenarios["flaky"]:
        return FAILED
    explained = status == 0 or (status == TESTS_FAILED and tally.scenarios["quarantined"] > 0)
    return GOOD if tally.level != "bad" and explained and summary.complete else COULD_NOT


def _told(path: Path) -> Path:
    return path.relative_to(Path.cwd()) if path.is_relative_to(Path.cwd()) else path


def _console() -> Console:
    """A console of its own, which pytest's capturing does not swallow."""
    return Console(file=os.fdopen(os.dup(sys.stdout.fileno()), "w", encoding="utf-8", buffering=1), force_terminal=None)
