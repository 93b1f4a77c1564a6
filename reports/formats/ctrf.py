"""`ctrf.json`: the record in the Common Test Report Format.

Rule: the format has five statuses; broken and quarantined are `other` and not offered is `skipped`, with the record's
status in `rawStatus`. Flaky is `passed` with `flaky` set and its earlier attempts listed.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

from deskproof.reports.formats.format import Format, Source
from deskproof.reports.record.facts import Failure, Run, ScenarioResult, ScenarioStatus, Step
from deskproof.reports.text.visible import as_json

_STATUSES: Mapping[ScenarioStatus, str] = {
    "passed": "passed",
    "flaky": "passed",
    "failed": "failed",
    "skipped": "skipped",
    "not-offered": "skipped",
    "broken": "other",
    "quarantined": "other",
}


def write(source: Source, target: Path) -> None:
    """Write the document to `target`."""
    target.write_bytes(f"{as_json(document(source.run), indent=1)}\n".encode())


FORMAT = Format(name="ctrf", path="ctrf.json", write=write)


def document(run: Run) -> dict[str, Any]:
    """The whole document."""
    tests = [_test(scenario, run) for scenario in run.scenarios]
    summary: dict[str, Any] = {
        status: sum(test["status"] == status for test in tests)
        for status in ("passed", "failed", "skipped", "pending", "other")
    }
    summary |= {
        "tests": len(tests),
        "flaky": sum(scenario.status == "flaky" for scenario in run.scenarios),
        "suites": len({scenario.path for scenario in run.scenarios}),
        "start": _milliseconds(run.run.started_at),
        "stop": _milliseconds(run.run.finished_at),
    }
    environment = {"commit": run.run.commit, "branchName": run.run.branch, "buildName": run.run.id}
    if run.run.shard:
        environment["shardId"] = f"{run.run.shard.index}/{run.run.shard.total}"
    return {
        "reportFormat": "CTRF",
        "specVersion": "0.0.0",
        "results": {
            "tool": _known({"name": "deskproof", "version": run.run.versions.get("deskproof")}),
            "summary": summary,
            "tests": tests,
            "environment": _known(environment),
            "extra": {"claims": {claim.id: claim.status for claim in run.claims}, "ending": run.run.ending},
        },
    }


def _test(scenario: ScenarioResult, run: Run) -> dict[str, Any]:
    first = scenario.attempts[0]
    earlier = [
        _known(
            {
                "attempt": attempt.number,
                "status": _STATUSES[attempt.status],
                "duration": round(attempt.duration_ms),
                **_failure(attempt.error),
            }
        )
        for attempt in scenario.attempts[:-1]
    ]
    return _known(
        {
            "name": f"{scenario.name} [{scenario.example}]" if scenario.example else scenario.name,
            "status": _STATUSES[scenario.status],
            "rawStatus": scenario.status,
            "duration": round(scenario.duration_ms),
            "start": _milliseconds(first.started_at),
            "suite": [part for part in (scenario.path, scenario.feature, scenario.rule) if part],
            "filePath": scenario.path,
            "line": scenario.line,
            "tags": list(scenario.tags),
            "retries": len(earlier) or None,
            "retryAttempts": earlier or None,
            "flaky": scenario.status == "flaky",
            "browser": ", ".join(f"{browser.name} {browser.version}" for browser in run.run.browsers) or None,
            "attachments": _attachments(scenario) or None,
            "steps": [
                {"name": f"{step.keyword} {step.text}", "status": _STATUSES[step.status]} for step in scenario.steps
            ],
            "extra": _known(
                {
                    "id": scenario.id,
                    "claims": list(scenario.claims),
                    "language": scenario.language,
                    "verb": scenario.not_offered.verb if scenario.not_offered else None,
                }
            ),
            **({"message": scenario.why} if scenario.not_offered else _failure(scenario.error)),
        }
    )


def _attachments(scenario: ScenarioResult) -> list[dict[str, str]]:
    def of(step: Step) -> list[dict[str, str]]:
        pictures = step.evidence.pictures if step.evidence else ()
        name = f"{step.keyword} {step.text}"
        return [{"name": name, "contentType": _kind(picture.path), "path": picture.path} for picture in pictures]

    return [attachment for step in scenario.steps for attachment in of(step)]


def _kind(path: str) -> str:
    suffix = Path(path).suffix.removeprefix(".")
    return f"image/{'jpeg' if suffix == 'jpg' else suffix}"


def _failure(error: Failure | None) -> dict[str, str | None]:
    return {"message": error.message, "trace": error.details or None} if error else {}


def _known(values: Mapping[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in values.items() if value is not None}


def _milliseconds(iso: str) -> int:
    return round(datetime.fromisoformat(iso).timestamp() * 1000) if iso else 0
