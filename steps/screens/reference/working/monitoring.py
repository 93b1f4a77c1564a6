"""A supervisor's monitoring on the reference desktop: the current conversations, and the monitoring pane."""

from playwright.sync_api import Locator, Page, expect

from deskproof.steps.gherkin.vocabulary.values import Language, MonitoringState
from deskproof.steps.screens.reference.absence import expect_absent
from deskproof.steps.screens.reference.labels import Labels
from deskproof.steps.screens.reference.working.calls import spelled


class MonitoringPane:
    """Review and Monitor, and the pane."""

    def __init__(self, page: Page, language: Language) -> None:
        labels = Labels(language)
        self._page = page
        self._labels = labels
        self._ringing = page.get_by_role("alert").filter(has_text=labels["monitoring call"])
        self._review = page.get_by_role("dialog", name=labels["review"])
        self._pane = page.get_by_role("region", name=labels["monitoring pane"], exact=True)

    def review(self, number: str) -> None:
        self._page.get_by_role("button", name=self._labels["refresh"], exact=True).click()
        row = self._page.get_by_role("listitem").filter(has_text=spelled(number))
        row.get_by_role("button", name=self._labels["review"]).click()
        expect(self._review).to_be_visible()

    def start(self) -> None:
        self._review.get_by_role("button", name=self._labels["start monitoring"]).click()

    def cancel(self) -> None:
        self._review.get_by_role("button", name=self._labels["cancel"]).click()

    def shows_ringing(self, number: str) -> None:
        expect(self._ringing).to_contain_text(spelled(number))

    def shows(self, state: MonitoringState) -> None:
        expect(self._pane.get_by_role("status")).to_contain_text(self._labels[state])

    def shows_none(self) -> None:
        expect_absent(self._pane)

    def pause(self) -> None:
        self._button("pause monitoring").click()

    def resume(self) -> None:
        self._button("resume monitoring").click()

    def end(self) -> None:
        self._button("end monitoring").click()

    def _button(self, key: str) -> Locator:
        return self._pane.get_by_role("button", name=self._labels[key], exact=True)
