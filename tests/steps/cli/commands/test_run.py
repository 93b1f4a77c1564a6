"""`deskproof run`: what it takes, what it says, how it ends."""

import os
import re
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from deskproof.reports.record import JournalLine, ScenarioResult, load, scenario_id
from deskproof.steps.cli import main
from deskproof.steps.runner.execution import FAILED
from tests import forks
from tests.steps.conftest import WriteFeatures, features_writer

ROOT = Path(__file__).parents[4]

CONFTEST = """
from pytest_bdd import given, then, when

from deskproof.steps.errors import ProductFailure

pytest_plugins = ("deskproof.steps.runner.plugin",)


@given("a page", target_fixture="page")
def _(new_context):
    return new_context(actor="Ada").new_page()


@when("nothing happens for a long time")
def _(page):
    with open("waiting.fifo", "w") as pipe:
        print("waiting", file=pipe)
    page.wait_for_function("false", timeout=600_000)


@then("all is well")
def _():
    pass


@then("nothing is")
def _():
    raise ProductFailure("all is lost")
"""

FEATURE = """Feature: Tiny

  @AD-001
  Scenario: Good
    Then all is well

  @AD-002
  Scenario: Bad
    Then nothing is

  @AD-002
  Scenario: Endless
    Given a page
    When nothing happens for a long time
"""


QUARANTINE = """at_most = 1
[[scenario]]
id = "{id}"
owner = "Ada"
reason = "Known to be bad."
expires = 2026-01-31
"""


def deskproof(project: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return forks.run("deskproof", ["run", *arguments], project, environment={**os.environ, **environment})


@pytest.fixture
def project(write_features: WriteFeatures) -> Path:
    return write_features(conftest=CONFTEST, a=FEATURE).parent


# ---- what was asked for


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["--nonsense"], "--nonsense"),
        (
            ["no/such/folder"],
            "no/such/folder is neither a folder nor a feature file; name features/ or a *.feature file",
        ),
        (["features/nothing.feature:3"], "features/nothing.feature:3 is neither a folder nor a feature file"),
        (["-n", "many"], "'many' is not a number of workers; give 0, 1, 2 … 256, or auto."),
        (["empty"], "empty is not below features/, the folder of the project's features"),
    ],
)
def test_a_wrong_argument_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[str], sentence: str
) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "features").mkdir()
    (tmp_path / "deskproof.toml").touch()
    monkeypatch.chdir(tmp_path)
    done = CliRunner().invoke(main, ["run", *arguments])
    assert done.exit_code == 2
    assert sentence in re.sub(r"\s+", " ", done.output)


def test_headed_wants_a_screen(project: Path) -> None:
    if sys.platform != "linux":
        pytest.skip("only Linux tells by its environment whether there is a screen")
    done = deskproof(project, "--headed", DISPLAY="", WAYLAND_DISPLAY="")
    assert done.returncode == 2
    assert "There is no screen to show a browser on" in done.stderr


def test_a_folder_that_cannot_take_the_run_is_refused(project: Path) -> None:
    (project / "taken").write_text("")
    done = deskproof(project, "--out", "taken/out")
    assert done.returncode == 2
    assert "cannot take a run" in done.stderr


# ---- how it ends


def test_good_is_0_and_says_so(project: Path) -> None:
    done = deskproof(project, "-k", "good", "-n", "0")
    assert done.returncode == 0, done.stdout + done.stderr
    assert "1/1 passed Good" in done.stdout
    assert "report     reports/out/latest/report.html" in done.stdout
    assert (project / "reports" / "out" / "latest" / "report.html").is_file()
    assert load(project / "reports" / "out" / "latest").run.ending == "complete"


def test_failed_is_1_and_says_why(project: Path) -> None:
    done = deskproof(project, "features/a.feature:7", "-n", "1", "--out", "elsewhere")
    assert done.returncode == FAILED, done.stdout + done.stderr
    assert "failed Bad features/a.feature:8\n     all is lost" in done.stdout
    assert (project / "elsewhere" / "latest" / "junit.xml").is_file()


