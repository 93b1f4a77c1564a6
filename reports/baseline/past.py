"""What a run is compared with: its baseline run and the runs before it.

Rule: the baseline run is the requested one, else the newest earlier complete run whose folder is still there and can be
read. A history that cannot be used is reported, and costs a run only its comparison.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from deskproof.reports.baseline.compare import Comparison, compare
from deskproof.reports.baseline.history import History, PastRun, past_run
from deskproof.reports.baseline.image_diff import ImageDiff
from deskproof.reports.record.facts import Run
from deskproof.reports.record.loading import DamagedRecord, load

TREND = 20
"""Runs in the trend, this one included."""


@dataclass(frozen=True, kw_only=True)
class Past:
    """The baseline run, its folder, and what changed since it, None where there is none; the trend, oldest first, this
    run last.
    """

    baseline: Run | None = None
    baseline_folder: Path | None = None
    changes: Comparison | None = None
    trend: tuple[PastRun, ...] = ()


def baseline_run(run: Run, history: Path, requested: Path | None = None) -> Run | None:
    """The baseline run of `run`, or None.

    Raises DamagedRecord when the one `requested` for cannot be read, and BadHistory when the history cannot be used.
    """
    found = _base(run, history, requested)
    return found[0] if found else None


def _base(run: Run, history: Path, requested: Path | None) -> tuple[Run, Path] | None:
    """The baseline run and its folder."""
    if requested is not None:
        return load(requested), requested
    for earlier in History(history).before(run):
        if earlier.complete and earlier.folder.is_dir():
            try:
                return load(earlier.folder), earlier.folder
            except DamagedRecord:
                continue
    return None


def past(run: Run, folder: Path, history: Path, requested: Path | None = None) -> Past:
    """Everything that `run`, whose folder is `folder`, is compared with; raises as `baseline_run` does."""
    found = _base(run, history, requested)
    baseline, baseline_folder = found or (None, None)
    complete = [earlier for earlier in History(history).before(run) if earlier.complete][: TREND - 1]
    return Past(
        baseline=baseline,
        baseline_folder=baseline_folder,
        changes=compare(baseline, run, ImageDiff(baseline_folder, folder)) if baseline and baseline_folder else None,
        trend=(*reversed(complete), past_run(run, folder)),
    )
