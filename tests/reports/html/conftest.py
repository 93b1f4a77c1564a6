"""A browser for the tests of a module that open pages."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, sync_playwright

from steps.browser import ensure, launch_options


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(**launch_options(ensure("shell")))
        yield started
        started.close()
