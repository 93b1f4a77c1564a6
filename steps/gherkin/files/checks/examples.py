"""What is wrong with the examples of an outline: unfilled placeholders, unused columns, repeated rows.

Rule: a placeholder is filled from every table of its outline, and a column of every table is used.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from gherkin.parser_types import Examples, Scenario, Step

from deskproof.steps.gherkin.files.characters import plain
from deskproof.steps.gherkin.files.document import Node, header_of
from deskproof.steps.gherkin.files.findings import Finding, finding_at, odd_characters
from deskproof.steps.gherkin.files.placeholders import names, nearest

ESCAPE = r"if the text is meant literally, write \< and \>"


def texts(step: Step) -> Iterator[tuple[int, str]]:
    """Every text of a step with its line: its own, and those of its table or doc string."""
    yield step["location"]["line"], step["text"]
    for row in step.get("dataTable", {}).get("rows", ()):
        yield from ((row["location"]["line"], cell["value"]) for cell in row["cells"])
    if "docString" in step:
        yield step["docString"]["location"]["line"], step["docString"]["content"]


def unfilled_placeholders(path: str, node: Node, text: str, what: str) -> Iterator[Finding]:
    for name in names(text):
        yield finding_at(path, node, f"<{name}> in {what} is not filled in; write it in words; {ESCAPE}.")


@dataclass(frozen=True, kw_only=True)
class _Table:
    """An Examples table: its columns, and its rows with their lines."""

    node: Examples
    columns: tuple[str, ...]
    rows: tuple[tuple[int, Mapping[str, str]], ...]


def example_findings(path: str, scenario: Scenario) -> Iterator[Finding]:
    tables = tuple(_table(node) for node in scenario["examples"])
    used = Counter(name for _, text in _places(scenario) for name in names(text))
    for table in tables:
        yield from _table_findings(path, scenario, table, used)
    yield from _placeholders_without_column(path, scenario, tables)
    yield from _look_alikes(path, scenario, frozenset(column for table in tables for column in table.columns))
    yield from _equal_rows(path, tables)


def _table(node: Examples) -> _Table:
    header = header_of(node)
    columns = tuple(cell["value"] for cell in header["cells"]) if header else ()
    rows = tuple(
        (row["location"]["line"], dict(zip(columns, (cell["value"] for cell in row["cells"]), strict=False)))
        for row in node.get("tableBody", ())
    )
    return _Table(node=node, columns=columns, rows=rows)


def _table_findings(path: str, scenario: Scenario, table: _Table, used: Mapping[str, int]) -> Iterator[Finding]:
    line = (header_of(table.node) or table.node)["location"]["line"]
    yield from unfilled_placeholders(path, table.node, table.node["name"], "the name of the examples")
    if not table.rows:
        yield finding_at(
            path,
            scenario,
            f"the outline '{scenario['name']}' has no example row in line {line}; add a row or delete it.",
        )
    if not table.columns and table.rows:
        yield Finding(path=path, line=line, sentence="the examples have no column; name one in the first row.")
    for column, count in Counter(table.columns).items():
        if count > 1:
            yield Finding(
                path=path,
                line=line,
                sentence=f"there are {count} columns '{column}', and only one of them could be used; give each "
                "its own name or delete all but one.",
            )
        if column not in used:
            close = nearest(column, (name for name in used if name not in table.columns))
            yield Finding(
                path=path,
                line=line,
                sentence=f"no step of '{scenario['name']}' uses the column '{column}'; "
                + (f"a step has <{close}>: write the two alike." if close else f"use <{column}> or delete the column."),
            )
    for row_line, row in table.rows:
        for column, value in row.items():
            if names(value):
                yield Finding(
                    path=path,
                    line=row_line,
                    sentence=f"the value '{value}' of the column '{column}' is itself a placeholder, which nothing "
                    f"fills; write the value; {ESCAPE}.",
                )


def _look_alikes(path: str, scenario: Scenario, columns: frozenset[str]) -> Iterator[Finding]:
    """Texts that only look like a placeholder of the outline, with other signs than < and >."""
    for line, text in _places(scenario):
        for name in Counter(names(plain(text))) - Counter(names(text)):
            if name in columns:
                yield Finding(
                    path=path,
                    line=line,
                    sentence=f"'{text}' only looks as if it had the placeholder <{name}>{odd_characters(text)}; write "
                    "it with < and >.",
                )


def _places(scenario: Scenario) -> Iterator[tuple[int, str]]:
    """Every text that examples fill, with its line."""
    yield scenario["location"]["line"], scenario["name"]
    for step in scenario["steps"]:
        yield from texts(step)


def _placeholders_without_column(path: str, scenario: Scenario, tables: Iterable[_Table]) -> Iterator[Finding]:
    """Placeholders that a table of the examples has no column for."""
    tables = tuple(tables)
    for line, text in _places(scenario):
        for name in names(text):
            lacking = [table for table in tables if name not in table.columns]
            if not lacking:
                continue
            columns = lacking[0].columns
            where = "" if len(lacking) == len(tables) else f" in line {lacking[0].node['location']['line']}"
            close = nearest(name, columns)
            advice = f"did you mean <{close}>? Otherwise" if close else "correct the name or"
            yield Finding(
                path=path,
                line=line,
                sentence=f"no column of the examples{where} fills <{name}> ({', '.join(columns) or 'there is none'}); "
                f"{advice} add the column; {ESCAPE}.",
            )


def _equal_rows(path: str, tables: Iterable[_Table]) -> Iterator[Finding]:
    seen: dict[frozenset[tuple[str, str]], int] = {}
    for table in tables:
        for line, row in table.rows:
            key = frozenset(row.items())
            if key in seen:
                yield Finding(
                    path=path,
                    line=line,
                    sentence=f"this row is equal to the row in line {seen[key]} and would run the same scenario again; "
                    "change a value or delete the row (one table can have several tags).",
                )
            seen.setdefault(key, line)
