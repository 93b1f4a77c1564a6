"""Answering a call in the browser, for an agent whose station is Desktop."""

from playwright.sync_api import Page, expect

from deskproof.steps.gherkin.vocabulary.values import Language
from deskproof.steps.screens.reference.absence import expect_absent
from deskproof.steps.screens.reference.labels import Labels


class Voice:
    """Answer, Decline and Mute."""

    def __init__(self, page: Page, language: Language) -> None:
        labels = Labels(language)
        self._answer = page.get_by_role("button", name=labels["answer"], exact=True)
        self._decline = page.get_by_role("button", name=labels["decline"], exact=True)
        self._mute = page.get_by_role("button", name=labels["mute"], exact=True)

    def shows_ringing(self) -> None:
        expect(self._answer).to_be_visible()

    def shows_nothing_to_answer(self) -> None:
        expect_absent(self._answer)

    def answer(self) -> None:
        self._answer.click()

    def decline(self) -> None:
        self._decline.click()

    def mute(self) -> None:
        self._mute.click()

    def shows_muted(self) -> None:
        expect(self._mute).to_have_attribute("aria-pressed", "true")

    def shows_not_muted(self) -> None:
        expect(self._mute).to_have_attribute("aria-pressed", "false")
