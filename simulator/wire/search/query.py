"""Filters, groups and sums over records.

Rule: pure. A path is the names from a record to a value. A list on the way of a path makes a row of each element, so
that a session has a row for each of its channels where something of a channel is asked for.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, TypeAlias

from deskproof.simulator.wire.search.tables import NUMBERS, Table

Path: TypeAlias = tuple[str, ...]
Record: TypeAlias = Mapping[str, Any]


def _compares(compare: Callable[[Any, Any], bool]) -> Callable[[Any, Any], bool]:
    return lambda value, wanted: value is not None and wanted is not None and compare(value, wanted)


OPERATORS: Mapping[str, Callable[[Any, Any], bool]] = {
    "equals": lambda value, wanted: bool(value == wanted),
    "notequals": lambda value, wanted: bool(value != wanted),
    "contains": _compares(lambda value, wanted: wanted in value),
    "gt": _compares(lambda value, wanted: value > wanted),
    "gte": _compares(lambda value, wanted: value >= wanted),
    "lt": _compares(lambda value, wanted: value < wanted),
    "lte": _compares(lambda value, wanted: value <= wanted),
}


def fits(record: Record, wanted: Record | None) -> bool:
    """Whether a record has what a filter wants; of a list, one element has to."""
    return all(_fits(record, name, condition) for name, condition in (wanted or {}).items() if condition is not None)


def _fits(record: Record, name: str, condition: Any) -> bool:
    if name == "and":
        return all(fits(record, one) for one in condition)
    if name == "or":
        return any(fits(record, one) for one in condition)
    value = record[name]
    if isinstance(value, list):
        return any(fits(one, condition) for one in value)
    if isinstance(value, Mapping):
        return fits(value, condition)
    return all(OPERATORS[operator](value, operand) for operator, operand in condition.items())


def kind_of(table: Table, path: Path) -> str | None:
    """The kind of value at a path; None where there is none."""
    here: Any = table
    for name in path:
        here = here[0] if isinstance(here, tuple) else here
        if not isinstance(here, Mapping) or name not in here:
            return None
        here = here[name]
    return here if isinstance(here, str) else None


def rows(record: Record, paths: Iterable[Path]) -> Iterator[Record]:
    """The record once for each element of the lists on the way of the paths, each list with that element alone."""
    below: dict[str, list[Path]] = {}
    for head, *rest in paths:
        if rest:
            below.setdefault(head, []).append(tuple(rest))
    found = [dict(record)]
    for head, rests in below.items():
        value = record[head]
        inner: list[Any] = (
            [[row] for one in value for row in rows(one, rests)] if isinstance(value, list) else [*rows(value, rests)]
        )
        found = [{**row, head: one} for row in found for one in inner]
    yield from found


def value_of(row: Record, path: Path) -> Any:
    """The value at a path of a row."""
    here: Any = row
    for name in path:
        here = here[0][name] if isinstance(here, list) else here[name]
    return here


def _average(values: Sequence[float]) -> float:
    return sum(values) / len(values) if values else 0.0


SUMMED: Mapping[str, Callable[[Sequence[Any]], float | None]] = {
    "count": len,
    "cardinality": lambda values: len(set(values)),
    "sum": sum,
    "average": _average,
    "min": lambda values: min(values, default=None),
    "max": lambda values: max(values, default=None),
}
"""What each type of aggregation makes of the values that there are."""


def wrong_with(table: Table, aggregation: Record) -> str | None:
    """What is wrong with an aggregation, as a sentence; None where it can be done."""
    field, type_ = aggregation["field"], aggregation["type"]
    kind = kind_of(table, tuple(field.split(".")))
    if kind is None:
        return f'aggregations has the field "{field}", which there is not; expected a path such as "totalDuration".'
    if kind not in NUMBERS and type_ not in ("count", "cardinality"):
        return f'aggregations has {type_} of "{field}", which is no number; expected count or cardinality.'
    return None


def grouped(
    records: Iterable[Record], groups: Sequence[Path], aggregations: Sequence[Record], *filters: Any
) -> list[Any]:
    """A record for each combination of values at the paths of `groups`, in the order of their first rows, with the
    aggregations of its rows. Without groups, one record of all rows.
    """
    paths = [tuple(one["field"].split(".")) for one in aggregations]
    every = [row for record in records for row in rows(record, [*groups, *paths])]
    kept = [row for row in every if all(fits(row, one) for one in filters)]
    found: dict[tuple[Any, ...], list[Record]] = {} if groups else {(): []}
    for row in kept:
        found.setdefault(tuple(value_of(row, path) for path in groups), []).append(row)
    return [
        {**_nested(rows_[0] if rows_ else {}, groups), "aggregation": [_summed(one, rows_) for one in aggregations]}
        for rows_ in found.values()
    ]


def _nested(row: Record, groups: Sequence[Path]) -> dict[str, Any]:
    """What the row has of the groups; its lists have one element."""
    return {path[0]: row[path[0]] for path in groups}


def _summed(aggregation: Record, rows_: Iterable[Record]) -> dict[str, Any]:
    path = tuple(aggregation["field"].split("."))
    fitting = (row for row in rows_ if fits(row, aggregation.get("filter")) and fits(row, aggregation.get("extFilter")))
    values = [value for row in fitting if (value := value_of(row, path)) is not None]
    return {"name": aggregation["name"], "value": SUMMED[aggregation["type"]](values)}
