"""Pictures of pages that move, and of pages that go on to another one while they are taken."""

from collections.abc import Callable
from typing import Any, cast

import pytest
from playwright.sync_api import Error, Page, TimeoutError, sync_playwright

from steps.at_rest import AT_REST
from steps.browser import ensure, launch_options
from steps.evidence import _shot


class Leaving:
    """A page whose picture fails as often as there are errors, and then shows the next page."""

    def __init__(self, *errors: Exception, closed: bool = False) -> None:
        self.errors, self.closed = list(errors), closed

    def evaluate(self, _: str) -> bool:
        return True

    def screenshot(self, **_: object) -> bytes:
        if self.errors:
            raise self.errors.pop(0)
        return b"picture"

    def title(self) -> str:
        return "Task"

    def is_closed(self) -> bool:
        return self.closed


@pytest.mark.parametrize(
    ("page", "shot"),
    [
        (Leaving, (b"picture", "Task")),
        (lambda: Leaving(Error("the page went on"), Error("and on")), (b"picture", "Task")),
        (lambda: Leaving(*(Error("the page went on") for _ in range(9))), None),
        (lambda: Leaving(Error("closed"), closed=True), None),
        (lambda: Leaving(TimeoutError("nothing to see")), None),
    ],
    ids=["at rest", "goes on twice", "never arrives", "closes", "shows nothing"],
)
def test_a_page_that_goes_on_is_taken_where_it_arrives(
    page: Callable[[], Leaving], shot: tuple[bytes, str] | None
) -> None:
    assert _shot(cast("Page", page())) == shot


def test_at_rest_is_when_what_moves_has_arrived_and_what_turns_for_ever_is_not_waited_for() -> None:
    moves = """
      <style>
        @keyframes move { from { translate: 0 9px } }
        p { animation: move 300ms } b { animation: move 1s infinite }
      </style><p>Ada</p><b>Bo</b>
    """
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(**launch_options(ensure("shell")))
        page = browser.new_page()
        page.set_content(moves)
        moving: Any = "() => document.querySelector('p').getAnimations().length"
        assert page.evaluate(moving) == 1
        assert page.evaluate(AT_REST) is True
        assert page.evaluate(moving) == 0
        browser.close()
