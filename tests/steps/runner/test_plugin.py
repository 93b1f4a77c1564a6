"""The plugin with a real simulator and a real browser, on features of its own: outcomes, evidence, workers, choices."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from deskproof.reports.record import Run, ScenarioResult, SeenToFail, load
from deskproof.simulator.defects import all_defects
from deskproof.steps.gherkin.feature_files import read_feature
from deskproof.steps.mutation import detections
from tests.steps.conftest import WriteFeatures, features_writer

ROOT = Path(__file__).parents[3]

CONFTEST = """
import pytest
from playwright.sync_api import expect
from pytest_bdd import given, parsers, then, when

pytest_plugins = ("deskproof.steps.runner.plugin",)


@pytest.fixture
def page(new_context):
    return new_context(actor="Ada").new_page()


@given("the desktop's address is open")
def _(page, tenant):
    page.goto(tenant.desktop_url)
    page.wait_for_url("**/sign-in**")


@given(parsers.parse("a page with {html}"))
def _(page, html):
    page.set_content(html)


@when(parsers.parse("{minutes:d} minutes pass"))
def _(clock, minutes):
    clock.advance(minutes * 60)


@when("the page throws an error")
def _(page):
    page.evaluate("console.error('boom')")


@when("the page throws an error that is asked for")
def _(page, watch):
    watch.expect_error("boom")
    page.evaluate("console.error('boom')")


@when("the harness stumbles")
def _():
    raise LookupError("no such thing")


@when("the page asks for what no product has")
def _(page, tenant):
    page.goto(f"{tenant.desktop_url.rstrip('/')}/wcc/v9/nothing")
    page.go_back()
    page.wait_for_url("**/sign-in**")


@when("a fault is asked for that never comes")
def _(tenant):
    tenant.arm_fault("loses an event", where="AgentStationLoginSuccess")


@then(parsers.parse("it shows {text}"))
def _(page, text):
    expect(page.get_by_text(text)).to_be_visible(timeout=1000)


@then(parsers.parse("the page's date is {date}"))
def _(page, date):
    assert page.evaluate("new Date().toISOString()") == date


@then("its language is the edition's")
@then("språket är utgåvans")
def _(page, language):
    assert page.evaluate("navigator.language") == {"en": "en-US", "sv": "sv-SE"}[language]


@given("en sida")
def _(page):
    page.set_content("<p>hej")
"""

FEATURE = r"""Feature: Tiny

  @AD-001
  Scenario: Good
    Given a page with \<p\>done
    When 15 minutes pass
    Then it shows done
    And the page's date is 2026-01-15T09:15:00.000Z
    And its language is the edition's

  @AD-001
  Scenario: Expected error
    Given a page with \<p\>done
    When the page throws an error that is asked for
    Then it shows done

  @AD-002
  Scenario: Failed
    Given a page with \<p\>done
    Then it shows never
    And it shows done

  @AD-002
  Scenario: Broken
    Given a page with \<p\>done
    When the harness stumbles
    Then it shows done

  @AD-002
  Scenario Outline: Page error
    Given a page with <text>
    When the page throws an error
    Then it shows <text>

    Examples:
      | text |
      | å    |
      | b    |

  @AD-002
  Scenario: Unknown request
    Given the desktop's address is open
    When the page asks for what no product has

  @AD-002
  Scenario: Unused fault
    Given a page with \<p\>done
    When a fault is asked for that never comes
"""

SWEDISH_ONLY = """# language: sv
Egenskap: Liten

  @AD-001
  Scenario: Bra
    Givet en sida
    Så språket är utgåvans
"""

ENGLISH_OF_IT = """Feature: Small

  @AD-001
  Scenario: Good too
    Given en sida
    Then its language is the edition's