@pytest.mark.parametrize("workers", ["0", "1"])
def test_nothing_chosen_is_2_and_leaves_no_run(project: Path, workers: str) -> None:
    done = deskproof(project, "-k", "good nobody", "-n", workers)
    assert done.returncode == 2, done.stdout + done.stderr
    assert "no scenario's name fits 'good nobody'; give words of a name" in done.stderr
    assert not (project / "reports").exists()


def test_a_scenario_in_quarantine_runs_and_does_not_fail_the_run(project: Path) -> None:
    (project / "quarantine.toml").write_text(QUARANTINE.format(id=scenario_id("features/a.feature", None, "Bad")))
    done = deskproof(project, "-k", "good or bad", "-n", "1")
    assert done.returncode == 0, done.stdout + done.stderr
    run = load(project / "reports" / "out" / "latest")
    assert {scenario.name: scenario.status for scenario in run.scenarios} == {"Good": "passed", "Bad": "quarantined"}
    assert (run.run.planned, run.run.suite) == (2, 3)
    assert (project / "reports" / "history.db").is_file()


def test_an_unknown_scenario_in_quarantine_is_2(project: Path) -> None:
    (project / "quarantine.toml").write_text(QUARANTINE.format(id="gone-0123456789"))
    done = deskproof(project, "-n", "0")
    assert done.returncode == 2
    assert "quarantine.toml names gone-0123456789, which is not a scenario of features/" in done.stdout + done.stderr


def test_an_unknown_tag_is_2(project: Path) -> None:
    done = deskproof(project, "--tags", "@AD-099")
    assert done.returncode == 2
    assert "no scenario is tagged @AD-099; the tags in use are @AD-001, @AD-002." in done.stdout + done.stderr


def test_check_only_runs_nothing(project: Path) -> None:
    done = deskproof(project, "--check-only")
    assert done.returncode == 0, done.stderr
    assert done.stdout == "3 scenarios: every step has one definition, every scenario has a claim to prove.\n"
    assert not (project / "reports").exists()


def test_check_only_is_2_where_something_is_wrong(project: Path) -> None:
    (project / "features" / "a.feature").write_text(FEATURE.replace("all is well", "all is fine"))
    done = deskproof(project, "--check-only")
    assert done.returncode == 2
    assert "features/a.feature:5: no definition fits the then step 'all is fine'" in done.stderr
    assert "2 findings: fix them, then the features can run." in done.stderr


def test_no_browser_is_2_with_the_sentence(project: Path) -> None:
    done = deskproof(project, "-n", "0", "--browser", "/no/such/browser")
    assert done.returncode == 2
    assert "DESKPROOF_BROWSER is '/no/such/browser', which is not an executable file" in done.stdout + done.stderr


@pytest.mark.parametrize(("number", "workers"), [(signal.SIGINT, "0"), (signal.SIGTERM, "1")])
def test_an_interrupted_run_leaves_its_report_and_no_processes(
    project: Path, number: signal.Signals, workers: str
) -> None:
    os.mkfifo(project / "waiting.fifo")
    command = ["run", "-n", workers, "-k", "good or endless"]
    with subprocess.Popen(
        [sys.executable, "-c", "from deskproof.steps.cli import main; main()", *command],
        cwd=project,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        start_new_session=True,
    ) as process:
        try:
            assert (project / "waiting.fifo").read_text() == "waiting\n"
            process.send_signal(number)
            output, _ = process.communicate(timeout=120)
        finally:
            process.kill()
    assert process.returncode == 2, output
    run = load(project / "reports" / "out" / "latest")
    assert run.run.ending == "interrupted"
    assert {scenario.name: scenario.status for scenario in run.scenarios} == {"Good": "passed", "Endless": "broken"}
    assert "report     reports/out/latest/report.html" in output
    assert _left_over(process.pid) == []


