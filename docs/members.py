"""Writes members.md from the results of `deskproof defects --derived`: what notices that a table lacks a member.

    python docs/members.py reports/out/derived/derived.json

Tables that the results do not have keep their rows. With `--check` it only says which tables have other members now, or
are not on the page at all.
"""

from __future__ import annotations

import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from deskproof.reports.derived import BadDerived, DerivedDefect, load
from deskproof.steps.mutation.derived.catalogue import derived_defects
from deskproof.steps.mutation.derived.equivalents import Equivalent, equivalent_names, equivalents

PAGE = Path(__file__).resolve().parent / "members.md"
PARTS = ("domain/", "desktop/static/")
"""The folders whose tables are on the page, below `simulator/`."""
MESSAGES = ("desktop/static/text/text.en.js", "desktop/static/text/text.sv.js")
"""They are not on the page: a golden file has every message."""

_ROWS = re.compile(r"(<!-- members: written by docs/members.py -->\n).*?(<!-- end of members -->\n)", re.DOTALL)
_HEAD = "| file | table or list | members | noticed by tests or at start-up | by scenarios | by nobody | mostly by |"


@dataclass(frozen=True, order=True)
class Table:
    """A table or a list: the file that has it, below `simulator/`, and its name there."""

    file: str
    name: str


def named(table: Table) -> str:
    """The table for people."""
    return f"`{table.file}` {table.name}"


def table_of(name: str) -> Table | None:
    """The table that the derived defect with this name takes a member from; None for other defects."""
    file, scope, operator, _ = name.rsplit(":", 3)
    on_the_page = operator == "drop-row" and file.startswith(PARTS) and file not in MESSAGES
    return Table(file, scope.partition(".")[0]) if on_the_page else None


def members(entries: Iterable[Equivalent]) -> Mapping[Table, int]:
    """How many members each table has now, without those that nobody could miss."""
    every = derived_defects()
    left_out = equivalent_names(every, tuple(entries))
    tables = (table_of(name) for name in every if name not in left_out)
    return Counter(table for table in tables if table is not None)


def rows(defects: Iterable[DerivedDefect]) -> Iterator[tuple[Table, str]]:
    """A row for each table that these results have."""
    of: dict[Table, list[DerivedDefect]] = defaultdict(list)
    for defect in defects:
        if table := table_of(defect.name):
            of[table].append(defect)
    for table, found in sorted(of.items()):
        words = Counter(defect.word for defect in found)
        nobody = [defect.name.rsplit(":", 3)[1] for defect in found if defect.word in ("unnoticed", "otherwise")]
        by = Counter(defect.test or defect.scenario for defect in found if defect.test or defect.scenario)
        most = by.most_common(1)[0][0] if by else ""
        cells = (
            f"`{table.file}`",
            table.name,
            len(found),
            words["tested"] + words["void"],
            words["detected"] + words["differed"],
            f"{len(nobody)}: {', '.join(dict.fromkeys(nobody))}" if nobody else 0,
            most,
        )
        yield table, f"| {' | '.join(map(str, cells))} |"


def table_rows(page: str) -> Mapping[Table, str]:
    """The rows that the page has."""
    found: dict[Table, str] = {}
    for line in (_ROWS.search(page) or [""])[0].splitlines():
        if line.startswith("| `"):
            file, name = (cell.strip() for cell in line.split("|")[1:3])
            found[Table(file.strip("`"), name)] = line
    return found


def stale(page: str, now: Mapping[Table, int]) -> Iterator[str]:
    """What the page has otherwise than the source, a sentence each."""
    tried = {table: int(row.split("|")[3]) for table, row in table_rows(page).items()}
    untried = [named(table) for table in sorted({*now} - {*tried})]
    for table in sorted(tried):
        if tried[table] != now.get(table, 0):
            yield f"{named(table)} has {now.get(table, 0)} members; the page says {tried[table]}."
    for name in untried:
        if f"- {name}\n" not in page:
            yield f"{name} is not on the page."


def written(page: str, defects: Iterable[DerivedDefect], now: Mapping[Table, int]) -> str:
    """The page with the rows of these results and of no table that is gone, and the tables that were not tried."""
    kept = {table: row for table, row in {**table_rows(page), **dict(rows(defects))}.items() if table in now}
    lines = [_HEAD, "|---" * 7 + "|", *(row for _, row in sorted(kept.items()))]
    if untried := sorted({*now} - {*kept}):
        lines += ["", "Not tried yet:", "", *(f"- {named(table)}" for table in untried)]
    return _ROWS.sub(lambda found: "".join((found[1], *(f"{line}\n" for line in lines), found[2])), page)


def main(arguments: list[str]) -> str:
    """What is wrong, for people; empty where the page is right."""
    page, now = PAGE.read_text(encoding="utf-8"), members(equivalents())
    if arguments != ["--check"]:
        try:
            checks = [check for file in arguments if (check := load(Path(file)))]
        except BadDerived as refusal:
            return str(refusal)
        page = written(page, [defect for check in checks for defect in check.defects], now)
        PAGE.write_text(page, encoding="utf-8")
    return "\n".join(stale(page, now))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]) or 0)
