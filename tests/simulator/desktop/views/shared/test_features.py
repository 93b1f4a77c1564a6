"""The banner that names what is unavailable, and what stands in its place."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.simulator.desktop.views.stage import AT_THE_DESK, Changes, Stage

GOLDEN = Path(__file__).parent / "golden"
VIEW = """({ banner, explanation, isUnavailable }, { state, text }, html) => html`
  ${banner(state, text)} ${isUnavailable(state, "addressBook") ? explanation(text) : "available"}
`"""

SITUATIONS: dict[str, Changes] = {
    "everything is there": {},
    "colleagues": {"unavailable": ["colleagues"]},
    "all, whatever came first": {"unavailable": ["queues", "idleCodes", "addressBook", "colleagues"]},
}


@pytest.fixture(scope="module")
def stage(still_page: Page) -> Stage:
    return Stage(still_page, "/desktop/views/shared/features.js", VIEW, AT_THE_DESK)


@pytest.mark.parametrize("language", ["en", "sv"])
def test_what_it_shows(stage: Stage, language: str) -> None:
    stage.check(GOLDEN / f"features.{language}.txt", SITUATIONS, language)
