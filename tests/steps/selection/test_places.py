"""Where scenarios are asked for: what lies in this project is found, and nothing else is touched."""

import os
from pathlib import Path

import pytest

from deskproof.steps.selection.places import BadPlace, features, is_of, parted

FEATURES = Path("features")


@pytest.fixture
def projects(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Two projects, `here` and `other`; the current folder is `here`."""
    for name in ("here", "other"):
        folder = tmp_path / name / "features"
        (folder / "sv").mkdir(parents=True)
        (folder / "test_scenarios.py").touch()
        for file in ("a.feature", "sv/a.feature", "sv/b.feature"):
            (folder / file).touch()
    monkeypatch.chdir(tmp_path / "here")
    return tmp_path


@pytest.mark.parametrize(
    ("paths", "places"),
    [
        ([], []),
        (["features"], []),
        (["features/"], []),
        (["./features/sv/.."], []),
        (["features/a.feature"], ["features/a.feature"]),
        (["features/a.feature:12"], ["features/a.feature:12"]),
        (["features/a.feature", "features/a.feature"], ["features/a.feature", "features/a.feature"]),
        (["features/sv"], ["features/sv/a.feature", "features/sv/b.feature"]),
        (["../here/features/a.feature"], ["../here/features/a.feature"]),
    ],
)
def test_what_lies_in_the_project_is_found(projects: Path, paths: list[str], places: list[str]) -> None:
    folder, found = features(paths, FEATURES)
    assert folder.resolve() == projects / "here" / "features"
    assert found == places


def test_from_within_the_features_the_project_is_the_same(projects: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir("features/sv")
    folder, found = features(["a.feature"], FEATURES)
    assert (folder.resolve(), found) == (projects / "here" / "features", ["a.feature"])


def test_a_project_that_is_reached_by_a_link_is_the_same(projects: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (projects / "link").symlink_to("here")
    monkeypatch.chdir(projects / "link")
    assert features([str(projects / "link" / "features" / "a.feature")], FEATURES)[1]
    assert features([str(projects / "here" / "features")], FEATURES)[1] == []


@pytest.mark.parametrize(
    "path",
    [
        "../other/features",
        "../other/features/a.feature",
        "../other/features/a.feature:4",
        "../other/features/sv",
        "linked",
        "linked/a.feature",
        "features/linked.feature",
        "features/linked",
        "{projects}/other/features/sv/b.feature",
    ],
)
def test_what_lies_in_another_project_is_refused(projects: Path, path: str) -> None:
    Path("linked").symlink_to("../other/features")
    Path("features/linked").symlink_to("../../other/features/sv")
    Path("features/linked.feature").symlink_to("../../other/features/a.feature")
    with pytest.raises(BadPlace) as refused:
        features(["features/a.feature", path.format(projects=projects)], FEATURES)
    assert f"lies in {projects / 'other'}, outside the project at {projects / 'here'}" in str(refused.value)
    assert "\n" not in str(refused.value)


def test_above_the_project_nothing_is_run(projects: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(projects)
    with pytest.raises(BadPlace, match="outside the project"):
        features(["here/features"], FEATURES)
    assert not is_of(projects / "here" / "features", projects)


@pytest.mark.parametrize(
    ("path", "sentence"),
    [
        ("", "A path is blank"),
        (" \t", "A path is blank"),
        ("nowhere", "nowhere is neither a folder nor a feature file"),
        ("loop", "loop is neither a folder nor a feature file"),
        ("features/test_scenarios.py", "is neither a folder nor a feature file"),
        ("empty", "empty has no test_scenarios.py, so nothing binds its features"),
        ("features/none", r"features/none has no \*\.feature file"),
        ("features/a.feature:0", "names the line '0'; give a line of a scenario, counted from 1"),
        ("features/a.feature:-1", "names the line '-1'"),
        ("features/a.feature:", "names the line ''"),
        ("features/a.feature:²", "names the line '²'"),
        ("features/a.feature:1:2", "names the line '1:2'"),
        ("x" * 5000, "is neither a folder nor a feature file|cannot be read"),
        (os.fsdecode(b"features/caf\xe9.feature"), "is neither a folder nor a feature file"),
        ("features/\0.feature", "is neither a folder nor a feature file|cannot be read"),
    ],
    ids=range(15),
)
def test_what_is_nowhere_is_refused(projects: Path, path: str, sentence: str) -> None:
    Path("loop").symlink_to("loop")
    Path("empty").mkdir()
    Path("features/none").mkdir()
    with pytest.raises(BadPlace, match=sentence):
        features([path], FEATURES)


def test_a_file_whose_name_looks_like_a_line_is_that_file(projects: Path) -> None:
    Path("features/a.feature:7").touch()
    assert parted("features/a.feature:7") == (Path("features/a.feature:7"), None)
    assert parted("features/a.feature:8") == (Path("features/a.feature"), 8)
    assert parted("features/sv") == (Path("features/sv"), None)
