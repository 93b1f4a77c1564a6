"""A dialog that has a single action and cannot be dismissed."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.simulator.desktop.views.stage import AT_THE_DESK, Changes, Stage

GOLDEN = Path(__file__).parent / "golden"
VIEW = """(_, { stay }, html) => html`
  <single-action-dialog .heading=${"Title"} .message=${"What happened."} .answer=${"Continue"} .act=${stay}>
  </single-action-dialog>
`"""

SITUATIONS: dict[str, Changes] = {
    "open": {},
}


@pytest.fixture(scope="module")
def stage(still_page: Page) -> Stage:
    return Stage(still_page, "/desktop/views/shared/single-action-dialog.js", VIEW, AT_THE_DESK)


@pytest.mark.parametrize("language", ["en", "sv"])
def test_what_it_shows(stage: Stage, language: str) -> None:
    stage.check(GOLDEN / f"single-action-dialog.{language}.txt", SITUATIONS, language)


def test_what_its_controls_do(stage: Stage) -> None:
    names = ("open",)
    stage.check_controls(GOLDEN / "single-action-dialog.controls.txt", {name: SITUATIONS[name] for name in names})


def test_it_cannot_be_dismissed(stage: Stage) -> None:
    stage.draw()
    for _ in range(2):
        stage.page.keyboard.press("Escape")
    stage.settle()
    expect(stage.page.get_by_role("alertdialog")).to_be_visible()
    assert stage.calls() == []
    stage.page.keyboard.press("Enter")
    assert [name for name, *_ in stage.calls()] == ["stay"]
