"""`deskproof defects`: scenarios that detect a defect, defects that are detected, and refusals."""

import json
import re
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from deskproof.reports.record import load
from deskproof.steps.cli import main
from deskproof.steps.cli.proof import NothingMissing, Taken, number_of_workers
from deskproof.steps.gherkin.files.reader import read_feature, read_features
from deskproof.steps.project.project import load_project
from tests import forks
from tests.steps.conftest import features_writer
from tests.steps.runner.tiny import OPTIONS, PAGES

ROOT = Path(__file__).parents[4]
FEATURE = "features/02_forgotten_password.feature"


def defects(*arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", "from deskproof.steps.cli import main; main()", "defects", *arguments]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)


@pytest.mark.nightly
def test_the_scenarios_about_it_fail_and_the_others_do_not(tmp_path: Path) -> None:
    done = defects(FEATURE, "--defect", "code-is-mailed-to-all", "-n", "1", "--out", str(tmp_path / "out"))
    assert done.returncode == 0, done.stdout + done.stderr
    lines = done.stdout.splitlines()
    assert lines[0] == "Round 1: 4 scenarios against 1 defect"
    assert [line.partition("] ")[2] or line.strip() for line in lines if " caught " in line] == [
        "2/4 caught Nobody else gets the code",
        "4/4 caught For another e-mail address everything starts over",
    ]
    assert [line.strip() for line in lines if " missed " in line] == [
        "1/4 missed The agent gets an e-mail with the code",
        "3/4 missed The agent can have another code sent",
    ]
    assert lines[-2:] == ["scenarios  2 of 4 detect a defect", "defects    1 of 1 detected"]
    assert not any("detects no defect" in line for line in lines)
    saved = json.loads((tmp_path / "out" / "defects.json").read_text(encoding="utf-8"))
    assert saved["schema"] == "deskproof/defects/1"
    caught, _ = saved["caught"].values()
    assert caught["step"] == "Then Bo has no e-mail with a confirmation code"
    assert caught["reason"]
    result, _ = (each for each in load(tmp_path / "out" / "round-1").scenarios if each.status == "failed")
    failed = next(step for step in result.steps if step.status == "failed")
    pictured = [step for step in result.steps if step.evidence and step.evidence.pictures]
    assert pictured == [failed]
    assert all(step.evidence.accessibility is None for step in result.steps if step.evidence)


@pytest.mark.parametrize(
    ("requested", "scenarios", "expected"), [("3", 2, "2"), ("3", 4, "3"), ("0", 4, "0"), ("auto", 1, "1")]
)
def test_there_are_no_more_workers_than_scenarios(requested: str, scenarios: int, expected: str) -> None:
    assert number_of_workers(requested, scenarios) == expected


@pytest.mark.parametrize(("gigabytes", "expected"), [(16, "16"), (4, "8"), (0.25, "1")])
def test_cores_and_memory_limit_the_workers(gigabytes: float, expected: str, monkeypatch: pytest.MonkeyPatch) -> None:
    pages = {"SC_PHYS_PAGES": int(gigabytes * 2**18), "SC_PAGE_SIZE": 2**12}
    monkeypatch.setattr("os.cpu_count", lambda: 2)
    monkeypatch.setattr("os.sysconf", pages.__getitem__)
    assert number_of_workers("auto", 1_000) == expected


def test_the_list_tells_what_each_does() -> None:
    done = CliRunner().invoke(main, ["defects", "--list"])
    assert done.exit_code == 0
    assert "code-is-mailed-to-all: Everybody gets the mail with the confirmation code. (AD-026)" in done.output


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["--defect", "nonesuch"], "there is no defect 'nonesuch'; `deskproof defects --list` names them."),
        (["README.md"], "README.md is not a feature file of features/; name feature files below it."),
        (
            ["features/12_microsoft_teams.feature", "nowhere.feature"],
            "nowhere.feature is not a feature file of features/; name feature files below it.",
        ),
        (["--defect", ""], "there is no defect ''; `deskproof defects --list` names them."),
        (
            ["features/12_microsoft_teams.feature", "--defect", "code-is-mailed-to-all"],
            "None of the scenarios has a claim that these defects break; name others.",
        ),
    ],
)
def test_what_cannot_be_done_is_one_sentence(
    arguments: list[str], sentence: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT)
    done = CliRunner().invoke(main, ["defects", *arguments, "--out", str(tmp_path / "out")])
    assert done.exit_code == 2
    assert sentence in done.output


