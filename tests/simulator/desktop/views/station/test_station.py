"""Station Credentials as a dialog: it has to be answered, and it says what it is doing."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.simulator.desktop.views.stage import Changes, Stage
from tests.simulator.desktop.views.station.conftest import BASE, VIEW

GOLDEN = Path(__file__).parent / "golden"
SITUATIONS: dict[str, Changes] = {
    "open": {},
    "busy": {"station": {"busy": True, "refusal": None}},
    "no option": {"person": {"options": []}},
}


@pytest.fixture(scope="module")
def stage(still_page: Page) -> Stage:
    return Stage(still_page, "/desktop/views/station/station.js", VIEW, BASE)


@pytest.mark.parametrize("language", ["en", "sv"])
def test_what_it_shows(stage: Stage, language: str) -> None:
    stage.check(GOLDEN / f"station.{language}.txt", SITUATIONS, language)


def test_it_cannot_be_left_but_by_cancel(stage: Stage) -> None:
    stage.draw()
    dialog = stage.page.get_by_role("dialog")
    for _ in range(2):
        stage.page.keyboard.press("Escape")
    stage.settle()
    expect(dialog).to_be_visible()
    assert stage.calls() == []
    stage.page.get_by_role("button", name="Cancel").click()
    assert stage.calls() == [["agent.leave"]]


@pytest.mark.parametrize(("kind", "shown"), [("network", True), ("", False)])
def test_an_alert_that_is_out_of_sight_is_scrolled_to(stage: Stage, kind: str, shown: bool) -> None:
    stage.page.set_viewport_size({"width": 1280, "height": 520})
    stage.draw()
    stage.page.locator("footer").scroll_into_view_if_needed()
    refusal = {"code": "", "kind": kind, "trackingId": "desk_1"} if kind else None
    stage.draw({"station": {"busy": False, "refusal": refusal}}, again=True)
    if shown:
        expect(stage.page.locator(".alert")).to_be_in_viewport(ratio=1)
    else:
        expect(stage.page.locator(".alert")).to_have_count(0)
    stage.page.set_viewport_size({"width": 1280, "height": 720})