"""

A_DEFECT = next(one for one in all_defects().values() if "AD-001" in one.claims)
STATUSES = {
    "Good": "passed",
    "Good too": "passed",
    "Bra": "passed",
    "Expected error": "passed",
    "Failed": "failed",
    "Broken": "broken",
    "Page error [å]": "failed",
    "Page error [b]": "failed",
    "Unknown request": "failed",
    "Unused fault": "failed",
}


def run_pytest(
    project: Path, *arguments: str, base: tuple[str, ...] = ("features",)
) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ}
    command = [sys.executable, "-m", "pytest", *base, "-p", "no:randomly", "-p", "no:cacheprovider", *arguments]
    return subprocess.run(
        command, cwd=project, env=environment, capture_output=True, text=True, timeout=300, check=False
    )


def told(run: Run) -> dict[str, str]:
    return {f"{one.name} [{one.example}]" if one.example else one.name: one.status for one in run.scenarios}


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("project")
    write = features_writer(folder)
    features = write(conftest=CONFTEST, a=FEATURE, b=ENGLISH_OF_IT, **{"sv/b": SWEDISH_ONLY})
    (english,) = read_feature(features / "b.feature", "features/b.feature").scenarios
    detections.write(features, [detections.detection(english, A_DEFECT, 1)])
    return features.parent


@pytest.fixture(scope="module")
def alone(project: Path) -> Run:
    done = run_pytest(project, "--run-folder", "alone")
    assert done.returncode == 1, done.stdout + done.stderr
    return load(project / "alone")


def scenario(run: Run, name: str) -> ScenarioResult:
    return next(one for one in run.scenarios if one.name == name)


def test_outcomes(alone: Run) -> None:
    assert told(alone) == STATUSES


def test_one_worker_and_two_give_the_same(project: Path, alone: Run) -> None:
    done = run_pytest(project, "--run-folder", "two", "-n", "2")
    assert done.returncode == 1, done.stdout + done.stderr
    two = load(project / "two")
    assert told(two) == told(alone)
    assert [one.id for one in two.scenarios] == [one.id for one in alone.scenarios]
    assert [one.status for one in two.claims] == [one.status for one in alone.claims]
    assert [one.seen_to_fail for one in two.scenarios] == [one.seen_to_fail for one in alone.scenarios]
    assert {attempt.worker for one in two.scenarios for attempt in one.attempts} == {"gw0", "gw1"}
    assert two.run.workers == 2


def test_the_record_tells_what_a_scenario_was_seen_to_fail_on(alone: Run) -> None:
    seen = SeenToFail(defect=A_DEFECT.name, en=A_DEFECT.en, sv=A_DEFECT.sv, step=1)
    assert {one.name: one.seen_to_fail for one in alone.scenarios if one.seen_to_fail} == {
        "Good too": seen,
        "Bra": seen,
    }


def test_what_no_step_asked_about_is_marked(alone: Run) -> None:
    unasked = {one.name for one in alone.scenarios if one.error and one.error.unasked}
    assert unasked == {"Page error", "Unknown request", "Unused fault"}


def test_a_file_of_sightings_that_cannot_be_read_stops_the_run(project: Path) -> None:
    file = project / "features" / detections.NAME
    kept = file.read_text(encoding="utf-8")
    file.write_text("{\n", encoding="utf-8")
    try:
        done = run_pytest(project, "--run-folder", "none")
    finally:
        file.write_text(kept, encoding="utf-8")
    assert done.returncode == pytest.ExitCode.USAGE_ERROR
    assert f"features/{detections.NAME}:1 is not a detection" in done.stderr


def test_the_run_tells_what_it_was(alone: Run) -> None:
    assert (alone.run.ending, alone.run.planned, alone.run.workers) == ("complete", len(STATUSES), 1)
    assert [browser.name for browser in alone.run.browsers]
    assert "features" in alone.run.command
    assert alone.damage == ()


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("Failed", 'Locator expected to be visible, at get_by_text("never"); seen: no such element'),
        ("Broken", "LookupError: no such thing"),
        ("Page error", "Ada's page wrote an error to the console: boom"),
        ("Unknown request", "/wcc/v9/nothing"),
        ("Unused fault", "The fault 'loses an event' at 'AgentStationLoginSuccess' was asked for and never came"),
    ],
)  # fmt: skip
def test_the_reason_is_one_line(alone: Run, name: str, reason: str) -> None:
    error = scenario(alone, name).error
    assert error is not None
    assert reason in error.message
    assert "\n" not in error.message


def test_steps_after_a_failure_are_left_out(alone: Run) -> None:
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


def test_traffic_and_console_are_heard(alone: Run) -> None:
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


@pytest.mark.parametrize(
    ("arguments", "names"),
    [
        (("--place", "features/b.feature"), {"Good too"}),
        (("--place", "features/a.feature:5"), {"Good"}),
        (("--tags=@AD-001 and not @AD-002", "--named=good"), {"Good", "Good too"}),
        (("--named=expected error",), {"Expected error"}),
        (("-m", "AD-001", "-k", "bra"), {"Bra"}),
    ],
)
def test_a_choice(project: Path, arguments: tuple[str, ...], names: set[str]) -> None:
    done = run_pytest(project, "--collect-only", "-q", *arguments)
    assert done.returncode == 0, done.stdout + done.stderr
    lines = [line for line in done.stdout.splitlines() if "::" in line]
    assert {line.partition("::test_")[2].rpartition("_")[0] for line in lines} == {
        name.lower().replace(" ", "_") for name in names
    }


def test_an_unknown_tag_is_refused(project: Path) -> None:
    done = run_pytest(project, "--tags=@AD-099")
    assert done.returncode != 0
    assert "no scenario is tagged @AD-099" in done.stdout + done.stderr


def test_what_does_not_bind_starts_nothing(write_features: WriteFeatures) -> None:
    project = write_features(conftest=CONFTEST, a=FEATURE.replace("15 minutes pass", "a while passes")).parent
    done = run_pytest(project, "--run-folder", "none")
    assert done.returncode == 2
    assert "features/a.feature:6: no definition fits the when step 'a while passes'" in done.stderr
    assert not (project / "none").exists()


def test_a_scenario_that_pytest_does_not_reach_stops_the_run(write_features: WriteFeatures) -> None:
    folder = write_features(conftest=CONFTEST, a=FEATURE, b=ENGLISH_OF_IT, **{"sv/b": SWEDISH_ONLY})
    for workers in ("0", "2"):
        done = run_pytest(folder.parent, "features/sv", "--run-folder", f"none-{workers}", "-n", workers, base=())
        assert done.returncode != 0
        assert "10 scenarios would not run, the first is features/a.feature:4 'Good'" in done.stdout + done.stderr
        assert load(folder.parent / f"none-{workers}").scenarios == ()


def test_a_module_that_binds_scenarios_by_itself_is_a_finding(write_features: WriteFeatures) -> None:
    folder = write_features(conftest=CONFTEST, a=FEATURE, b=ENGLISH_OF_IT, **{"sv/b": SWEDISH_ONLY})
    (folder / "test_scenarios.py").write_text('from pytest_bdd import scenarios\nscenarios("a.feature")\n')
    done = run_pytest(folder.parent, "--run-folder", "none")
    assert done.returncode == 2
    assert "features/test_scenarios.py:1: binds scenarios by itself" in done.stderr


ROWS = r"""Feature: Rows

  @AD-001
  Scenario Outline: Rows that are alike
    Given a page with \<p\><n>
    When 15 minutes pass
    Then it shows <m>

    Examples:
      | n       | m       |
      | a \| b  | c       |
      | a       | b \| c  |
      | b \| c a | b \| c  |
