"""Which scenarios a change since a git revision can reach, by a map of some commit."""

from dataclasses import dataclass
from pathlib import Path

import pytest

from deskproof.steps.gherkin.files.reader import WrittenScenario, read_features
from deskproof.steps.impact.map import FileReach, ImpactMap, blob_of, write
from deskproof.steps.impact.units import python_bodies
from deskproof.steps.selection.changes import CannotCompare
from deskproof.steps.selection.collected import NothingSelected
from deskproof.steps.selection.impacted import impacted_since
from deskproof.steps.selection.request import Selection
from deskproof.steps.selection.rules import select
from tests.steps.selection.committed import commit, git

FEATURE = "Feature: F\n  Scenario: One\n    Given a\n\n  Scenario: Two\n    Given b\n\n  Scenario: Three\n    Given c\n"
CODE = "def one() -> int:\n    return 1\n\n\ndef two() -> int:\n    return 2\n"
NAME = "simulator/code.py"


@dataclass(frozen=True, kw_only=True)
class Project:
    """A project with a commit, and the map of it, in which scenario One runs `one` and Two runs `two`."""

    root: Path
    commit: str

    @property
    def map(self) -> Path:
        return self.root / "docs" / "impact.json"

    def scenarios(self) -> tuple[WrittenScenario, ...]:
        return tuple(scenario for file in read_features(self.root / "features") for scenario in file.scenarios)

    def id(self, name: str) -> str:
        return next(scenario.id for scenario in self.scenarios() if scenario.name == name)

    def save_map(self, commit: str | None) -> None:
        one, two = python_bodies(CODE)
        reach = {one: frozenset({self.id("One")}), two: frozenset({self.id("Two")})}
        files = {NAME: FileReach(blob=blob_of(CODE.encode()), functions=reach)}
        known = frozenset({self.id("One"), self.id("Two"), self.id("Three")})
        self.map.parent.mkdir(exist_ok=True)
        write(ImpactMap(commit=commit, scenarios=known, without_scripts=frozenset(), files=files), self.map)

    def write(self, name: str, text: str) -> None:
        (self.root / name).parent.mkdir(exist_ok=True)
        (self.root / name).write_text(text, encoding="utf-8")

    def taken(self, revision: str = "HEAD", *, file: Path | None = None) -> tuple[list[str], str]:
        """The names of the scenarios that are taken, and why it is all of them."""
        found = impacted_since(revision, file or self.map, self.scenarios(), self.root / "features", self.root)
        return [scenario.name for scenario in self.scenarios() if scenario.id in found.ids], found.why


@pytest.fixture
def project(tmp_path: Path) -> Project:
    root = tmp_path / "project"
    root.mkdir()
    git(root, "init", "--quiet")
    made = Project(root=root, commit="")
    made.write("features/a.feature", FEATURE)
    made.write(NAME, CODE)
    found = Project(root=root, commit=commit(root))
    found.save_map(found.commit)
    return found


def test_a_changed_function_takes_what_runs_it(project: Project) -> None:
    project.write(NAME, CODE.replace("return 2", "return 3"))
    assert project.taken() == (["Two"], "")


def test_a_changed_text_is_taken_and_a_scenario_that_the_map_does_not_know(project: Project) -> None:
    project.write("features/a.feature", FEATURE.replace("Given b", "Given z"))
    assert project.taken() == (["Two"], "")
    project.write(NAME, CODE.replace("return 1", "return 3"))
    assert project.taken() == (["One", "Two"], "")
    project.write("features/b.feature", "Feature: G\n  Scenario: New\n    Given a\n")
    git(project.root, "add", "--all")
    assert project.taken() == (["One", "Two", "New"], "")


def test_a_later_revision_takes_also_what_has_changed_since_the_map(project: Project) -> None:
    project.write(NAME, CODE.replace("return 1", "return 3"))
    commit(project.root)
    project.write(NAME, CODE.replace("return 1", "return 3").replace("return 2", "return 4"))
    assert project.taken("HEAD") == (["One", "Two"], "")


def test_an_earlier_revision_takes_what_had_changed_before_the_map(project: Project) -> None:
    project.write(NAME, CODE.replace("return 1", "return 0"))
    git(project.root, "commit", "--quiet", "--all", "--amend", "--message", "earlier")
    project.write(NAME, CODE)
    project.save_map(commit(project.root))
    assert project.taken("HEAD~1") == (["One"], "")
    assert project.taken("HEAD") == ([], "")


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("pyproject.toml", "the map does not know pyproject.toml"),
        ("simulator/new.py", "the map does not know simulator/new.py"),
    ],
)
def test_what_the_map_cannot_tell_takes_everything_and_says_why(project: Project, name: str, why: str) -> None:
    project.write(name, "changed")
    assert project.taken() == (["One", "Two", "Three"], why)


def test_without_a_fitting_map_everything_is_taken(project: Project) -> None:
    project.write(NAME, CODE.replace("return 2", "return 3"))
    everything = ["One", "Two", "Three"]
    names, why = project.taken(file=project.root / "none.json")
    assert (names, why.endswith("cannot be read (No such file or directory); record a map with --record-impact")) == (
        everything,
        True,
    )
    project.save_map("0" * 40)
    names, why = project.taken()
    assert (names, why.startswith("git does not know the commit 000000000000 of ")) == (everything, True)
    project.save_map(None)
    names, why = project.taken()
    assert (names, why.endswith("was recorded outside of a git repository")) == (everything, True)
    found = impacted_since("HEAD", None, project.scenarios(), project.root / "features", project.root)
    assert found.why == "there is no map; record one with --record-impact"


def test_the_run_says_why_it_takes_everything(project: Project) -> None:
    project.write("pyproject.toml", "changed")
    chosen = select(
        project.scenarios(), Selection(impacted_since="HEAD", impact_map=project.map), project.root / "features"
    )
    assert chosen.notes == ("Every scenario is taken: the map does not know pyproject.toml.",)
    assert chosen.ids == frozenset(scenario.id for scenario in project.scenarios())


def test_nothing_to_run_and_an_unknown_revision_are_refused(project: Project) -> None:
    with pytest.raises(NothingSelected, match="nothing that a scenario runs has changed since HEAD"):
        select(project.scenarios(), Selection(impacted_since="HEAD"), project.root / "features")
    with pytest.raises(CannotCompare, match="is not a revision of this repository"):
        project.taken("no-such-branch")
