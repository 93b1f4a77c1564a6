"""What counts as the same outcome and the same journal in several runs."""

from dataclasses import replace

import pytest

from deskproof.reports.baseline.consistency import Consistency, consistency, outcomes
from deskproof.reports.record.facts import Run, ScenarioResult
from deskproof.reports.record.observed import Evidence, JournalLine
from tests.reports.runs import result, run_of


def line(seq: int, name: str = "Connected", **changes: str) -> JournalLine:
    return replace(JournalLine(seq=seq, at="2026-01-15T09:00:00Z", kind="event", name=name, data="{}"), **changes)  # type: ignore[arg-type]


def journalled(id: str, *lines: JournalLine) -> ScenarioResult:
    one = result(id)
    return replace(one, steps=(replace(one.steps[0], evidence=Evidence(journal=lines)),))


def found(*runs: Run) -> Consistency:
    return consistency([outcomes(run) for run in runs])


def test_who_ran_it_and_how_long_it_took_is_no_difference() -> None:
    slow = result("a", duration_ms=9000.0)
    by_another = replace(slow, attempts=(replace(slow.attempts[0], worker="gw1"),))
    seen = found(run_of(result("a"), result("b")), run_of(result("b"), by_another, number=2))
    assert (seen.scenarios, seen.statuses, seen.journals) == (2, {}, {})


def test_an_outcome_that_differs_is_reported_for_each_run() -> None:
    seen = found(run_of(result("a")), run_of(result("a", "failed"), number=2), run_of(result("a"), number=3))
    assert seen.statuses == {"a": ("passed", "failed", "passed")}
    assert seen.where == {"a": "features/a.feature:5 Scenario a"}


def test_a_retry_that_helped_is_another_outcome() -> None:
    assert found(run_of(result("a")), run_of(result("a", "flaky"))).statuses == {"a": ("passed", "flaky")}


def test_a_scenario_that_did_not_run_has_no_outcome_there() -> None:
    seen = found(run_of(result("a")), run_of(result("a"), result("b"), number=2))
    assert seen.statuses == {"b": (None, "passed")}


@pytest.mark.parametrize(
    "other",
    [
        line(2, "Disconnected"),
        line(3),
        line(2, at="2026-01-15T09:00:01Z"),
        line(2, kind="timer"),
        line(2, cause="x"),
        line(2, data="[]"),
    ],
    ids=["name", "number", "time", "kind", "cause", "data"],
)
def test_journals_part_at_the_first_entry_that_is_another(other: JournalLine) -> None:
    runs = [run_of(journalled("a", line(1), second, line(4))) for second in (line(2), line(2), other)]
    parting = found(*runs).journals["a"]
    assert parting.number == 2
    assert [entry and entry.name for entry in parting.entries] == [
        "event Connected",
        "event Connected",
        f"{other.kind} {other.name}",
    ]
    assert parting.entries[0] == parting.entries[1] != parting.entries[2]


def test_a_journal_that_goes_on_is_another() -> None:
    parting = found(run_of(journalled("a", line(1))), run_of(journalled("a", line(1), line(2)))).journals["a"]
    assert parting.number == 2
    assert parting.entries[0] is None


def test_journals_are_not_compared_where_outcomes_differ() -> None:
    failed = replace(journalled("a", line(1)), status="failed")
    seen = found(run_of(journalled("a", line(1), line(2))), run_of(failed))
    assert (list(seen.statuses), seen.journals) == (["a"], {})


def test_a_journal_is_the_same_wherever_its_steps_end() -> None:
    one = journalled("a", line(1), line(2))
    apart = replace(
        one, steps=tuple(replace(one.steps[0], evidence=Evidence(journal=(each,))) for each in (line(1), line(2)))
    )
    assert found(run_of(one), run_of(apart)).journals == {}
