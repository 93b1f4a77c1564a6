"""What a run comes to when something goes away under it: a worker, the room on the disk, the browser."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from deskproof.reports.baseline.complete import gaps
from deskproof.reports.record import Run, load
from deskproof.steps.browsers.browser import find
from deskproof.steps.project.project import default_project
from deskproof.steps.runner.execution import OutputPaths
from tests.steps.conftest import WriteFeatures
from tests.steps.killed import Project

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="processes are found in /proc")

HEAD = """
import contextlib
import os
import resource
import signal
from pathlib import Path

from pytest_bdd import given, then, when

from deskproof.steps.runner.session import SESSION

pytest_plugins = ("deskproof.steps.runner.plugin",)


@then("all is well")
def _():
    pass

"""

FEATURE = """Feature: Tiny

  @AD-001
  Scenario: Before
    Then all is well

  @AD-001
  Scenario: Under it
    {given}
    When {what}
    Then all is well

  @AD-001
  Scenario: After
    {given}
    Then all is well
"""

MORE = "".join(
    f"""
  @AD-001
  Scenario: Later {number}
    Then all is well
"""
    for number in range(10)
)
"""More than the last page of a file on a full disk still takes."""

KILL = """
@when("its process is killed")
def _():
    if not Path("killed").exists():
        Path("killed").touch()
        os.kill(os.getpid(), signal.SIGKILL)
"""

FILL = '''
@when("the disk is full")
def _(pytestconfig):
    """Takes all room there is; where the disk is everybody's, no file may grow any more in this process."""
    folder = pytestconfig.stash[SESSION].folder
    if Path("filled").exists():
        return
    Path("filled").touch()
    if "small" not in str(folder):
        resource.setrlimit(resource.RLIMIT_FSIZE, (1, resource.RLIM_INFINITY))
        return
    with contextlib.suppress(OSError), (folder.parent / "filler").open("wb", buffering=0) as file:
        while file.write(b"x" * 4096) == 4096:
            pass