def test_a_folder_with_other_things_in_it_is_left_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    (tmp_path / "round-1").mkdir()
    (tmp_path / "letter.txt").write_text("Dear Ada")
    done = CliRunner().invoke(main, ["defects", FEATURE, "--out", str(tmp_path)])
    assert done.exit_code == 2
    assert "has letter.txt, which no earlier check wrote; name another folder with --out." in done.output
    assert sorted(item.name for item in tmp_path.iterdir()) == ["letter.txt", "round-1"]


@pytest.mark.parametrize(("language", "expected"), [("en", {"en"}), ("sv", {"sv"}), (None, {"en", "sv"})])
def test_an_edition_is_taken_or_both(language: str | None, expected: set[str]) -> None:
    taken = Taken(project=load_project(ROOT), files=(), language=language, workers="1")
    assert {scenario.language for scenario in taken.scenarios(read_features(taken.features))} == expected


def test_of_the_missing_only_those_are_taken_of_which_nothing_is_kept() -> None:
    suite = read_features(ROOT / "features")
    taken = Taken(project=load_project(ROOT), files=[ROOT / FEATURE], language="en", workers="1", missing=True)
    every = [scenario.id for scenario in taken.scenarios(suite)]
    assert [scenario.id for scenario in taken.scenarios(suite, every[1:])] == every[:1]
    with pytest.raises(NothingMissing, match=f"Nothing is missing: all {len(every)} scenarios have detected a defect"):
        taken.scenarios(suite, every)


