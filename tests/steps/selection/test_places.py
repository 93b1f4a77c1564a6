"""Where scenarios are asked for: what lies in this project is found, and nothing else is touched."""

import os
from pathlib import Path

import pytest

from deskproof.steps.project.project import Project, load_project
from deskproof.steps.selection.places import BadPlace, features, is_in, parted


def here() -> Project:
    return load_project(Path())


@pytest.fixture
def projects(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Two projects, `here` and `other`; the current folder is `here`."""
    for name in ("here", "other"):
        folder = tmp_path / name / "features"
        (folder / "sv").mkdir(parents=True)
        (folder.parent / "deskproof.toml").touch()
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
        (["."], []),
        (["features/a.feature", "features"], []),
        (["../here/features/a.feature"], ["../here/features/a.feature"]),
    ],
)
def test_what_lies_in_the_project_is_found(projects: Path, paths: list[str], places: list[str]) -> None:
    assert features(paths, here()) == places


def test_a_project_that_is_reached_by_a_link_is_the_same(projects: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (projects / "link").symlink_to("here")
    monkeypatch.chdir(projects / "link")
    assert features([str(projects / "link" / "features" / "a.feature")], here())
    assert features([str(projects / "here" / "features")], here()) == []


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
        features(["features/a.feature", path.format(projects=projects)], here())
    assert f"lies in {projects / 'other'}, outside the project at {projects / 'here'}" in str(refused.value)
    assert "\n" not in str(refused.value)


def test_a_project_inside_of_this_one_is_another_one(projects: Path) -> None:
    inner = projects / "here" / "examples" / "one"
    (inner / "features").mkdir(parents=True)
    (inner / "deskproof.toml").touch()
    assert is_in(projects / "here" / "features" / "a.feature", here())
    assert not is_in(inner / "features", here())
    with pytest.raises(BadPlace, match=r"lies in .*examples/one, outside the project"):
        features(["examples/one/features"], here())


def test_features_outside_of_the_folder_for_them_are_refused(projects: Path) -> None:
    Path("drafts").mkdir()
    Path("drafts/new.feature").touch()
    for path in ("drafts", "drafts/new.feature"):
        with pytest.raises(BadPlace, match="is not below features/, the folder of the project's features; move it"):
            features([path], here())


def test_a_project_without_features_says_so(projects: Path) -> None:
    Path("deskproof.toml").write_text('features = "scenarios"\n', encoding="utf-8")
    with pytest.raises(BadPlace, match="The project has no folder scenarios/; write features there"):
        features([], here())


@pytest.mark.parametrize(
    ("path", "sentence"),
    [
        ("", "A path is blank"),
        (" \t", "A path is blank"),
        ("nowhere", "nowhere is neither a folder nor a feature file"),
        ("loop", "loop is neither a folder nor a feature file"),
        ("deskproof.toml", "is neither a folder nor a feature file"),
        ("empty", "empty is not below features/"),
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
        features([path], here())


def test_a_file_whose_name_looks_like_a_line_is_that_file(projects: Path) -> None:
    Path("features/a.feature:7").touch()
    assert parted("features/a.feature:7") == (Path("features/a.feature:7"), None)
    assert parted("features/a.feature:8") == (Path("features/a.feature"), 8)
    assert parted("features/sv") == (Path("features/sv"), None)
