"""A button that copies a text and says so, where the browser lets it."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.simulator.desktop.views.stage import AT_THE_DESK, Stage

VIEW = (
    '() => Object.assign(document.createElement("copy-button"), { label: "Copy", done: "Copied", copied: "The text" })'
)


@pytest.fixture(scope="module")
def stage(still_page: Page) -> Stage:
    return Stage(still_page, "/desktop/views/shared/copy-button.js", VIEW, AT_THE_DESK)


@pytest.mark.parametrize(("allowed", "said"), [(True, "Copied"), (False, "")])
def test_it_says_whether_it_has_copied(stage: Stage, allowed: bool, said: str) -> None:
    stage.page.evaluate(
        """(allowed) => {
          const writeText = async (text) => { self.copied = text; if (!allowed) throw new Error("not allowed"); };
          Object.defineProperty(navigator, "clipboard", { value: { writeText }, configurable: true });
        }""",
        allowed,
    )
    stage.draw()
    assert stage.reading() == [
        '- button "Copy"',
        "- status",
        'button.secondary "Copy" type=button',
        "span.copied role=status",
    ]
    stage.page.get_by_role("button", name="Copy").click()
    expect(stage.page.get_by_role("status")).to_have_text(said)
    assert stage.page.evaluate("self.copied") == "The text"
