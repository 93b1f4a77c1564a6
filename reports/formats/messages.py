"""`messages.ndjson`: the record as Cucumber Messages, which the public formatters for Cucumber read.

Rule: made from the record alone. The record knows a scenario as it ran, so an example of an outline is a scenario of
its own here, and its steps carry the scenario's line. failed and broken are both FAILED: Cucumber has no status
for a test that could not decide, and its formatters ignore UNKNOWN; the type of the exception says which it was. A step
that is not offered is SKIPPED with the reason as its message. A failure outside the steps is the result of a hook.
Pictures are linked, not copied.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta
from itertools import groupby
from pathlib import Path
from typing import Any

from deskproof.reports.formats.format import Format, Source
from deskproof.reports.record.facts import Attempt, Failure, Run, ScenarioResult, Step, StepStatus
from deskproof.reports.record.values import Table
from deskproof.reports.tally import tally
from deskproof.reports.text.visible import as_json

PROTOCOL = "34.2.1"
"""The version of https://github.com/cucumber/messages whose schema the messages fit."""

_HOOK = "around-scenario"
_STATUSES: Mapping[StepStatus, str] = {
    "passed": "PASSED",
    "failed": "FAILED",
    "broken": "FAILED",
    "skipped": "SKIPPED",
    "not-offered": "SKIPPED",
}

Message = dict[str, Any]


def write(source: Source, target: Path) -> None:
    """Write the messages to `target`."""
    target.write_bytes("".join(f"{as_json(message)}\n" for message in messages(source.run)).encode())


FORMAT = Format(name="messages", path="messages.ndjson", write=write)


def messages(run: Run) -> Iterator[Message]:
    """Every message, in the order in which Cucumber would have sent it."""
    version = run.run.versions
    yield {
        "meta": {
            "protocolVersion": PROTOCOL,
            "implementation": _product("deskproof", version.get("deskproof")),
            "runtime": _product("python", version.get("python")),
            "os": {"name": "unknown"},
            "cpu": {"name": "unknown"},
        }
    }
    for path, group in groupby(run.scenarios, key=lambda scenario: scenario.path):
        scenarios = tuple(group)
        yield {"gherkinDocument": {"uri": path, "feature": _feature(scenarios), "comments": []}}
        for scenario in scenarios:
            yield {"pickle": _pickle(scenario)}
    yield {"hook": {"id": _HOOK, "name": "around the scenario", "sourceReference": {}}}
    yield {"testRunStarted": {"id": "run", "timestamp": _timestamp(run.run.started_at)}}
    for scenario in run.scenarios:
        yield {"testCase": _test_case(scenario)}
    for scenario in run.scenarios:
        for attempt in scenario.attempts:
            yield from _attempt(scenario, attempt)
    finished = {"success": tally(run).level != "bad", "timestamp": _timestamp(run.run.finished_at)}
    yield {"testRunFinished": {**finished, "testRunStartedId": "run"}}


def _feature(scenarios: tuple[ScenarioResult, ...]) -> Message:
    children: list[Message] = []
    for rule, part in groupby(scenarios, key=lambda scenario: scenario.rule):
        members = [{"scenario": _scenario(scenario)} for scenario in part]
        if rule is None:
            children += members
        else:
            line = members[0]["scenario"]["location"]["line"]
            children.append(
                {
                    "rule": {
                        **_named("Rule", rule, line),
                        "id": f"{members[0]['scenario']['id']}/rule",
                        "tags": [],
                        "children": members,
                    }
                }
            )
    first = scenarios[0]
    return {**_named("Feature", first.feature, 1), "tags": [], "language": first.language, "children": children}


def _scenario(scenario: ScenarioResult) -> Message:
    return {
        **_named("Scenario", _name(scenario), scenario.line),
        "id": scenario.id,
        "tags": [
            {"location": {"line": scenario.line}, "name": tag, "id": f"{scenario.id}/tag-{number}"}
            for number, tag in enumerate(_tags(scenario))
        ],
        "steps": [
            {
                "location": {"line": scenario.line},
                "keyword": f"{step.keyword} ",
                "text": step.text,
                "id": f"{scenario.id}/ast-{number}",
                **_argument(step, scenario.line, f"{scenario.id}/ast-{number}"),
            }
            for number, step in enumerate(scenario.steps)
        ],
        "examples": [],
    }


def _argument(step: Step, line: int, owner: str) -> Message:
    found: Message = {}
    if step.table:
        rows = [
            {"location": {"line": line}, "id": f"{owner}/row-{number}", "cells": _cells(row, line)}
            for number, row in enumerate(step.table)
        ]
        found["dataTable"] = {"location": {"line": line}, "rows": rows}
    if step.docstring is not None:
        found["docString"] = {"location": {"line": line}, "content": step.docstring, "delimiter": '"""'}
    return found


def _cells(row: tuple[str, ...], line: int) -> list[Message]:
    return [{"location": {"line": line}, "value": cell} for cell in row]


