"""`deskproof gate`: yes, no, and what could not be found out, on real records."""

import shutil
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from deskproof.reports.gate import BadGate, evaluate
from deskproof.reports.record import Evidence as Kept
from deskproof.reports.record import Recorder, RunInfo, Step, StepStatus, load
from deskproof.reports.review.desk import DecisionRequest, ReviewDesk
from deskproof.steps.cli import main
from tests.reports.expected import check_golden
from tests.reports.invented import Clock, claims, scenario, write_run

ENOUGH = "[rules.enough-scenarios]\nat_least = 1\n"
RULES = f'{ENOUGH}[rules.approvals-current]\noff = "Nobody has signed off yet."\n'


@pytest.fixture
def place(tmp_path: Path) -> Path:
    (tmp_path / "gate.toml").write_text(RULES)
    return tmp_path


def gate(place: Path, *arguments: str, run: str = "run") -> Result:
    files = (f"--{name}={place / file}" for name, file in FILES.items())
    return CliRunner().invoke(main, ["gate", str(place / run), *files, *arguments])


FILES = {
    "rules": "gate.toml",
    "quarantine": "quarantine.toml",
    "history": "history.db",
    "approvals": "approvals.toml",
}


def record(folder: Path, *statuses: StepStatus, finish: bool = True, quarantined: bool = False, id: str = "r1") -> str:
    """A run with one claim whose scenario is tried until `statuses` are used up; returns the scenario's id."""
    clock = Clock()
    one = scenario("Signs in", "AD-001", quarantined=quarantined)
    with Recorder(folder, now=clock) as recorder:
        recorder.run_started(RunInfo(id=id, command="deskproof run", claims=claims(1)))
        recorder.scenarios_planned((one.id,), suite=1)
        for attempt, status in enumerate(statuses, 1):
            recorder.scenario_started(one, attempt)
            step = Step(keyword="Then", text="all is well", status=status, evidence=Kept(accessibility=()))
            recorder.step_finished(one.id, attempt, step)
            recorder.scenario_finished(one.id, attempt, status, 10.0)
        if finish:
            recorder.run_finished()
    return one.id


def test_a_good_run_may_go(place: Path) -> None:
    record(place / "run", "passed")
    made = gate(place)
    assert made.exit_code == 0, made.output
    check_golden("gate-open.txt", made.output)


def test_every_status_with_its_reason(place: Path) -> None:
    write_run(place / "run")
    made = gate(place)
    assert made.exit_code == 1
    check_golden("gate-blocked.txt", made.output)


def test_in_swedish(place: Path) -> None:
    write_run(place / "run")
    made = gate(place, "--swedish")
    assert made.exit_code == 1
    assert "Versionen kan inte släppas" in made.output


def test_a_run_that_was_cut_short_is_not_green(place: Path) -> None:
    record(place / "run", "passed", finish=False)
    made = gate(place)
    assert made.exit_code == 2
    check_golden("gate-undecided.txt", made.output)


def test_a_run_that_executed_nothing_is_not_green(place: Path) -> None:
    record(place / "run")
    assert gate(place).exit_code == 2


def test_a_damaged_record_is_not_green(place: Path) -> None:
    record(place / "run", "passed")
    file = place / "run" / "events-main.ndjson"
    file.write_bytes(b"garbage\n" + file.read_bytes())
    made = gate(place)
    assert made.exit_code == 2
    assert "One place of the record cannot be read." in made.output


def test_an_emptied_record_is_not_green(place: Path) -> None:
    record(place / "run", "passed")
    (place / "run" / "events-main.ndjson").write_bytes(b"")
    assert gate(place).exit_code == 2


def test_a_second_try_is_a_failure_unless_agreed(place: Path) -> None:
    record(place / "run", "failed", "passed")
    assert gate(place).exit_code == 1
    (place / "gate.toml").write_text("[rules.nothing-flaky]\nat_most = 1\n")
    made = gate(place)
    assert made.exit_code == 1
    assert "AD-001 is unproven in English" in made.output


def test_quarantine_from_a_file(place: Path) -> None:
    id = record(place / "run", "failed", quarantined=True)
    entry = f'[[scenario]]\nid = "{id}"\nowner = "Ada"\nreason = "late"\nexpires = 2026-01-31\n'
    (place / "quarantine.toml").write_text(f"at_most = 1\n{entry}")
    files: dict[str, Any] = {name: place / file for name, file in FILES.items()}
    on_time = evaluate(place / "run", **files, today=date(2026, 1, 31))
    late = evaluate(place / "run", **files, today=date(2026, 2, 1))
    outcomes = [
        {ruling.rule: ruling.answer.outcome for ruling in verdict.rulings}["quarantine-within-limits"]
        for verdict in (on_time, late)
    ]
    assert outcomes == ["passed", "failed"]


def test_the_base_run(place: Path) -> None:
    write_run(place / "more")
    record(place / "run", "passed")
    made = gate(place, "--base", str(place / "more"))
    assert made.exit_code == 1
    assert "No longer run: Dial Number signs in" in made.output


def test_a_base_run_that_would_prove_nothing_is_refused(place: Path) -> None:
    record(place / "run", "passed")
    record(place / "cut", "passed", finish=False, id="r0")
    shutil.copytree(place / "run", place / "same")
    assert "is the run itself" in gate(place, "--base", str(place / "same")).output
    made = gate(place, "--base", str(place / "cut"))
    assert made.exit_code == 2
    assert "does not represent the suite: The run ended early (cut short)." in made.output
    assert gate(place, "--base", str(place / "nowhere")).exit_code == 2


@pytest.mark.parametrize(
    ("file", "text", "said"),
    [
        ("gate.toml", "[rules.all-well]", "has rules.all-well, which is not a rule"),
        ("quarantine.toml", "at_most = -1", "has at_most = -1"),
        ("history.db", "no database" * 200, "cannot be used"),
    ],
)
def test_what_cannot_be_read_is_one_sentence_and_exit_status_2(place: Path, file: str, text: str, said: str) -> None:
    record(place / "run", "passed")
    (place / file).write_text(text)
    made = gate(place)
    assert made.exit_code == 2
    assert said in made.output
    assert "Traceback" not in made.output


def test_without_rules_or_without_a_run(place: Path) -> None:
    assert "There is no run folder" in gate(place).output
    record(place / "run", "passed")
    (place / "gate.toml").unlink()
    assert "so nothing says what a release needs" in gate(place).output
    assert gate(place).exit_code == 2
    with pytest.raises(BadGate):
        evaluate(
            place / "run",
            rules=place / "gate.toml",
            quarantine=place / "quarantine.toml",
            history=place / "history.db",
            today=date(2026, 1, 15),
        )


def test_what_product_must_approve(place: Path) -> None:
    (place / "gate.toml").write_text(ENOUGH)
    record(place / "run", "passed")
    unsigned = gate(place)
    assert unsigned.exit_code == 1
    assert "AD-001 (Claim 1 says what the desktop does.) is not approved." in unsigned.output
    run = load(place / "run")
    desk = ReviewDesk(run, place / "run", place / "approvals.toml", now=Clock())
    desk.decide(DecisionRequest(kind="claim", id="AD-001", word="approved", by="Maria"))
    assert gate(place).exit_code == 0
    approvals = (place / "approvals.toml").read_text()
    (place / "approvals.toml").write_text(approvals.replace("approved", "perhaps"))
    bad = gate(place)
    assert bad.exit_code == 2
    assert "approvals.toml has claim.AD-001.word = 'perhaps'" in bad.output
