"""docs/writing-scenarios.md: what it names is there, and the way it leads works to the letter."""

import ast
import re
import shlex
import shutil
import textwrap
import tomllib
from pathlib import Path

import pytest
from click.testing import CliRunner

import deskproof.steps.definitions
from deskproof.simulator.defects import SourceDefect
from deskproof.steps.cli import main
from deskproof.steps.gherkin.bind_check.check import check, known_definitions
from tests.docs.pages import ROOT, Block, blocks, commands, paths, refusal

PAGE = (ROOT / "docs/writing-scenarios.md").read_text(encoding="utf-8")
MOST_FILES = 12


def block(language: str, having: str) -> str:
    """The one block of the page in this language that has these words."""
    (found,) = [each.text for each in blocks(PAGE) if each.language == language and having in each.text]
    return found


def table() -> list[str]:
    """The files of the page's table."""
    return re.findall(r"^\| `([^`@]+)` \|", PAGE, flags=re.MULTILINE)


def test_every_path_is_there() -> None:
    named = paths(PAGE)
    assert set(table()) <= named
    assert sorted(path for path in named if not any((ROOT / at / path).exists() for at in ("", "docs"))) == []


def test_every_command_is_one_of_ours() -> None:
    calls = list(commands(PAGE))
    assert {"new", "run", "defects", "sentences"} <= {call[0] for call in calls}
    assert [said for call in calls if (said := refusal(call))] == []


def test_a_new_claim_touches_twelve_files_at_most() -> None:
    assert 0 < len(table()) <= MOST_FILES
    assert len(set(table())) == len(table())


def test_every_file_of_the_table_comes_up_on_the_way() -> None:
    way = PAGE.partition("### 1.")[2]
    assert [file for file in table() if file not in way] == []


@pytest.mark.parametrize("each", [each for each in blocks(PAGE) if each.language == "python"])
def test_python_on_the_page_is_python(each: Block) -> None:
    ast.parse(textwrap.dedent(each.text))


def test_the_defect_breaks_the_rule_that_the_page_shows() -> None:
    (written,) = tomllib.loads(block("toml", "[[defect]]"))["defect"]
    defect = SourceDefect(**{**written, "claims": tuple(written["claims"])})
    assert block("python", "def colleagues").count(defect.find) == 1
    assert f"deskproof defects --defect {defect.name} --keep" in PAGE


def test_the_command_writes_what_the_page_shows_and_leaves_its_sentence_to_define(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    shutil.copy(ROOT / "deskproof.toml", tmp_path)
    shutil.copytree(ROOT / "features", tmp_path / "features", ignore=shutil.ignore_patterns("__pycache__"))
    with (tmp_path / "features/claims.toml").open("a", encoding="utf-8") as claims:
        claims.write("\n" + block("toml", "[claims.AD-101]"))
    call = shlex.split(block("sh", "new scenario").replace("\\\n", " "))
    made = CliRunner().invoke(main, call[1:])
    assert made.exit_code == 0, made.output
    for file, language in (
        ("features/08_team_and_role.feature", "Rule:"),
        ("features/sv/08_team_and_role.feature", "Regel:"),
    ):
        assert (tmp_path / file).read_text(encoding="utf-8").endswith("\n\n" + block("gherkin", language))
    ours = deskproof.steps.definitions.__name__  # other tests of this process may have registered definitions too
    known = [known for known in known_definitions(ROOT) if known.function.__module__.startswith(f"{ours}.")]
    checked = check(tmp_path / "features", known)
    assert [finding.undefined for finding in checked.findings] == [True, True]
    decorator = block("python", "@then").splitlines()[0]
    assert f"    {decorator}\n" in made.output
