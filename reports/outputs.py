"""Writes every output of a finished record.

Rule: an output is a function of the record and touches nothing else. Each is written completely or not at all, one that
fails is reported and costs no other, and a run that was cut short gets them all.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable, Collection
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, TypeVar

from deskproof.reports import html
from deskproof.reports.baseline.history import BadHistory, History
from deskproof.reports.baseline.past import Past, past
from deskproof.reports.derived import BadDerived, taken_into
from deskproof.reports.formats import Failed, Source, terminal
from deskproof.reports.formats.failures import sentences
from deskproof.reports.formats.github import workflow_commands
from deskproof.reports.formats.table import BadFormat, chosen, members
from deskproof.reports.formats.writing import write_all
from deskproof.reports.gate import BadGate
from deskproof.reports.gate.saved import NAME as VERDICT
from deskproof.reports.gate.saved import Evaluation, save, saved
from deskproof.reports.record.facts import Run
from deskproof.reports.record.loading import DamagedRecord, load
from deskproof.reports.review.approvals import BadApprovals
from deskproof.reports.review.approvals import load as load_approvals
from deskproof.reports.review.binding import fingerprints
from deskproof.reports.review.status import review_statuses
from deskproof.reports.tally import Tally, tally
from deskproof.reports.text.translation import say
from deskproof.reports.text.visible import visible

__all__ = ["BadFormat", "DamagedRecord", "Summary", "Tally", "workflow_commands", "write"]

LATEST = "latest"

T = TypeVar("T")


@dataclass(frozen=True, kw_only=True)
class Summary:
    """What was written for a run: the figures, the page, and the closing lines for the terminal.

    `complete` is false where an output could not be written; the last lines say which, why, and what to do.
    """

    run: Run
    tally: Tally
    report: Path
    lines: tuple[str, ...]
    complete: bool = True


def write(
    run_folder: Path | str,
    *,
    shown_as: str | None = None,
    history: Path | None = None,
    baseline: Path | None = None,
    remember: bool = False,
    gate: Callable[[Path, Run], Evaluation] | None = None,
    approvals: Path | None = None,
    derived: Path | None = None,
    also: Collection[str] = (),
) -> Summary:
    """Write every output of a run into `run_folder` and point the link `latest` beside it to it.

    The outputs are those of `deskproof.reports.formats.table` that are written by default, `report.html` first, and
    those that are named in `also`, such as `allure`. One that fails is reported and leaves no file.

    `shown_as` is how the closing lines name the page, where that is not its path. With a `history` the page shows the
    trend and what changed since `baseline`, by default the newest earlier complete run; `remember` adds the run to the
    history, unless it is one shard: the merge adds that, so that all shards are dealt out by the same history.
    `gate` evaluates the run; its verdict comes first on the page and is saved in `gate.json`. Without it the page shows
    the verdict that was saved before. With `approvals` the page shows the state of the review. The result
    of `derived`, a check with derived defects, is taken into the folder of the run, unless it has one. A history, a
    gate, a check or a file of approvals that cannot be used is reported in the closing lines and stops nothing.

    Raises DamagedRecord, with one sentence for the user, when the folder or that of `baseline` has no record that can
    be read, BadFormat for a name in `also` that no format has, and OSError where the folder cannot be read.
    """
    folder = Path(run_folder).resolve()
    run = load(folder)
    joined, failed = members()
    formats = chosen(joined, also)
    part = _Parts(failed)
    looked_at = part.made(
        say("fault.what.changes", "en"), lambda: _past(run, folder, history, baseline, remember=remember)
    )
    evaluation = part.made(say("fault.what.verdict", "en"), lambda: gate(folder, run) if gate else saved(folder))
    if gate and evaluation:
        part.made(VERDICT, lambda: save(folder, evaluation), kind="file")
    review = part.made(say("fault.what.review", "en"), lambda: _review(run, folder, approvals))
    source = Source(
        run=run,
        folder=folder,
        past=looked_at or Past(),
        evaluation=evaluation,
        review=review,
        derived=part.made(say("fault.what.derived", "en"), lambda: taken_into(folder, derived)),
        failed=tuple(part.failed),
    )
    failed = write_all(source, formats)
    try:
        point_latest(folder)
    except OSError as error:
        failed = (*failed, Failed(what=say("fault.what.link", "en", name=LATEST), error=error))
    report = folder / html.NAME
    shown = (shown_as or str(report)) if report.is_file() else None
    try:
        closing = terminal.lines(run, shown)
    except Exception as error:  # all files are written; an error here must not hide them
        closing, failed = (), (*failed, Failed(what=say("fault.what.lines", "en"), error=error, kind="lines"))
    lines = (*part.messages, *closing, *sentences(failed, folder))
    return Summary(run=run, tally=tally(run), report=report, lines=tuple(map(_line, lines)), complete=not failed)


class _Parts:
    """Works out the parts of the page that do not come from the record; one that fails costs no other."""

    def __init__(self, failed: Collection[Failed]) -> None:
        self.failed = list(failed)
        self.messages: list[str] = []

    def made(self, what: str, make: Callable[[], T], *, kind: Literal["file", "part"] = "part") -> T | None:
        """The result of `make`, or None. A file that cannot be used gives a message; any other error is our own."""
        try:
            return make()
        except DamagedRecord:
            raise
        except (BadHistory, BadApprovals, BadDerived) as error:
            self.messages.append(str(error))
        except BadGate as error:
            self.messages.append(say("fault.gate", "en", error=error))
        except Exception as error:  # an error of ours must not cost the run its report
            self.failed.append(Failed(what=what, error=error, kind=kind))
        return None


def _past(run: Run, folder: Path, history: Path | None, baseline: Path | None, *, remember: bool) -> Past | None:
    """What the page shows of the past. Raises BadHistory where the history cannot be used."""
    if history is None:
        return None
    if remember and run.run.shard is None:
        History(history).add(run, folder)
    return past(run, folder, history, baseline)


def _review(run: Run, folder: Path, approvals: Path | None) -> html.Review | None:
    """The state of the review. Raises BadApprovals where the decisions cannot be read."""
    if approvals is None:
        return None
    return html.Review(review_statuses=review_statuses(run, load_approvals(approvals), fingerprints(folder)))


def _line(text: str) -> str:
    return visible(" ".join(text.splitlines()))


def point_latest(run_folder: Path) -> None:
    """Point the link `latest`, beside the run folders, to this one. A real folder of that name is left alone."""
    link = run_folder.parent / LATEST
    if run_folder.name == LATEST or (link.exists() and not link.is_symlink()):
        return
    with tempfile.TemporaryDirectory(dir=run_folder.parent, prefix=".latest-") as place:
        fresh = Path(place) / LATEST
        fresh.symlink_to(run_folder.name, target_is_directory=True)
        os.replace(fresh, link)
