"""`deskproof same`: do several runs of the same scenarios have the same outcomes?

Rule: reads records, never the product. Exit status: 0 every scenario has one outcome in all runs; 1 one has several, or
did not run in all; 2 a record could not be read.
"""

import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TypeVar

import click

from deskproof.reports.baseline.consistency import Consistency, JournalEntry, consistency, outcomes
from deskproof.reports.record import DamagedRecord, load
from deskproof.steps.cli import CannotCheck
from deskproof.steps.selection.option_types import Location
from deskproof.steps.terminal import say

_AT_LEAST = 2
T = TypeVar("T")


@click.command()
@click.argument("runs", nargs=-1, required=True, metavar="RUN RUN...", type=Location())
@click.option("--journals", is_flag=True, help="The journals must be the same too.")
def command(runs: tuple[Path, ...], journals: bool) -> None:
    """Compare two or more runs, given by their folders: is each scenario's outcome the same, and its journal?

    \b
    Example:
      deskproof run -n 1 && deskproof run -n 2
      deskproof same reports/out/20260115-090000 reports/out/20260115-093000
    """
    if len(runs) < _AT_LEAST:
        raise CannotCheck(f"Only the run {runs[0]} was given; give two or more.")
    seen: dict[Path, Path] = {}
    for run in runs:
        if (earlier := seen.setdefault(run.resolve(), run)) is not run:
            raise CannotCheck(f"{earlier} and {run} are the same run; give another one.")
    try:
        found = consistency([outcomes(load(run)) for run in runs])
    except DamagedRecord as error:
        raise CannotCheck(str(error)) from error
    for line in lines(found, _names(runs)):
        say(line)
    sys.exit(int(bool(found.statuses or (journals and found.journals))))


def lines(found: Consistency, runs: Sequence[str]) -> Iterator[str]:
    """The lines for the terminal."""
    yield f"{len(runs)} runs, {found.scenarios} scenario{'s' * (found.scenarios != 1)}"
    for id_, statuses in found.statuses.items():
        yield f"  {found.where[id_]}"
        yield from (f"    {status or 'did not run'}: {named}" for status, named in _by_run(statuses, runs))
    for id_, parting in found.journals.items():
        yield f"  {found.where[id_]}: the journals differ from entry {parting.number}"
        yield from (f"    {_shown(entry)}: {named}" for entry, named in _by_run(parting.entries, runs))
    same = found.scenarios - len(found.statuses)
    yield f"outcomes  {same} of {found.scenarios} the same in all runs"
    yield f"journals  {same - len(found.journals)} of {same} the same in all runs"


def _names(runs: Sequence[Path]) -> Sequence[str]:
    """A name for each run: its folder's name where these differ, else its path as given."""
    names = [run.name for run in runs]
    return names if len(set(names)) == len(names) else [str(run) for run in runs]


def _shown(entry: JournalEntry | None) -> str:
    """An entry by its name and the beginning of its digest, because entries of one name may differ in their data."""
    return f"{entry.name} ({entry.digest[:4]})" if entry else "nothing more"


def _by_run(seen: Sequence[T], runs: Sequence[str]) -> Iterator[tuple[T, str]]:
    """Each value with the runs that have it, the rarest first."""
    counts = Counter(seen)
    for each in sorted(counts, key=lambda value: counts[value]):
        yield each, ", ".join(run for run, had in zip(runs, seen, strict=True) if had == each)
