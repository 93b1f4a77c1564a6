"""Loading, the state of the connection, messages, and the dialogs that have to be answered."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.simulator.desktop.views.stage import AT_THE_DESK, Changes, Stage

GOLDEN = Path(__file__).parent / "golden"
VIEW = """({ loadingPage, connectionLine, noticeList, dialogs }, desktop, html) => html`
  ${loadingPage("Loading")}
  ${connectionLine(desktop.state, desktop.text)}
  ${noticeList(desktop.state, desktop.text, desktop.dispatch)}
  ${dialogs(desktop)}
`"""

SITUATIONS: dict[str, Changes] = {
    "nothing to say": {},
    "connecting": {"connection": "opening"},
    "the connection is lost": {"connection": "lost"},
    "the connection is lost at the station": {"phase": "station", "connection": "lost"},
    "connecting while loading": {"phase": "loading", "connection": "opening"},
    "messages": {
        "notices": [
            {"id": 1, "text": "notice.signedOut", "tone": "note", "trackingId": "", "values": {}},
            {"id": 2, "text": "notice.stateRefused", "tone": "alert", "trackingId": "desk_1", "values": {}},
            {"id": 3, "text": "layout.noPersona", "tone": "alert", "trackingId": "", "values": {"persona": "agent"}},
        ],
    },
    "another instance took over": {"connection": "superseded"},
    "the session cannot be restored": {"connection": "ended"},
}


@pytest.fixture(scope="module")
def stage(still_page: Page) -> Stage:
    return Stage(still_page, "/desktop/views/shared/notices.js", VIEW, AT_THE_DESK)


@pytest.mark.parametrize("language", ["en", "sv"])
def test_what_it_shows(stage: Stage, language: str) -> None:
    stage.check(GOLDEN / f"notices.{language}.txt", SITUATIONS, language)


def test_what_its_controls_do(stage: Stage) -> None:
    names = ("messages", "another instance took over")
    stage.check_controls(GOLDEN / "notices.controls.txt", {name: SITUATIONS[name] for name in names})
