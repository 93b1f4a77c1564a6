"""What the reference desktop says about the size of its window and the zoom of its browser."""

from playwright.sync_api import Page, expect

from deskproof.steps.errors import require
from deskproof.steps.gherkin.vocabulary.values import Language
from deskproof.steps.screens.reference.labels import Labels


class Display:
    """The notice that covers the desktop, and the advice about zoom."""

    def __init__(self, page: Page, language: Language) -> None:
        labels = Labels(language)
        self._page = page
        self._notice = page.get_by_role("alertdialog", name=labels["too small"])
        self._advice = page.get_by_role("status").filter(has_text=labels.sentence("zoom advice"))

    def shows_too_small(self) -> None:
        expect(self._notice).to_be_visible()
        box = self._notice.bounding_box()
        size = self._page.viewport_size
        whole = {"x": 0, "y": 0, "width": size and size["width"], "height": size and size["height"]}
        require(box == whole, f"the notice covers {box} of {size}")
        for role in ("main", "textbox", "button"):
            expect(self._page.get_by_role(role)).to_have_count(0)

    def shows_large_enough(self) -> None:
        expect(self._notice).to_have_count(0)
        expect(self._page.get_by_role("main").or_(self._page.get_by_role("dialog")).first).to_be_visible()

    def shows_zoom_advice(self) -> None:
        expect(self._advice).to_be_visible()

    def shows_no_zoom_advice(self) -> None:
        expect(self._page.get_by_role("main").or_(self._page.get_by_role("dialog")).first).to_be_visible()
        expect(self._advice).to_have_count(0)