def test_that_none_is_missing_is_good_news(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    done = CliRunner().invoke(main, ["defects", FEATURE, "--missing", "--out", str(tmp_path / "out")])
    assert done.exit_code == 0
    count = len(read_feature(ROOT / FEATURE, FEATURE).scenarios)
    assert f"Nothing is missing: all {count} scenarios have detected a defect." in done.output


@pytest.mark.nightly
def test_a_check_that_is_cut_short_keeps_what_was_seen(tmp_path: Path) -> None:
    out = tmp_path / "out"
    command = [sys.executable, "-c", "from deskproof.steps.cli import main; main()", "defects", FEATURE, "-n", "1"]
    command += ["--defect", "code-is-mailed-to-all", "--out", str(out)]
    process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    assert process.stdout is not None
    lines = iter(process.stdout.readline, "")
    assert any("1/4 missed" in line for line in lines)
    process.send_signal(signal.SIGINT)
    rest, complaint = process.communicate()
    assert process.returncode == 2
    assert f"Error: The check was cut short in round 1; {out}/round-1/pytest.log says more." in complaint
    seen = [item["sight"] for item in json.loads((out / "defects.json").read_text(encoding="utf-8"))["seen"]]
    assert seen[0] == "missed"  # whether the second came to its end too is a race
    assert f"scenarios  {seen.count('caught')} of 4 detect a defect" in rest


STEPS = (
    PAGES
    + """

@when("the catalogue is open")
def _(page, tenant):
    page.goto(f"{tenant.desktop_url.rstrip('/')}/u2c/api/v1/limited/catalog?format=hostmap")


@when("the page for help is open")
def _(page, tenant):
    page.goto(f"{tenant.identity_url.rstrip('/')}/help")


@then(parsers.parse("it does not show {text}"))
def _(page, text):
    expect(page.get_by_text(text)).to_have_count(0)
"""
)
PROJECT = """Feature: Project

  @AD-001
  Scenario: The catalogue has links
    Given a page with \\<p\\>nothing
    When the catalogue is open
    Then it shows serviceLinks

  @AD-002
  Scenario: Help says nothing else
    Given the desktop's address is open
    When the page for help is open
    Then it does not show Changed
"""
TEXTS = 'en = "It breaks."\nsv = "Det brister."\n'
SCRIPT = """claims = ["AD-002"]
script = "**/static/identity.js"
replace = "document.body.append('Changed'); for (const form of document.querySelectorAll('form')) {"
"""
OURS = f"""
[[defect]]
name = "no-links"
{TEXTS}claims = ["AD-001"]
answer = "catalogue before sign-in"
remove = ["serviceLinks"]

[[defect]]
name = "nobody-called"
{TEXTS}claims = ["AD-001"]
frame = "mobius.call"
sent = "never"

[[defect]]
name = "help-says-more"
{TEXTS}{SCRIPT}find = 'for (const form of document.querySelectorAll("form")) {{'

[[defect]]
name = "of-an-older-script"
{TEXTS}{SCRIPT}find = "nowhere to be found"
"""


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project with defects of its own: of an answer, of an event and of scripts."""
    folder = tmp_path_factory.mktemp("project")
    features_writer(folder)(conftest=STEPS, project=PROJECT)
    (folder / "defects").mkdir()
    with (folder / "deskproof.toml").open("a", encoding="utf-8") as settings:
        settings.write('defects = "defects"\n')
    return folder


def of_the_project(project: Path, *arguments: str, text: str = OURS) -> subprocess.CompletedProcess[str]:
    (project / "defects" / "ours.toml").write_text(text, encoding="utf-8")
    chosen = ["-n", "2", "--out", str(project / "out")]
    return forks.run("deskproof", ["defects", *chosen, *arguments], project)


@pytest.mark.nightly
def test_defects_of_answers_frames_and_scripts_are_met_and_detected_like_ours(project: Path) -> None:
    fitting = OURS[: OURS.index('[[defect]]\nname = "of-an-older-script"')]
    done = of_the_project(project, "--keep", "--own", text=fitting)
    assert done.returncode == 1, done.stdout + done.stderr
    lines = [line.strip() for line in done.stdout.splitlines()]
    words = sorted(line.partition(" ")[2] for line in lines if re.match(r"\d/\d ", line))
    assert words == [
        "caught Help says nothing else", "caught The catalogue has links", "unmet The catalogue has links",
    ]  # fmt: skip
    assert 'The scenario does not meet the defect: no frame "mobius.call" was sent.' in lines
    assert lines[-4:-1] == [
        "no scenario meets: nobody-called", "scenarios  2 of 2 detect a defect", "defects    2 of 3 detected",
    ]  # fmt: skip
    saved = json.loads((project / "out" / "defects.json").read_text(encoding="utf-8"))
    assert (saved["idle"], saved["unmet"], saved["never"]) == (["nobody-called"], ["nobody-called"], [])
    run = load(project / "out" / "round-1")
    assert {result.status for result in run.scenarios} == {"failed"}
    assert not any(result.error and result.error.unasked for result in run.scenarios)

    forks.run("pytest", ["features", "--run-folder", "run", *OPTIONS], project)
    detected = {result.name: result.detection.defect for result in load(project / "run").scenarios if result.detection}
    assert detected == {"The catalogue has links": "no-links", "Help says nothing else": "help-says-more"}


def test_a_script_that_has_changed_under_its_defect_ends_the_check(project: Path) -> None:
    done = of_the_project(project, "--defect", "of-an-older-script")
    assert done.returncode == 2, done.stdout + done.stderr
    assert "1/1 unclear Help says nothing else" in done.stdout
    sentence = "of-an-older-script: its find is not in http"
    assert done.stderr.startswith(f"Error: {sentence}")
    assert done.stderr.endswith("/static/identity.js; expected exactly once. Correct the entry's find.\n")


def test_defects_that_do_not_fit_are_refused_before_anything_runs(project: Path) -> None:
    done = of_the_project(project, text=OURS.replace('"mobius.call"', '"mobius.cal"'))
    assert (done.returncode, done.stdout) == (2, "")
    assert (
        'nobody-called: its frame "mobius.cal" is not in the wire catalogue; did you mean "mobius.call"' in done.stderr
    )


def test_what_is_in_quarantine_fails_anyway_and_is_left_out(project: Path) -> None:
    (suite,) = read_features(project / "features")
    listed = next(scenario.id for scenario in suite.scenarios if scenario.title == "Help says nothing else")
    quarantine = project / "quarantine.toml"
    quarantine.write_text(
        f'at_most = 1\n[[scenario]]\nid = "{listed}"\nowner = "Ada"\nreason = "It waits."\nexpires = 2999-01-01\n',
        encoding="utf-8",
    )
    try:
        done = of_the_project(project, "--defect", "help-says-more")
    finally:
        quarantine.unlink()
    assert done.returncode == 2, done.stdout + done.stderr
    assert "None of the scenarios has a claim that these defects break; name others." in done.stderr


def test_without_defects_of_its_own_a_project_has_none_to_use(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    features_writer(tmp_path)(conftest=STEPS, project=PROJECT)
    monkeypatch.chdir(tmp_path)
    done = CliRunner().invoke(main, ["defects", "--own"])
    assert done.exit_code == 2
    assert "The project has no defects of its own; name their folder in deskproof.toml." in done.output
