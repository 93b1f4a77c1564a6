"""Pages that load the desktop's scripts straight from their folder."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta

import pytest
from playwright.sync_api import Browser, Page, Route

from deskproof.simulator.desktop.files import STATIC
from deskproof.simulator.desktop.numbering import numbering_json
from tests.conftest import PATIENCE_MILLISECONDS

ORIGIN = "http://desktop.localhost"
NOW = datetime(2026, 1, 15, 9, tzinfo=UTC)


@contextmanager
def scripts(browser: Browser, *, stopped: bool = False) -> Iterator[Page]:
    """An empty page at the desktop's origin. With `stopped`, its clock stops a second after `NOW` until moved."""

    def answer(route: Route) -> None:
        name = route.request.url.removeprefix(f"{ORIGIN}/desktop/")
        if name == "numbering.json":
            route.fulfill(body=numbering_json(), content_type="application/json")
        else:
            route.fulfill(path=STATIC / name)

    page = browser.new_page()
    page.set_default_timeout(PATIENCE_MILLISECONDS)
    page.route(f"{ORIGIN}/desktop/**", answer)
    if stopped:
        page.clock.install(time=NOW)
        page.clock.pause_at(NOW + timedelta(seconds=1))
    page.goto(f"{ORIGIN}/desktop/vendor/LICENSE-lit.txt")
    yield page
    page.close()


@pytest.fixture(scope="module")
def blank_page(browser: Browser) -> Iterator[Page]:
    """An empty page at the desktop's origin, one for all tests of a module."""
    with scripts(browser) as page:
        yield page


@pytest.fixture
def stopped_page(browser: Browser) -> Iterator[Page]:
    """An empty page at the desktop's origin whose time has to be moved."""
    with scripts(browser, stopped=True) as page:
        yield page
