"""Where something is on the page, in CSS pixels."""

from playwright.sync_api import FloatRect, Locator, Page, ViewportSize

from deskproof.steps.errors import HarnessError, ProductFailure


def box_of(thing: Locator, name: str) -> FloatRect:
    """The rectangle of what is visible. Raises ProductFailure where it is not."""
    box = thing.bounding_box()
    if box is None:
        raise ProductFailure(f"{name} is no longer visible")
    return box


def size_of(page: Page) -> ViewportSize:
    """The size of the page's window."""
    size = page.viewport_size
    if size is None:
        raise HarnessError("The page has no fixed size, so nothing can be said of where something is on it.")
    return size
