"""The error pages and error messages of the reference desktop."""

from playwright.sync_api import Locator, Page, expect

from deskproof.steps.gherkin.vocabulary.values import Language, SettingsOf
from deskproof.steps.screens.reference.absence import expect_absent
from deskproof.steps.screens.reference.labels import Labels


class Errors:
    """Pages in place of the desktop, and messages on it."""

    def __init__(self, page: Page, language: Language) -> None:
        labels = Labels(language)
        self._page = page
        self._labels = labels
        self._alerts = page.get_by_role("alert")
        self._notes = page.get_by_role("status")

    def shows_refused(self, settings: SettingsOf) -> None:
        expect(self._heading("refused")).to_be_visible()
        expect(self._alerts.filter(has_text=self._labels.settings(settings))).to_be_visible()

    def shows_error_id(self) -> None:
        row = self._page.get_by_role("term").filter(has_text=self._labels["error id"]).locator("xpath=..")
        expect(row.get_by_role("definition")).not_to_be_empty()

    def sign_in_as_somebody_else(self) -> None:
        self._click("somebody else")

    def shows_storage_refused(self) -> None:
        expect(self._heading("storage")).to_be_visible()
        expect(self._page.get_by_role("button", name=self._labels["reload"])).to_be_visible()

    def reload(self) -> None:
        self._click("reload")

    def shows_signed_out_note(self) -> None:
        expect(self._notes.get_by_text(self._labels.sentence("signed out note"))).to_be_visible()

    def shows_not_saved(self) -> None:
        expect(self._alerts.get_by_text(self._labels.sentence("not saved"))).to_be_visible()

    def does_not_show_not_saved(self) -> None:
        expect_absent(self._alerts.get_by_text(self._labels.sentence("not saved")))

    def shows_connection_lost(self) -> None:
        expect(self._notes.get_by_text(self._labels.sentence("connection lost"))).to_be_visible()

    def _heading(self, key: str) -> Locator:
        return self._page.get_by_role("heading", name=self._labels[key])

    def _click(self, key: str) -> None:
        self._page.get_by_role("button", name=self._labels[key]).click()
