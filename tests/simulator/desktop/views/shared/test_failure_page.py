"""The page in place of the desk: settings that an administrator has to look at, or a browser that stores nothing."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.reports.expected import check_golden
from tests.simulator.desktop.conftest import ORIGIN, scripts
from tests.simulator.desktop.views.stage import AT_THE_DESK, Changes, Stage

GOLDEN = Path(__file__).parent / "golden"
VIEW = "({ failurePage }, { state, text, agent }) => failurePage(state.failure, text, agent)"
FAILURE = {
    "cause": "403",
    "trackingId": "desk_1",
    "at": "2026-01-15T09:00:00.000Z",
    "address": "http://desktop.localhost/",
}

SITUATIONS: dict[str, Changes] = {
    **{
        kind: {"failure": {**FAILURE, "kind": kind}}
        for kind in (
            "CONTACT_CENTER_NOT_ENABLED",
            "AGENT_PROFILE_INACTIVE",
            "SKILL_PROFILE_MISSING",
            "USER_INACTIVE",
            "TEAM_MISSING",
            "USER_NOT_FOUND",
            "storage",
            "NETWORK",
        )
    },
}


@pytest.fixture(scope="module")
def stage(still_page: Page) -> Stage:
    return Stage(still_page, "/desktop/views/shared/failure-page.js", VIEW, AT_THE_DESK)


@pytest.mark.parametrize("language", ["en", "sv"])
def test_what_it_shows(stage: Stage, language: str) -> None:
    stage.check(GOLDEN / f"failure-page.{language}.txt", SITUATIONS, language)


@pytest.mark.parametrize(
    ("kind", "button", "calls", "leaves"),
    [
        ("TEAM_MISSING", "Try Again", [], True),
        ("TEAM_MISSING", "Sign In as Somebody Else", [["agent.leave"]], False),
        ("storage", "Reload", [], True),
    ],
)
def test_what_its_buttons_do(browser: Browser, kind: str, button: str, calls: list[list[str]], leaves: bool) -> None:
    with scripts(browser) as page:
        page.route(f"{ORIGIN}/", lambda route: route.fulfill(body="<h1>Again</h1>", content_type="text/html"))
        stage = Stage(page, "/desktop/views/shared/failure-page.js", VIEW, AT_THE_DESK)
        stage.draw(SITUATIONS[kind])
        page.get_by_role("button", name=button).click()
        if leaves:
            expect(page.get_by_role("heading", name="Again")).to_be_visible()
        else:
            assert stage.calls() == calls


@pytest.mark.parametrize("kind", ["TEAM_MISSING", "storage"])
def test_what_is_copied(stage: Stage, kind: str) -> None:
    stage.draw(SITUATIONS[kind])
    copied: str = stage.page.evaluate("document.querySelector('copy-button').copied")
    check_golden(f"failure-page.copied.{kind}.txt", copied + "\n", GOLDEN)
