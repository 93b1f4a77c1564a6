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
    found = [scenario for status in _LEVELS for scenario in run.scenarios if scenario.status == status]
    return tuple(
        f"::{_LEVELS[scenario.status]} file={_value(scenario.path)},line={scenario.line}"
        f",title={_value(_title(scenario))}"
        f"::{_data(scenario.error.message if scenario.error else say('means.flaky', 'en'))}"
        for scenario in found
    )


def _title(scenario: ScenarioResult) -> str:
    name = f"{scenario.name} [{scenario.example}]" if scenario.example else scenario.name
    return f"{scenario.status}: {name}"


def _data(text: str) -> str:
    return visible(text).replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _value(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
