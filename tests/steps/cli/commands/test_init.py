"""`deskproof init`: a project that can be run at once."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from click.testing import CliRunner

from deskproof.reports.record import load
from deskproof.steps.cli import main
from tests import forks


def test_a_project_is_begun_run_and_released(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("steps", "reports", "tests"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "__init__.py").write_text(f"raise ImportError('{name} is not ours')\n")
    begun = CliRunner().invoke(main, ["init"])
    assert begun.exit_code == 0, begun.output
    assert "features/opening.feature" in begun.output.split()
    inside = tmp_path / "features"  # any folder of the project will do
    environment = {**os.environ, "CI": "true"}
    done = forks.run("deskproof", ["run", "-n", "0", "opening.feature"], inside, environment=environment)
    assert done.returncode == 0, done.stdout + done.stderr
    run = load(tmp_path / "reports" / "out" / "latest")
    assert [(claim.id, claim.status) for claim in run.claims] == [("DESK-1", "proven")]
    assert forks.run("deskproof", ["gate"], inside, environment=environment).returncode == 0


@pytest.mark.parametrize(
    "arguments", [["init"], ["init", "there"], ["init", "--from", "sign-in"], ["init", "--from", "widgets"]]
)
def test_where_it_is_begun_and_what_comes_next_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    said = CliRunner().invoke(main, arguments).output.splitlines()
    place = tmp_path / "there" if "there" in arguments else tmp_path
    assert said[0] == f"A project in {place}:"
    assert ("  cd there" in said) is ("there" in arguments)
    assert ("  deskproof run --pack sign-in" in said) is ("--from" in arguments)
    assert said[-1] == "Then write the address of your desktop into deskproof.toml."


def test_a_project_is_not_begun_twice(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    CliRunner().invoke(main, ["init"])
    again = CliRunner().invoke(main, ["init"])
    assert again.exit_code == 2
    assert "deskproof.toml is there already" in again.output
