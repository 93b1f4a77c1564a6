"""The page at an address without a desktop, or at a path of the reference desktop without a page."""

from playwright.sync_api import Page, expect

from deskproof.steps.gherkin.vocabulary.values import Language
from deskproof.steps.screens.reference.labels import Labels


class Address:
    """What a browser shows there."""

    def __init__(self, page: Page, language: Language) -> None:
        labels = Labels(language)
        self._text = page.get_by_role("heading", name=labels["nothing served"], exact=True)
        self._missing = page.get_by_role("heading", name=labels["no such page"], exact=True)
        self._desktop = page.get_by_role("link", name=labels["open the desktop"], exact=True)

    def shows_nothing_served(self) -> None:
        expect(self._text).to_be_visible()

    def shows_no_such_page(self) -> None:
        expect(self._missing).to_be_visible()

    def follow_link_to_desktop(self) -> None:
        self._desktop.click()
