"""Reads a run folder: the lines of all workers become one `Run`.

Rule: nothing that finished is lost and nothing is guessed. An incomplete last line is what a killed writer leaves and
is ignored; any other line that cannot be read is `Damage`, which the record shows. A scenario
without its end is `broken`. The result does not depend on how many workers there were.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path
from typing import Any, get_args

from pydantic import TypeAdapter, ValidationError

from deskproof.reports.record.facts import (
    SCHEMA,
    Attempt,
    ClaimInfo,
    ClaimResult,
    ClaimStatus,
    Damage,
    Failure,
    NotOfferedVerb,
    Run,
    RunFacts,
    RunInfo,
    Scenario,
    ScenarioResult,
    ScenarioStatus,
    Step,
    StepStatus,
)
from deskproof.reports.record.observed import Evidence
from deskproof.reports.record.parts import Part, PartName, Parts, part_name

_CUT_SCENARIO = Failure(message="The run was cut short while this scenario was running.")
_LOST_WORKER = Failure(message="The process that ran this scenario ended while it was running.")

_RUN = TypeAdapter(RunInfo)
_SCENARIO = TypeAdapter(Scenario)
_STEP = TypeAdapter(Step)
_FAILURE = TypeAdapter(Failure)
_EVIDENCE = TypeAdapter(Evidence)
_NOT_OFFERED = TypeAdapter(NotOfferedVerb)


class DamagedRecord(Exception):
    """The folder holds no record that can be read; the message says what was found and what to do."""


@dataclass(kw_only=True)
class _AttemptBuilder:
    """An attempt while its lines are being put together."""

    number: int
    plan: Scenario
    started_at: str
    worker: str
    part: Part
    last_at: str
    steps: list[Step] = field(default_factory=list)
    end: tuple[StepStatus, float, Failure | None, str | None] | None = None
    not_offered: NotOfferedVerb | None = None


@dataclass(kw_only=True)
class _RunBuilder:
    """All lines of a run while they are being put together."""

    parts: Parts = field(default_factory=Parts)
    attempts: dict[tuple[str, int], _AttemptBuilder] = field(default_factory=dict)
    damage: list[Damage] = field(default_factory=list)


def load(run_folder: Path | str) -> Run:
    """The record in `run_folder`, from all its `events-*.ndjson`.

    Raises DamagedRecord when there is none, or none that can be read.
    """
    folder = Path(run_folder)
    if not folder.is_dir():
        raise DamagedRecord(
            f"There is no run folder at {folder}: give the folder of a run, as 'deskproof run' prints it."
        )
    files = sorted(folder.glob("events-*.ndjson"))
    if not files:
        raise DamagedRecord(
            f"{folder} holds no events-*.ndjson, so there is no record of a run in it: give the folder of a run."
        )
    builder = _RunBuilder()
    for file in files:
        for number, line in _lines(file, builder.damage):
            try:
                _add(builder, part_name(file.name), line)
            except (KeyError, TypeError, ValueError) as error:
                builder.damage.append(Damage(file=file.name, line=number, reason=_reason(error)))
    if builder.parts.info is None and not builder.attempts:
        if builder.damage:
            first = builder.damage[0]
            raise DamagedRecord(
                f"The record in {folder} cannot be read "
                f"(first at {first.file}, line {first.line}: {first.reason}); run again."
            )
        raise DamagedRecord(f"The record in {folder} is empty: the run ended before it began to write; run again.")
    builder.damage += [
        Damage(file="events-merged.ndjson", line=1, reason=f"the events of shard {index} are missing")
        for index in builder.parts.missing
    ]
    return _run(builder, folder)


def _lines(file: Path, damage: list[Damage]) -> Iterator[tuple[int, dict[str, Any]]]:
    """The JSON objects of a file with their line numbers.

    Only the last line may be incomplete; other errors go to `damage`.
    """
    pieces = file.read_bytes().split(b"\n")
    torn = pieces.pop()
    for number, piece in enumerate(pieces, 1):
        try:
            line = json.loads(piece)
        except ValueError as error:
            damage.append(Damage(file=file.name, line=number, reason=f"not JSON: {error}"))
            continue
        if isinstance(line, dict):
            yield number, line
        else:
            damage.append(Damage(file=file.name, line=number, reason="not a JSON object"))
    if torn:
        try:
            line = json.loads(torn)
        except ValueError:
            return
        if isinstance(line, dict):
            yield len(pieces) + 1, line


def _add(builder: _RunBuilder, name: PartName, line: dict[str, Any]) -> None:
    """Add one fact to the builder. Raises ValueError, KeyError or TypeError for one that does not fit."""
    at = str(line["at"])
    datetime.fromisoformat(at)
    if line["fact"] == "runMerged":
        builder.parts.merged, builder.parts.shards = _RUN.validate_python(line["info"]), int(line["shards"])
        return
    part = builder.parts.part(name)
    match line["fact"]:
        case "runStarted":
            if part.info is None:
                part.info, part.started_at = _RUN.validate_python(line["info"]), at
        case "scenariosPlanned":
            part.plan(str(id) for id in line["planned"])
            part.suite = _most(part.suite, line.get("suite"))
            part.chosen = _most(part.chosen, line.get("chosen"))
            part.split = part.split or line.get("split")
        case "workerLost":
            part.lost.add(str(line["lost"]))
        case "runFinished":
            part.ending = str(line["reason"])
        case "scenarioStarted":
            plan = _SCENARIO.validate_python(line["plan"])
            builder.attempts[plan.id, int(line["attempt"])] = _AttemptBuilder(
                number=int(line["attempt"]), plan=plan, started_at=at, worker=str(line["worker"]), part=part, last_at=at
            )
        case "stepFinished":
            attempt = _attempt_of(builder, line)
            attempt.steps.append(_STEP.validate_python(line["step"]))
            attempt.last_at = at
        case "scenarioFinished":
            _finish(_attempt_of(builder, line), line, at)
        case fact:
            raise ValueError(f"an unknown fact {fact!r}")
    part.extend_to(at)


def _most(first: int | None, then: object) -> int | None:
    return first if then is None else max(first or 0, int(str(then)))


def _attempt_of(builder: _RunBuilder, line: dict[str, Any]) -> _AttemptBuilder:
    key = (str(line["scenario"]), int(line["attempt"]))
    if key not in builder.attempts:
        raise ValueError(f"a scenario {key[0]!r} that never started attempt {key[1]}")
    return builder.attempts[key]


def _finish(attempt: _AttemptBuilder, line: dict[str, Any], at: str) -> None:
    status = line["status"]
    if status not in get_args(StepStatus):
        raise ValueError(f"an unknown status {status!r}")
    error = _FAILURE.validate_python(line["error"]) if line.get("error") else None
    attempt.end = (status, float(line["durationMs"]), error, line.get("trace"))
    attempt.not_offered = _NOT_OFFERED.validate_python(line["notOffered"]) if line.get("notOffered") else None
    attempt.last_at = at
    if line.get("evidence") and attempt.steps:
        after = _EVIDENCE.validate_python(line["evidence"])
        attempt.steps[-1] = replace(attempt.steps[-1], evidence=_joined(attempt.steps[-1].evidence, after))


def _joined(first: Evidence | None, then: Evidence) -> Evidence:
    if first is None:
        return then
    checked = [evidence.accessibility for evidence in (first, then) if evidence.accessibility is not None]
    return Evidence(
        pictures=first.pictures + then.pictures,
        console=first.console + then.console,
        traffic=first.traffic + then.traffic,
        journal=first.journal + then.journal,
        accessibility=tuple(violation for part in checked for violation in part) if checked else None,
        clock=then.clock or first.clock,
    )


def _run(builder: _RunBuilder, folder: Path) -> Run:
    by_scenario: dict[str, list[_AttemptBuilder]] = {}
    for _, attempt in sorted(builder.attempts.items()):
        by_scenario.setdefault(attempt.plan.id, []).append(attempt)
    scenarios = tuple(
        sorted(
            (_scenario(each) for each in by_scenario.values()),
            key=lambda scenario: (scenario.path, scenario.line, scenario.example or "", scenario.id),
        )
    )
    parts = builder.parts
    info = parts.info or RunInfo(id=folder.name, command="")
    planned = parts.planned
    facts = RunFacts(
        id=info.id,
        started_at=parts.started_at
        or min((attempt.started_at for attempt in builder.attempts.values()), default=parts.last_at),
        finished_at=parts.last_at,
        duration_ms=parts.duration_ms,
        ending=parts.ending,
        command=info.command,
        commit=info.commit,
        branch=info.branch,
        browsers=info.browsers,
        versions=info.versions,
        shard=info.shard,
        workers=info.workers,
        planned=None if planned is None else len(planned),
        not_run=tuple(sorted((planned or set()) - by_scenario.keys())),
        suite=parts.suite,
        chosen=parts.chosen,
        fingerprint=info.fingerprint,
        split=parts.split,
        arguments=info.arguments,
        adapter=info.adapter,
        desktop=info.desktop,
        parts=max(1, len(parts.by_name)),
        shards=parts.shards or None,
    )
    return Run(
        schema=SCHEMA,
        run=facts,
        claims=claim_results(info.claims, scenarios),
        scenarios=scenarios,
        damage=tuple(builder.damage),
    )


def _scenario(builders: list[_AttemptBuilder]) -> ScenarioResult:
    attempts = [_attempt(builder) for builder in builders]
    last, plan = attempts[-1], builders[-1].plan
    return ScenarioResult(
        id=plan.id,
        feature=plan.feature,
        rule=plan.rule,
        name=plan.name,
        example=plan.example,
        language=plan.language,
        tags=plan.tags,
        claims=plan.claims,
        path=plan.path,
        line=plan.line,
        status=_status(plan, attempts),
        quarantined=plan.quarantined,
        duration_ms=last.duration_ms,
        error=last.error,
        steps=last.steps or (),
        attempts=(*attempts[:-1], replace(last, steps=None)),
        detection=plan.detection,
        not_offered=last.not_offered,
    )


def _attempt(attempt: _AttemptBuilder) -> Attempt:
    reported = next((step.error for step in attempt.steps if step.error), None)
    lost = attempt.worker in attempt.part.lost
    cut = attempt.end is None and not lost and attempt.part.ending != "complete"
    no_end = (reported or _CUT_SCENARIO) if cut else _LOST_WORKER
    status, duration, error, trace = attempt.end or (
        "broken",
        _between(attempt.started_at, attempt.last_at),
        no_end,
        None,
    )
    left_out = tuple(
        Step(keyword=step.keyword, text=step.text, status="skipped", table=step.table, docstring=step.docstring)
        for step in attempt.plan.steps[len(attempt.steps) :]
    )
    if error is None and status != "passed":
        error = reported
    return Attempt(
        number=attempt.number,
        status=status,
        started_at=attempt.started_at,
        duration_ms=duration,
        worker=attempt.worker,
        error=error,
        trace=trace,
        steps=(*attempt.steps, *left_out),
        cut_short=cut,
        not_offered=attempt.not_offered,
    )


def _status(plan: Scenario, attempts: list[Attempt]) -> ScenarioStatus:
    last = attempts[-1].status
    flaky = last == "passed" and any(
        attempt.status in ("failed", "broken") and not attempt.cut_short for attempt in attempts
    )
    if plan.quarantined and (flaky or last in ("failed", "broken")):
        return "quarantined"
    return "flaky" if flaky else last


def claim_results(claims: Iterable[ClaimInfo], scenarios: Iterable[ScenarioResult]) -> tuple[ClaimResult, ...]:
    """Every claim of the catalogue with its status, in the catalogue's order."""
    tagged: dict[str, list[ScenarioResult]] = {}
    for scenario in scenarios:
        for claim in scenario.claims:
            tagged.setdefault(claim, []).append(scenario)
    return tuple(
        ClaimResult(
            id=claim.id,
            en=claim.en,
            sv=claim.sv,
            kind=claim.kind,
            must=claim.must,
            source=claim.source,
            section=claim.section,
            status=claim_status([scenario.status for scenario in tagged.get(claim.id, [])]),
            scenarios=tuple(scenario.id for scenario in tagged.get(claim.id, [])),
            proven_in=tuple(_proven_in(tagged.get(claim.id, []))),
        )
        for claim in claims
    )


