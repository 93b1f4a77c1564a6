"""User Profile of the reference desktop."""

from playwright.sync_api import Page, expect

from deskproof.steps.errors import require
from deskproof.steps.gherkin.vocabulary.values import Language
from deskproof.steps.screens.reference.labels import Labels
from deskproof.steps.screens.reference.page.geometry import box_of, size_of


class Profile:
    """The panel behind the agent's initials."""

    def __init__(self, page: Page, language: Language) -> None:
        labels = Labels(language)
        self._page = page
        self._opener = page.get_by_role("button", name=labels["profile"])
        self._panel = page.get_by_role("dialog").filter(has=page.get_by_role("button", name=labels["sign out"]))
        self._other_language = self._panel.get_by_role("radio", name=labels["other language"], exact=True)
        self._language_named = page.locator(f"html[lang={labels.other_language}]")
        self._sign_out = self._panel.get_by_role("button", name=labels["sign out"])

    def open(self) -> None:
        if self._opener.get_attribute("aria-expanded") != "true":
            self._opener.click()
        expect(self._panel).to_be_visible()

    def shows_in_upper_right_corner(self) -> None:
        expect(self._opener).to_be_visible()
        box, size = box_of(self._opener, "User Profile"), size_of(self._page)
        left, bottom = box["x"], box["y"] + box["height"]
        require(left > size["width"] * 7 / 8, f"User Profile begins {left} pixels from the left of {size['width']}")
        require(bottom < size["height"] / 8, f"User Profile ends {bottom} pixels down")

    def shows_name(self, name: str) -> None:
        expect(self._panel.get_by_role("heading", name=name)).to_be_visible()

    def shows_setting(self, words: str) -> None:
        expect(self._panel.get_by_role("definition").get_by_text(words, exact=True)).to_be_visible()

    def shows_sign_out(self) -> None:
        expect(self._sign_out).to_be_visible()

    def choose_other_language(self) -> None:
        self._other_language.check()
        expect(self._language_named).to_be_visible()

    def sign_out(self) -> None:
        self._sign_out.click()
