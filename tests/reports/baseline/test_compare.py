"""What counts as new, gone, fixed, broken, offered or not, reworded, repictured and slower."""

from collections.abc import Callable
from dataclasses import fields, replace
from pathlib import Path

import pytest

from deskproof.reports.baseline.compare import Comparison, compare
from deskproof.reports.record.facts import Run, ScenarioResult, ScenarioStatus
from deskproof.reports.record.loading import load
from deskproof.reports.record.observed import Evidence, Picture
from tests.reports.invented import write_run


@pytest.fixture
def run(tmp_path: Path) -> Run:
    write_run(tmp_path)
    return load(tmp_path)


def with_first(run: Run, **changes: object) -> Run:
    first = replace(run.scenarios[0], **changes)  # type: ignore[arg-type]
    return replace(run, scenarios=(first, *run.scenarios[1:]))


def found(comparison: Comparison) -> dict[str, int]:
    return {each.name: len(changes) for each in fields(comparison) if (changes := getattr(comparison, each.name))}


def test_a_run_has_not_changed_from_itself(run: Run) -> None:
    assert compare(run, run).empty


def test_new_and_gone(run: Run) -> None:
    less = replace(run, scenarios=run.scenarios[1:])
    assert found(compare(less, run)) == {"new": 1}
    assert found(compare(run, less)) == {"gone": 1}


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("passed", "failed", {"broke": 1}),
        ("passed", "flaky", {"broke": 1}),
        ("passed", "skipped", {"broke": 1}),
        ("failed", "passed", {"fixed": 1}),
        ("flaky", "passed", {"fixed": 1}),
        ("flaky", "failed", {"broke": 1}),
        ("failed", "broken", {"broke": 1}),
        ("failed", "failed", {}),
        ("skipped", "flaky", {}),
        ("passed", "not-offered", {"withdrawn": 1}),
        ("failed", "not-offered", {"withdrawn": 1}),
        ("not-offered", "not-offered", {}),
        ("not-offered", "passed", {"offered": 1}),
        ("not-offered", "skipped", {"offered": 1}),
        ("not-offered", "failed", {"broke": 1, "offered": 1}),
    ],
)
def test_statuses(run: Run, before: ScenarioStatus, after: ScenarioStatus, expected: dict[str, int]) -> None:
    assert found(compare(with_first(run, status=before), with_first(run, status=after))) == expected


def reworded(scenario: ScenarioResult) -> dict[str, object]:
    return {"steps": (replace(scenario.steps[0], text="Bo is at the desk"), *scenario.steps[1:])}


def repictured(scenario: ScenarioResult, step: int = -1) -> dict[str, object]:
    other = Evidence(pictures=(Picture(path="evidence/other.jpg"),))
    steps = list(scenario.steps)
    steps[step] = replace(steps[step], evidence=other)
    return {"steps": tuple(steps)}


def caught_on_its_way(scenario: ScenarioResult) -> dict[str, object]:
    return repictured(scenario, step=1)


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (reworded, {"reworded": 1}),
        (repictured, {"repictured": 1}),
        (caught_on_its_way, {}),
        (lambda item: {"duration_ms": item.duration_ms * 4}, {"slower": 1}),
        (lambda item: {"duration_ms": item.duration_ms * 2}, {}),
        (lambda item: {"duration_ms": 1.0}, {}),
    ],
    ids=["reworded", "repictured", "caught on its way", "slower", "a little slower", "faster"],
)
def test_what_else_changes(
    run: Run, change: Callable[[ScenarioResult], dict[str, object]], expected: dict[str, int]
) -> None:
    assert found(compare(run, with_first(run, **change(run.scenarios[0])))) == expected


def test_claims(run: Run) -> None:
    lost = replace(run, claims=run.claims[1:])
    (change,) = compare(run, lost).claims
    assert (change.id, change.before, change.after) == ("AD-001", "proven", None)


def test_what_a_run_was_not_asked_for_is_neither_gone_nor_lost(run: Run) -> None:
    facts = replace(run.run, planned=len(run.scenarios) - 1, suite=len(run.scenarios))
    chosen = replace(run, run=facts, scenarios=run.scenarios[1:], claims=run.claims[1:])
    assert compare(run, chosen).empty
