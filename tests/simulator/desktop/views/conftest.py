"""A page whose time stands still, for the views of one module."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from tests.simulator.desktop.conftest import scripts


@pytest.fixture(scope="module")
def still_page(browser: Browser) -> Iterator[Page]:
    with scripts(browser, stopped=True) as page:
        yield page
