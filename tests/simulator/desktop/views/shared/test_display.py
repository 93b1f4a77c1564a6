"""Notices about the display: one that covers everything while the window is too small, and advice about zoom."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.simulator.desktop.views.stage import AT_THE_DESK, Changes, Stage

GOLDEN = Path(__file__).parent / "golden"
VIEW = """({ displayNotice, raiseDisplayNotice, zoomAdvice }, { state, text }, html) => {
  queueMicrotask(() => raiseDisplayNotice(document.getElementById("stage")));
  return html`${zoomAdvice(state, text)} ${displayNotice(state, text)}`;
}"""

SITUATIONS: dict[str, Changes] = {
    "as it should be": {},
    "zoomed": {"display": {"small": False, "zoom": 125}},
    "zoomed out": {"display": {"small": False, "zoom": 90}},
    "too small": {"display": {"small": True, "zoom": 100}},
}


@pytest.fixture(scope="module")
def stage(still_page: Page) -> Stage:
    return Stage(still_page, "/desktop/views/shared/display.js", VIEW, AT_THE_DESK)


@pytest.mark.parametrize("language", ["en", "sv"])
def test_what_it_shows(stage: Stage, language: str) -> None:
    stage.check(GOLDEN / f"display.{language}.txt", SITUATIONS, language)


RAISE = "async () => (await import('/desktop/views/shared/display.js')).raiseDisplayNotice(document.body)"
OPEN = (
    "(id) => { document.body.append(Object.assign(document.createElement('dialog'), { id })); self[id].showModal(); }"
)
TOP = "document.elementFromPoint(innerWidth / 2, innerHeight / 2).closest('dialog')?.id"


def test_the_notice_cannot_be_cancelled(stopped_page: Page) -> None:
    """AD-002, in a browser that does not know `closedby` and sends this event for Escape."""
    stage = Stage(stopped_page, "/desktop/views/shared/display.js", VIEW, AT_THE_DESK)
    stage.draw(SITUATIONS["too small"])
    cancelled = "document.getElementById('too-small').dispatchEvent(new Event('cancel', { cancelable: true }))"
    assert stage.page.evaluate(cancelled) is False


def test_the_notice_lies_above_every_dialog(stopped_page: Page) -> None:
    stage = Stage(stopped_page, "/desktop/views/shared/display.js", VIEW, AT_THE_DESK)
    page = stage.page
    too_small = page.locator("html[data-too-small]")
    stage.draw(SITUATIONS["too small"])
    expect(too_small).to_have_count(1)
    page.evaluate(RAISE)
    assert page.evaluate("document.activeElement.id") == "too-small-title"
    page.evaluate(OPEN, "later")
    page.keyboard.press("Tab")
    page.evaluate(RAISE)
    assert page.evaluate("document.activeElement.id") == "too-small-title"
    page.evaluate("document.activeElement.blur()")
    page.evaluate(RAISE)
    assert page.evaluate("document.activeElement.id") != "too-small-title"
    for _ in range(2):
        page.keyboard.press("Escape")
    stage.settle()
    assert page.evaluate("[document.getElementById('too-small').open, later.open]") == [True, True]
    page.evaluate("later.remove()")
    page.evaluate(RAISE)
    stage.draw(again=True)
    page.evaluate(RAISE)
    expect(too_small).to_have_count(0)
