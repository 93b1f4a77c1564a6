"""The controls for the sound of a call where the station is Desktop."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.simulator.desktop.views.stage import AT_THE_DESK, SESSION, Changes, Stage

GOLDEN = Path(__file__).parent / "golden"
VIEW = """({ ringingControls, voiceControls }, desktop, html) => html`
  ${ringingControls(desktop)}
  ${voiceControls(desktop)}
`"""
BASE = {**AT_THE_DESK, "session": {**SESSION, "option": "BROWSER"}}

SITUATIONS: dict[str, Changes] = {
    "ringing": {"softphone": {"line": "ready", "call": "ringing"}},
    "being answered": {"softphone": {"line": "ready", "call": "connecting"}},
    "talking": {"softphone": {"line": "ready", "call": "connected"}},
    "muted": {"softphone": {"line": "ready", "call": "connected", "muted": True}},
    "no call": {"softphone": {"line": "ready", "call": "none"}},
    "a phone of one's own": {"session": {"option": "AGENT_DN"}, "softphone": {"line": "ready", "call": "connected"}},
    "no session": {"session": None},
}


@pytest.fixture(scope="module")
def stage(still_page: Page) -> Stage:
    return Stage(still_page, "/desktop/views/desk/voice.js", VIEW, BASE)


@pytest.mark.parametrize("language", ["en", "sv"])
def test_what_it_shows(stage: Stage, language: str) -> None:
    stage.check(GOLDEN / f"voice.{language}.txt", SITUATIONS, language)


def test_what_its_controls_do(stage: Stage) -> None:
    names = ("ringing", "being answered", "talking", "muted")
    stage.check_controls(GOLDEN / "voice.controls.txt", {name: SITUATIONS[name] for name in names})
