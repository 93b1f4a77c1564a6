"""What a scenario showed when it checked something: the pictures after each Then.

Rule: a picture after a Given or When may show the page in any state of a transition; so runs are compared by the
pictures after each Then, and approvals are bound to these.
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
        checked = checks.get(step.keyword.strip(), checked)  # And and But continue the kind of the step before them
        if checked:
            yield number


@cache
def _checks(language: str) -> Mapping[str, bool]:
    """For each keyword that has a kind, whether it is a Then."""
    dialect = Dialect.for_name(language)
    if dialect is None:
        return {"Given": False, "When": False, "Then": True}
    others = dict.fromkeys((*dialect.given_keywords, *dialect.when_keywords), False)
    keywords = {**others, **dict.fromkeys(dialect.then_keywords, True)}
    return {word.strip(): then for word, then in keywords.items() if word.strip() != "*"}
