"""A searchable list of the reference desktop, for countries, teams and wrap-up reasons."""

import re
from collections.abc import Sequence

from playwright.sync_api import Locator, expect

from deskproof.steps.gherkin.vocabulary.values import Key
from deskproof.steps.screens.reference.labels import Labels


class SearchableChoice:
    """A searchable list, found by its label. A choice may have a detail after its name, as a country has its code."""

    def __init__(self, inside: Locator, key: str, labels: Labels) -> None:
        """The list whose label has this key."""
        label = labels[key]
        self._box = inside.get_by_role("combobox", name=label, exact=True)
        self._list = inside.get_by_role("listbox", name=label, exact=True)
        self._choices = self._list.get_by_role("option")
        self._toggle = inside.get_by_role("button", name=labels["show"].format(label), exact=True)
        self._nothing = inside.get_by_text(labels["no matches"], exact=True)

    def open(self) -> None:
        """Open the list."""
        self._box.click()

    def search(self, text: str) -> None:
        """Type, which opens the list."""
        self._box.fill(text)

    def press(self, key: Key) -> None:
        """Press a key in the box."""
        self._box.press(key.value)

    def pick(self, name: str) -> None:
        """Search for a choice by its name and pick it."""
        self.search(name)
        self.pick_listed(name)

    def pick_listed(self, name: str) -> None:
        """Pick a choice from the list as it is shown."""
        self._choice(name).click()

    def shows_picked(self, pattern: re.Pattern[str]) -> None:
        """The text of the picked choice matches this, and the list is closed."""
        expect(self._box).to_have_value(pattern)
        self._is_open("false")

    def shows(self, name: str) -> None:
        """The list is open and has this choice."""
        expect(self._choice(name)).to_be_visible()
        self._is_open("true")

    def does_not_show(self, name: str) -> None:
        """The list is open and does not have this choice."""
        expect(self._list).to_be_visible()
        expect(self._choice(name)).to_have_count(0)

    def shows_exactly(self, names: Sequence[str]) -> None:
        """The list has exactly these choices, in this order."""
        expect(self._choices).to_have_text([re.compile(rf"^\s*{re.escape(name)}\b") for name in names])

    def shows_nothing(self) -> None:
        """The list says that there is nothing to choose."""
        expect(self._nothing.filter(visible=True).first).to_be_visible()
        expect(self._choices).to_have_count(0)

    def shows_refused(self, why: re.Pattern[str]) -> None:
        """There is this message at the list."""
        expect(self._box).to_have_attribute("aria-invalid", "true")
        expect(self._box).to_have_accessible_description(why)

    def is_present(self) -> None:
        """The list is there."""
        expect(self._box).to_be_visible()

    def is_absent(self) -> None:
        """The list is not there."""
        expect(self._box).to_have_count(0)

    def _is_open(self, expanded: str) -> None:
        """Box and button say whether the list is open."""
        expect(self._box).to_have_attribute("aria-expanded", expanded)
        expect(self._toggle).to_have_attribute("aria-expanded", expanded)

    def _choice(self, name: str) -> Locator:
        return self._list.get_by_role("option", name=re.compile(rf"^{re.escape(name)}( \+\d+)?$"))
