"""What the layout sets on the reference desktop: header, pages, panel, illustration; and errors of the layout."""

from collections.abc import Mapping, Sequence
from typing import Literal

from playwright.sync_api import Page, expect

from deskproof.steps.errors import require, unknown
from deskproof.steps.gherkin.vocabulary.values import Language
from deskproof.steps.screens.reference.labels import Labels
from deskproof.steps.screens.reference.page.geometry import box_of

_LARGEST = 400


class Layout:
    """The parts of the desktop that a layout sets."""

    def __init__(self, page: Page, language: Language) -> None:
        labels = Labels(language)
        self._labels = labels
        self._page = page
        self._header = page.get_by_role("banner")
        self._logo = self._header.locator("img, svg.mark")
        self._nav = page.get_by_role("navigation", name=labels["pages"])
        self._illustration = page.get_by_role("main").locator("img")

    def shows_title(self, title: str) -> None:
        expect(self._header.get_by_text(title, exact=True)).to_be_visible()

    def shows_default(self) -> None:
        self.shows_title(self._labels["product"])
        self._shows_pages([self._labels["task"]])
        self.shows_no_illustration()

    def shows_logo(self) -> None:
        expect(self._logo.and_(self._page.locator("img"))).to_have_js_property("complete", value=True)
        expect(self._logo.and_(self._page.locator("img"))).to_be_visible()

    def shows_no_logo(self) -> None:
        expect(self._header).to_be_visible()
        expect(self._logo).to_have_count(0)

    def shows_header_actions(self, actions: Sequence[str]) -> None:
        roles: Mapping[str, Literal["link", "button"]] = {"webex": "link", "notification": "button"}
        if unlisted := next((action for action in actions if action not in roles), None):
            raise unknown("header action", unlisted, roles)
        places: dict[str, float] = {}
        for action, role in roles.items():
            found = self._header.get_by_role(role, name=self._labels[f"action {action}"], exact=True)
            expect(found).to_have_count(int(action in actions))
            if box := found.bounding_box() if action in actions else None:
                places[action] = box["x"]
        seen = sorted(places, key=lambda action: places[action])
        require(seen == list(actions), f"the header has {', '.join(seen) or 'no actions'}")

    def _shows_pages(self, labels: Sequence[str]) -> None:
        expect(self._nav.get_by_role("link")).to_have_text(list(labels))

    def open_page(self, label: str) -> None:
        self._nav.get_by_role("link", name=label, exact=True).click()

    def shows_text(self, words: str) -> None:
        expect(self._page.get_by_role("main").get_by_text(words)).to_be_visible()

    def shows_panel(self, words: str) -> None:
        expect(self._page.get_by_role("complementary", name=self._labels["panel"]).get_by_text(words)).to_be_visible()

    def shows_on_every_page(self, words: str) -> None:
        expect(self._page.get_by_role("region", name=self._labels["on every page"]).get_by_text(words)).to_be_visible()

    def shows_illustration(self, size: tuple[int, int] | None = None) -> None:
        expect(self._illustration).to_be_visible()
        natural = self._illustration.evaluate("(image) => image.complete && image.naturalWidth")
        require(natural, "the illustration is not loaded")
        box = box_of(self._illustration, "the illustration")
        seen = round(box["width"]), round(box["height"])
        require(size in (None, seen), f"the illustration is {seen[0]} by {seen[1]} pixels")
        require(max(seen) <= _LARGEST, f"the illustration is {seen[0]} by {seen[1]} pixels")

    def shows_no_illustration(self) -> None:
        main = self._page.get_by_role("main", name=self._labels["task"])
        expect(main).to_be_visible()
        expect(main.locator("img")).to_have_count(0)
        painted = main.evaluate(
            "(main) => [main, ...main.querySelectorAll('*')].some("
            "(each) => getComputedStyle(each).backgroundImage !== 'none')"
        )
        require(not painted, "something on the Task page has a background image")

    def shows_layout_error(self) -> None:
        expect(self._page.get_by_role("alert").filter(has_text=self._labels.sentence("layout error"))).to_be_visible()

    def shows_no_layout_error(self) -> None:
        expect(self._header).to_be_visible()
        expect(self._page.get_by_text(self._labels.sentence("layout error"))).to_have_count(0)
