"""The features as written, matched with what pytest collected; and places in them, by file and line.

Rule: what cannot be matched is never passed over. An item that is not a written scenario stays as it is; a written
scenario without an item is reported by the caller.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest

from deskproof.steps.gherkin.collection import scenario_of
from deskproof.steps.gherkin.files.reader import WrittenScenario, display_path
from deskproof.steps.selection.places import BadPlace, parted


class NothingSelected(Exception):
    """The selection is wrong or empty; the message says what was seen, what there is and what to do."""


@dataclass(frozen=True, kw_only=True)
class Place:
    """A feature file, or one scenario of it by any of its lines."""

    file: Path
    line: int | None

    def has(self, scenario: WrittenScenario, folder: Path) -> bool:
        """Whether the scenario is here."""
        if not self.file.is_relative_to(folder) or display_path(self.file, folder) != scenario.path:
            return False
        if self.line is None:
            return True
        first, last = scenario.first_line, max([scenario.line, *(step.line for step in scenario.steps)])
        is_row = scenario.line != scenario.template_line and self.line > max(step.line for step in scenario.steps)
        return self.line == scenario.line if is_row else first <= self.line <= last


def place(text: str) -> Place:
    """`features/station.feature` or `features/station.feature:12` as a place. Raises NothingSelected where there is no
    such file.
    """
    try:
        file, line = parted(text)
    except BadPlace as refusal:
        raise NothingSelected(str(refusal)) from None
    if file.suffix != ".feature" or not file.is_file():
        raise NothingSelected(
            f"{file} is not a feature file; name a *.feature file that exists, with :LINE for one scenario."
        )
    return Place(file=file.resolve(), line=line)


def match(items: Sequence[pytest.Item], scenarios: Sequence[WrittenScenario]) -> dict[pytest.Item, WrittenScenario]:
    """The written scenario of each item that is one of `scenarios`."""
    known = frozenset(scenarios)
    found = ((item, scenario_of(item)) for item in items)
    return {item: written for item, written in found if written is not None and written in known}
