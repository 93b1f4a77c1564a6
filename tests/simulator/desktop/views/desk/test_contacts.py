"""The Contacts panel: colleagues and the address book, while they are read, when they are there and when not."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.simulator.desktop.views.stage import AT_THE_DESK, Changes, Stage

GOLDEN = Path(__file__).parent / "golden"
VIEW = "({ contacts }, desktop) => contacts(desktop)"
COLLEAGUES = [
    {"agentId": "a2", "agentName": "Grace Hopper", "state": "Available"},
    {"agentId": "a3", "agentName": "Alan Turing", "state": "Idle"},
    {"agentId": "a4", "agentName": "Edsger Dijkstra", "state": "RONA"},
]
ENTRIES = [{"id": "e1", "name": "Reception", "number": "+46812345678"}]

SITUATIONS: dict[str, Changes] = {
    "being read": {},
    "read": {"colleagues": COLLEAGUES, "addressBook": ENTRIES},
    "nobody there": {"colleagues": [], "addressBook": []},
    "colleagues could not be read": {"unavailable": ["colleagues"], "colleagues": COLLEAGUES, "addressBook": ENTRIES},
    "the address book could not be read": {"unavailable": ["addressBook"]},
    "nobody is known": {"person": None},
    "no session": {"session": None},
}


@pytest.fixture(scope="module")
def stage(still_page: Page) -> Stage:
    return Stage(still_page, "/desktop/views/desk/contacts.js", VIEW, AT_THE_DESK)


@pytest.mark.parametrize("language", ["en", "sv"])
def test_what_it_shows(stage: Stage, language: str) -> None:
    stage.check(GOLDEN / f"contacts.{language}.txt", SITUATIONS, language)


def test_what_its_controls_do(stage: Stage) -> None:
    names = ("being read",)
    stage.check_controls(GOLDEN / "contacts.controls.txt", {name: SITUATIONS[name] for name in names})


def test_they_are_read_whenever_the_panel_opens(stage: Stage) -> None:
    stage.draw()
    opener = stage.page.get_by_role("button", name="Contacts")
    for _ in range(2):
        opener.click()
        assert stage.calls() == [["agent.contacts.read"]]
        opener.click()
        assert stage.calls() == []