def _pickle(scenario: ScenarioResult) -> Message:
    return {
        "id": f"{scenario.id}/pickle",
        "uri": scenario.path,
        "location": {"line": max(1, scenario.line)},
        "name": _name(scenario),
        "language": scenario.language,
        "steps": [
            {
                "id": f"{scenario.id}/pickle-{number}",
                "text": step.text,
                "astNodeIds": [f"{scenario.id}/ast-{number}"],
                **_pickle_argument(step.table, step.docstring),
            }
            for number, step in enumerate(scenario.steps)
        ],
        "tags": [
            {"name": tag, "astNodeId": f"{scenario.id}/tag-{number}"} for number, tag in enumerate(_tags(scenario))
        ],
        "astNodeIds": [scenario.id],
    }


def _pickle_argument(table: Table, docstring: str | None) -> Message:
    argument: Message = {}
    if table:
        argument["dataTable"] = {"rows": [{"cells": [{"value": cell} for cell in row]} for row in table]}
    if docstring is not None:
        argument["docString"] = {"content": docstring}
    return {"argument": argument} if argument else {}


def _test_case(scenario: ScenarioResult) -> Message:
    steps: list[Message] = [
        {
            "id": f"{scenario.id}/step-{number}",
            "pickleStepId": f"{scenario.id}/pickle-{number}",
            "stepDefinitionIds": [],
        }
        for number in range(len(scenario.steps))
    ]
    if any(_loose(attempt, attempt.steps or scenario.steps) for attempt in scenario.attempts):
        steps.append({"id": f"{scenario.id}/hook", "hookId": _HOOK})
    return {
        "id": f"{scenario.id}/case",
        "pickleId": f"{scenario.id}/pickle",
        "testSteps": steps,
        "testRunStartedId": "run",
    }


def _loose(attempt: Attempt, steps: tuple[Step, ...]) -> bool:
    """The attempt did not pass, and no step says so."""
    return attempt.status in ("failed", "broken") and all(step.status not in ("failed", "broken") for step in steps)


def _attempt(scenario: ScenarioResult, attempt: Attempt) -> Iterator[Message]:
    started = f"{scenario.id}/attempt-{attempt.number}"
    steps = attempt.steps if attempt.steps is not None else scenario.steps
    at = attempt.started_at
    yield {
        "testCaseStarted": {
            "id": started,
            "attempt": attempt.number - 1,
            "testCaseId": f"{scenario.id}/case",
            "workerId": attempt.worker,
            "timestamp": _timestamp(at),
        }
    }
    passed = 0.0
    for number, step in enumerate(steps):
        place = {"testCaseStartedId": started, "testStepId": f"{scenario.id}/step-{number}"}
        yield {"testStepStarted": {**place, "timestamp": _timestamp(at, passed)}}
        for picture in step.evidence.pictures if step.evidence else ():
            kind = Path(picture.path).suffix.removeprefix(".").replace("jpg", "jpeg")
            yield {"externalAttachment": {**place, "url": picture.path, "mediaType": f"image/{kind}"}}
        passed += step.duration_ms
        result = _result(step.status, step.duration_ms, step.error)
        if step.status == "not-offered" and attempt.not_offered:
            result["message"] = attempt.not_offered.reason
        yield {"testStepFinished": {**place, "testStepResult": result, "timestamp": _timestamp(at, passed)}}
    if _loose(attempt, steps):
        place = {"testCaseStartedId": started, "testStepId": f"{scenario.id}/hook"}
        yield {"testStepStarted": {**place, "timestamp": _timestamp(at, passed)}}
        result = _result(attempt.status, 0, attempt.error)
        yield {"testStepFinished": {**place, "testStepResult": result, "timestamp": _timestamp(at, passed)}}
    yield {
        "testCaseFinished": {
            "testCaseStartedId": started,
            "timestamp": _timestamp(at, attempt.duration_ms),
            "willBeRetried": attempt is not scenario.attempts[-1],
        }
    }


def _result(status: StepStatus, milliseconds: float, error: Failure | None) -> Message:
    result: Message = {"duration": _span(timedelta(milliseconds=milliseconds)), "status": _STATUSES[status]}
    if error:
        result["message"] = f"{error.message}\n\n{error.details}".strip()
        result["exception"] = {"type": "product" if status == "failed" else "harness", "message": error.message}
    return result


def _named(keyword: str, name: str, line: int) -> Message:
    return {"location": {"line": max(1, line)}, "keyword": keyword, "name": name, "description": ""}


def _name(scenario: ScenarioResult) -> str:
    return f"{scenario.name} [{scenario.example}]" if scenario.example else scenario.name


def _tags(scenario: ScenarioResult) -> list[str]:
    return [tag if tag.startswith("@") else f"@{tag}" for tag in scenario.tags]


def _product(name: str, version: str | None) -> Message:
    return {"name": name, "version": version} if version else {"name": name}


def _timestamp(iso: str, later_ms: float = 0) -> Message:
    instant = datetime.fromisoformat(iso) + timedelta(milliseconds=later_ms)
    return {"seconds": int(instant.timestamp()), "nanos": instant.microsecond * 1000}


def _span(length: timedelta) -> Message:
    return {"seconds": length.days * 86400 + length.seconds, "nanos": length.microseconds * 1000}
