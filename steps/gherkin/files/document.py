"""The document that Cucumber's parser returns: its rules, scenarios and backgrounds.

The types are gherkin-official's own. Where they are not exact (a child has no fields, the feature and the header of a
table may be missing), the document is read here and nowhere else.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, TypeAlias, cast

from gherkin.parser_types import (
    Background,
    DocString,
    Envelope,
    Examples,
    Feature,
    GherkinDocument,
    Rule,
    Scenario,
    Step,
    TableRow,
    Tag,
)

Node: TypeAlias = Feature | Rule | Background | Scenario | Examples | Step | Tag | DocString
"""A part of the document that has a location."""


def feature_of(document: GherkinDocument) -> Feature | None:
    """The feature of a document; None for a file without one."""
    return cast("Feature | None", document.get("feature"))


def header_of(examples: Examples) -> TableRow | None:
    """The header of an Examples table; None for a table without rows."""
    return cast("TableRow | None", examples.get("tableHeader"))


def rules(feature: Feature) -> list[Rule]:
    """The rules of the feature, in order."""
    return [child["rule"] for child in _children(feature["children"]) if "rule" in child]


def scenarios(feature: Feature) -> Iterator[tuple[Rule | None, Scenario]]:
    """Every scenario of the feature with its rule, in order."""
    for child in _children(feature["children"]):
        if "scenario" in child:
            yield None, child["scenario"]
        if "rule" in child:
            rule = child["rule"]
            yield from ((rule, inner["scenario"]) for inner in _children(rule["children"]) if "scenario" in inner)


def backgrounds(feature: Feature) -> Iterator[Background]:
    """Every background, the feature's and the rules', in order."""
    for child in _children(feature["children"]):
        if "background" in child:
            yield child["background"]
        if "rule" in child:
            inside = _children(child["rule"]["children"])
            yield from (inner["background"] for inner in inside if "background" in inner)


def _children(envelopes: Iterable[Envelope]) -> Iterable[dict[str, Any]]:
    return cast("Iterable[dict[str, Any]]", envelopes)
