"""`deskproof new scenario`: what it writes is well-formed, what it says leads on, what it refuses is left alone."""

import os
import pty
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from deskproof.steps.cli import main

ROOT = Path(__file__).parents[4]
IDLE = (
    "10", "--rule", "first becomes Idle", "--claim", "AD-084",
    "--title", "An idle agent waves", "En passiv agent vinkar",
    "--given", "Bo is signed in", "Bo är inloggad",
    "--when", 'Bo waves "3" times to Ada', 'Bo vinkar "3" gånger till Ada',
    "--then", "Bo is Idle", "Bo är Passiv",
)  # fmt: skip


@pytest.fixture(autouse=True)
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of our features to write into."""
    shutil.copy(ROOT / "deskproof.toml", tmp_path)
    shutil.copytree(ROOT / "features", tmp_path / "features", ignore=shutil.ignore_patterns("__pycache__"))
    monkeypatch.chdir(tmp_path)
    return tmp_path


def scenario(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["new", "scenario", *arguments])


def command_line(*arguments: str) -> list[str]:
    return [sys.executable, "-c", "from deskproof.steps.cli import main; main()", *arguments]


def test_the_check_then_names_the_sentences_that_are_left_to_define_and_nothing_else(project: Path) -> None:
    made = scenario(*IDLE)
    assert made.exit_code == 0, made.output
    checked = subprocess.run(
        command_line("run", "--check-only"), cwd=project, capture_output=True, text=True, check=False
    )
    found = [line for line in (checked.stdout + checked.stderr).splitlines() if line.startswith("features/")]
    assert found == [
        f"features/{place}: no definition fits the when step '{text}'; define it in a module of the vocabulary."
        for place, text in (
            ("10_sign_out.feature:31", 'Bo waves "3" times to Ada'),
            ("sv/10_sign_out.feature:32", 'Bo vinkar "3" gånger till Ada'),
        )
    ]


def test_it_says_what_was_written_and_what_to_do_next() -> None:
    made = scenario(*IDLE)
    assert made.output.splitlines() == [
        "Written:",
        "  features/10_sign_out.feature:29",
        "  features/sv/10_sign_out.feature:30",
        "Next:",
        "  Define in steps/definitions what has no definition yet, and what its screens do in",
        "  steps/screens/interface and steps/screens/reference:",
        "",
        '    @when("{person} waves {text} times to {other}", sv="{person} vinkar {text} gånger till {other}")',
        "    def _(cast: Cast, person: str, text: str, other: str) -> None:",
        "        raise NotImplementedError",
        "",
        "  Write the rule, where it is new, in simulator/domain with its test in tests/simulator/domain.",
        "  Name a defect of AD-084 in simulator/defects/10_sign_out.toml, if none there breaks this.",
        "  deskproof run --check-only",
        "  deskproof run features/10_sign_out.feature:29 features/sv/10_sign_out.feature:30",
        "  deskproof defects features/10_sign_out.feature --missing --keep",
        "docs/writing-scenarios.md explains each step.",
    ]


def test_what_is_refused_is_one_sentence_and_writes_nothing(project: Path) -> None:
    assert scenario(*IDLE).exit_code == 0
    before = {file: file.read_bytes() for file in project.rglob("*.feature")}
    again = scenario(*IDLE)
    assert again.exit_code == 2
    assert "Error: features/10_sign_out.feature:35: has the name 'An idle agent waves' of the scenario" in again.output
    assert {file: file.read_bytes() for file in project.rglob("*.feature")} == before


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["10", "--new-feature", "A", "B"], "FEATURE and --new-feature name two features; give one of them."),
        (["10", "--rule", "A", "--new-rule", "A", "B"], "--rule and --new-rule name two rules; give one of them."),
        (
            ["10", "--claim", "AD-084"],
            "missing --title, --when, --then; without a terminal nothing can be asked for, so give them all.",
        ),
    ],
    ids=["two features", "two rules", "missing"],
)
def test_options_that_do_not_go_together_are_refused(arguments: list[str], sentence: str) -> None:
    refused = scenario(*arguments)
    assert refused.exit_code == 2
    assert sentence in refused.output


@pytest.mark.parametrize(
    ("settings", "sentence"),
    [
        ('languages = ["en", "sv"]\nfeatures = "none"\n', "The project has no folder none/; make it first."),
        ('languages = ["de"]\n', "This writes a scenario in en and sv, and the features of the project are in de;"),
        (None, "There is no deskproof.toml in "),
    ],
)
def test_without_a_place_to_write_nothing_is_written(project: Path, settings: str | None, sentence: str) -> None:
    if settings is None:
        (project / "deskproof.toml").unlink()
    else:
        (project / "deskproof.toml").write_text(settings, encoding="utf-8")
    refused = scenario(*IDLE)
    assert refused.exit_code == 2
    assert sentence in refused.output


def test_a_file_that_cannot_be_written_is_named(project: Path) -> None:
    last = max(int(file.name[:2]) for file in (project / "features").glob("[0-9]*.feature"))
    new = f"{last + 1}_new.feature"
    (project / "features" / "sv" / f".{new}.new").mkdir()
    refused = scenario("--new-feature", "New", "Ny", *IDLE[3:])
    assert refused.exit_code == 2
    assert f"features/sv/.{new}.new cannot be written (Is a directory); nothing was changed." in refused.output
    assert not list(project.rglob(new))


def test_on_a_terminal_it_asks_for_what_is_missing(project: Path) -> None:
    controller, terminal = pty.openpty()
    answers = (
        "@AD-084", "An idle agent waves", "En passiv agent vinkar",
        "Bo is signed in", "Bo är inloggad", "Bo waves", "Bo vinkar", "Bo is Idle", "Bo är Passiv",
    )  # fmt: skip
    with subprocess.Popen(
        command_line("new", "scenario", "10", "--rule", "first becomes Idle"),
        cwd=project,
        stdin=terminal,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    ) as asked:
        os.close(terminal)
        os.write(controller, "".join(f"{answer}\n" for answer in answers).encode())
        output, _ = asked.communicate(timeout=60)
    os.close(controller)
    assert asked.returncode == 0, output
    assert "Given (Swedish): " in output
    text = (project / "features" / "sv" / "10_sign_out.feature").read_text(encoding="utf-8")
    steps = ("Givet att Bo är inloggad", "När Bo vinkar", "Så är Bo Passiv")
    assert "\n      ".join(["    Scenario: En passiv agent vinkar", *steps]) in text
