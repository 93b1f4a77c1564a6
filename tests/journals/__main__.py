"""`make journals`: the same scenarios again and again, with 1, 2 and 4 workers; every scenario must have the same
outcome and the same journal in all runs.

Exit status: 0 all are the same, 1 something differs. The runs are in --out, for `deskproof same`.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

import click

from deskproof.reports.baseline.consistency import consistency, outcomes
from deskproof.reports.record import Run, load
from deskproof.steps.terminal import say
from tests.chaos.running import FEATURE, running
from tests.robustness.page import Part, store, tried

WORKERS = (1, 2, 4)


@click.command(help="Run PATHS (by default one feature) again and again, and compare outcomes and journals.")
@click.argument("paths", nargs=-1)
@click.option("--times", type=click.IntRange(1), default=20, show_default=True, help="With each number of workers.")
@click.option("--page", is_flag=True, help="Write the figures into docs/robustness.md.")
@click.option("--out", type=click.Path(file_okay=False, path_type=Path), help="The folder of the runs.")
def main(paths: tuple[str, ...], times: int, out: Path | None, *, page: bool) -> None:
    """Run and compare."""
    began = time.monotonic()
    with tempfile.TemporaryDirectory() as folder:
        runs = _runs(out or Path(folder), paths or FEATURE, times)
        found = consistency([outcomes(run) for run in runs])
    for what, differing in (("outcomes", found.statuses), ("journals", found.journals)):
        for scenario in differing:
            say(f"Different {what}: {scenario}", err=True)
    scenarios = len({scenario.id for run in runs for scenario in run.scenarios})
    outcome = f"{len(found.statuses)} scenarios with different outcomes, {len(found.journals)} with different journals."
    say(f"{len(runs)} runs of {scenarios} scenarios, with {', '.join(map(str, WORKERS))} workers: {outcome}")
    if page:
        rows = [[workers, times, scenarios] for workers in WORKERS]
        arguments = f"--times {times}"
        store(Part.JOURNALS, tried(began, arguments, ["workers", "runs", "scenarios"], rows, outcome))
    sys.exit(int(bool(found.statuses or found.journals)))


def _runs(out: Path, paths: Sequence[str], times: int) -> list[Run]:
    runs = []
    for number in range(times):
        for workers in WORKERS:
            began = time.perf_counter()
            with running(out / f"{number + 1}-{workers}", *paths, workers=workers) as run:
                status, output = run.ends()
                if status:
                    raise click.ClickException(f"A run with {workers} workers ended with {status}.\n{output}")
                runs.append(load(run.folder))
            took = time.perf_counter() - began
            say(f"{workers} workers: {took:.0f} s, {os.getloadavg()[0]:.1f} processes under way on the machine.")
    return runs


main()