def _left_over(session: int) -> list[str]:
    """Processes that still belong to the run: those of its terminal session, and those that name its folder."""
    listed = subprocess.run(["ps", "-eo", "sid=,args="], capture_output=True, text=True, check=True).stdout
    return [line for line in listed.splitlines() if line.split(maxsplit=1)[0] == str(session)]


# ---- choosing: one sentence, nothing started, nothing written


@pytest.fixture
def other(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Another project on the same machine."""
    return features_writer(tmp_path_factory.mktemp("other"))(conftest=CONFTEST, a=FEATURE).parent


def everything(*folders: Path) -> set[Path]:
    return {path for folder in folders for path in folder.rglob("*") if "__pycache__" not in path.parts}


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["{other}/features"], "outside the project at {project}"),
        (["{other}/features/a.feature:4"], "outside the project at {project}"),
        (["linked/a.feature"], "linked/a.feature lies in {other}, outside the project at {project}"),
        (["features/a.feature", "{other}/features/a.feature"], "outside the project at {project}"),
        (["features", "--", "{other}/features"], "outside the project at {project}"),
        (
            ["features", "--", "-q", "{other}/features"],
            "{other}/features lies in {other}, outside the project at {project}",
        ),
        (["features/a.feature:4", "features/a.feature:9999"], "no scenario is at features/a.feature:9999; the nearest"),
        (
            ["features/a.feature:4", "features/a.feature:9999", "--check-only"],
            "no scenario is at features/a.feature:9999",
        ),
        (["features/a.feature:2"], "no scenario is at features/a.feature:2; the nearest begins at line 4"),
        (["-k", "  "], "'  ' has nothing in it to look for; give WORDS, or leave the option out."),
        (["-k", ""], "'' has nothing in it to look for"),
        (["-k", "\u00a0\t"], "has nothing in it to look for"),
        (["-k", '""'], "has nothing in it to look for"),
        (["--tags", ""], "'' has nothing in it to look for; give TAGS, or leave the option out."),
        (["--changed-since", " "], "' ' has nothing in it to look for; give REV, or leave the option out."),
        (["--impacted-since", " "], "' ' has nothing in it to look for; give REV, or leave the option out."),
        (["--watch", "-k", " "], "' ' has nothing in it to look for"),
        (["--", "-k", "  "], "-k '  ' has nothing in it to look for; give words, or leave it out."),
        (["--browser", " "], "' ' has nothing in it to look for"),
        (["--out", ""], "the path is blank; name one, or leave it out."),
        (["--history", " "], "the path is blank"),
        (["--resume", " "], "the run is blank; name its folder, or leave it out."),
        (["features/a.feature:4", "--tags", "@AD-002"], "no scenario fits all of the conditions"),
        (["features/a.feature:4", "--shard", "2/2"], "2 shards of 1 scenarios would leave some with nothing to run"),
    ],
)
def test_a_wrong_choice_is_one_sentence_and_leaves_nothing(
    project: Path, other: Path, arguments: list[str], sentence: str
) -> None:
    (project / "linked").symlink_to(other / "features")
    before = everything(project, other)
    done = deskproof(project, *(text.format(other=other) for text in arguments))
    assert done.returncode == 2, done.stdout + done.stderr
    assert done.stdout == ""
    said, expected = (
        re.sub(r"\s+", " ", text) for text in (done.stderr, sentence.format(other=other, project=project))
    )
    assert expected in said
    assert len(re.findall(r"error:", done.stderr, re.IGNORECASE)) == 1
    assert everything(project, other) == before


def test_nothing_of_a_name_or_an_error_acts_on_the_terminal(project: Path) -> None:
    harm = "\x1b[2J\x1b]0;mine\x07\x9b\u202e"
    conftest = CONFTEST.replace('"all is lost"', repr(f"all is {harm} lost"))
    (project / "features" / "conftest.py").write_text(conftest, encoding="utf-8")
    pytest_itself = subprocess.run(
        [sys.executable, "-m", "pytest", "features", "-p", "no:randomly", "-k", "good or bad"],
        cwd=project,
        capture_output=True,
        check=False,
        timeout=300,
    )
    runs = {
        "run": deskproof(project, "-k", "good or bad", "-n", "1"),
        "nothing": deskproof(project, "-k", f"nobody {harm}"),
        "path": deskproof(project, f"features/{harm}.feature"),
        "option": deskproof(project, f"--no{harm}"),
    }
    named = FEATURE.replace("Scenario: Bad", f"Scenario: Bad {harm}")
    (project / "features" / "a.feature").write_text(named, encoding="utf-8")
    runs |= {"named": deskproof(project, "-n", "1"), "check": deskproof(project, "--check-only")}
    printed = {name: done.stdout + done.stderr for name, done in runs.items()}
    printed["pytest"] = (pytest_itself.stdout + pytest_itself.stderr).decode()
    printed["log"] = (project / "reports" / "out" / "latest" / "pytest.log").read_text(encoding="utf-8")
    assert {name for name, text in printed.items() if set(text) & set("\x1b\x07\x9b\u202e")} == set()
    assert "all is ␛[2J␛]0;mine␇\\x9b\\u202e lost" in printed["run"]
    assert "all is ␛[2J␛]0;mine␇\\x9b\\u202e lost" in printed["pytest"]
    assert "has U+001B (escape) between 'Bad' and '[2J'" in printed["named"]


# ---- the real features


@pytest.mark.nightly
def test_equal_runs_give_equal_journals_however_many_workers(tmp_path: Path) -> None:
    runs = []
    for workers in ("1", "2"):
        out = tmp_path / workers
        done = deskproof(ROOT, "features/10_sign_out.feature", "--tags", "@AD-085", "-n", workers, "--out", str(out))
        assert done.returncode == 0, done.stdout + done.stderr
        runs.append(load(out / "latest"))
    one, two = ({scenario.id: (scenario.status, _journal(scenario)) for scenario in run.scenarios} for run in runs)
    assert 1 < len(one) < 20
    assert all(journal for _, journal in one.values())
    assert one == two


def _journal(scenario: ScenarioResult) -> list[JournalLine]:
    return [line for step in scenario.steps if step.evidence for line in step.evidence.journal]


MISSPELT = (
    ('"Returns"', '"Retrns"'),
    (r"\| Returns \|\n\n", "| Retrns |\n\n"),
    (r"\| Sup +\| Support +\| Sales +\|", "| Sup | Support | Retrns |"),
    (r"\| SALE +\| Sales +\| Returns +\|", "| SALE | Support | Returns |"),
)
"""In the feature of teams: three misspelt names, and one that is right and must not be found."""
MISSPELT_IN = "own teams or found by typing or names contain or fits best"


@pytest.mark.nightly
def test_a_misspelt_team_breaks_a_scenario_and_is_no_failure_of_the_product(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "features", tmp_path / "features")
    shutil.copy(ROOT / "deskproof.toml", tmp_path)
    (tmp_path / "pytest.ini").write_text("[pytest]\naddopts = --import-mode=importlib\n")
    for file in (tmp_path / "features").rglob("08_team_and_role.feature"):
        text = file.read_text(encoding="utf-8")
        for right, wrong in MISSPELT:
            text, count = re.subn(right, wrong, text, count=1)
            assert count == 1
        file.write_text(text, encoding="utf-8")
    done = deskproof(tmp_path, "-n", "1", "features/08_team_and_role.feature", "-k", MISSPELT_IN)
    assert done.returncode == FAILED, done.stdout + done.stderr
    run = load(tmp_path / "reports" / "out" / "latest")
    broken = [scenario for scenario in run.scenarios if scenario.status == "broken"]
    assert sorted(item.name for item in broken) == [
        "A team found by typing can be picked",
        "The list has the agent's own teams",
        "The list shows the teams whose names contain what is typed",
    ]
    sentence = 'There is no team "Retrns" here; there are Returns, Support, Sales'
    assert [item.error.message[: len(sentence)] for item in broken if item.error] == [sentence] * 3
    assert [scenario.example for scenario in run.scenarios if scenario.status == "failed"] == [
        "SALE | Support | Returns"
    ]