def _proven_in(scenarios: list[ScenarioResult]) -> Iterator[str]:
    for language in sorted({scenario.language for scenario in scenarios}):
        if claim_status([scenario.status for scenario in scenarios if scenario.language == language]) == "proven":
            yield language


def claim_status(statuses: list[ScenarioStatus]) -> ClaimStatus:
    """Failing: one failed or broke. Proven: all that the desktop offers passed, and there is at least one. Not offered:
    there are scenarios, and it offers none of them. Unproven: anything else.
    """
    if any(status in ("failed", "broken") for status in statuses):
        return "failing"
    offered = [status for status in statuses if status != "not-offered"]
    if statuses and not offered:
        return "not-offered"
    return "proven" if offered and all(status == "passed" for status in offered) else "unproven"


def _between(start: str, end: str) -> float:
    return (
        max(0.0, (datetime.fromisoformat(end) - datetime.fromisoformat(start)).total_seconds() * 1000)
        if start and end
        else 0.0
    )


def _reason(error: Exception) -> str:
    if isinstance(error, ValidationError):
        first = error.errors()[0]
        return f"{'.'.join(str(part) for part in first['loc']) or 'the line'}: {first['msg']}"
    if isinstance(error, KeyError):
        return f"{error.args[0]} is missing"
    return str(error)
