"""A review from its start to Ctrl-C, for the command line.

Rule: the page is the run's own `report.html`, which has just been written.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from pathlib import Path

from deskproof.reports import html
from deskproof.reports.live.server import serve
from deskproof.reports.record.facts import Run
from deskproof.reports.review.approvals import BadApprovals, load
from deskproof.reports.review.desk import ReviewDesk

__all__ = ["BadApprovals", "review"]


def review(
    run: Run,
    report: Path,
    file: Path,
    *,
    by: str,
    now: Callable[[], datetime],
    port: int,
    started: Callable[[str], None],
) -> Mapping[str, int]:
    """Serve `report`, the page of `run`, until Ctrl-C, and save the decisions in `file`.

    `started` receives the address to open. Returns the number of decisions of each kind: `approved`, `change asked`,
    `withdrawn`. Raises BadApprovals where `file` cannot be used and OSError if the port is not available.
    """
    load(file)
    desk = ReviewDesk(run, report.parent, file, now=now, by=by)
    serve(desk, html.live(report.read_text(encoding="utf-8")), html.live_policy(), port=port, started=started)
    return dict(desk.stored)
