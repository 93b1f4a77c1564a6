"""A review from its opening to Ctrl-C: the door for the command line.

Rule: the page is the run's own `report.html`, as it was written a moment ago.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from pathlib import Path

from deskproof.reports import html
from deskproof.reports.live.server import serve
from deskproof.reports.record.facts import Run
from deskproof.reports.review.approvals import BadApprovals, load
from deskproof.reports.review.desk import Desk

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
    """Serve `report`, the page of `run`, until Ctrl-C, and keep in `file` what is decided on it.

    `started` receives the address to open. What comes back is how often each word was said: `approved`, `change asked`,
    `withdrawn`. Raises BadApprovals where `file` cannot be used and OSError where the port cannot be had.
    """
    load(file)
    desk = Desk(run, report.parent, file, now=now, by=by)
    serve(desk, html.live(report.read_text(encoding="utf-8")), html.live_policy(), port=port, started=started)
    return dict(desk.stored)
