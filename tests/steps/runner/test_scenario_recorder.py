"""The record of a run: outcomes, reasons and evidence of its scenarios."""

import json
from pathlib import Path

import pytest

from deskproof.reports.record import DetectedDefect, Run
from tests.steps.runner.tiny import A_DEFECT, scenario


def test_the_record_has_the_defect_that_a_scenario_detects(alone: Run) -> None:
    seen = DetectedDefect(defect=A_DEFECT.name, en=A_DEFECT.en, sv=A_DEFECT.sv, step=1)
    assert {scenario.name: scenario.detection for scenario in alone.scenarios if scenario.detection} == {
        "Good too": seen,
        "Bra": seen,
    }


def test_what_no_step_asked_for_is_marked(alone: Run) -> None:
    unasked = {scenario.name for scenario in alone.scenarios if scenario.error and scenario.error.unasked}
    assert unasked == {"Page error", "Unknown request", "Unused fault"}


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("Failed", 'Locator expected to be visible, at get_by_text("never"); seen: no such element'),
        ("Broken", "LookupError: no such thing"),
        ("Page error", "Ada's page wrote an error to the console: boom"),
        ("Unknown request", "/wcc/v9/nothing"),
        ("Unused fault", "The fault 'loses an event' at 'AgentStationLoginSuccess' was armed and did not occur"),
    ],
)  # fmt: skip
def test_the_reason_is_one_line(alone: Run, name: str, reason: str) -> None:
    error = scenario(alone, name).error
    assert error is not None
    assert reason in error.message
    assert "\n" not in error.message


def test_steps_after_a_failure_are_skipped(alone: Run) -> None:
    assert [step.status for step in scenario(alone, "Failed").steps] == ["passed", "failed", "skipped"]


def test_evidence_of_a_step(project: Path, alone: Run) -> None:
    given, when, then = scenario(alone, "Good").steps[:3]
    assert given.evidence is not None
    assert when.evidence is not None
    assert then.evidence is not None
    assert given.evidence.pictures == ()
    picture = then.evidence.pictures[0]
    assert (picture.actor, picture.path[-4:]) == ("Ada", ".jpg")
    assert (project / "alone" / picture.path).read_bytes()[:2] == b"\xff\xd8"
    assert (given.evidence.clock, when.evidence.clock) == ("2026-01-15T09:00:00Z", "2026-01-15T09:15:00Z")


def test_traffic_and_console_are_recorded(alone: Run) -> None:
    visit = scenario(alone, "Unknown request").steps[0].evidence
    assert visit is not None
    assert any(line.kind == "http" and line.status == 200 and line.actor == "Ada" for line in visit.traffic)
    thrown = scenario(alone, "Page error").steps[1].evidence
    assert thrown is not None
    assert [(line.level, line.text, line.actor) for line in thrown.console] == [("error", "boom", "Ada")]


def test_nothing_secret_is_in_the_record(project: Path, alone: Run) -> None:
    text = (project / "alone" / "events-main.ndjson").read_text(encoding="utf-8")
    assert alone.scenarios
    assert "Bearer ey" not in text
    assert json.loads(text.splitlines()[0])["fact"] == "runStarted"
