"""The dialogs of the reference desktop that cover the page until they are answered."""

import re

from playwright.sync_api import Locator, Page, expect

from deskproof.steps.gherkin.vocabulary.values import Language
from deskproof.steps.screens.reference.absence import expect_absent
from deskproof.steps.screens.reference.labels import Labels


class Dialogs:
    """The Multiple Sign In Alert, the lost session and the session limit."""

    def __init__(self, page: Page, language: Language) -> None:
        labels = Labels(language)
        self._page = page
        self._labels = labels
        self._multiple = self._dialog("multiple sign-in")
        self._not_restored = self._dialog("not restored")
        self._inactivity = self._dialog("inactivity")
        self._limit_reached = self._dialog("limit reached")

    # several instances

    def shows_multiple_sign_in(self) -> None:
        expect(self._multiple).to_be_visible()
        expect(self._multiple).to_have_accessible_description(self._labels.sentence("multiple sign-in"))

    def shows_no_multiple_sign_in(self) -> None:
        expect_absent(self._multiple)

    def shows_only_continue(self) -> None:
        expect(self._multiple.get_by_role("button")).to_have_count(1)
        expect(self._continue).to_be_focused()

    def press_escape(self) -> None:
        self._page.keyboard.press("Escape")

    def continue_here(self) -> None:
        self._continue.click()

    # the lost session

    def shows_not_restored(self) -> None:
        expect(self._not_restored.get_by_role("button", name=self._labels["reload"])).to_be_visible()

    # the session limit

    def shows_inactivity(self, seconds: int) -> None:
        expect(self._inactivity.get_by_role("timer")).to_have_text(re.compile(rf"^{seconds} "))

    def shows_no_inactivity(self) -> None:
        expect_absent(self._inactivity)

    def stay_signed_in(self) -> None:
        self._inactivity.get_by_role("button", name=self._labels["stay"]).click()

    def sign_out(self) -> None:
        self._inactivity.get_by_role("button", name=self._labels["sign out"]).click()

    def shows_limit_reached(self) -> None:
        expect(self._limit_reached.get_by_role("button", name=self._labels["ok"])).to_be_visible()

    def confirm(self) -> None:
        self._limit_reached.get_by_role("button", name=self._labels["ok"]).click()

    @property
    def _continue(self) -> Locator:
        return self._multiple.get_by_role("button", name=self._labels["continue"])

    def _dialog(self, key: str) -> Locator:
        return self._page.get_by_role("alertdialog", name=self._labels[key])
