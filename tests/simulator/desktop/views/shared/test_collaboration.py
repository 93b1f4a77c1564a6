"""The agent's Microsoft Teams account: a step of Station Credentials, and a row of the settings."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.simulator.desktop.views.stage import AT_THE_DESK, Changes, Stage

GOLDEN = Path(__file__).parent / "golden"
VIEW = """({ teamsAccount, teamsNeedsAttention, teamsMessage }, desktop, html) => html`
  ${teamsAccount(desktop, "step")}
  <p>${String(teamsNeedsAttention(desktop.state))}: ${teamsMessage(desktop.state, desktop.text)}</p>
`"""

SITUATIONS: dict[str, Changes] = {
    "not used": {"teams": None},
    "not tried": {"teams": {"status": "untried", "why": ""}},
    "waiting": {"teams": {"status": "waiting", "why": ""}},
    "signed in": {"teams": {"status": "success", "why": ""}},
    **{
        f"{status}: {why}": {"teams": {"status": status, "why": why}}
        for status, why in (
            ("cancelled", "cancel"),
            ("cancelled", "closed"),
            ("failed", "blocked"),
            ("failed", "access_denied"),
            ("failed", "unreachable"),
            ("failed", "storage"),
            ("failed", "expired"),
            ("failed", "AADSTS50105"),
        )
    },
}


@pytest.fixture(scope="module")
def stage(still_page: Page) -> Stage:
    return Stage(still_page, "/desktop/views/shared/collaboration.js", VIEW, AT_THE_DESK)


@pytest.mark.parametrize("language", ["en", "sv"])
def test_what_it_shows(stage: Stage, language: str) -> None:
    stage.check(GOLDEN / f"collaboration.{language}.txt", SITUATIONS, language)


def test_what_its_controls_do(stage: Stage) -> None:
    names = ("not tried", "waiting", "signed in", "cancelled: cancel", "failed: AADSTS50105")
    stage.check_controls(GOLDEN / "collaboration.controls.txt", {name: SITUATIONS[name] for name in names})


def test_as_a_setting_it_is_the_same(stage: Stage) -> None:
    """But for a class."""
    step = Stage(stage.page, stage.module, "({ teamsAccount }, desktop) => teamsAccount(desktop, 'step')", stage.base)
    step.draw(SITUATIONS["not tried"])
    as_a_step = step.reading()
    setting = Stage(
        stage.page, stage.module, "({ teamsAccount }, desktop) => teamsAccount(desktop, 'setting')", stage.base
    )
    setting.draw(SITUATIONS["not tried"])
    assert setting.reading() == [line.replace("div.teams.step", "div.teams.setting") for line in as_a_step]
