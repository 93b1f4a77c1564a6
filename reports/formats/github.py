"""Annotations for GitHub Actions: what did not pass, at the line of the feature file where it is written.

Rule: one workflow command per scenario; what comes from outside is escaped as the runner undoes it, so that no name can
become a command of its own.
"""

from __future__ import annotations

from collections.abc import Mapping

from deskproof.reports.record.facts import Run, ScenarioResult, ScenarioStatus
from deskproof.reports.text.translation import say
from deskproof.reports.text.visible import visible

_LEVELS: Mapping[ScenarioStatus, str] = {
    "failed": "error",
    "broken": "error",
    "flaky": "warning",
    "quarantined": "notice",
}


def workflow_commands(run: Run) -> tuple[str, ...]:
    """The lines to print, errors first."""
    found = [one for status in _LEVELS for one in run.scenarios if one.status == status]
    return tuple(
        f"::{_LEVELS[one.status]} file={_value(one.path)},line={one.line},title={_value(_title(one))}"
        f"::{_data(one.error.message if one.error else say('means.flaky', 'en'))}"
        for one in found
    )


def _title(one: ScenarioResult) -> str:
    name = f"{one.name} [{one.example}]" if one.example else one.name
    return f"{one.status}: {name}"


def _data(text: str) -> str:
    return visible(text).replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _value(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
