"""A watcher: what it sees of open pages and messages, and what it says when that is not expected."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from deskproof.reports.record import Evidence, JournalLine
from deskproof.steps.snapshots.snapshot import Expected, Moment
from deskproof.steps.snapshots.texts import plain
from deskproof.steps.snapshots.watcher import Watcher

HELLO = "<!doctype html><html lang='en'><title>Desk</title><h1 class='calm'>Hello</h1>"


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    page = browser.new_page()
    page.set_content(HELLO)
    yield page
    page.close()


def watcher(page: Page, expected: Expected | None = None, *others: Page) -> Watcher:
    return Watcher(lambda: [(each, "Ada") for each in (page, *others) if not each.is_closed()], plain, expected)


def as_expected(page: Page, *others: Page) -> Expected:
    seen = watcher(page, None, *others)
    seen.look(0, "Then hello")
    seen.add(SIGNED_IN)
    return Expected.of("steps", seen.snapshot)


SIGNED_IN = Evidence(journal=(JournalLine(seq=1, at="", kind="event", name="SignedIn", cause="", data=""),))


def test_each_page_of_a_person_is_seen(page: Page, browser: Browser) -> None:
    with browser.new_page() as other:
        other.set_content("<title>Other</title><p>Text")
        pages = as_expected(page, other).pages
    assert list(pages) == [Moment(step=0, page="Ada"), Moment(step=0, page="Ada, page 2")]
    assert pages[Moment(step=0, page="Ada")][0][1:3] == ("title: Desk", '- heading "Hello" [level=1]')


def test_what_is_expected_makes_no_difference(page: Page) -> None:
    now = watcher(page, as_expected(page))
    now.look(0, "Then hello")
    now.add(SIGNED_IN)
    now.end()
    assert now.difference == ""


@pytest.mark.parametrize(
    "change",
    ["firstChild.textContent = 'Goodbye'", "className = 'loud'", "setAttribute('hidden', '')"],
    ids=["text", "class", "hidden"],
)
def test_a_page_that_differs_is_told(page: Page, change: str) -> None:
    expected = as_expected(page)
    page.evaluate(f"document.querySelector('h1').{change}")
    now = watcher(page, expected)
    now.look(0, "Then hello")
    first, *rest = now.difference.splitlines()
    assert first.startswith("After 'Then hello', the page of Ada differs from its snapshot.")
    assert all(line.startswith(("- ", "+ ")) for line in rest)
    assert rest


def test_a_page_has_time_to_become_what_is_expected(page: Page) -> None:
    expected = as_expected(page)
    page.evaluate("""() => {
        const title = document.querySelector("h1");
        title.textContent = "Please wait";
        requestAnimationFrame(() => { title.textContent = "Hello"; });
    }""")
    now = watcher(page, expected)
    now.look(0, "Then hello")
    assert now.difference == ""


def test_a_page_that_is_not_open_is_told(page: Page, browser: Browser) -> None:
    with browser.new_page() as other:
        expected = as_expected(page, other)
    now = watcher(page, expected)
    now.look(0, "Then hello")
    assert now.difference.startswith("After 'Then hello', the page of Ada, page 2 in the snapshot is not open.")


def test_messages_are_compared_at_the_end(page: Page) -> None:
    now = watcher(page, as_expected(page))
    now.look(0, "Then hello")
    now.add(SIGNED_IN)
    now.add(SIGNED_IN)
    assert now.difference == ""
    now.end()
    first, line = now.difference.splitlines()
    assert first.startswith("What was exchanged differs from the snapshot.")
    assert line == "+ event SignedIn"


def test_only_the_first_difference_is_told(page: Page) -> None:
    expected = as_expected(page)
    page.set_content("<title>Desk</title><h1>Goodbye</h1>")
    now = watcher(page, expected)
    now.look(0, "Then hello")
    before = now.difference
    now.end()
    assert now.difference == before


def test_what_nobody_can_read_is_compared_only_exactly(page: Page) -> None:
    expected = as_expected(page)
    page.evaluate("document.querySelector('h1').className = 'loud'")
    now = Watcher(lambda: [(page, "Ada")], plain, expected, exact=False)
    now.look(0, "Then hello")
    now.end()
    assert now.difference == ""
    page.evaluate("document.querySelector('h1').textContent = 'Goodbye'")
    now.look(0, "Then hello")
    assert '+ - heading "Goodbye" [level=1]' in now.difference
