"""The snapshots of a run: noted by each process, saved at its end, and compared with in the next."""

import os
from pathlib import Path

import pytest

from deskproof.reports.record import Evidence, JournalLine, load
from deskproof.steps.gherkin.files.reader import WrittenScenario, read_feature
from deskproof.steps.snapshots.saved import Mode, SnapshotsOfRun, save_noted
from deskproof.steps.snapshots.snapshot import Expected
from deskproof.steps.snapshots.store import file_of
from deskproof.steps.snapshots.store import load as load_snapshots
from deskproof.steps.snapshots.texts import plain
from tests import forks
from tests.steps.conftest import features_writer

FEATURE = """Feature: One

  Scenario: Opens
    When the page is opened

  Scenario: Closes
    When the page is closed
"""


@pytest.fixture
def features(tmp_path: Path) -> Path:
    folder = tmp_path / "features"
    folder.mkdir()
    (folder / "one.feature").write_text(FEATURE, encoding="utf-8")
    return folder


def scenarios(features: Path) -> tuple[WrittenScenario, ...]:
    return read_feature(features / "one.feature", "features/one.feature").scenarios


def ran(features: Path, mode: Mode, run: str, *messages: str, scenario: int = 0) -> None:
    """One scenario passes in a run and exchanges these messages; the run ends."""
    folder = features.parent / run
    folder.mkdir()
    snapshots = SnapshotsOfRun(mode, features, folder, "gw0")
    written = scenarios(features)[scenario]
    watcher = snapshots.watcher(written, list, plain)
    assert watcher is not None
    for name in messages:
        line = JournalLine(seq=1, at="", kind="event", name=name, cause="", data="")
        watcher.add(Evidence(journal=(line,)))
    snapshots.passed(written, watcher)
    save_noted(mode, features, folder, scenarios(features))


def expected(features: Path, scenario: int = 0) -> Expected:
    written = scenarios(features)[scenario]
    return load_snapshots(file_of(features, written))[written.id]


def test_an_update_takes_the_place_of_what_was_saved(features: Path) -> None:
    ran(features, "update", "first", "SignedIn")
    ran(features, "update", "second", "SignedOut")
    assert expected(features).messages == {"event SignedOut": (1, 1)}


def test_what_is_added_is_allowed_too(features: Path) -> None:
    ran(features, "update", "first", "SignedIn", "Ping")
    ran(features, "add", "second", "SignedIn", "Ping", "Ping")
    assert expected(features).messages == {"event Ping": (1, 2), "event SignedIn": (1, 1)}


def test_scenarios_that_did_not_run_keep_their_snapshot(features: Path) -> None:
    ran(features, "update", "first", "Closed", scenario=1)
    ran(features, "update", "second", "SignedIn")
    assert expected(features, 1).messages == {"event Closed": (1, 1)}


def test_a_scenario_is_compared_with_its_snapshot(features: Path) -> None:
    ran(features, "update", "first", "SignedIn")
    watcher = SnapshotsOfRun("all", features, features.parent, "gw0").watcher(scenarios(features)[0], list, plain)
    assert watcher is not None
    watcher.end()
    assert watcher.difference.endswith("- event SignedIn")


def test_a_snapshot_of_other_steps_is_not_compared_with(features: Path) -> None:
    ran(features, "update", "first", "SignedIn")
    (features / "one.feature").write_text(FEATURE.replace("is opened", "is opened twice"), encoding="utf-8")
    snapshots = SnapshotsOfRun("all", features, features.parent, "gw0")
    assert snapshots.watcher(scenarios(features)[0], list, plain) is None


def test_without_snapshots_nothing_is_watched(features: Path) -> None:
    ran(features, "update", "first", "SignedIn")
    snapshots = SnapshotsOfRun("off", features, features.parent, "gw0")
    assert snapshots.watcher(scenarios(features)[0], list, plain) is None


# ---- in runs

CONFTEST = """
import pytest
from playwright.sync_api import expect
from pytest_bdd import given, then

pytest_plugins = ("deskproof.steps.runner.plugin",)


@pytest.fixture
def page(new_context):
    return new_context(actor="Ada").new_page()


@given("the page")
def _(page):
    page.set_content("%s")


@then("it shows Hello")
def _(page):
    expect(page.get_by_text("Hello")).to_be_visible(timeout=1000)
"""

GREETING = """Feature: Greeting

  @AD-001
  Scenario: Greets
    Given the page
    Then it shows Hello
"""

CALM = "<title>Desk</title><h1>Hello</h1>"
LOUD = "<title>Desk</title><h1>Hello</h1><p>Somebody else's news"


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("project")
    features_writer(folder)(conftest=CONFTEST % CALM, a=GREETING)
    return folder


def changes(project: Path, before: str, after: str) -> None:
    conftest = project / "features" / "conftest.py"
    conftest.write_text(conftest.read_text(encoding="utf-8").replace(before, after), encoding="utf-8")


def whole_run(project: Path, mode: str) -> tuple[int, str]:
    """The exit status, and why the scenario did not pass."""
    arguments = ["run", "-n", "0", "--pictures", "failed", "--snapshots", mode]
    done = forks.run("deskproof", arguments, project, environment={**os.environ})
    (scenario,) = load(project / "reports" / "out" / "latest").scenarios
    return done.returncode, scenario.error.message if scenario.error else ""


def test_a_run_notices_what_no_step_asks_about_until_it_is_saved(project: Path) -> None:
    assert whole_run(project, "update") == (0, "")
    changes(project, CALM, LOUD)
    status, reason = whole_run(project, "pages")
    assert status == 1
    assert reason.startswith("After 'Then it shows Hello', the page of Ada differs from its snapshot.")
    assert whole_run(project, "add") == (0, "")
    changes(project, LOUD, CALM)
    assert whole_run(project, "pages") == (0, "")
