"""A trial: something goes wrong at one moment of a run. What must hold afterwards, whatever it was.

1. The command ends by itself with a sentence, and leaves no process behind.
2. Every scenario that had ended is in the record with its outcome.
3. The page of the run can be written, and says how the run ended.
4. `--resume` finishes a run that was cut short, and `--last-failed` repeats what a run that came to its end has broken.
5. Then every scenario has the outcome and the journal of a run that nobody disturbed.
"""

from __future__ import annotations

import re
import subprocess
from collections.abc import Sequence
from contextlib import nullcontext
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from random import Random

from deskproof.reports.baseline.consistency import consistency, outcomes
from deskproof.reports.record import Run, load
from tests.chaos.faults import FAULTS, NEED_A_DISK, NothingToHarm, disk
from tests.chaos.processes import still_there
from tests.chaos.running import DESKPROOF, FEATURE, ROOT, Running, ended, running, written

_GOOD, _FAILED, _COULD_NOT = 0, 1, 2
_KILLED = -9
_TRACEBACK = re.escape("Traceback (most recent call last):")
_OF_EXECNET = re.compile(rf'{_TRACEBACK}\n  File "<string>", line 1, in <module>\n')


class DoesNotHold(Exception):
    """What must hold does not; the message says which and what was seen."""


@dataclass(frozen=True, kw_only=True)
class Undisturbed:
    """A run that nobody disturbed, and how many lines its record has."""

    scenarios: Sequence[str]
    run: Run
    lines: int


def undisturbed(out: Path, scenarios: Sequence[str] = FEATURE) -> Undisturbed:
    """Run the scenarios once. Raises DoesNotHold."""
    with running(out, *scenarios) as run:
        status, output = run.ends()
    _holds(status == _GOOD, f"the undisturbed run ended with {status}", output)
    return Undisturbed(scenarios=scenarios, run=load(run.folder), lines=written(out))


class Ending(StrEnum):
    """What became of a run in which something was to go wrong."""

    RESUMED = "cut short, and resumed"
    BROKEN = "came to its end, with broken scenarios"
    UNHARMED = "came to its end as if nothing had happened"
    TOO_LATE = "had ended before"
    NOTHING = "had nothing to harm"


@dataclass(frozen=True, kw_only=True)
class Attempt:
    """The moment at which something went wrong, and what became of the run."""

    fault: str
    line: int
    ending: Ending


def attempt(fault: str, reference: Undisturbed, out: Path, chance: Random) -> Attempt:
    """Harm a run at a random moment, and check what must hold. Raises DoesNotHold."""
    moment = chance.randint(1, reference.lines - 1)
    where = disk(out) if fault in NEED_A_DISK else nullcontext()
    with where, running(out, *reference.scenarios) as run:
        return Attempt(fault=fault, line=moment, ending=_harmed(fault, moment, reference, run, chance))


def _harmed(fault: str, moment: int, reference: Undisturbed, disturbed: Running, chance: Random) -> Ending:
    if not disturbed.reaches(moment):
        return Ending.TOO_LATE
    before = ended(load(disturbed.folder))
    try:
        repair = FAULTS[fault](disturbed, chance)
    except NothingToHarm:
        return Ending.NOTHING
    try:
        status, output = disturbed.ends()
    except subprocess.TimeoutExpired as hangs:
        raise DoesNotHold(f"the run has not ended {hangs.timeout:.0f} seconds later") from hangs
    finally:
        repair()
    _holds(status in (_GOOD, _COULD_NOT, _KILLED), f"the run ended with {status}", output)
    _holds(not tracebacks(output), "there is a traceback on the terminal", output)
    _holds(not still_there(disturbed.seen.values()), "processes are left over", output)
    run = load(disturbed.folder)
    _holds(before <= ended(run), f"{dict(before - ended(run))} had ended and is lost", output)
    _page(disturbed.folder, run)
    if run.run.ending == "cut short" or run.run.not_run:
        _same(reference, _continued(disturbed.out, "--resume"))
        return Ending.RESUMED
    broken = [scenario for scenario in run.scenarios if scenario.status != "passed"]
    _holds({scenario.status for scenario in broken} <= {"broken"}, "the fault is taken for the product's", output)
    if not broken:
        return Ending.UNHARMED
    _holds(status == _COULD_NOT, f"the run broke scenarios and ended with {status}", output)
    _continued(disturbed.out, "--last-failed")
    return Ending.BROKEN


def tracebacks(output: str) -> list[str]:
    """The tracebacks on the terminal, but for those of a worker process in which nothing of ours has been imported yet:
    execnet starts Python with a line of its own, and Python says itself why that line ended.
    """
    found = re.findall(rf"^{_TRACEBACK}\n(?:[ \t].*\n?)*", output, re.MULTILINE)
    return [one for one in found if not _OF_EXECNET.match(one) or "src/deskproof/" in one]


def _page(folder: Path, run: Run) -> None:
    done = subprocess.run(
        [DESKPROOF, "report", str(folder)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    page = folder / "report.html"
    _holds(page.is_file(), "there is no page", done.stdout + done.stderr)
    if run.run.ending == "cut short":
        _holds("cut short" in page.read_text(encoding="utf-8"), "the page does not say that the run was cut short", "")


def _continued(out: Path, how: str) -> Run:
    with running(out, how) as again:
        status, output = again.ends()
    _holds(status == _GOOD, f"{how} ended with {status}", output)
    return load(again.folder)


def _same(reference: Undisturbed, run: Run) -> None:
    found = consistency([outcomes(reference.run), outcomes(run)])
    _holds(not found.statuses, f"outcomes differ: {list(found.statuses)}", "")
    _holds(not found.journals, f"journals differ: {list(found.journals)}", "")


def _holds(condition: bool, what: str, output: str) -> None:
    if not condition:
        raise DoesNotHold(f"{what}\n{output}".rstrip())