"""


def test_a_row_that_fails_is_not_hidden_behind_another(write_features: WriteFeatures) -> None:
    folder = write_features(conftest=CONFTEST, a=FEATURE, b=ENGLISH_OF_IT, rows=ROWS, **{"sv/b": SWEDISH_ONLY})
    done = run_pytest(folder.parent, "--run-folder", "rows", "-k", "rows")
    assert done.returncode == 1, done.stdout + done.stderr
    rows = [(one.example, one.status, len(one.attempts)) for one in load(folder.parent / "rows").scenarios]
    assert rows == [
        (r"a \| b | c", "failed", 1),
        (r"a | b \| c", "failed", 1),
        (r"b \| c a | b \| c", "passed", 1),
    ]


# ---- what dies on the way

MORTAL_CONFTEST = """
import contextlib
import os
import signal
import subprocess

import pytest
from playwright.sync_api import Error, expect
from pytest_bdd import given, then, when

pytest_plugins = ("deskproof.steps.runner.plugin",)


@given("a page", target_fixture="page")
def _(new_context):
    page = new_context(actor="Ada").new_page()
    page.set_content("<p>alive")
    return page


@when("the browser dies")
def _(page):
    with contextlib.suppress(Error):
        page.context.browser.new_browser_cdp_session().send("Browser.crash")


@when("the simulator dies")
def _():
    listed = subprocess.run(["ps", "-eo", "pid=,ppid=,args="], capture_output=True, text=True, check=True).stdout
    for line in listed.splitlines():
        number, parent, arguments = line.split(maxsplit=2)
        if parent == str(os.getpid()) and "-m deskproof.simulator" in arguments:
            os.kill(int(number), signal.SIGKILL)


@then("the page is alive")
def _(page):
    expect(page.get_by_text("alive")).to_be_visible()
"""

MORTAL = """Feature: Mortal

  @AD-001
  Scenario: Dies
    Given a page
    When {who} dies
    Then the page is alive

  @AD-001
  Scenario: Lives after
    Given a page
    Then the page is alive
"""


def mortal_run(write_features: WriteFeatures, who: str) -> Run:
    conftest = MORTAL_CONFTEST
    for other in {"the browser", "the simulator"} - {who}:
        start = conftest.index(f'@when("{other} dies")')
        conftest = conftest[:start] + conftest[conftest.index("\n\n\n", start) :]
    project = write_features(conftest=conftest, a=MORTAL.format(who=who)).parent
    done = run_pytest(project, "--run-folder", "run")
    assert done.returncode != 0, done.stdout + done.stderr
    return load(project / "run")


def test_a_browser_that_dies_costs_one_scenario(write_features: WriteFeatures) -> None:
    run = mortal_run(write_features, "the browser")
    assert told(run) == {"Dies": "broken", "Lives after": "passed"}
    error = scenario(run, "Dies").error
    assert error is not None
    assert re.fullmatch(r"The browser \(Chromium.*\) ended while the scenario was running\.", error.message)


def test_a_simulator_that_dies_ends_the_run(write_features: WriteFeatures) -> None:
    run = mortal_run(write_features, "the simulator")
    assert told(run) == {"Dies": "broken"}
    error = scenario(run, "Dies").error
    assert error is not None
    assert error.message == "The run was cut short while this scenario was running."
    assert run.run.ending == "the simulator ended"
    assert len(run.run.not_run) == 1
