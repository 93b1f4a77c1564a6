"""A scenario that needs what the desktop does not have ends there: pytest skips it, the record has the reason."""

import subprocess
from pathlib import Path

import pytest

from deskproof.reports.record import NotOfferedVerb, Run, load, scenario_id
from tests.steps.cli.commands.test_run import QUARANTINE, deskproof
from tests.steps.conftest import features_writer
from tests.steps.runner.tiny import PAGES, scenario, statuses

CONFTEST = (
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

FEATURE = r"""Feature: Teams

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


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("lacking")
    apart = scenario_id("features/a.feature", None, "Set apart")
    (folder / "quarantine.toml").write_text(QUARANTINE.format(id=apart))
    return features_writer(folder)(conftest=CONFTEST, a=FEATURE).parent


@pytest.fixture(scope="module")
def done(project: Path) -> subprocess.CompletedProcess[str]:
    return deskproof(project, "--retries", "2", "-n", "1")


@pytest.fixture(scope="module")
def run(project: Path, done: subprocess.CompletedProcess[str]) -> Run:
    assert done.returncode == 0, done.stdout + done.stderr
    return load(project / "reports" / "out" / "latest")


def test_it_is_neither_failed_nor_proven_nor_tried_again(run: Run) -> None:
    assert statuses(run) == {"Good": "passed", "Lacking": "not-offered", "Set apart": "not-offered"}
    assert [len(result.attempts) for result in run.scenarios] == [1, 1, 1]
    assert {claim.id: claim.status for claim in run.claims if claim.scenarios} == {
        "AD-001": "proven",
        "AD-002": "not-offered",
    }


def test_the_record_has_the_step_the_verb_and_the_reason(run: Run) -> None:
    lacking = scenario(run, "Lacking")
    assert [step.status for step in lacking.steps] == ["passed", "not-offered", "skipped"]
    assert lacking.not_offered == NotOfferedVerb(verb="station.shows_teams", reason="The desktop has no teams.")
    assert (lacking.error, lacking.steps[1].error, lacking.attempts[0].trace) == (None, None, None)


def test_its_step_shows_no_page_and_checks_none(run: Run) -> None:
    evidence = scenario(run, "Lacking").steps[1].evidence
    assert evidence is not None
    assert (evidence.pictures, evidence.accessibility) == ((), None)
    assert [line.text for line in evidence.console] == ["boom"]


def test_people_see_it_and_pytest_sees_it_skipped(
    project: Path, run: Run, done: subprocess.CompletedProcess[str]
) -> None:
    assert "not offered Lacking: The desktop has no teams." in done.stdout
    assert "not offered The desktop has no teams. (station.shows_teams; 2 scenarios)" in done.stdout
    assert "1 passed, 2 not offered" in done.stdout
    log = (project / "reports" / "out" / "latest" / "pytest.log").read_text()
    assert "1 passed, 2 skipped" in log
    assert run.run.ending == "complete"


def test_a_run_that_offers_nothing_is_not_good(project: Path) -> None:
    done = deskproof(project, "-n", "0", "-k", "lacking", "--out", "alone")
    assert done.returncode == 2, done.stdout + done.stderr
    assert "The desktop offers nothing that the scenarios need" in done.stdout
