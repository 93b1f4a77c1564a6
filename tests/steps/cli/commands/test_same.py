"""`deskproof same`: the same, not the same, and what cannot be read, on real records."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from deskproof.reports.record import Evidence, Recorder, RunInfo, Step, StepStatus
from deskproof.reports.record.observed import JournalLine
from deskproof.steps.cli import main
from tests.reports.invented import Clock, claims, scenario


def record(folder: Path, status: StepStatus = "passed", *, data: str = "{}") -> str:
    one = scenario("Signs in", "AD-001")
    entry = JournalLine(seq=1, at="2026-01-15T09:00:00Z", kind="event", name="Connected", data=data)
    with Recorder(folder, now=Clock()) as recorder:
        recorder.run_started(RunInfo(id=folder.name, command="deskproof run", claims=claims(1)))
        recorder.scenarios_planned((one.id,), suite=1)
        recorder.scenario_started(one, 1)
        recorder.step_finished(
            one.id, 1, Step(keyword="Then", text="all is well", status=status, evidence=Evidence(journal=(entry,)))
        )
        recorder.scenario_finished(one.id, 1, status, 10.0)
        recorder.run_finished()
    return str(folder)


def same(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["same", *arguments])


def test_the_same(tmp_path: Path) -> None:
    made = same(*(record(tmp_path / name) for name in ("r1", "r2", "r3")))
    assert made.output.splitlines() == [
        "3 runs, 1 scenario",
        "outcomes  1 of 1 the same in all runs",
        "journals  1 of 1 the same in all runs",
    ]
    assert made.exit_code == 0


def test_another_outcome_is_named_with_the_run_that_has_it(tmp_path: Path) -> None:
    made = same(record(tmp_path / "r1"), record(tmp_path / "r2", "failed"), record(tmp_path / "r3"))
    assert "Signs in\n    failed: r2\n    passed: r1, r3\n" in made.output
    assert "outcomes  0 of 1 the same in all runs\njournals  0 of 0 the same in all runs" in made.output
    assert made.exit_code == 1


def test_runs_of_one_name_are_shown_by_their_paths(tmp_path: Path) -> None:
    here, there = record(tmp_path / "a" / "run"), record(tmp_path / "b" / "run", "failed")
    assert f"    passed: {here}\n    failed: {there}\n" in same(here, there).output


@pytest.mark.parametrize(("asked", "status"), [((), 0), (("--journals",), 1)])
def test_another_journal_is_reported_and_counts_on_request(tmp_path: Path, asked: tuple[str, ...], status: int) -> None:
    made = same(record(tmp_path / "r1"), record(tmp_path / "r2", data="[]"), *asked)
    assert "Signs in: the journals differ from entry 1\n    event Connected (" in made.output
    assert "outcomes  1 of 1 the same in all runs\njournals  0 of 1 the same in all runs" in made.output
    assert made.exit_code == status


def test_one_run_is_not_enough(tmp_path: Path) -> None:
    made = same(record(tmp_path / "r1"))
    assert f"Only the run {tmp_path / 'r1'} was given; give two or more." in made.output
    assert made.exit_code == 2


def test_what_is_no_run_cannot_be_compared(tmp_path: Path) -> None:
    made = same(record(tmp_path / "r1"), str(tmp_path / "nowhere"))
    assert f"There is no run folder at {tmp_path / 'nowhere'}" in made.output
    assert made.exit_code == 2


def test_a_run_is_not_compared_with_itself(tmp_path: Path) -> None:
    run = record(tmp_path / "r1")
    (tmp_path / "latest").symlink_to("r1")
    for again in (run, f"{run}/", str(tmp_path / "latest")):
        made = same(run, record(tmp_path / "r2"), again)
        assert made.exit_code == 2
        assert "are the same run; give another one." in made.output
