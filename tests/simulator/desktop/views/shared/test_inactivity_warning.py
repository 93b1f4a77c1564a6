"""The session limit: the countdown before it, and the message when it is reached."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.simulator.desktop.views.stage import AT_THE_DESK, NOW_MS, Changes, Stage

GOLDEN = Path(__file__).parent / "golden"
VIEW = "({ limitDialog }, desktop) => limitDialog(desktop)"

SITUATIONS: dict[str, Changes] = {
    "no limit": {"limit": None},
    "a minute is left": {"limit": {"endsAt": NOW_MS + 60_000}},
    "less than a second is left": {"limit": {"endsAt": NOW_MS + 1}},
    "nothing is left": {"limit": {"endsAt": NOW_MS - 5_000}},
    "another instance took over": {"connection": "superseded", "limit": {"endsAt": NOW_MS + 60_000}},
    "the session cannot be restored": {"connection": "ended", "limit": "reached"},
    "reached": {"phase": "ended", "limit": "reached"},
}


@pytest.fixture(scope="module")
def stage(still_page: Page) -> Stage:
    return Stage(still_page, "/desktop/views/shared/inactivity-warning.js", VIEW, AT_THE_DESK)


@pytest.mark.parametrize("language", ["en", "sv"])
def test_what_it_shows(stage: Stage, language: str) -> None:
    stage.check(GOLDEN / f"inactivity-warning.{language}.txt", SITUATIONS, language)


def test_what_its_controls_do(stage: Stage) -> None:
    names = ("a minute is left",)
    stage.check_controls(GOLDEN / "inactivity-warning.controls.txt", {name: SITUATIONS[name] for name in names})


def test_it_counts_every_second_while_it_is_there(stopped_page: Page) -> None:
    stage = Stage(stopped_page, "/desktop/views/shared/inactivity-warning.js", VIEW, AT_THE_DESK)
    stage.draw({"limit": {"endsAt": NOW_MS + 60_000}})
    countdown = stage.page.get_by_role("timer")
    expect(countdown).to_have_text("60 seconds left")
    stage.page.clock.run_for(1_000)
    stage.settle()
    expect(countdown).to_have_text("59 seconds left")
    intervals = "() => { const clear = clearInterval; self.cleared = 0; "
    stage.page.evaluate(intervals + "self.clearInterval = (id) => { self.cleared += 1; clear(id); }; }")
    stage.draw({"limit": None}, again=True)
    assert stage.page.evaluate("self.cleared") == 1


def test_it_has_to_be_answered(stage: Stage) -> None:
    stage.draw({"limit": {"endsAt": NOW_MS + 60_000}})
    for _ in range(2):
        stage.page.keyboard.press("Escape")
    stage.settle()
    expect(stage.page.get_by_role("alertdialog")).to_be_visible()
    stage.page.keyboard.press("Enter")
    assert [name for name, *_ in stage.calls()] == ["stay"]
