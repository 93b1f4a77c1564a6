"""The files that a project begins with."""

from __future__ import annotations

from pathlib import Path

import pytest

from deskproof.steps.project.beginning import TEMPLATES, CannotBegin, begin
from deskproof.steps.project.project import load_project


@pytest.mark.parametrize("template", TEMPLATES)
def test_every_template_is_a_project(tmp_path: Path, template: str) -> None:
    files = begin(tmp_path / "new", template)
    assert all((tmp_path / "new" / file).is_file() for file in files)
    assert {Path("deskproof.toml"), Path("gate.toml"), Path(".gitignore")} <= set(files)
    assert Path(".github/workflows/deskproof.yml") in files
    assert load_project(tmp_path / "new").languages == ("en",)


def test_a_folder_that_is_a_project_is_left_alone(tmp_path: Path) -> None:
    begin(tmp_path, "sign-in")
    with pytest.raises(CannotBegin, match=r"deskproof.toml is there already, so .* is a project; change its files."):
        begin(tmp_path, "blank")
    assert not (tmp_path / "features").exists()


def test_no_file_is_replaced(tmp_path: Path) -> None:
    (tmp_path / "words.py").write_text("mine", encoding="utf-8")
    with pytest.raises(CannotBegin, match=r"words.py is there already and would be replaced; .* Nothing was written."):
        begin(tmp_path, "blank")
    assert [path.name for path in tmp_path.iterdir()] == ["words.py"]


def test_a_file_is_no_place_for_a_project(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(CannotBegin, match=r"is a file; name a folder for the project."):
        begin(tmp_path / "file", "blank")


def test_where_writing_fails_nothing_is_left(tmp_path: Path) -> None:
    (tmp_path / "features").write_text("a file where a folder has to be", encoding="utf-8")
    with pytest.raises(CannotBegin, match=r"cannot be written .*; nothing was written."):
        begin(tmp_path, "blank")
    assert not (tmp_path / "deskproof.toml").exists()
