"""The Task page of the reference desktop, and the availability above it."""

import re

from playwright.sync_api import Page, expect

from deskproof.steps.gherkin.vocabulary.values import Availability, Language
from deskproof.steps.screens.reference.absence import expect_absent
from deskproof.steps.screens.reference.labels import Labels

_ADDRESS = re.compile(r"/task$")


class Task:
    """The page where an agent works."""

    def __init__(self, page: Page, language: Language) -> None:
        labels = Labels(language)
        self._page = page
        self._labels = labels
        self._main = page.get_by_role("main", name=labels["task"])
        self._availability = page.get_by_role("button", name=re.compile(rf"^{labels['availability']}: "))
        self._menu = page.get_by_role("menu", name=labels["availability"])

    def shows(self) -> None:
        expect(self._main).to_be_visible()
        expect(self._page).to_have_url(_ADDRESS)
        expect(self._page).to_have_title(self._labels.title("task"))

    def does_not_show(self) -> None:
        expect_absent(self._main)

    def choose_availability(self, availability: Availability) -> None:
        self._availability.click()
        name = self._labels.availability(availability)
        if availability is Availability.IDLE:
            self._menu.get_by_role("group", name=name).get_by_role("menuitemradio").first.click()
        else:
            self._menu.get_by_role("menuitemradio", name=name, exact=True).click()

    def choose_idle_code(self, code: str) -> None:
        self._availability.click()
        self._menu.get_by_role("menuitemradio", name=code, exact=True).click()
        self.shows_idle_code(code)

    def shows_idle_code(self, code: str) -> None:
        expect(self._availability).to_have_accessible_name(re.compile(rf", {re.escape(code)}$"))

    def shows_timer(self, text: str) -> None:
        expect(self._availability.locator("state-timer")).to_have_text(text)

    def shows_availability(self, availability: Availability) -> None:
        words = f"{self._labels['availability']}: {self._labels.availability(availability)}"
        expect(self._availability).to_have_accessible_name(re.compile(rf"^{words}(,|$)"))
