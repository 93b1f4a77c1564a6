"""The desk as a whole: its pages, its navigation, what a layout adds, and what is on the Task page."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.simulator.desktop.views.stage import AT_THE_DESK, NOW_MS, Changes, Stage, conversation

GOLDEN = Path(__file__).parent / "golden"
MODULE = "/desktop/views/desk/desk.js"
LAYOUT = {
    "title": None,
    "logo": "",
    "illustration": "",
    "header": ["outdial", "notification", "availability"],
    "home": None,
    "pages": [],
    "extra": [],
    "headless": [],
    "panel": None,
    "persistent": [],
    "landing": "task",
}
GRID = {"widgets": {"one": {"comp": "p", "textContent": "One"}}, "areas": [["one"]], "cols": [1], "rows": [1]}
HOME = {"address": "home", "label": "", "icon": "", **GRID}
PAGES = [
    {"address": "wall", "label": "Wall", "icon": "", **GRID},
    {"address": "news", "label": "News", "icon": "data:image/png,icon", **GRID},
]
MONITORING = {
    "id": "m1",
    "stage": "active",
    "since": NOW_MS - 65_000,
    "caller": "+46701234567",
    "queue": "Claims",
    "agent": "Grace Hopper",
}
SITUATIONS: dict[str, Changes] = {
    "available": {},
    "idle": {"session": {"codeId": "i1", "subStatus": "Idle"}},
    "no session": {"session": None},
    "not known yet": {"floor": {"awaited": None}},
    "a call": {"floor": {"conversations": [conversation("connected")]}},
    "a call rings": {"floor": {"conversations": [conversation("offered")]}},
    "monitoring": {"session": {"role": "supervisor"}, "floor": {"monitoring": MONITORING}},
    "a call and monitoring": {"floor": {"conversations": [conversation("connected")], "monitoring": MONITORING}},
    "unanswered": {"session": {"codeId": "rona", "subStatus": "RONA"}},
    "a layout as it comes": {"layout": LAYOUT},
    "a layout with an empty header": {"layout": {**LAYOUT, "header": []}},
    "a layout with Webex": {"layout": {**LAYOUT, "header": ["webex", "availability"]}},
    "an illustration": {"layout": {**LAYOUT, "illustration": "data:image/png,hill"}},
    "a panel": {"layout": {**LAYOUT, "panel": {"comp": "p", "textContent": "Panel"}}},
    "a panel, on another page": {
        "layout": {**LAYOUT, "pages": PAGES, "panel": {"comp": "p", "textContent": "Panel"}},
        "page": "wall",
    },
    "persistent widgets": {"layout": {**LAYOUT, "persistent": [{"comp": "p", "textContent": "Always"}]}},
    "further pages": {"layout": {**LAYOUT, "pages": PAGES, "home": HOME}},
    "a further page": {"layout": {**LAYOUT, "pages": PAGES}, "page": "news"},
    "a home page": {"layout": {**LAYOUT, "home": HOME}, "page": "home"},
}


@pytest.fixture(scope="module")
def stage(still_page: Page) -> Stage:
    return Stage(still_page, MODULE, "({ desk }, desktop) => desk(desktop)", AT_THE_DESK)


@pytest.mark.parametrize("language", ["en", "sv"])
def test_what_it_shows(stage: Stage, language: str) -> None:
    stage.check(GOLDEN / f"desk.{language}.txt", SITUATIONS, language)


@pytest.mark.parametrize(
    ("page", "link", "address", "calls"),
    [
        ("task", "Wall", "/pages/wall", [["dispatch", {"kind": "turnedTo", "page": "wall"}]]),
        ("task", "Home", "/pages/home", [["dispatch", {"kind": "turnedTo", "page": "home"}]]),
        ("wall", "Task", "/task", [["dispatch", {"kind": "turnedTo", "page": "task"}]]),
        ("task", "Task", None, []),
    ],
)
def test_the_navigation_turns_to_a_page(
    stage: Stage, page: str, link: str, address: str | None, calls: list[object]
) -> None:
    stage.page.evaluate("history.replaceState(null, '', '/start')")
    stage.draw({"layout": {**LAYOUT, "pages": PAGES, "home": HOME}, "page": page})
    before = stage.page.evaluate("history.length")
    stage.page.get_by_role("navigation").get_by_role("link", name=link).click()
    assert stage.calls() == calls
    assert stage.page.evaluate("location.pathname") == (address or "/start")
    assert stage.page.evaluate("history.length") - before == (1 if address else 0)