'''

TRY = """
from pytest_bdd import parsers

from deskproof.steps.errors import ProductFailure


@when(parsers.parse("the product {does}"))
def _(does):
    if does == "fails":
        raise ProductFailure("It does something else.")
"""

REMOVE = """
from playwright.sync_api import Error


@given("a page", target_fixture="page")
def _(new_context):
    return new_context(actor="Ada").new_page()


@when("the browser is taken away")
def _(page):
    if not Path("removed").exists():
        Path("removed").touch()
        Path(os.environ["DESKPROOF_BROWSER"]).unlink()
        with contextlib.suppress(Error):  # the browser ends before it answers
            page.context.browser.new_browser_cdp_session().send("Browser.crash")
"""


def statuses(run: Run) -> dict[str, str]:
    return {scenario.name: scenario.status for scenario in run.scenarios}


def project_of(write_features: WriteFeatures, step: str, what: str, given: str = "", more: str = "") -> Project:
    text = FEATURE.format(what=what, given=given) + more
    return Project(folder=write_features(conftest=HEAD + step, a=text).parent)


def test_a_worker_that_is_killed_costs_its_scenario(write_features: WriteFeatures) -> None:
    project = project_of(write_features, KILL, "its process is killed")
    done = project.deskproof("run", "-n", "1")
    assert done.status == 2, done.output
    run = load(project.latest)
    assert statuses(run) == {"Before": "passed", "Under it": "broken", "After": "passed"}
    broken = run.scenarios[1]
    assert broken.error is not None
    assert broken.error.message == "The process that ran this scenario ended while it was running."
    assert not broken.attempts[0].cut_short
    assert run.run.ending == "complete"
    assert project.verdict().decision == "blocked"
    assert project.left_over() == []
    refused = project.deskproof("run", "--resume")
    assert "is complete; nothing is left to run" in " ".join(refused.output.split())


HANG = """
import threading


@when("it waits without end")
def _():
    threading.Event().wait()
"""


def test_a_scenario_that_hangs_costs_itself_and_not_the_run(write_features: WriteFeatures) -> None:
    project = project_of(write_features, HANG, "it waits without end")
    done = project.deskproof("run", "-n", "1", "--scenario-seconds", "5")
    assert done.status == 2, done.output
    run = load(project.latest)
    assert statuses(run) == {"Before": "passed", "Under it": "broken", "After": "passed"}
    error = run.scenarios[1].error
    assert error is not None
    (stacks,) = project.latest.glob("hung-*.txt")
    assert error.message == f"It had not ended after 5 seconds; what its process was doing then is in {stacks.name}."
    assert "threading.py" in stacks.read_text(encoding="utf-8")
    (step,) = [step for step in run.scenarios[1].steps if step.status == "broken"]
    assert (step.text, step.error) == ("it waits without end", error)
    assert project.left_over() == []


def test_a_run_of_one_process_ends_with_a_scenario_that_hangs(write_features: WriteFeatures) -> None:
    project = project_of(write_features, HANG, "it waits without end")
    done = project.deskproof("run", "-n", "0", "--scenario-seconds", "5")
    assert done.status == 2, done.output
    run = load(project.latest)
    assert statuses(run) == {"Before": "passed", "Under it": "broken"}
    assert run.run.ending == "cut short"
    assert project.left_over() == []
    assert project.deskproof("run", "--resume").status == 2
    assert statuses(load(project.latest)) == {"Before": "passed", "Under it": "broken", "After": "passed"}


def test_what_a_scenario_has_shown_stays_where_it_hangs_afterwards(write_features: WriteFeatures) -> None:
    hangs_afterwards = """
import threading

import pytest
from deskproof.steps.errors import ProductFailure


@pytest.fixture
def never_closed():
    yield
    threading.Event().wait()


@when("it fails and hangs")
def _(never_closed):
    raise ProductFailure("It does something else.")
"""
    project = project_of(write_features, hangs_afterwards, "it fails and hangs")
    done = project.deskproof("run", "-n", "1", "--scenario-seconds", "5")
    assert done.status == 1, done.output
    run = load(project.latest)
    assert statuses(run) == {"Before": "passed", "Under it": "failed", "After": "passed"}
    assert [step.status for step in run.scenarios[1].steps].count("broken") == 0


@pytest.mark.parametrize("count", [1, 2])
def test_warnings_that_pytest_raises_at_its_end_are_one_sentence(write_features: WriteFeatures, count: int) -> None:
    warns = f"""
COUNT = {count}


class Unheard:
    def __del__(self):
        raise LookupError("nobody hears this")


@when("it is thrown away")
def _():
    pass


def pytest_unconfigure(config):
    for _ in range(COUNT):
        Unheard()
"""
    project = project_of(write_features, warns, "it is thrown away")
    (project.folder / "pytest.ini").write_text("[pytest]\nfilterwarnings = error\n")
    done = project.deskproof("run", "-n", "0")
    assert done.status == 2, done.output
    assert "Traceback" not in done.output
    assert "pytest ended with a warning that counts as an error: Exception ignored in" in " ".join(done.output.split())


def test_a_worker_that_ends_while_it_starts_is_one_sentence(write_features: WriteFeatures) -> None:
    false = """
def pytest_xdist_setupnodes(specs):
    for spec in specs:
        spec.python = "false"


@when("nothing starts")
def _():
    pass
"""
    project = project_of(write_features, false, "nothing starts")
    done = project.deskproof("run", "-n", "2")
    assert done.status == 2, done.output
    assert "Traceback" not in done.output
    said = "The run ended early: A worker process ended while it was starting; start the run again. The traceback is in"
    assert said in " ".join(done.output.split())


@pytest.fixture
def small(tmp_path: Path) -> Iterator[Path]:
    """A disk of two megabytes where one may be mounted; else a folder like any other."""
    place = tmp_path / "small"
    place.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", str(place)], capture_output=True, check=False
    )
    if mounted.returncode != 0:
        place.rmdir()
        yield tmp_path / "out"
        return
    try:
        yield place
    finally:
        subprocess.run(["umount", "--lazy", str(place)], check=True)


@pytest.mark.parametrize("workers", [pytest.param("0", marks=pytest.mark.nightly), "1"])
def test_a_full_disk_ends_the_run_and_loses_nothing(write_features: WriteFeatures, small: Path, workers: str) -> None:
    project = project_of(write_features, FILL, "the disk is full", more=MORE)
    done = project.deskproof("run", "-n", workers, "--out", str(small))
    assert done.status == 2, done.output
    output = " ".join(done.output.split())
    assert "No space left on device" in output or "File too large" in output
    assert "Traceback" not in done.output
    folder = (small / "latest").resolve()
    run = load(folder)
    finished = [scenario for scenario in run.scenarios if scenario.status == "passed"]
    cut = [scenario for scenario in run.scenarios if scenario.attempts[0].cut_short]
    assert "Before" in {item.name for item in finished}
    assert len(cut) <= 1  # none where not even a beginning found room
    assert len(finished) + len(cut) == len(run.scenarios)
    assert run.run.ending != "complete"
    assert run.run.not_run
    assert run.damage == ()
    assert project.left_over() == []

    (small / "filler").unlink(missing_ok=True)
    rendered = project.deskproof("report", str(folder))
    assert rendered.status == 0, rendered.output
    assert "did not reach its end" in rendered.output
    assert "the record could not be written" in rendered.output or run.run.ending == "cut short"
    assert project.deskproof("gate", str(folder)).status == 2
    done = project.deskproof("run", "--resume", str(folder), "-n", "0")
    assert done.status == 0, done.output
    run = load(folder)
    assert {scenario.status for scenario in run.scenarios} == {"passed"}
    assert len(run.scenarios) == 13
    assert all(sum(not attempt.cut_short for attempt in scenario.attempts) == 1 for scenario in run.scenarios)
    assert gaps(run) == ()


def test_a_browser_that_is_taken_away_ends_the_run(write_features: WriteFeatures, tmp_path: Path) -> None:
    project = project_of(write_features, REMOVE, "the browser is taken away", "Given a page")
    browser = tmp_path / "headless-shell"
    real = find("shell").executable
    browser.symlink_to(real)
    done = project.deskproof("run", "-n", "0", DESKPROOF_BROWSER=str(browser))
    assert done.status == 2, done.output
    run = load(project.latest)
    assert statuses(run) == {"Before": "passed", "Under it": "passed", "After": "broken"}
    assert run.scenarios[2].attempts[0].cut_short
    assert run.run.ending != "complete"
    assert project.verdict().decision != "open"

    browser.symlink_to(real)
    done = project.deskproof("run", "--resume", DESKPROOF_BROWSER=str(browser))
    assert done.status == 0, done.output
    run = load(project.latest)
    assert statuses(run)["After"] == "passed"
    assert gaps(run) == ()


ACME = """
from deskproof.reports.formats import Format


def write(source, target):
    target.write_text("half")
    raise ValueError("no comma left")


broken = Format(name="acme", path="acme.csv", write=write)
"""


@pytest.mark.parametrize(("does", "status"), [("works", 2), ("fails", 1)])
def test_a_file_that_cannot_be_written_is_ours_and_a_product_that_fails_comes_first(
    write_features: WriteFeatures, tmp_path: Path, does: str, status: int
) -> None:
    site = tmp_path / "site"
    info = site / "acme_reports-1.0.dist-info"
    info.mkdir(parents=True)
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: acme-reports\nVersion: 1.0\n")
    (info / "entry_points.txt").write_text("[deskproof.formats]\nacme = acme_reports:broken\n")
    (site / "acme_reports.py").write_text(ACME)
    project = project_of(write_features, TRY, f"the product {does}")
    done = project.deskproof("run", "-n", "0", PYTHONPATH=str(site))
    assert done.status == status, done.output
    output = " ".join(done.output.split())
    assert "acme.csv was not written: ValueError: no comma left (acme_reports.py, line 7); fix or uninstall" in output
    assert "Traceback" not in done.output
    made = {file.name for file in project.latest.iterdir()}
    assert {"report.html", "run.json", "junit.xml", "summary.md"} <= made
    assert "acme.csv" not in made


def test_the_history_of_runs_that_go_elsewhere_is_beside_them(tmp_path: Path) -> None:
    project = default_project(Path())
    of_project = OutputPaths.of(project, None, None)
    assert (of_project.runs, of_project.history) == (Path("reports/out"), Path("reports/history.db"))
    assert OutputPaths.of(project, tmp_path, None).history == tmp_path / "history.db"
    assert OutputPaths.of(project, tmp_path, Path(os.devnull)).history == Path(os.devnull)


def test_an_error_before_the_first_scenario_is_named(write_features: WriteFeatures) -> None:
    hook = """
import pytest


@pytest.hookimpl(trylast=True)
def pytest_sessionstart():
    raise LookupError("no such lamp")
"""
    feature = "Feature: Tiny\n\n  @AD-001\n  Scenario: One\n    Then all is well\n"
    project = write_features(conftest=HEAD + hook, a=feature).parent
    done = subprocess.run(
        [Path(sys.executable).with_name("deskproof"), "run", "--out", "out"],
        cwd=project, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 2
    assert "The run ended early: LookupError: no such lamp." in done.stderr
    (log,) = (project / "out").glob("2*/pytest.log")
    assert log.relative_to(project.resolve()).as_posix() in done.stderr.replace("\n", "")
