"""The page of `make fuzz`, `make chaos` and `make journals`."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from tests.robustness import page as module
from tests.robustness.page import FIGURES, PAGE, Part, Tried, page, store, tried


def test_the_page_is_the_one_of_the_stored_figures() -> None:
    assert PAGE.read_text(encoding="utf-8") == page(), "run: make fuzz ARGS=--page"
    assert {file.stem for file in FIGURES.iterdir()} <= set(Part)


def test_each_command_writes_its_own_part(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(module, "FIGURES", tmp_path / "figures")
    monkeypatch.setattr(module, "PAGE", tmp_path / "page.md")
    on = tried_on()
    store(Part.CHAOS, on)
    alone = (tmp_path / "page.md").read_text(encoding="utf-8")
    assert "## Faults of the machine" in alone
    assert "## Hostile input" not in alone
    assert '| disk | 3 |\n\nAll held.\n`make chaos ARGS="--seed 1"`, 2 minutes.\n' in alone
    store(
        Part.CHAOS,
        replace(on, rows=[["disk", "4"], ["files", "2"]], outcome="One did not hold.", fixed="Now it does."),
        add=True,
    )
    two = (tmp_path / "page.md").read_text(encoding="utf-8")
    assert "| disk | 7 |\n| files | 2 |\n\nAll held.\n" in two
    assert "\nOne did not hold.\nNow it does.\n`make chaos" in two
    store(Part.CHAOS, on)
    assert (tmp_path / "page.md").read_text(encoding="utf-8") == alone
    store(Part.FUZZ, on)
    both = (tmp_path / "page.md").read_text(encoding="utf-8")
    assert both.index("## Hostile input") < both.index("## Faults of the machine")


def tried_on() -> Tried:
    stored = module._TRIED.validate_json((FIGURES / "fuzz.json").read_bytes())[0]
    return Tried(
        commit="abc", date="2026", machine=stored.machine, minutes=2, arguments="--seed 1", head=["fault", "moments"],
        rows=[["disk", "3"]], outcome="All held.",
    )  # fmt: skip


def test_a_run_is_told_with_its_commit_and_machine() -> None:
    what = tried(0, "", ["a"], [[1]], "Held.")
    assert (what.rows, len(what.commit), what.minutes > 0) == ([["1"]], 7, True)
