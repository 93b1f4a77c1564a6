"""The page at an address that no organisation's desktop is at."""

from playwright.sync_api import Page, expect

from steps.screens.reference.labels import Labels


class Address:
    """What a browser shows there."""

    def __init__(self, page: Page, labels: Labels) -> None:
        self._text = page.get_by_role("heading", name=labels.pattern("nothing served"))

    def shows_nothing_served(self) -> None:
        """The page says that nothing is served at this address."""
        expect(self._text).to_be_visible()
