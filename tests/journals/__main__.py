"""`make journals`: the same scenarios again and again, with 1, 2 and 4 workers; every scenario must have the same
outcome and the same journal in all runs.

Exit status: 0 all are the same, 1 something differs. The runs are in --out, for `deskproof same`.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import click

from deskproof.reports.baseline.consistency import Outcomes, consistency, outcomes
from deskproof.reports.record import load
from deskproof.steps.terminal import say
from tests.chaos.running import FEATURE, running
from tests.robustness.page import Part, store, tried

WORKERS = (1, 2, 4)


@click.command(help="Run PATHS (by default one feature) again and again, and compare outcomes and journals.")
@click.argument("paths", nargs=-1)
@click.option("--times", type=click.IntRange(1), default=20, show_default=True, help="With each number of workers.")
@click.option(
    "--busy", type=click.IntRange(0), default=0, help="So many processes that only use the processor, beside."
)
@click.option("--page", is_flag=True, help="Write the figures into docs/robustness.md.")
@click.option("--add", is_flag=True, help="Add the figures to those of earlier runs in docs/robustness.md.")
@click.option("--out", type=click.Path(file_okay=False, path_type=Path), help="The folder of the runs.")
def main(paths: tuple[str, ...], times: int, busy: int, out: Path | None, *, page: bool, add: bool) -> None:
    """Run and compare."""
    began = time.monotonic()
    with tempfile.TemporaryDirectory() as folder, _busy(busy):
        runs = _runs(out or Path(folder), paths or FEATURE, times)
    found = consistency(runs)
    for what, differing in (("outcomes", found.statuses), ("journals", found.journals)):
        for scenario in differing:
            say(f"Different {what}: {scenario}", err=True)
    outcome = (
        f"{len(runs)} runs of {found.scenarios} scenarios: {len(found.statuses)} with different outcomes, "
        f"{len(found.journals)} with different journals."
    )
    say(outcome)
    if page or add:
        rows = [[found.scenarios, workers, busy, times] for workers in WORKERS]
        arguments = " ".join([f"--times {times}", *([f"--busy {busy}"] if busy else []), *paths])
        head = ["scenarios", "workers", "busy processes beside", "runs"]
        store(Part.JOURNALS, tried(began, arguments, head, rows, outcome, names=3), add=add)
    sys.exit(int(bool(found.statuses or found.journals)))


@contextmanager
def _busy(count: int) -> Iterator[None]:
    processes = [subprocess.Popen([sys.executable, "-c", "while True: pass"]) for _ in range(count)]
    try:
        yield
    finally:
        for process in processes:
            process.kill()
            process.wait()


def _runs(out: Path, paths: Sequence[str], times: int) -> list[Outcomes]:
    runs = []
    for number in range(times):
        for workers in WORKERS:
            began = time.perf_counter()
            with running(out / f"{number + 1}-{workers}", *paths, workers=workers) as run:
                status, output = run.ends()
                if status:
                    raise click.ClickException(f"A run with {workers} workers ended with {status}.\n{output}")
                runs.append(outcomes(load(run.folder)))
            took = time.perf_counter() - began
            say(f"{workers} workers: {took:.0f} s, {os.getloadavg()[0]:.1f} processes under way on the machine.")
    return runs


main()
