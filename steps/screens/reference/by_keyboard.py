"""The reference desktop and its identity pages by keyboard alone: keys are pressed, nothing is clicked.

Rule: each control is reached with Tab or arrow keys, and its focus is visible.
"""

import re

from playwright.sync_api import Locator, Page, expect

from deskproof.steps.errors import ProductFailure, require
from deskproof.steps.gherkin.vocabulary.values import Availability, Language
from deskproof.steps.screens.reference.labels import Labels

_MOST_STOPS = 40
"""The most tab stops of a page; pressing Tab more often goes round it."""

_SEEN = """() => {
  const focused = document.activeElement;
  if (!focused.matches(":focus-visible")) return false;
  const { top, left, bottom, right } = focused.getBoundingClientRect();
  if (bottom <= 0 || right <= 0 || top >= innerHeight || left >= innerWidth) return false;
  const ringed = (element) => {
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element);
    return (outlineStyle !== "none" && parseFloat(outlineWidth) >= 1) || boxShadow !== "none";
  };
  return [focused, focused.parentElement].some(ringed);
}"""


class ByKeyboard:
    """Everything between the e-mail address and signing out, by key presses."""

    def __init__(self, page: Page, language: Language) -> None:
        labels = Labels(language)
        self._page = page
        self._labels = labels
        self._focused = page.locator("*:focus")
        self._dialog = page.get_by_role("dialog", name=labels["station"])
        self._availability = page.get_by_role("button", name=re.compile(rf"^{labels['availability']}: "))
        self._menu = page.get_by_role("menu", name=labels["availability"])
        self._profile = page.get_by_role("button", name=labels["profile"])

    def enter_email(self, email: str) -> None:
        self._focus(self._page.get_by_role("textbox", name=self._labels["email"], exact=True))
        self._type(email, then="Enter")

    def enter_password(self, password: str) -> None:
        self._focus(self._page.get_by_label(self._labels["password"], exact=True))
        self._type(password, then="Enter")

    def sign_in_to_station(self, number: str, team: str) -> None:
        self._focus(self._dialog.get_by_role("textbox"))
        self._type(number, then="Tab")
        self._pick(team, self._dialog.get_by_role("combobox", name=self._labels["team"], exact=True))
        self._focus(self._dialog.get_by_role("button", name=self._labels["submit"]))
        self._press("Enter")

    def choose_next_option(self) -> None:
        self._focus(self._dialog.get_by_role("radio", checked=True))
        self._press("ArrowDown")

    def choose_availability(self, availability: Availability) -> None:
        self._focus(self._availability)
        self._press("Enter")
        expect(self._menu).to_be_visible()
        name = self._labels.availability(availability)
        items = self._menu.get_by_role("menuitemradio")
        if availability is Availability.IDLE:
            items = self._menu.get_by_role("group", name=name).get_by_role("menuitemradio")
        self._walk_to(items.first, by="ArrowDown")
        self._press("Enter")

    def open_profile(self) -> None:
        self._focus(self._profile)
        self._press("Enter")
        expect(self._sign_out).to_be_visible()

    def close_profile(self) -> None:
        self._press("Escape")
        expect(self._sign_out).to_be_hidden()

    def shows_focus_on_profile(self) -> None:
        expect(self._profile).to_be_focused()

    def sign_out(self) -> None:
        self._focus(self._sign_out)
        self._press("Enter")

    def shows_tab_stops(self, names: list[str]) -> None:
        for name in names:
            self._press("Tab")
            expect(self._focused).to_have_accessible_name(name)
            self._shows_focus()

    @property
    def _sign_out(self) -> Locator:
        return self._page.get_by_role("dialog").get_by_role("button", name=self._labels["sign out"])

    def _focus(self, target: Locator) -> None:
        self._walk_to(target, by="Tab")
        self._shows_focus()

    def _pick(self, choice: str, box: Locator) -> None:
        """Open the list and go down it to the choice, without typing."""
        self._focus(box)
        self._press("ArrowDown")
        option = self._dialog.get_by_role("option", name=choice, exact=True)
        expect(option).to_be_visible()
        for _ in range(_MOST_STOPS):
            if box.get_attribute("aria-activedescendant") == option.get_attribute("id"):
                break
            self._press("ArrowDown")
        expect(option).to_be_in_viewport()
        self._press("Enter")
        expect(box).to_have_value(choice)

    def _walk_to(self, target: Locator, *, by: str) -> None:
        expect(target).to_be_visible()
        for _ in range(_MOST_STOPS):
            if target.evaluate("element => element === document.activeElement"):
                return
            self._press(by)
        raise ProductFailure(f"{by} does not reach {target}")

    def _shows_focus(self) -> None:
        seen = self._page.evaluate(_SEEN)
        require(seen, f"nothing shows that the focus is on {self._focused.inner_html()!r}")

    def _type(self, text: str, *, then: str) -> None:
        self._page.keyboard.type(text)
        self._press(then)

    def _press(self, key: str) -> None:
        self._page.keyboard.press(key)
