"""The record of a run: outcomes, reasons and evidence of its scenarios."""

import json
import subprocess
from pathlib import Path

import pytest

from deskproof.reports.record import DetectedDefect, NotOfferedVerb, Run, load, scenario_id
from tests.steps.cli.commands.test_run import QUARANTINE, deskproof
from tests.steps.conftest import features_writer
from tests.steps.runner.tiny import A_DEFECT, PAGES, scenario, statuses

WITHOUT_TEAMS = (
    PAGES
    + """

from deskproof.steps.errors import NotOffered


@when("the page throws an error and the teams are looked at")
def _(page):
    page.evaluate("console.error('boom')")
    raise NotOffered("station.shows_teams", "The desktop has no teams.")


@then("the teams are shown")
def _():
    raise NotOffered("station.shows_teams", "The desktop has no teams.")
"""
)

TEAMS = r"""Feature: Teams

  @AD-001
  Scenario: Good
    Given the desktop's address is open
    Then it shows Email address

  @AD-002
  Scenario: Lacking
    Given a page with \<p\>done
    When the page throws an error and the teams are looked at
    Then it shows never

  @AD-002
  Scenario: Set apart
    Given a page with \<p\>done
    Then the teams are shown
"""


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


# ---- what the desktop does not have


@pytest.fixture(scope="module")
def teams_project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("lacking")
    apart = scenario_id("features/a.feature", None, "Set apart")
    (folder / "quarantine.toml").write_text(QUARANTINE.format(id=apart))
    return features_writer(folder)(conftest=WITHOUT_TEAMS, a=TEAMS).parent


@pytest.fixture(scope="module")
def teams_run(teams_project: Path) -> subprocess.CompletedProcess[str]:
    return deskproof(teams_project, "--retries", "2", "-n", "1")


@pytest.fixture(scope="module")
def teams(teams_project: Path, teams_run: subprocess.CompletedProcess[str]) -> Run:
    assert teams_run.returncode == 0, teams_run.stdout + teams_run.stderr
    return load(teams_project / "reports" / "out" / "latest")


def test_what_is_not_offered_is_neither_failed_nor_proven_nor_tried_again(teams: Run) -> None:
    assert statuses(teams) == {"Good": "passed", "Lacking": "not-offered", "Set apart": "not-offered"}
    assert [len(result.attempts) for result in teams.scenarios] == [1, 1, 1]
    assert {claim.id: claim.status for claim in teams.claims if claim.scenarios} == {
        "AD-001": "proven",
        "AD-002": "not-offered",
    }


def test_the_record_has_the_step_the_verb_and_the_reason(teams: Run) -> None:
    lacking = scenario(teams, "Lacking")
    assert [step.status for step in lacking.steps] == ["passed", "not-offered", "skipped"]
    assert lacking.not_offered == NotOfferedVerb(verb="station.shows_teams", reason="The desktop has no teams.")
    assert (lacking.error, lacking.steps[1].error, lacking.attempts[0].trace) == (None, None, None)


def test_a_step_that_is_not_offered_shows_no_page_and_checks_none(teams: Run) -> None:
    evidence = scenario(teams, "Lacking").steps[1].evidence
    assert evidence is not None
    assert (evidence.pictures, evidence.accessibility) == ((), None)
    assert [line.text for line in evidence.console] == ["boom"]


def test_people_see_what_is_not_offered_and_pytest_skips_it(
    teams_project: Path, teams: Run, teams_run: subprocess.CompletedProcess[str]
) -> None:
    assert "not offered Lacking: The desktop has no teams." in teams_run.stdout
    assert "not offered The desktop has no teams. (station.shows_teams; 2 scenarios)" in teams_run.stdout
    assert "1 passed, 2 not offered" in teams_run.stdout
    log = (teams_project / "reports" / "out" / "latest" / "pytest.log").read_text()
    assert "1 passed, 2 skipped" in log
    assert teams.run.ending == "complete"


def test_a_run_that_offers_nothing_is_not_good(teams_project: Path) -> None:
    done = deskproof(teams_project, "-n", "0", "-k", "lacking", "--out", "alone")
    assert done.returncode == 2, done.stdout + done.stderr
    assert "The desktop offers nothing that the scenarios need" in done.stdout
