"""The availability in the header: what it says in every situation, and what its menu does."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.simulator.desktop.views.stage import AT_THE_DESK, NOW_MS, Changes, Stage, conversation

GOLDEN = Path(__file__).parent / "golden"
VIEW = "({ availability }, desktop) => availability(desktop)"
IDLE = {"codeId": "i1", "subStatus": "Idle"}

SITUATIONS: dict[str, Changes] = {
    "available": {},
    "idle": {"session": IDLE},
    "idle, and for less time in this code": {"session": {**IDLE, "codeSince": NOW_MS - 5_000}},
    "idle in a code that is not known": {"session": {**IDLE, "codeId": "gone"}},
    "after an unanswered call": {"session": {"codeId": "rona", "subStatus": "RONA"}},
    "available, and a call rings": {"floor": {"conversations": [conversation("offered")]}},
    "available, and engaged": {"floor": {"conversations": [conversation("connected")]}},
    "idle, and engaged": {"session": IDLE, "floor": {"conversations": [conversation("wrap-up")]}},
    "unanswered, and engaged": {
        "session": {"codeId": "rona", "subStatus": "RONA"},
        "floor": {"conversations": [conversation("held")]},
    },
    "changing": {"changingState": True},
    "without a connection": {"connection": "lost"},
    "idle codes could not be read": {"unavailable": ["idleCodes"], "person": {"idleCodes": []}},
    "nobody is known": {"person": None},
    "no session": {"session": None},
}


@pytest.fixture(scope="module")
def stage(still_page: Page) -> Stage:
    return Stage(still_page, "/desktop/views/desk/availability.js", VIEW, AT_THE_DESK)


@pytest.mark.parametrize("language", ["en", "sv"])
def test_what_it_shows(stage: Stage, language: str) -> None:
    stage.check(GOLDEN / f"availability.{language}.txt", SITUATIONS, language)


def test_what_its_controls_do(stage: Stage) -> None:
    names = ("available", "idle", "idle codes could not be read")
    stage.check_controls(GOLDEN / "availability.controls.txt", {name: SITUATIONS[name] for name in names})
