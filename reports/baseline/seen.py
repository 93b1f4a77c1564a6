"""What was seen when a scenario looked: the pictures after each Then.

Rule: a picture after a Given or When may catch the page on its way, and catches it elsewhere each time; so runs are
compared by, and approvals bound to, what was there after each Then.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache

from gherkin.dialect import Dialect

from deskproof.reports.record.facts import ScenarioResult
from deskproof.reports.record.observed import Picture

PictureAt = tuple[int, int]
"""The number of a step, and that of the picture in it, from 0."""


def seen(scenario: ScenarioResult) -> Mapping[PictureAt, Picture]:
    """The pictures after each Then of the deciding attempt, by where they are, in their order."""
    return {
        (number, index): picture
        for number in _checking(scenario)
        if (evidence := scenario.steps[number].evidence)
        for index, picture in enumerate(evidence.pictures)
    }


def _checking(scenario: ScenarioResult) -> Iterator[int]:
    """The numbers of the steps that check something."""
    checks = _checks(scenario.language)
    checked = False
    for number, step in enumerate(scenario.steps):
        checked = checks.get(step.keyword.strip(), checked)  # And and But go on with what the step before them did
        if checked:
            yield number


@cache
def _checks(language: str) -> Mapping[str, bool]:
    """For each word that begins a step of its own kind, whether it is a Then."""
    dialect = Dialect.for_name(language)
    if dialect is None:
        return {"Given": False, "When": False, "Then": True}
    others = dict.fromkeys((*dialect.given_keywords, *dialect.when_keywords), False)
    words = {**others, **dict.fromkeys(dialect.then_keywords, True)}
    return {word.strip(): then for word, then in words.items() if word.strip() != "*"}
