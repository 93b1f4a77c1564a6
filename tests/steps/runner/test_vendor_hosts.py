"""A run whose desktop finds its services at the vendor's hosts (`desktop.hosts`)."""

from pathlib import Path

import pytest

from deskproof.reports.record import load
from tests.steps.conftest import SETTINGS, WriteFeatures
from tests.steps.runner.tiny import run_pytest, statuses

CONFTEST = """
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

FEATURE = """Feature: Vendor

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
def project(write_features: WriteFeatures) -> Path:
    folder = write_features(conftest=CONFTEST, a=FEATURE).parent
    (folder / "deskproof.toml").write_text(
        f'{SETTINGS}[desktop]\nhosts = "vendor"\nfindings = "record"\n', encoding="utf-8"
    )
    return folder


@pytest.mark.parametrize("workers", ["0", "2"])
def test_every_browser_of_the_run_finds_them_in_the_simulator(project: Path, workers: str) -> None:
    done = run_pytest(project, "--run-folder", "run", "-n", workers)
    assert done.returncode == 0, done.stdout + done.stderr
    assert statuses(load(project / "run")) == {"Shell": "passed", "Own": "passed"}


def test_a_remote_browser_is_refused(project: Path) -> None:
    done = run_pytest(project, "--browser-url", "ws://grid/")
    assert done.returncode == pytest.ExitCode.USAGE_ERROR
    assert (
        "only a browser that is started here finds those hosts in the simulator; leave out --browser-url" in done.stderr
    )
