"""The header: title and logo, Webex, and the Notification Center."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.simulator.desktop.views.stage import AT_THE_DESK, Changes, Stage

GOLDEN = Path(__file__).parent / "golden"
VIEW = """({ brand, HEADER_PARTS }, desktop, html) => html`
  ${brand(desktop.state.layout, desktop.text)}
  ${HEADER_PARTS.webex(desktop)}
  ${HEADER_PARTS.notification(desktop)}
`"""
BASE = {**AT_THE_DESK, "layout": {"title": None, "logo": ""}}

SITUATIONS: dict[str, Changes] = {
    "as it comes": {},
    "a title": {"layout": {"title": "Nordbank"}},
    "an empty title": {"layout": {"title": ""}},
    "an image as the title": {"layout": {"title": "data:image/png,title"}},
    "a logo": {"layout": {"logo": "data:image/png,logo"}},
    "no logo": {"layout": {"logo": "no-logo"}},
    "notifications": {
        "notifications": [
            {"id": 1, "text": "notice.signedOut", "tone": "note", "trackingId": "", "values": {}},
            {"id": 2, "text": "layout.noPersona", "tone": "alert", "trackingId": "x", "values": {"persona": "agent"}},
        ],
    },
}


@pytest.fixture(scope="module")
def stage(still_page: Page) -> Stage:
    return Stage(still_page, "/desktop/views/desk/header.js", VIEW, BASE)


@pytest.mark.parametrize("language", ["en", "sv"])
def test_what_it_shows(stage: Stage, language: str) -> None:
    stage.check(GOLDEN / f"header.{language}.txt", SITUATIONS, language)


def test_what_its_controls_do(stage: Stage) -> None:
    names = ("as it comes",)
    stage.check_controls(GOLDEN / "header.controls.txt", {name: SITUATIONS[name] for name in names})
