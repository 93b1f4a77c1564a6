"""A call with more than one agent on the reference desktop: consultation, transfer, conference, and recording."""

import re

from playwright.sync_api import Locator, Page, expect

from deskproof.steps.gherkin.vocabulary.values import ConsultState, Destination, Language, Reached
from deskproof.steps.screens.reference.labels import Labels
from deskproof.steps.screens.reference.signing_in.choice import SearchableChoice


class SharedCalls:
    """What the interaction control pane and its dialog show of a call with more than one agent."""

    def __init__(self, page: Page, language: Language) -> None:
        labels = Labels(language)
        self._page = page
        self._labels = labels
        self._ringing = page.get_by_role("alert").filter(has_text=labels["incoming consult call"])
        self._pane = page.get_by_role("region", name=labels["pane"], exact=True)
        self._state = self._pane.get_by_role("status").first
        self._consult = self._pane.get_by_role("group", name=labels["consultation"], exact=True)
        self._reach = page.get_by_role("dialog", name=labels["reach"])
        self._availability = page.get_by_role("button", name=re.compile(rf"^{labels['availability']}: "))

    def consult(self, destination: Destination) -> None:
        self._choose(destination)
        self._reach.get_by_role("button", name=self._labels["consult"], exact=True).click()

    def transfer(self, destination: Destination) -> None:
        self._choose(destination)
        self._reach.get_by_role("button", name=self._labels["transfer"], exact=True).click()

    # the consultation

    def shows_consult(self, name: str, state: ConsultState) -> None:
        expect(self._consult).to_contain_text(self._labels.sentence_with("consult with", name))
        expect(self._consult).to_contain_text(self._labels[state])

    def shows_no_consult(self) -> None:
        expect(self._pane).to_be_visible()
        expect(self._consult).to_have_count(0)

    def end_consult(self) -> None:
        either = "|".join(re.escape(self._labels[key]) for key in ("end consult", "cancel consult"))
        self._pane.get_by_role("button", name=re.compile(f"^({either})$")).click()

    def shows_consult_call(self, name: str) -> None:
        expect(self._ringing).to_contain_text(name)

    def shows_consulted_by(self, name: str) -> None:
        expect(self._state).to_contain_text(self._labels["asked"])
        expect(self._consult).to_contain_text(self._labels.sentence_with("consulted by", name))

    def shows_not_taken(self, name: str) -> None:
        message = self._page.get_by_role("status").filter(has_text=self._labels.sentence_with("not taken", name))
        expect(message).to_be_visible()

    def hand_over(self) -> None:
        self._button("transfer").click()

    def shows_left(self) -> None:
        expect(self._pane).to_contain_text(self._labels.sentence("left"))

    # the conference

    def start_conference(self) -> None:
        self._button("conference").click()

    def shows_conference(self, name: str) -> None:
        expect(self._state).to_contain_text(self._labels["conference"])
        expect(self._pane).to_contain_text(self._labels.sentence_with("in conference", name))

    def leave_conference(self) -> None:
        self._button("leave conference").click()

    # declining and recording

    def shows_declined(self) -> None:
        expect(self._availability).to_have_accessible_name(re.compile(rf", {re.escape(self._labels['declined'])}$"))

    def pause_recording(self) -> None:
        self._button("pause recording").click()

    def resume_recording(self) -> None:
        self._button("resume recording").click()

    def shows_recording_paused(self) -> None:
        expect(self._state).to_contain_text(self._labels["recording paused"])

    def shows_recording(self) -> None:
        expect(self._button("pause recording")).to_be_visible()
        expect(self._state).not_to_contain_text(self._labels["recording paused"])

    def _choose(self, destination: Destination) -> None:
        self._button("reach").click()
        self._reach.get_by_role("radio", name=self._labels[destination.kind], exact=True).check()
        if destination.kind is Reached.NUMBER:
            self._reach.get_by_role("textbox", name=self._labels[destination.kind], exact=True).fill(destination.name)
        else:
            SearchableChoice(self._reach, destination.kind, self._labels).pick(destination.name)

    def _button(self, key: str) -> Locator:
        return self._pane.get_by_role("button", name=self._labels[key], exact=True)
