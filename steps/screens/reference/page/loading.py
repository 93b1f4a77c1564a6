"""What the reference desktop shows while it loads, and when it cannot."""

import re

from playwright.sync_api import Page, expect

from deskproof.steps.errors import require
from deskproof.steps.gherkin.vocabulary.values import Language
from deskproof.steps.screens.reference.absence import expect_absent
from deskproof.steps.screens.reference.labels import Labels


class Loading:
    """Loading, and its error."""

    def __init__(self, page: Page, language: Language) -> None:
        labels = Labels(language)
        self._page = page
        self._labels = labels
        self._progress = page.get_by_role("progressbar", name=labels["loading"])
        self._error = page.get_by_role("alert").filter(
            has=page.get_by_role("heading", name=labels["could not load"], exact=True)
        )

    def shows_progress(self) -> None:
        expect(self._progress).to_be_visible()
        expect(self._progress).not_to_have_js_property("value", 0)
        position = self._progress.evaluate("bar => bar.position")
        require(0 < position < 1, f"the bar is at {position:.0%}")

    def shows_error(self) -> None:
        expect(self._error).to_be_visible()
        expect(self._progress).to_have_count(0)

    def shows_no_error(self) -> None:
        expect_absent(self._error)

    def details(self) -> dict[str, str]:
        """The details of the error, by name."""
        self.shows_error()
        names = self._page.get_by_role("term").all_inner_texts()
        return dict(zip(names, self._page.get_by_role("definition").all_inner_texts(), strict=True))

    def shows_details(self, time: str, address: str) -> None:
        details = self.details()
        seen = f"the details are {details}"
        require(re.fullmatch(r"\S{8,}", details.get(self._labels["error id"], "")), seen)
        require(details.get(self._labels["time"], "").startswith(time), seen)
        require(details.get(self._labels["address"], "").startswith(address), seen)

    def shows_all_in(self, text: str) -> None:
        missing = [value for value in self.details().values() if value not in text]
        require(not missing, f"{text!r} lacks {', '.join(missing)}")

    def copy(self) -> None:
        self._page.get_by_role("button", name=self._labels["copy details"]).click()
        expect(self._page.get_by_role("status").filter(has_text=self._labels["copied"])).to_be_visible()

    def try_again(self) -> None:
        self._page.get_by_role("button", name=self._labels["try again"]).click()
