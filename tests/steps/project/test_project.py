"""Which project a folder belongs to."""

from __future__ import annotations

from pathlib import Path

import pytest

from deskproof.steps.project.project import PACKS, default_project, find_project, load_project, pack_folder, root_of
from deskproof.steps.project.settings import SettingsError


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "outer" / "features" / "deep").mkdir(parents=True)
    (tmp_path / "outer" / "deskproof.toml").write_text('out = "runs"\n', encoding="utf-8")
    return tmp_path / "outer"


def test_a_project_is_found_from_any_folder_of_it(root: Path) -> None:
    for folder in (root, root / "features" / "deep"):
        found = find_project(folder)
        assert found is not None
        assert (found.root, found.out, found.derived) == (root, root / "runs", root / "runs/derived/derived.json")
    assert find_project(root.parent) is None


def test_the_innermost_project_counts(root: Path) -> None:
    inner = root / "examples" / "one"
    (inner / "features").mkdir(parents=True)
    (inner / "deskproof.toml").touch()
    assert root_of(inner / "features") == inner
    assert root_of(inner.parent) == root


def test_a_project_inside_the_features_of_another_is_refused(root: Path) -> None:
    (root / "features" / "deep" / "deskproof.toml").touch()
    with pytest.raises(SettingsError, match=r"makes a project inside the features of another one, .*; move it out"):
        load_project(root)


def test_without_a_file_there_is_a_project_with_every_default(tmp_path: Path) -> None:
    project = default_project(tmp_path)
    assert project.gate == tmp_path / "gate.toml"
    assert project.claims == (tmp_path / "features" / "claims.toml",)
    assert project.of_pack("sign-in") == tmp_path / "packs" / "sign-in"


@pytest.mark.parametrize("name", PACKS)
def test_a_pack_has_its_features_and_claims(name: str) -> None:
    assert pack_folder(name) == pack_folder(name).resolve()
    assert (pack_folder(name) / "claims.toml").is_file()
    assert list(pack_folder(name).glob("*.feature"))
