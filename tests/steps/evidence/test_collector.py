"""Pictures of pages that stay the same, and of pages that go on to another one while they are taken."""

from collections.abc import Callable, Iterator, Mapping
from typing import cast

import pytest
from playwright.sync_api import Browser, Error, Page, TimeoutError

from deskproof.reports.record import Recorder
from deskproof.steps.evidence.accessibility import Accessibility
from deskproof.steps.evidence.collector import EvidenceCollector, _shot
from deskproof.steps.evidence.page_facts import PageFacts

AT_REST: Mapping[str, object] = {"title": "Desk", "random": [], "state": "main", "version": "1"}


class Leaving:
    """A page whose picture fails as often as there are errors, and then shows the next page."""

    def __init__(self, *errors: Exception, closed: bool = False) -> None:
        self.errors, self.closed = list(errors), closed

    def evaluate(self, _: str) -> Mapping[str, object]:
        return AT_REST

    def screenshot(self, **_: object) -> bytes:
        if self.errors:
            raise self.errors.pop(0)
        return b"picture"

    def is_closed(self) -> bool:
        return self.closed


@pytest.mark.parametrize(
    ("page", "data"),
    [
        (Leaving, b"picture"),
        (lambda: Leaving(Error("the page went on"), Error("and on")), b"picture"),
        (lambda: Leaving(*(Error("the page went on") for _ in range(9))), None),
        (lambda: Leaving(Error("closed"), closed=True), None),
        (lambda: Leaving(TimeoutError("nothing to see")), b"picture"),
        (lambda: Leaving(TimeoutError("nothing to see"), TimeoutError("again")), None),
    ],
    ids=["at rest", "goes on twice", "never arrives", "closes", "is late", "shows nothing"],
)
def test_a_page_that_goes_on_is_taken_where_it_arrives(page: Callable[[], Leaving], data: bytes | None) -> None:
    shot = _shot(cast("Page", page()), None)
    assert (shot and shot.data) == data


@pytest.mark.parametrize(("version", "kept"), [("1", "1"), ("0", "")], ids=["stands", "changes"])
def test_a_page_that_changes_while_it_is_taken_has_no_version(version: str, kept: str) -> None:
    before = PageFacts(title="Desk", random=(), state="main", version=version)
    shot = _shot(cast("Page", Leaving()), before)
    assert shot is not None
    assert shot.facts.version == kept


class Pictures:
    """A recorder of pictures alone."""

    def __init__(self) -> None:
        self.attached = 0

    def attach(self, data: bytes, suffix: str) -> str:
        assert data
        self.attached += 1
        return f"{self.attached}{suffix}"


@pytest.fixture
def collected(browser: Browser) -> Iterator[tuple[EvidenceCollector, Page, Pictures]]:
    """A collector, a page of its context, and what it records."""
    context, pictures = browser.new_context(), Pictures()
    collector = EvidenceCollector(cast("Recorder", pictures), Accessibility())
    collector.follow(context, "Ada")
    page = context.new_page()
    page.route("**/*", lambda route: route.fulfill(body=DESK, content_type="text/html"))
    page.goto("http://desk.localhost/")
    yield collector, page, pictures
    context.close()


DESK = '<!doctype html><html lang="en"><title>Desk</title><main><h1>Desk</h1><button>Go</button></main></html>'


def test_a_page_that_looks_the_same_has_the_picture_of_the_step_before(
    collected: tuple[EvidenceCollector, Page, Pictures],
) -> None:
    collector, page, pictures = collected
    first, again = collector.take(pages=True), collector.take(pages=True)
    assert again.pictures == first.pictures
    assert pictures.attached == 1
    page.evaluate("document.querySelector('h1').textContent = 'Task'")
    changed = collector.take(pages=True)
    assert pictures.attached == 2
    assert changed.pictures != first.pictures


def test_a_picture_of_a_page_with_a_field_leaves_the_page_as_it_was(
    collected: tuple[EvidenceCollector, Page, Pictures],
) -> None:
    collector, page, pictures = collected
    page.evaluate("document.querySelector('main').insertAdjacentHTML('beforeend', '<input aria-label=Number>')")
    page.get_by_label("Number").focus()
    assert collector.take(pages=True).pictures == collector.take(pages=True).pictures
    assert pictures.attached == 1


def test_without_pictures_accessibility_is_still_checked(
    collected: tuple[EvidenceCollector, Page, Pictures],
) -> None:
    collector, page, pictures = collected
    assert collector.take(pages=True, pictures=False).accessibility == ()
    page.evaluate("document.querySelector('button').textContent = ''")
    taken = collector.take(pages=True, pictures=False)
    assert [found.rule for found in taken.accessibility or ()] == ["button-name"]
    assert taken.pictures == ()
    assert pictures.attached == 0


def test_what_is_too_long_to_record_says_how_much_is_left_out(
    collected: tuple[EvidenceCollector, Page, Pictures],
) -> None:
    collector, page, _ = collected
    page.evaluate("console.log('a'.repeat(100_000)); console.log('b'.repeat(101_234))")
    whole, cut = collector.take(pages=False).console
    assert whole.text == "a" * 100_000
    assert cut.text == "b" * 100_000 + "… (1,234 more characters)"


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
        assert _shot(page, None) is not None
        context.close()
