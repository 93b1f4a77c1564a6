"""`make bench`: measures, stores the figures, writes their page, and reports what has become slower.

Exit status: 0 nothing has become slower, 1 a ratio has grown by a fifth or more, 2 a command of the bench failed.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Mapping

import click

from deskproof.steps.terminal import say
from tests.bench import desktop, ours, peers, scale, simulator
from tests.bench.cost import Failed
from tests.bench.machine import commit, machine
from tests.bench.results import PAGE, Results, Table, merged, store, stored, worse
from tests.bench.scenarios import ROOT

TABLES: Mapping[str, Callable[[int], Table]] = {
    "ours": ours.measure,
    "peers": peers.measure,
    "desktop": desktop.measure,
    "simulator": simulator.measure,
    "pace": simulator.measure_pace,
    "scale": scale.measure,
}
"""The tables by name; each is measured in so many rounds."""


@click.command(help="Measure how long everything takes. TABLES: all unless named.")
@click.argument("tables", nargs=-1, type=click.Choice(tuple(TABLES)))
@click.option("--rounds", type=click.IntRange(1), default=3, show_default=True, help="How often each row is measured.")
def main(tables: tuple[str, ...], rounds: int) -> None:
    """Measure, store and compare."""
    try:
        measured = tuple(TABLES[name](rounds) for name in tables or TABLES)
    except Failed as failure:
        say(str(failure), err=True)
        sys.exit(2)
    before = stored()
    now = Results(
        commit=commit(), date=time.strftime("%Y-%m-%dT%H:%MZ", time.gmtime()), machine=machine(), tables=measured
    )
    slower = tuple(worse(before, now))
    file = store(merged(before, now))
    say(f"The figures are in {file.relative_to(ROOT)} and on {PAGE.relative_to(ROOT)}.")
    for each in slower:
        say(f"Slower than in the stored results: {each}.", err=True)
    sys.exit(1 if slower else 0)


main()
