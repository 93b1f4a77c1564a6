"""The features of the reference desktop that can be unavailable, and the banner that names them."""

from collections.abc import Sequence

from playwright.sync_api import Locator, Page, expect

from deskproof.steps.errors import require
from deskproof.steps.gherkin.vocabulary.values import Availability, Feature, Language
from deskproof.steps.screens.reference.labels import Labels
from deskproof.steps.screens.reference.page.geometry import box_of, size_of


class Features:
    """The banner, the Contacts panel and the idle codes of the availability."""

    def __init__(self, page: Page, language: Language) -> None:
        labels = Labels(language)
        self._page = page
        self._labels = labels
        text = page.get_by_text(labels.sentence("unavailable features"))
        self._banner = page.get_by_role("alert").filter(has=text)
        self._opener = page.get_by_role("button", name=labels["contacts"], exact=True)
        self._panel = page.get_by_role("dialog", name=labels["contacts"])
        self._availability = page.get_by_role("button", name=labels["availability"])
        self._menu = page.get_by_role("menu", name=labels["availability"])

    # the banner

    def shows_banner(self, features: Sequence[Feature]) -> None:
        expect(self._banner.get_by_role("listitem")).to_have_text(
            [self._labels.feature(feature) for feature in Feature if feature in features]
        )

    def shows_banner_at_top(self) -> None:
        expect(self._banner).to_be_visible()
        box, size = box_of(self._banner, "the banner"), size_of(self._page)
        require((box["x"], box["y"], box["width"]) == (0, 0, size["width"]), f"the banner is at {box}")

    def shows_no_way_to_dismiss(self) -> None:
        expect(self._banner.get_by_role("button")).to_have_count(0)
        self._page.keyboard.press("Escape")
        expect(self._banner).to_be_visible()

    def does_not_show_banner(self) -> None:
        expect(self._opener).to_be_visible()
        expect(self._banner).to_have_count(0)

    # the features

    def shows_unavailable(self, feature: Feature) -> None:
        if feature is Feature.IDLE_CODES:
            self._availability.click()
            explained = self._menu.get_by_role("menuitem", name=self._labels.sentence("unavailable"))
            expect(explained).to_be_disabled()
            expect(self._menu.get_by_role("group").get_by_role("menuitemradio")).to_have_count(0)
            self._page.keyboard.press("Escape")
            return
        self.open_contacts()
        expect(self._section(feature).get_by_text(self._labels.sentence("unavailable"))).to_be_visible()
        expect(self._section(feature).get_by_role("listitem")).to_have_count(0)
        self._page.keyboard.press("Escape")

    def shows_working(self, feature: Feature) -> None:
        if feature is Feature.IDLE_CODES:
            self._availability.click()
            expect(self._menu.get_by_role("group").get_by_role("menuitemradio")).not_to_have_count(0)
            self._page.keyboard.press("Escape")
            return
        self.open_contacts()
        expect(self._section(feature).get_by_text(self._labels.sentence("unavailable"))).to_have_count(0)
        expect(self._section(feature).get_by_role("listitem")).not_to_have_count(0)
        self._page.keyboard.press("Escape")

    def open_contacts(self) -> None:
        self._opener.click()
        expect(self._panel).to_be_visible()

    def shows_colleague(self, name: str, availability: Availability) -> None:
        row = self._section(Feature.COLLEAGUES).get_by_role("listitem").filter(has_text=name)
        expect(row).to_contain_text(self._labels.availability(availability))

    def _section(self, feature: Feature) -> Locator:
        return self._panel.get_by_role("region", name=self._labels.feature(feature))
