"""The one door through which a finished record becomes files.

Rule: an output is a function of the record and touches nothing else. Each is written whole or not at all, and a run
that was cut short gets them all.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from deskproof.reports import html
from deskproof.reports.baseline.history import BadHistory, History
from deskproof.reports.baseline.past import Past, past
from deskproof.reports.formats import allure, ctrf, gitlab, junit, messages, runjson, summary, terminal
from deskproof.reports.formats.github import workflow_commands
from deskproof.reports.gate import BadGate
from deskproof.reports.gate.kept import Held, keep, kept
from deskproof.reports.record.facts import Run
from deskproof.reports.record.loading import DamagedRecord, load
from deskproof.reports.review.approvals import BadApprovals
from deskproof.reports.review.approvals import load as load_approvals
from deskproof.reports.review.binding import sketches
from deskproof.reports.review.standing import standings
from deskproof.reports.tally import Tally, tally
from deskproof.reports.text.visible import visible

__all__ = ["DamagedRecord", "Summary", "Tally", "workflow_commands", "write"]

LATEST = "latest"


@dataclass(frozen=True, kw_only=True)
class Summary:
    """What was written for a run: the figures, the page, and the lines that a terminal shows at the end."""

    run: Run
    tally: Tally
    report: Path
    lines: tuple[str, ...]


def write(
    run_folder: Path | str,
    *,
    shown_as: str | None = None,
    history: Path | None = None,
    base: Path | None = None,
    remember: bool = False,
    gate: Callable[[Path], Held] | None = None,
    approvals: Path | None = None,
    with_allure: bool = False,
) -> Summary:
    """Write every output of a run into `run_folder` and point the link `latest` beside it to it.

    These are `run.json`, `report.html`, `junit.xml`, `messages.ndjson`, `ctrf.json`, `summary.md`, and
    `gl-code-quality-report.json`; `with_allure` also makes `allure-results/`.

    `shown_as` is how the closing lines name the page, where that is not its path. With a `history` the page shows what
    changed since `base`, or else since the newest earlier whole run, and the trend; `remember` keeps the run in it,
    unless it is one shard: that is kept when it is merged, and until then all shards are dealt out by the same history.
    A history that cannot be used is told in the closing lines and stops nothing. `gate` holds the run against the gate;
    its verdict stands first on the page and is kept in `gate.json`. Without it the page shows the verdict that was kept
    before; a gate that cannot be held is told. With `approvals` the page shows how the review stands; a file that
    cannot be read is told. Raises DamagedRecord, with one sentence for the user, when the folder, or that of `base`,
    has no record that can be read.
    """
    folder = Path(run_folder).resolve()
    run = load(folder)
    runjson.write(run, folder)
    junit.write(run, folder)
    ctrf.write(run, folder)
    messages.write(run, folder)
    summary.write(run, folder)
    gitlab.write(run, folder)
    if with_allure:
        allure.write(run, folder)
    looked_at, told = _past(run, folder, history, base, remember=remember)
    held, why = _held(folder, gate)
    review, bad = _review(run, folder, approvals)
    report = html.write(run, folder, looked_at, held, review)
    point_latest(folder)
    lines = (*map(visible, (*told, *why, *bad)), *terminal.lines(run, shown_as or str(report)))
    return Summary(run=run, tally=tally(run), report=report, lines=lines)


def _past(
    run: Run, folder: Path, history: Path | None, base: Path | None, *, remember: bool
) -> tuple[Past | None, tuple[str, ...]]:
    """What the page shows of the past, and what is to be said where the history cannot be used."""
    if history is None:
        return None, ()
    try:
        if remember and run.run.shard is None:
            History(history).add(run, folder)
        return past(run, folder, history, base), ()
    except BadHistory as error:
        return None, (str(error),)


def _held(folder: Path, gate: Callable[[Path], Held] | None) -> tuple[Held | None, tuple[str, ...]]:
    """The gate's verdict, and what is to be said where the gate cannot be held."""
    if gate is None:
        return kept(folder), ()
    try:
        held = gate(folder)
    except BadGate as error:
        return None, (f"The gate was not held: {error}",)
    keep(folder, held)
    return held, ()


def _review(run: Run, folder: Path, approvals: Path | None) -> tuple[html.Review | None, tuple[str, ...]]:
    """How the review stands, and what is to be said where what was decided cannot be read."""
    if approvals is None:
        return None, ()
    try:
        return html.Review(standings=standings(run, load_approvals(approvals), sketches(folder))), ()
    except BadApprovals as error:
        return None, (str(error),)


def point_latest(run_folder: Path) -> None:
    """Make `latest`, beside the run folders, lead to this one. A real folder of that name is left alone."""
    link = run_folder.parent / LATEST
    if run_folder.name == LATEST or (link.exists() and not link.is_symlink()):
        return
    with tempfile.TemporaryDirectory(dir=run_folder.parent, prefix=".latest-") as place:
        fresh = Path(place) / LATEST
        fresh.symlink_to(run_folder.name, target_is_directory=True)
        os.replace(fresh, link)
