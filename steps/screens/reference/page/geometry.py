"""Positions and sizes on the page, in CSS pixels."""

from playwright.sync_api import FloatRect, Locator, Page, ViewportSize

from deskproof.steps.errors import HarnessError, ProductFailure


def box_of(thing: Locator, name: str) -> FloatRect:
    """The rectangle of an element. Raises ProductFailure where it is not visible."""
    box = thing.bounding_box()
    if box is None:
        raise ProductFailure(f"{name} is no longer visible")
    return box


def size_of(page: Page) -> ViewportSize:
    """The size of the page's viewport. Raises HarnessError without one."""
    size = page.viewport_size
    if size is None:
        raise HarnessError(
            "The page has no fixed size, so positions on it cannot be checked; give its context a viewport."
        )
    return size
