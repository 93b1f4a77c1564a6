"""`gl-code-quality-report.json`: what did not pass, as GitLab shows it beside the lines of a merge request.

Rule: one issue per scenario that did not pass, at the line of the feature file where it is written. The fingerprint is
made of the scenario and its status, so an issue is the same one from run to run and goes when it is fixed.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from deskproof.reports.formats.format import Format, Source
from deskproof.reports.record.facts import Run, ScenarioResult, ScenarioStatus
from deskproof.reports.text.translation import say
from deskproof.reports.text.visible import as_json

_SEVERITIES: Mapping[ScenarioStatus, str] = {
    "failed": "critical",
    "broken": "major",
    "flaky": "minor",
    "quarantined": "info",
}
"""GitLab's names; what passed or was skipped is not an issue."""


def write(source: Source, target: Path) -> None:
    """Write the report to `target`."""
    target.write_bytes(f"{as_json(document(source.run), indent=1)}\n".encode())


FORMAT = Format(name="gitlab", path="gl-code-quality-report.json", write=write)


def document(run: Run) -> list[dict[str, Any]]:
    """The whole document: the issues, in the order of the feature files."""
    return [_issue(scenario) for scenario in run.scenarios if scenario.status in _SEVERITIES]


def _issue(scenario: ScenarioResult) -> dict[str, Any]:
    name = f"{scenario.name} [{scenario.example}]" if scenario.example else scenario.name
    why = scenario.error.message if scenario.error else say("means.flaky", "en")
    return {
        "description": f"{name}: {why}",
        "check_name": f"deskproof-{scenario.status}",
        "fingerprint": hashlib.sha256(f"{scenario.id} {scenario.status}".encode()).hexdigest(),
        "severity": _SEVERITIES[scenario.status],
        "location": {"path": scenario.path, "lines": {"begin": max(1, scenario.line)}},
    }
