"""Pictures of pages that move, of pages that go on to another one while they are taken, and what is known of them."""

from collections.abc import Callable
from typing import Any, cast
from uuid import uuid4

import pytest
from playwright.sync_api import Browser, Error, Page, TimeoutError

from deskproof.steps.evidence.collector import _shot
from deskproof.steps.evidence.settled import SETTLED


class Leaving:
    """A page whose picture fails as often as there are errors, and then shows the next page."""

    def __init__(self, *errors: Exception, closed: bool = False) -> None:
        self.errors, self.closed = list(errors), closed

    def evaluate(self, _: str) -> str:
        return "at rest"

    def screenshot(self, **_: object) -> bytes:
        if self.errors:
            raise self.errors.pop(0)
        return b"picture"

    def is_closed(self) -> bool:
        return self.closed


@pytest.mark.parametrize(
    ("page", "shot"),
    [
        (Leaving, (b"picture", "at rest")),
        (lambda: Leaving(Error("the page went on"), Error("and on")), (b"picture", "at rest")),
        (lambda: Leaving(*(Error("the page went on") for _ in range(9))), None),
        (lambda: Leaving(Error("closed"), closed=True), None),
        (lambda: Leaving(TimeoutError("nothing to see")), (b"picture", "at rest")),
        (lambda: Leaving(TimeoutError("nothing to see"), TimeoutError("again")), None),
    ],
    ids=["at rest", "goes on twice", "never arrives", "closes", "is late", "shows nothing"],
)
def test_a_page_that_goes_on_is_taken_where_it_arrives(page: Callable[[], Leaving], shot: object) -> None:
    assert _shot(cast("Page", page())) == shot


LEAVES = (
    """
  <title>Desk</title>
  <button onclick="setTimeout(() => location.assign('http://next.localhost/'), 5)">Sign Out</button>
"""
    + 400 * "<p>Ada</p>"
)
TIMES = 5
"""Of so many pictures of pages that are being left, at least one has always been unfinished."""


def test_a_picture_that_begins_as_the_page_is_left_is_not_lost(browser: Browser) -> None:
    headers = {"Cross-Origin-Opener-Policy": "same-origin"}  # the next page has a process of its own
    for _ in range(TIMES):
        context = browser.new_context()
        context.route("**/*", lambda route: route.fulfill(body=LEAVES, content_type="text/html", headers=headers))
        page = context.new_page()
        page.goto("http://desk.localhost/")
        page.get_by_role("button").click()
        assert _shot(page) is not None
        context.close()


IDS = """
  <title>Desk</title>
  <style>* { margin: 0; font: 20px/40px monospace } body { width: 800px } code { line-break: anywhere }</style>
  <p>Tracking ID: <code>desk_{}</code></p>
  <p hidden>{}</p>
  <p>1234-5678 example.com</p>
  <p>http://t-0007.localhost:41807/desktop</p>
  <p style="width: 240px"><code>{}</code></p>
"""


def test_a_picture_has_its_title_and_the_places_of_ids(browser: Browser) -> None:
    page = browser.new_page(viewport={"width": 800, "height": 400})

    def shown() -> dict[str, Any]:
        page.set_content(IDS.replace("{}", str(uuid4())))
        shot = _shot(page)
        assert shot is not None
        return shot[1]

    properties = shown()
    assert properties["title"] == "Desk"
    after_the_words, address, *in_lines = properties["random"]
    assert 0.2 < after_the_words[0] < 0.5 < after_the_words[2] < 1
    assert 0 <= after_the_words[1] < after_the_words[3] <= 0.1
    assert address[0] == pytest.approx(after_the_words[0] * 7 / 18, abs=0.01)
    assert [round(line[0], 2) for line in in_lines] == [0.0, 0.0]
    assert in_lines[0][2] == pytest.approx(0.3, abs=0.02)
    assert [shown()["random"] for _ in range(9)] == [properties["random"]] * 9
    page.close()


def test_a_settled_page_has_what_moves_at_its_end_and_lets_turn_what_turns_for_ever(browser: Browser) -> None:
    moves = """
      <style>
        @keyframes move { from { translate: 0 9px } }
        p { animation: move 3600s } b { animation: move 1s infinite }
      </style><p>Ada</p><b>Bo</b>
    """
    page = browser.new_page()
    page.set_content(moves)
    moving: Any = "() => document.querySelector('p').getAnimations().length"
    assert page.evaluate(moving) == 1
    assert page.evaluate(SETTLED) is True
    assert page.evaluate(moving) == 0
    page.close()
