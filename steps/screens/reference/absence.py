"""That something is not on a page: seen only where there is a page."""

from __future__ import annotations

from playwright.sync_api import Locator, expect


def expect_absent(locator: Locator) -> None:
    """The page shows its main part, or the notice that covers it, and nothing is what `locator` finds."""
    expect(locator.page.locator("main:visible, [role=alertdialog]:visible").first).to_be_visible()
    expect(locator).to_have_count(0)
