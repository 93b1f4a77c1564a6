"""The figures of the bench: as JSON under `results/`, as a page of the docs, and compared with the last ones."""

from __future__ import annotations

import statistics
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from pydantic import TypeAdapter
from pydantic.dataclasses import dataclass as checked

from tests.bench.machine import Machine

FOLDER = Path(__file__).parent / "results"
PAGE = Path(__file__).parents[2] / "docs" / "benchmarks.md"
WORSE = 1.2
"""A ratio that has grown by this factor is reported."""


@checked(frozen=True)
class Row:
    """What one contender took in each round, in the unit of its table; `ratio` is its best to that of the first row."""

    name: str
    rounds: tuple[float, ...]
    cpu: tuple[float, ...] = ()
    ratio: float = 1.0

    @property
    def best(self) -> float:
        """The least of the rounds."""
        return min(self.rounds)

    @property
    def quartiles(self) -> tuple[float, float, float]:
        """The quartiles of the rounds; of a single one, three times itself."""
        if len(self.rounds) == 1:
            return (self.rounds[0],) * 3
        lower, middle, upper = statistics.quantiles(self.rounds, n=4, method="inclusive")
        return lower, middle, upper


@checked(frozen=True)
class Table:
    """One comparison: its rows were measured in one run, in turns; the others are compared with the first."""

    name: str
    title: str
    unit: str
    note: str
    rows: tuple[Row, ...]
    goals: Mapping[str, float]
    """The highest ratio a row may have, for the rows that have a goal."""
    most: Mapping[str, float] = field(default_factory=dict)
    """The most that the best round of a row may take, in the unit of the table, for the rows that have such a goal."""


@checked(frozen=True)
class Results:
    """Everything that one run of the bench measured."""

    commit: str
    date: str
    machine: Machine
    tables: tuple[Table, ...]


@dataclass(frozen=True, kw_only=True)
class Worse:
    """A row whose ratio has grown since the stored results."""

    row: str
    before: float
    now: float

    def __str__(self) -> str:
        return f"{self.row}: {self.now:.2f}, before {self.before:.2f}"


_RESULTS = TypeAdapter(Results)


def table(
    name: str, title: str, rounds: Mapping[str, Sequence[tuple[float, float]]], *, unit: str, note: str,
    goals: Mapping[str, float] | None = None, most: Mapping[str, float] | None = None,
) -> Table:  # fmt: skip
    """The table of what each contender took: pairs of wall clock and processor time, in the order of the rounds."""
    first = min(wall for wall, _ in next(iter(rounds.values())))
    rows = tuple(
        Row(
            name=contender,
            rounds=tuple(wall for wall, _ in pairs),
            cpu=tuple(cpu for _, cpu in pairs if cpu),
            ratio=round(min(wall for wall, _ in pairs) / first, 3),
        )
        for contender, pairs in rounds.items()
    )
    return Table(name=name, title=title, unit=unit, note=note, rows=rows, goals=goals or {}, most=most or {})


def stored() -> Results | None:
    """The newest results that are stored, or None."""
    files = sorted(FOLDER.glob("*.json"))
    return _RESULTS.validate_json(files[-1].read_bytes()) if files else None


def store(results: Results) -> Path:
    """Write the results and the page; the file of the results."""
    FOLDER.mkdir(exist_ok=True)
    file = FOLDER / f"{results.date.replace(':', '')}-{results.commit}.json"
    file.write_bytes(_RESULTS.dump_json(results, indent=1) + b"\n")
    PAGE.write_text(page(results), encoding="utf-8")
    return file


def merged(before: Results | None, now: Results) -> Results:
    """These results, with the tables of the ones before that were not measured again."""
    measured = {each.name for each in now.tables}
    kept = tuple(each for each in before.tables if each.name not in measured) if before else ()
    return Results(commit=now.commit, date=now.date, machine=now.machine, tables=(*now.tables, *kept))


def worse(before: Results | None, now: Results) -> Iterator[Worse]:
    """The rows whose ratios have grown by a fifth or more."""
    ratios = {(each.name, row.name): row.ratio for each in (before.tables if before else ()) for row in each.rows}
    for each in now.tables:
        for row in each.rows:
            was = ratios.get((each.name, row.name))
            if was is not None and row.ratio >= was * WORSE:
                yield Worse(row=f"{each.title}, {row.name}", before=was, now=row.ratio)


def page(results: Results) -> str:
    """The page of the docs."""
    on = results.machine
    lines = [
        "# Benchmarks",
        "",
        "Written by `make bench`; do not edit. Each table was measured in one run, its rows in turns, so",
        "that their ratios hold where the figures of another machine do not. A ratio compares the best",
        "round of a row with the best of the first row.",
        "",
        f"Commit {results.commit}, {results.date}: {on.processor}, {on.cores} cores, {on.memory_gib} GiB, Python",
        f"{on.python}, Chromium {on.browser}. Calibration: a loop of two million additions takes",
        f"{on.loop_ms:g} ms, the start of a browser {on.launch_ms:g} ms.",
    ]
    for each in results.tables:
        lines += ["", f"## {each.title}", "", each.note, ""]
        lines += [f"| row | best ({each.unit}) | quartiles | CPU | ratio | goal |", "|---|---|---|---|---|---|"]
        for row in each.rows:
            quartiles = " / ".join(f"{value:.3g}" for value in row.quartiles)
            cpu = f"{min(row.cpu):.3g}" if row.cpu else ""
            ratio = f"≤ {each.goals[row.name]:g}" if row.name in each.goals else ""
            goal = f"≤ {each.most[row.name]:g} {each.unit}" if row.name in each.most else ratio
            lines.append(f"| {row.name} | {row.best:.3g} | {quartiles} | {cpu} | {row.ratio:.2f} | {goal} |")
    return "\n".join(lines) + "\n"
