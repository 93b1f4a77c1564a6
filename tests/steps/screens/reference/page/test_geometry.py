"""Rectangles: of what is visible, and a failure of the product for what is not."""

import pytest
from playwright.sync_api import Browser

from deskproof.steps.errors import HarnessError, ProductFailure
from deskproof.steps.screens.reference.page.geometry import box_of, size_of


def test_what_is_visible_has_its_rectangle_and_what_is_not_is_missed(browser: Browser) -> None:
    page = browser.new_page(viewport={"width": 800, "height": 600})
    page.set_content('<body style="margin: 0"><p style="margin: 0; width: 80px; height: 20px">a</p><i hidden>b</i>')
    assert box_of(page.locator("p"), "the paragraph") == {"x": 0, "y": 0, "width": 80, "height": 20}
    assert size_of(page) == {"width": 800, "height": 600}
    with pytest.raises(ProductFailure, match="the note is no longer visible"):
        box_of(page.locator("i"), "the note")
    page.close()


def test_a_page_without_a_size_is_a_fault_of_the_harness(browser: Browser) -> None:
    page = browser.new_page(no_viewport=True)
    with pytest.raises(HarnessError, match="no fixed size"):
        size_of(page)
    page.close()
