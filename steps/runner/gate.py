"""Evaluating a run against the gate while its report is written."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

from deskproof.reports.gate import Evaluation, evaluate
from deskproof.reports.record import Run
from deskproof.steps.project.project import Project


def gate_evaluator(
    project: Project, *, history: Path, base: Path | None = None, derived: Path | None = None
) -> Callable[[Path, Run], Evaluation] | None:
    """What evaluates a run while its report is written, with the `derived` check where it has none of its own. None
    where the project has no rules.
    """
    if not project.gate.is_file():
        return None

    def evaluated(folder: Path, run: Run) -> Evaluation:
        day = today()
        verdict = evaluate(
            folder,
            run=run,
            rules=project.gate,
            quarantine=project.quarantine,
            history=history,
            today=day,
            baseline=base,
            approvals=project.approvals,
            derived=derived,
        )
        return Evaluation(verdict=verdict, day=day)

    return evaluated


def today() -> date:
    """The day in UTC, as in the names of run folders."""
    return date.fromisoformat(time.strftime("%Y-%m-%d", time.gmtime()))
