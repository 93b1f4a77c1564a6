"""One run from the outside: pytest in a run folder, then the report of what finished, and the exit status.

Rule: the report is written however the run ended, and `latest` leads to a run from its start, so that it does not
lead to an earlier one meanwhile. Exit status: 0 everything selected passed; 1 something failed; 2 it could not be found
out: something broke, was interrupted, or nothing ran, or part of the report could not be written.
"""

from __future__ import annotations

import contextlib
import errno
import os
import shutil
import sys
from collections.abc import Generator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from deskproof.reports.outputs import LATEST, DamagedRecord, point_latest, write
from deskproof.steps.checkout import new_run_folder
from deskproof.steps.project.project import Project
from deskproof.steps.runner.gate import gate_evaluator
from deskproof.steps.runner.pause import Pause, keyboard
from deskproof.steps.runner.progress import LOG, Ticker
from deskproof.steps.selection import options
from deskproof.steps.selection.request import RunRequest
from deskproof.steps.selection.resume import begun
from deskproof.steps.terminal import Console, say

if TYPE_CHECKING:
    from deskproof.reports.outputs import Summary

GOOD, FAILED, COULD_NOT = 0, 1, 2
TESTS_FAILED = 1
"""pytest's own status when a scenario did not pass, also one in quarantine."""
REFUSED = 4
"""pytest's own status when its arguments are wrong; it has started nothing."""
NOTHING_TO_RUN = 5
"""pytest's own status when it ran nothing, as after resuming a run that was killed after its last scenario."""
_INTERNAL = "INTERNALERROR>"
"""How pytest begins each line about an error that is not a test's."""


class CannotRun(Exception):
    """The run cannot start; the message says what was seen and what to do."""


@dataclass(frozen=True, kw_only=True)
class OutputPaths:
    """The folder of the `runs` and the file of their history; `allure` says whether Allure's results are made."""

    project: Project
    runs: Path
    history: Path
    allure: bool = False

    @classmethod
    def of(cls, project: Project, out: Path | None, history: Path | None, *, allure: bool = False) -> OutputPaths:
        """The paths for --out and --history; the history of runs elsewhere is beside them."""
        beside = project.history if out is None else out / project.history.name
        return cls(project=project, runs=out or project.out, history=history or beside, allure=allure)


class _Latest:
    """A pytest plugin that makes `latest` lead to the run as soon as it begins."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def pytest_sessionstart(self) -> None:
        with contextlib.suppress(OSError):  # a disk that takes no link takes no record either, which is reported
            point_latest(self._folder)


class WorkerLost(Exception):
    """A worker process has ended before it could take scenarios."""


class _StartOfWorkers:
    """A pytest plugin that says so where a worker ends while it starts: execnet then misses its first byte, or cannot
    send to it, which it raises as an OSError without a number.
    """

    @pytest.hookimpl(wrapper=True)
    def pytest_sessionstart(self) -> Generator[None, object, object]:
        try:
            return (yield)
        except (EOFError, OSError) as error:
            if isinstance(error, OSError) and error.errno not in (None, errno.EPIPE):
                raise
            raise WorkerLost("A worker process ended while it was starting; start the run again.") from error


def check_only(arguments: Sequence[str]) -> int:
    """The exit status, pytest's output going to the terminal."""
    status = int(pytest.main(list(arguments)))
    return COULD_NOT if status == REFUSED else status


def run(arguments: Sequence[str], output: OutputPaths, *, pause: bool = False) -> int:
    """Run pytest with these arguments into a new run folder; the exit status. With `pause` the run stops where a
    scenario fails, so that a person can look. Raises CannotRun.
    """
    out = output.runs.resolve()
    new = [place for place in (out, *out.parents) if not place.exists()]
    try:
        folder = new_run_folder(out)
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", None) or error
        raise CannotRun(f"{output.runs} cannot take a run ({why}); name another folder with --out.") from None
    status = _run(arguments, folder, output, pause=pause)
    if not folder.exists():  # refused: leave nothing behind
        with contextlib.suppress(OSError):
            for place in new:
                place.rmdir()
    return status


def resume(run_folder: Path | None, changes: Sequence[str], output: OutputPaths, *, pause: bool = False) -> int:
    """Run the rest of the run in `run_folder`, the latest by default, with its recorded arguments and the `changes` to
    them; the exit status of the whole. Raises CannotResume.
    """
    folder = (run_folder or output.runs / LATEST).resolve()
    recorded = begun(folder).run.arguments
    return _run([*recorded, *changes], folder, output, resumed=True, pause=pause)


