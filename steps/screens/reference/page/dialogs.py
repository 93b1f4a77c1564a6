"""The dialogs of the reference desktop that cover the page until they are answered."""

import re

from playwright.sync_api import Locator, Page, expect

from deskproof.steps.gherkin.vocabulary.values import Language
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
        """The alert covers the page and says what Continue does."""
        expect(self._multiple).to_be_visible()
        expect(self._multiple).to_have_accessible_description(self._labels.sentence("multiple sign-in"))

    def shows_no_multiple_sign_in(self) -> None:
        """The alert is not there."""
        expect(self._multiple).to_have_count(0)

    def shows_only_continue(self) -> None:
        """Continue is the alert's only button, and has the focus."""
        expect(self._multiple.get_by_role("button")).to_have_count(1)
        expect(self._continue).to_be_focused()

    def press_escape(self) -> None:
        """Press Escape."""
        self._page.keyboard.press("Escape")

    def continue_here(self) -> None:
        """Click Continue."""
        self._continue.click()

    # the lost session

    def shows_not_restored(self) -> None:
        """A dialog says that the session could not be restored, and offers to reload."""
        expect(self._not_restored.get_by_role("button", name=self._labels["reload"])).to_be_visible()

    def reload(self) -> None:
        """Click Reload Browser."""
        self._not_restored.get_by_role("button", name=self._labels["reload"]).click()

    # the session limit

    def shows_inactivity(self, seconds: int) -> None:
        """The dialog about inactivity says that so many seconds are left."""
        expect(self._inactivity.get_by_role("timer")).to_have_text(re.compile(rf"^{seconds} "))

    def shows_no_inactivity(self) -> None:
        """There is no dialog about inactivity."""
        expect(self._inactivity).to_have_count(0)

    def stay_signed_in(self) -> None:
        """Click Stay Signed In."""
        self._inactivity.get_by_role("button", name=self._labels["stay"]).click()

    def sign_out(self) -> None:
        """Click Sign Out in the dialog about inactivity."""
        self._inactivity.get_by_role("button", name=self._labels["sign out"]).click()

    def shows_limit_reached(self) -> None:
        """A dialog says that the agent was signed out, and waits for OK."""
        expect(self._limit_reached.get_by_role("button", name=self._labels["ok"])).to_be_visible()

    def confirm(self) -> None:
        """Click OK."""
        self._limit_reached.get_by_role("button", name=self._labels["ok"]).click()

    @property
    def _continue(self) -> Locator:
        return self._multiple.get_by_role("button", name=self._labels["continue"])

    def _dialog(self, key: str) -> Locator:
        return self._page.get_by_role("alertdialog", name=self._labels[key])
