"""Runs made to measure, as values: for tests of what judges, compares and remembers runs.

Rule: a run is whole and good unless the test says otherwise.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from deskproof.reports.record import SCHEMA
from deskproof.reports.record.facts import Attempt, DetectedDefect, Run, RunFacts, ScenarioResult, ScenarioStatus, Step
from deskproof.reports.record.loading import claim_results
from deskproof.reports.record.observed import Evidence, Violation
from tests.reports.invented import LACK, claims

SEEN = DetectedDefect(defect="all-is-lost", en="Nothing is well.", sv="Ingenting är bra.", step=0)
_BEGIN = datetime(2026, 1, 15, 9, 0, tzinfo=UTC)


def result(
    id: str,
    status: ScenarioStatus = "passed",
    *,
    claim: str = "AD-001",
    language: str = "en",
    violations: tuple[Violation, ...] | None = (),
    duration_ms: float = 1000.0,
) -> ScenarioResult:
    """A scenario of one step, whose pages were checked for accessibility unless `violations` is None."""
    last = "failed" if status == "quarantined" else "passed" if status == "flaky" else status
    attempt = Attempt(number=1, status=last, started_at=_timestamp(_BEGIN), duration_ms=duration_ms, worker="gw0")
    first = replace(attempt, status="failed")
    step = Step(keyword="Then", text="all is well", status=last, evidence=Evidence(accessibility=violations))
    return ScenarioResult(
        id=id,
        feature="Station Credentials",
        rule=None,
        name=f"Scenario {id}",
        example=None,
        language=language,
        tags=(f"@{claim}",),
        claims=(claim,),
        path="features/sv/a.feature" if language == "sv" else "features/a.feature",
        line=5,
        status=status,
        quarantined=status == "quarantined",
        duration_ms=duration_ms,
        error=None,
        steps=(step,),
        attempts=(first, replace(attempt, number=2)) if status == "flaky" else (attempt,),
        detection=SEEN,
        not_offered=LACK if status == "not-offered" else None,
    )


def run_of(*scenarios: ScenarioResult, number: int = 1, catalogue: int = 1, minutes: float = 2.0) -> Run:
    """The run `run-<number>` of the whole suite; each begins an hour after the one before."""
    begin = _BEGIN + timedelta(hours=number)
    facts = RunFacts(
        id=f"run-{number}",
        started_at=_timestamp(begin),
        finished_at=_timestamp(begin + timedelta(minutes=minutes)),
        duration_ms=minutes * 60_000,
        ending="complete",
        command="deskproof run",
        commit=None,
        branch=None,
        browsers=(),
        versions={},
        shard=None,
        workers=1,
        planned=len(scenarios),
        not_run=(),
        suite=len(scenarios),
    )
    return Run(
        schema=SCHEMA,
        run=facts,
        claims=claim_results(claims()[:catalogue], scenarios),
        scenarios=scenarios,
        damage=(),
    )


def with_facts(run: Run, **changes: object) -> Run:
    """`run` with other facts."""
    return replace(run, run=replace(run.run, **changes))  # type: ignore[arg-type]


def statuses(*expected: ScenarioStatus) -> Iterable[ScenarioResult]:
    """Scenarios `s0`, `s1` … with these statuses, all of claim AD-001."""
    return (result(f"s{number}", status) for number, status in enumerate(expected))


def _timestamp(at: datetime) -> str:
    return at.isoformat(timespec="milliseconds").replace("+00:00", "Z")
