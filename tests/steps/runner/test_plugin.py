"""The plugin with a real simulator and a real browser, on features of its own: workers, refusals, what dies, the
vendor's hosts.
"""

import re
from pathlib import Path

import pytest

from deskproof.reports.record import Run, load
from deskproof.steps.mutation import detections
from tests.steps.conftest import SETTINGS, WriteFeatures
from tests.steps.runner.tiny import CONFTEST, ENGLISH, FEATURE, STATUSES, SWEDISH, run_pytest, scenario, statuses


def test_outcomes(alone: Run) -> None:
    assert statuses(alone) == STATUSES


@pytest.mark.nightly
def test_one_worker_and_two_give_the_same(project: Path, alone: Run) -> None:
    done = run_pytest(project, "--run-folder", "two", "-n", "2")
    assert done.returncode == 1, done.stdout + done.stderr
    two = load(project / "two")
    assert statuses(two) == statuses(alone)
    assert [scenario.id for scenario in two.scenarios] == [scenario.id for scenario in alone.scenarios]
    assert [claim.status for claim in two.claims] == [claim.status for claim in alone.claims]
    assert [scenario.detection for scenario in two.scenarios] == [scenario.detection for scenario in alone.scenarios]
    assert {attempt.worker for scenario in two.scenarios for attempt in scenario.attempts} == {"gw0", "gw1"}
    assert two.run.workers == 2


def test_detections_that_cannot_be_read_stop_the_run(project: Path) -> None:
    file = project / "features" / detections.NAME
    before = file.read_text(encoding="utf-8")
    file.write_text("{\n", encoding="utf-8")
    try:
        done = run_pytest(project, "--run-folder", "none")
    finally:
        file.write_text(before, encoding="utf-8")
    assert done.returncode == pytest.ExitCode.USAGE_ERROR
    assert f"features/{detections.NAME}:1 is not a detection" in done.stderr


def test_the_record_says_what_the_run_was(alone: Run) -> None:
    assert (alone.run.ending, alone.run.planned, alone.run.workers) == ("complete", len(STATUSES), 1)
    assert [browser.name for browser in alone.run.browsers]
    assert "features" in alone.run.command
    assert alone.damage == ()


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


def test_only_feature_files_are_collected(write_features: WriteFeatures) -> None:
    folder = write_features(conftest=CONFTEST, a=FEATURE, b=ENGLISH, **{"sv/b": SWEDISH})
    (folder / "test_scenarios.py").write_text('from pytest_bdd import scenarios\nscenarios("a.feature")\n')
    done = run_pytest(folder.parent, "--collect-only", "-q")
    assert "features/a.feature::test_" in done.stdout
    assert "test_scenarios.py" not in done.stdout


# ---- what dies during a run

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
    assert statuses(run) == {"Dies": "broken", "Lives after": "passed"}
    error = scenario(run, "Dies").error
    assert error is not None
    assert re.fullmatch(r"The browser \(Chromium.*\) ended while the scenario was running\.", error.message)


def test_a_simulator_that_dies_ends_the_run(write_features: WriteFeatures) -> None:
    run = mortal_run(write_features, "the simulator")
    assert statuses(run) == {"Dies": "broken"}
    error = scenario(run, "Dies").error
    assert error is not None
    assert error.message == "The run was cut short while this scenario was running."
    assert run.run.ending == "the simulator ended"
    assert len(run.run.not_run) == 1


# ---- a desktop whose services are at the vendor's hosts

VENDOR_CONFTEST = """
from pytest_bdd import given, then

pytest_plugins = ("deskproof.steps.runner.plugin",)


@given("a page", target_fixture="page")
def _(new_context, tenant):
    page = new_context(actor="Ada").new_page()
    page.goto(tenant.desktop_url)
    page.wait_for_url("https://id.*/sign-in**")
    return page


@then("the vendor's hosts are the tenant's")
def _(page, tenant):
    assert page.goto("https://ds.ciscospark.com/v1/region").json()["clientRegion"]
    catalogue = page.goto(f"https://u2c.wbx2.com/u2c/api/v1/limited/catalog?orgId={tenant.org_id}").json()
    assert catalogue["serviceLinks"]["idbroker"] == tenant.identity_url.rstrip("/")
"""

VENDOR_FEATURE = """Feature: Vendor

  @AD-001
  Scenario: Shell
    Given a page
    Then the vendor's hosts are the tenant's

  @AD-001 @own-browser
  Scenario: Own
    Given a page
    Then the vendor's hosts are the tenant's
"""


@pytest.fixture
def vendors(write_features: WriteFeatures) -> Path:
    folder = write_features(conftest=VENDOR_CONFTEST, a=VENDOR_FEATURE).parent
    (folder / "deskproof.toml").write_text(
        f'{SETTINGS}[desktop]\nhosts = "vendor"\nfindings = "record"\n', encoding="utf-8"
    )
    return folder


@pytest.mark.parametrize("workers", [pytest.param("0", marks=pytest.mark.nightly), "2"])
def test_every_browser_of_the_run_finds_them_in_the_simulator(vendors: Path, workers: str) -> None:
    done = run_pytest(vendors, "--run-folder", "run", "-n", workers)
    assert done.returncode == 0, done.stdout + done.stderr
    assert statuses(load(vendors / "run")) == {"Shell": "passed", "Own": "passed"}


def test_a_remote_browser_is_refused(vendors: Path) -> None:
    done = run_pytest(vendors, "--browser-url", "ws://grid/")
    assert done.returncode == pytest.ExitCode.USAGE_ERROR
    assert (
        "only a browser that is started here finds those hosts in the simulator; leave out --browser-url" in done.stderr
    )
