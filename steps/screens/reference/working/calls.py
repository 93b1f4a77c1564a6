"""An agent's calls on the reference desktop: ringing, the interaction control pane, unanswered calls."""

import re

from playwright.sync_api import Locator, Page, expect

from deskproof.steps.gherkin.vocabulary.values import (
    Availability,
    Channel,
    ConversationState,
    Language,
    MonitoringState,
    Request,
)
from deskproof.steps.screens.reference.absence import expect_absent
from deskproof.steps.screens.reference.labels import Labels
from deskproof.steps.screens.reference.signing_in.choice import SearchableChoice

_INCOMING = ("call", "consult call", *Channel)
"""What can wait to be answered or accepted."""


class Calls:
    """What the Task page shows of a call, from ringing to wrap-up."""

    def __init__(self, page: Page, language: Language) -> None:
        labels = Labels(language)
        self._page = page
        self._labels = labels
        self._alerts = page.get_by_role("alert")
        self._ringing = self._alerts.filter(has_text=labels["incoming call"])
        incoming = "|".join(re.escape(labels[f"incoming {what}"]) for what in _INCOMING)
        self._waiting = self._alerts.filter(has_text=re.compile(incoming))
        self._pane = page.get_by_role("region", name=labels["pane"], exact=True)
        self._reason = SearchableChoice(self._pane, "wrap-up reason", labels)
        self._unanswered = page.get_by_role("alertdialog", name=labels["unanswered"])

    def shows_ringing(self, number: str) -> None:
        expect(self._ringing).to_contain_text(spelled(number))

    def shows_nothing_ringing(self) -> None:
        expect_absent(self._waiting)

    # the interaction control pane

    def shows_pane_loading(self) -> None:
        expect(self._pane).to_have_attribute("aria-busy", "true")
        expect(self._pane.get_by_role("status")).to_have_text(self._labels.sentence("loading"))
        expect(self._pane.get_by_role("button")).to_have_count(0)

    def shows_pane(self, state: ConversationState) -> None:
        expect(self._pane.get_by_role("status").first).to_contain_text(self._labels[state])
        expect(self._pane).not_to_have_attribute("aria-busy", "true")

    def shows_timer(self, text: str) -> None:
        expect(self._pane.get_by_role("status").locator("state-timer")).to_have_text(text)

    def shows_no_pane(self) -> None:
        expect_absent(self._pane)

    def hold(self) -> None:
        self._button("hold").click()

    def resume(self) -> None:
        self._button("resume").click()

    def end(self) -> None:
        self._button("end").click()

    def wrap_up(self, reason: str) -> None:
        self._reason.pick(reason)
        self._button("submit wrap-up").click()

    # the unanswered call

    def shows_unanswered(self) -> None:
        expect(self._unanswered).to_be_visible()
        expect(self._unanswered).to_have_accessible_description(self._labels.sentence("unanswered"))

    def shows_no_unanswered(self) -> None:
        expect_absent(self._unanswered)

    def go_to(self, availability: Availability) -> None:
        name = f"{self._labels['go to']} {self._labels.availability(availability)}"
        self._unanswered.get_by_role("button", name=name, exact=True).click()

    # availability and sign-out

    def shows_engaged(self) -> None:
        words = f"{self._labels['availability']}: {self._labels['engaged']}, "
        expect(self._page.get_by_role("button", name=words)).to_be_visible()

    def shows_refused(self, request: Request) -> None:
        expect(self._alerts.get_by_text(self._labels.sentence(request))).to_be_visible()

    def shows_sign_out_refused(self, state: ConversationState | MonitoringState | None = None) -> None:
        expect(self._alerts.get_by_text(self._labels.sentence(state or "sign-out refused"))).to_be_visible()

    def shows_no_sign_out_refused(self) -> None:
        expect_absent(self._alerts.get_by_text(self._labels.sentence("sign-out refused")))

    def _button(self, key: str) -> Locator:
        return self._pane.get_by_role("button", name=self._labels[key], exact=True)


def spelled(number: str) -> re.Pattern[str]:
    """A pattern of the number with spaces anywhere between its digits."""
    return re.compile(r"\s?".join(map(re.escape, number)))
