"""Answering a call in the browser, for an agent whose station is Desktop."""

from playwright.sync_api import Page, expect

from deskproof.steps.gherkin.vocabulary.values import Language
from deskproof.steps.screens.reference.absence import expect_absent
from deskproof.steps.screens.reference.labels import Labels


class Voice:
    """Answer and Decline."""

    def __init__(self, page: Page, language: Language) -> None:
        labels = Labels(language)
        self._answer = page.get_by_role("button", name=labels["answer"], exact=True)
        self._decline = page.get_by_role("button", name=labels["decline"], exact=True)

    def shows_ringing(self) -> None:
        expect(self._answer).to_be_visible()

    def shows_nothing_to_answer(self) -> None:
        expect_absent(self._answer)

    def answer(self) -> None:
        self._answer.click()

    def decline(self) -> None:
        self._decline.click()
