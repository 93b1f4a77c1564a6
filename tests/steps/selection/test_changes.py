"""What has changed since a git revision: scenarios by their text, code by its files, papers never."""

from pathlib import Path

import pytest

from deskproof.steps.gherkin.files.reader import WrittenScenario, read_features
from deskproof.steps.selection.changes import CannotCompare, Changed, changed_since, changes_no_scenario
from deskproof.steps.selection.collected import NothingSelected
from deskproof.steps.selection.request import Selection
from deskproof.steps.selection.rules import Selected, select
from tests.steps.selection.committed import commit, git

TEXT = """Feature: F
  Background:
    Given a

  Scenario: One
    When b

  Scenario Outline: Two
    When <n>

    Examples:
      | n |
      | 1 |
      | 2 |
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A project with one commit."""
    (tmp_path / "features" / "sv").mkdir(parents=True)
    (tmp_path / "features" / "a.feature").write_text(TEXT, encoding="utf-8")
    (tmp_path / "features" / "sv" / "å.feature").write_text(TEXT, encoding="utf-8")
    (tmp_path / "steps.py").write_text("", encoding="utf-8")
    git(tmp_path, "init", "--quiet")
    commit(tmp_path)
    return tmp_path / "features"


def scenarios(folder: Path) -> tuple[WrittenScenario, ...]:
    return tuple(scenario for file in read_features(folder) for scenario in file.scenarios)


def changed(folder: Path) -> tuple[list[str], tuple[str, ...]]:
    found = changed_since("HEAD", scenarios(folder), folder, folder.parent)
    return [
        f"{scenario.path}:{scenario.line}" for scenario in scenarios(folder) if scenario.id in found.ids
    ], found.code


@pytest.mark.parametrize(
    ("old", "new", "ids"),
    [
        ("When b", "When c", ["features/a.feature:5"]),
        ("| 2 |", "| 3 |", ["features/a.feature:14"]),
        ("Given a", "Given z", ["features/a.feature:5", "features/a.feature:13", "features/a.feature:14"]),
        ("Scenario: One", "@AD-001\n  Scenario: One", ["features/a.feature:6"]),
        ("Scenario: One", "# a remark\n\n  Scenario: One", []),
        ("      | 1 |", "      | 1  |", []),
    ],
)
def test_a_scenario_by_its_text(folder: Path, old: str, new: str, ids: list[str]) -> None:
    (folder / "a.feature").write_text(TEXT.replace(old, new), encoding="utf-8")
    assert changed(folder) == (ids, ())


def test_committed_and_not_yet_known_to_git(folder: Path) -> None:
    (folder / "sv" / "å.feature").write_text(TEXT.replace("When b", "When c"), encoding="utf-8")
    commit(folder.parent)
    (folder / "new.feature").write_text("Feature: N\n  Scenario: S\n    When b\n", encoding="utf-8")
    found = changed_since("HEAD~1", scenarios(folder), folder, folder.parent)
    names = {scenario.path for scenario in scenarios(folder) if scenario.id in found.ids}
    assert names == {"features/sv/å.feature", "features/new.feature"}


def test_code_and_papers(folder: Path) -> None:
    for name in ("steps.py", "notes.md"):
        (folder.parent / name).write_text("changed", encoding="utf-8")
    assert changed(folder) == ([], ("steps.py",))


def test_code_takes_everything_and_says_so(folder: Path) -> None:
    (folder.parent / "steps.py").write_text("changed", encoding="utf-8")
    choice = select(scenarios(folder), Selection(changed_since="HEAD"), folder)
    assert choice == Selected(
        ids=frozenset(scenario.id for scenario in scenarios(folder)),
        notes=("Code has changed since HEAD (steps.py), so every scenario is taken.",),
    )


def test_nothing_changed_is_refused(folder: Path) -> None:
    assert changed_since("HEAD", scenarios(folder), folder, folder.parent) == Changed(ids=frozenset(), code=())
    with pytest.raises(NothingSelected, match="no scenario and no code has changed since HEAD; there is nothing"):
        select(scenarios(folder), Selection(changed_since="HEAD"), folder)


@pytest.mark.parametrize("revision", ["no-such-branch", "--output=x", ""])
def test_an_unknown_revision_is_refused(folder: Path, revision: str) -> None:
    with pytest.raises(CannotCompare, match="is not a revision of this repository; give a commit, branch or tag"):
        changed_since(revision, scenarios(folder), folder, folder.parent)


def test_a_folder_without_a_repository_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path))
    (tmp_path / "project" / "features").mkdir(parents=True)
    with pytest.raises(CannotCompare, match="is in no git repository"):
        changed_since("HEAD", (), tmp_path / "project" / "features", tmp_path / "project")


def test_features_can_be_deep_in_a_project(folder: Path) -> None:
    deep = folder.parent / "qa" / "features"
    deep.parent.mkdir()
    folder.rename(deep)
    commit(deep.parents[1])
    (deep / "a.feature").write_text(TEXT.replace("When b", "When c"), encoding="utf-8")
    (deep.parents[1] / "steps.py").write_text("changed", encoding="utf-8")
    found = changed_since("HEAD", scenarios(deep), deep, deep.parents[1])
    assert [scenario.line for scenario in scenarios(deep) if scenario.id in found.ids] == [5]
    assert found.code == ("steps.py",)


@pytest.mark.parametrize("name", ["docs/running.md", "tests/test_a.py", "README.md", "gate.toml"])
def test_a_paper(name: str) -> None:
    assert changes_no_scenario(name)


@pytest.mark.parametrize(
    "name", ["steps/cast/actors.py", "features/conftest.py", "pyproject.toml", "requirements.lock"]
)
def test_code(name: str) -> None:
    assert not changes_no_scenario(name)
