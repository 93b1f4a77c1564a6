"""Chats, e-mails and messages on the reference desktop."""

from playwright.sync_api import Page, expect

from deskproof.steps.gherkin.vocabulary.values import Channel, Language
from deskproof.steps.screens.reference.labels import Labels


class Written:
    """What the Task page shows of what a customer writes."""

    def __init__(self, page: Page, language: Language) -> None:
        self._labels = Labels(language)
        self._alerts = page.get_by_role("alert")
        self._accept = page.get_by_role("button", name=self._labels["accept"], exact=True)
        self._tasks = page.get_by_role("region", name=self._labels["tasks"], exact=True)
        self._pane = page.get_by_role("region", name=self._labels["pane"], exact=True)

    def shows_waiting(self, channel: Channel) -> None:
        expect(self._alerts.get_by_text(self._labels[f"incoming {channel}"], exact=True)).to_be_visible()
        expect(self._accept).to_be_enabled()

    def accept(self) -> None:
        self._accept.click()

    def shows_in_pane(self, customer: str) -> None:
        expect(self._pane.get_by_role("heading", name=customer, exact=True)).to_be_visible()

    def choose(self, customer: str) -> None:
        self._tasks.get_by_role("button", name=customer).click()

    def shows_ended(self, *, by_customer: bool) -> None:
        expect(self._pane).to_contain_text(self._labels.sentence("customer left" if by_customer else "ended"))
