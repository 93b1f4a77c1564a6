"""The screens of this project's own sentences. Locators are here and nowhere else."""

from playwright.sync_api import Page, expect


class Greeting:
    """The greeting of the desktop."""

    def __init__(self, page: Page, language: str) -> None:
        self._heading = page.get_by_role("heading", level=1)
        self._tenant = page.get_by_role("definition")

    def shows(self, words: str) -> None:
        """The greeting has these words."""
        expect(self._heading).to_have_text(words)

    def names_tenant(self, address: str) -> None:
        """The desktop says that it belongs to the tenant at this address."""
        expect(self._tenant).to_have_text(address)
