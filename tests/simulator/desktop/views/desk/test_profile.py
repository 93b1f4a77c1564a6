"""The User Profile panel: the person, their station, and their choices."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.simulator.desktop.views.stage import AT_THE_DESK, Changes, Stage

GOLDEN = Path(__file__).parent / "golden"
VIEW = "({ profile }, desktop) => profile(desktop)"

SITUATIONS: dict[str, Changes] = {
    "a dial number": {},
    "an extension": {"session": {"option": "EXTENSION", "number": "1001"}},
    "Desktop": {"session": {"option": "BROWSER", "number": ""}},
    "a number without a country": {"session": {"number": "2015550123"}},
    "a number of no country": {"session": {"number": "+0001"}},
    "an extension with a plus": {"session": {"option": "EXTENSION", "number": "+12015550123"}},
    "no team": {"session": {"teamId": ""}},
    "a supervisor": {"session": {"role": "supervisor", "teamId": ""}},
    "a supervisor who is an agent too": {"session": {"role": "supervisorAgent"}},
    "dark": {"appearance": "dark", "language": "sv"},
    "light": {"appearance": "light", "language": "en"},
    "without a connection": {"connection": "lost"},
    "signing out": {"signingOut": True},
    "Teams is not tried": {"teams": {"status": "untried", "why": ""}},
    "Teams has worked": {"teams": {"status": "success", "why": ""}},
    "Teams was cancelled": {"teams": {"status": "cancelled", "why": "cancel"}},
    "nobody is known": {"person": None},
    "no session": {"session": None},
}


@pytest.fixture(scope="module")
def stage(still_page: Page) -> Stage:
    return Stage(still_page, "/desktop/views/desk/profile.js", VIEW, AT_THE_DESK)


@pytest.mark.parametrize("language", ["en", "sv"])
def test_what_it_shows(stage: Stage, language: str) -> None:
    stage.check(GOLDEN / f"profile.{language}.txt", SITUATIONS, language)


def test_what_its_controls_do(stage: Stage) -> None:
    names = ("a dial number", "signing out", "Teams was cancelled")
    stage.check_controls(GOLDEN / "profile.controls.txt", {name: SITUATIONS[name] for name in names})
