"""The figures of `make fuzz`, `make chaos` and `make journals`, and their page in the docs (docs/robustness.md).

Each command writes its own part where it is run with `--page`, and adds to it with `--add`; the other parts stay as
they were.
"""

from __future__ import annotations

import textwrap
import time
from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path

from pydantic import TypeAdapter
from pydantic.dataclasses import dataclass

from tests.bench.machine import Machine, commit, machine, measured_on

PAGE = Path(__file__).parents[2] / "docs" / "robustness.md"
FIGURES = Path(__file__).with_name("figures")


class Part(StrEnum):
    """The commands, in the order of the page."""

    FUZZ = "fuzz"
    CHAOS = "chaos"
    JOURNALS = "journals"


@dataclass(frozen=True, kw_only=True)
class Tried:
    """What one command tried: a table, and one sentence about the outcome. Of a row the first `names` cells say what
    it is about; the others count. `fixed` is written by hand: what has been fixed since, where
    something did not hold.
    """

    commit: str
    date: str
    machine: Machine
    minutes: float
    arguments: str
    head: Sequence[str]
    rows: Sequence[Sequence[str]]
    outcome: str
    names: int = 1
    fixed: str = ""


_TRIED = TypeAdapter(list[Tried])

_INTRO = """\
# Hostile input and broken machines

Written by `make fuzz`, `make chaos` and `make journals` with `ARGS=--page`, or `ARGS=--add` for one
more run; do not edit.
"""

_SECTIONS = {
    Part.FUZZ: """\
## Hostile input

Requests, forms, frames, origins and whole working days made from the descriptions of the surfaces
themselves. After each, the simulator must answer in the surface's own shape, without a 5xx or a
traceback, and its tenants must go on.
""",
    Part.CHAOS: """\
## Faults of the machine

A run of real scenarios is harmed at a random line of its record. It must end by itself with a
sentence and leave no process behind; what had ended must be in the record and on the page; and
continued, it must have the outcomes and journals of a run that nobody disturbed.
""",
    Part.JOURNALS: """\
## The same every time

The same scenarios again and again, with several numbers of workers. Every scenario must have one
outcome and one journal.
""",
}


def tried(
    began: float,
    arguments: str,
    head: Sequence[str],
    rows: Sequence[Sequence[object]],
    outcome: str,
    *,
    names: int = 1,
) -> Tried:
    """What a command tried that began at this `time.monotonic()`, on this machine."""
    return Tried(
        commit=commit(),
        date=time.strftime("%Y-%m-%dT%H:%MZ", time.gmtime()),
        machine=machine(),
        minutes=(time.monotonic() - began) / 60,
        arguments=arguments,
        head=head,
        rows=[[str(cell) for cell in row] for row in rows],
        outcome=outcome,
        names=names,
    )


def store(part: Part, what: Tried, *, add: bool = False) -> None:
    """Write the figures of a part, or add them to those of earlier runs, and write the page."""
    FIGURES.mkdir(exist_ok=True)
    file = FIGURES / f"{part}.json"
    earlier = _TRIED.validate_json(file.read_bytes()) if add and file.is_file() else []
    file.write_bytes(_TRIED.dump_json([*earlier, what], indent=1) + b"\n")
    PAGE.write_text(page(), encoding="utf-8")


def page() -> str:
    """The page of the docs, with the parts that have figures."""
    found = [(part, FIGURES / f"{part}.json") for part in Part]
    return _INTRO + "".join(
        f"\n{_SECTIONS[part]}\n{_figures(part, _TRIED.validate_json(file.read_bytes()))}"
        for part, file in found
        if file.is_file()
    )


def _figures(part: Part, runs: Sequence[Tried]) -> str:
    rows = [runs[0].head, ["---"] * len(runs[0].head), *_added_up(runs)]
    return "\n".join(
        [*(f"| {' | '.join(row)} |" for row in rows), "", *(line for run in runs for line in _run(part, run))]
    )


def _added_up(runs: Sequence[Tried]) -> list[list[str]]:
    """The rows of all runs, those about the same in one."""
    counts: dict[tuple[str, ...], list[int]] = {}
    for run in runs:
        for row in run.rows:
            names, more = tuple(row[: run.names]), list(map(int, row[run.names :]))
            before = counts.get(names, [0] * len(more))
            counts[names] = [one + other for one, other in zip(before, more, strict=True)]
    return [[*names, *map(str, numbers)] for names, numbers in counts.items()]


def _run(part: Part, what: Tried) -> list[str]:
    command = f'make {part} ARGS="{what.arguments}"' if what.arguments else f"make {part}"
    return [
        what.outcome,
        *textwrap.wrap(what.fixed, 100),
        f"`{command}`, {what.minutes:.0f} minutes.",
        "",
        *measured_on(what.commit, what.date, what.machine),
        "",
    ]