def _run(
    arguments: Sequence[str], folder: Path, output: OutputPaths, *, resumed: bool = False, pause: bool = False
) -> int:
    console = _console()
    own = options.arguments(RunRequest(run_folder=folder, resumed=resumed))
    status = COULD_NOT
    try:
        status = _pytest([*arguments, *own], folder, console, pause=pause)
    finally:
        summary = _report(folder, console, output)
    if summary is None and status == REFUSED and not resumed:
        shutil.rmtree(folder)
    if status == pytest.ExitCode.INTERNAL_ERROR:
        say(f"The run ended early: {_internal_error(folder)} The traceback is in {_shown(folder / LOG)}.", err=True)
    if resumed and status == NOTHING_TO_RUN:
        status = 0
    return COULD_NOT if summary is None else _exit_status(summary, status)


def _pytest(arguments: list[str], folder: Path, console: Console, *, pause: bool) -> int:
    """pytest's exit status, its output going to the run folder."""
    ticker = Ticker(console, folder)
    pauses = [Pause(keyboard(), ticker.say, ticker.suspended)] if pause else []
    try:
        return int(pytest.main(arguments, plugins=[ticker, _Latest(folder), _StartOfWorkers(), *pauses]))
    except (Warning, ExceptionGroup) as raised:
        if (warning := _first_warning(raised)) is None:
            raise
        if _internal_error(folder):
            return pytest.ExitCode.INTERNAL_ERROR
        say(f"pytest ended with a warning that counts as an error: {str(warning).partition(chr(10))[0]}", err=True)
        return COULD_NOT
    finally:
        ticker.stop()


def _first_warning(raised: Exception) -> Exception | None:
    """The first of the warnings that are errors by the project's own settings, which pytest raises after its last
    report, one alone or several in a group; None where anything else is raised.
    """
    if not isinstance(raised, ExceptionGroup):
        return raised if isinstance(raised, Warning) else None
    warnings, others = raised.split(Warning)
    return None if warnings is None or others is not None else _first_warning(warnings.exceptions[0])


def _report(folder: Path, console: Console, output: OutputPaths) -> Summary | None:
    """Write the report, add the run to the history, and print the summary; None when nothing was recorded or the record
    cannot be read.
    """
    try:
        summary = write(
            folder,
            shown_as=str(_shown(folder.parent / LATEST / "report.html")),
            history=output.history.absolute(),
            remember=True,
            gate=gate_evaluator(output.project, history=output.history.absolute(), derived=output.project.derived),
            derived=output.project.derived,
            approvals=output.project.approvals,
            also=("allure",) if output.allure else (),
        )
    except DamagedRecord:
        return None
    except OSError as error:
        say(
            f"The report of {folder} could not be written ({error.strerror or error}); what finished is in the "
            f"record. Make room, then write the report with 'deskproof report {_shown(folder)}'.",
            err=True,
        )
        return None
    for line in summary.lines:
        console.print(line, markup=False, highlight=False, soft_wrap=True)
    return summary


def _internal_error(folder: Path) -> str:
    """The last line that pytest wrote about an error of its own, of a plugin or of the harness, as a sentence; empty
    where there was none.
    """
    lines = [line for line in (folder / LOG).read_text(encoding="utf-8").splitlines() if line.startswith(_INTERNAL)]
    if not lines:
        return ""
    words = lines[-1].removeprefix(_INTERNAL).strip().removeprefix(f"{WorkerLost.__module__}.{WorkerLost.__name__}: ")
    return words if words.endswith(".") else f"{words}."


def _exit_status(summary: Summary, status: int) -> int:
    tally = summary.tally
    if tally.scenarios["failed"] or tally.scenarios["flaky"]:
        return FAILED
    explained = status == 0 or (status == TESTS_FAILED and tally.scenarios["quarantined"] > 0)
    return GOOD if tally.level != "bad" and explained and summary.complete else COULD_NOT


def _shown(path: Path) -> Path:
    return path.relative_to(Path.cwd()) if path.is_relative_to(Path.cwd()) else path


def _console() -> Console:
    """A console that pytest's capturing does not reach."""
    return Console(file=os.fdopen(os.dup(sys.stdout.fileno()), "w", encoding="utf-8", buffering=1), force_terminal=None)
