"""Reads what an open page is for a person: its accessibility tree, and its elements with their classes and styles."""

from __future__ import annotations

import time
from collections.abc import Callable

from playwright.sync_api import Error as PlaywrightError
from playwright.sync_api import Page

from deskproof.steps.evidence.page_facts import STATE
from deskproof.steps.evidence.settled import SETTLED
from deskproof.steps.snapshots.snapshot import Lines
from deskproof.steps.snapshots.texts import Cleaned, page_lines

_FACTS = f"() => ({{ settled: {SETTLED}, title: document.title, state: {STATE} }})"

_CHANGE = """
(milliseconds) => new Promise((resolve) => {
  const observer = new MutationObserver(done);
  const timer = setTimeout(done, milliseconds);
  function done() { clearTimeout(timer); observer.disconnect(); resolve(); }
  observer.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
})
"""
"""JavaScript that waits for the next change of the document, or so long: values can change without one."""

_TRIES = 3
"""How often a page is read that goes to another address meanwhile."""

_LOOK_AGAIN_MILLISECONDS = 100
_READING_MILLISECONDS = 2_000


def read(page: Page, cleaned: Cleaned) -> Lines | None:
    """The page as lines; None where it closes, or shows nothing in time."""
    for _ in range(_TRIES):
        try:
            facts = page.evaluate(_FACTS)
            accessible = page.locator("body").aria_snapshot(timeout=_READING_MILLISECONDS)
        except PlaywrightError:
            if page.is_closed():
                return None
            continue
        return page_lines(
            address=page.url,
            title=facts["title"],
            accessible=accessible,
            shape=facts["state"].rpartition("\n")[2],
            cleaned=cleaned,
        )
    return None


def read_until(page: Page, cleaned: Cleaned, expected: Callable[[Lines], bool], *, seconds: float) -> Lines | None:
    """The page as lines, as soon as it is as expected, or after so many seconds at the latest."""
    ends = time.monotonic() + seconds
    while True:
        seen = read(page, cleaned)
        if seen is None or expected(seen) or time.monotonic() > ends:
            return seen
        try:
            page.evaluate(_CHANGE, _LOOK_AGAIN_MILLISECONDS)
        except PlaywrightError:
            continue  # it goes to another address, which is a change too
