"""A page in a browser. With pytest-playwright installed, leave this out: its fixture has the same name."""

import os

import pytest
from playwright.sync_api import sync_playwright


@pytest.fixture
def page():
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=os.environ.get("DESKPROOF_BROWSER"))
        yield browser.new_page(locale="en-US")
        browser.close()


@pytest.fixture
def anyio_backend():
    return "asyncio"
