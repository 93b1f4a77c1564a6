"""That something is not on a page: seen only where there is a page."""

from __future__ import annotations

from playwright.sync_api import Locator, expect


def expect_absent(locator: Locator) -> None:
    """The page has its main part, and nothing in it or around it is what `locator` finds."""
    expect(locator.page.locator("main").first).to_be_visible()
    expect(locator).to_have_count(0)
