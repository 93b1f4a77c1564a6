"""A browser of a scenario's own: hidden tabs are hidden, language and width are as asked for, nothing is left of it."""

import os
import select
import shutil
import subprocess
import sys
from collections.abc import Iterator

import pytest
from playwright.sync_api import sync_playwright

from deskproof.steps.browsers.browser import find
from deskproof.steps.browsers.own_browser import OwnBrowser


@pytest.fixture
def own() -> Iterator[OwnBrowser]:
    with sync_playwright() as playwright:
        own = OwnBrowser(playwright, find("full"), languages="sv-SE", size=(1280, 900), flags=())
        yield own
        own.close()


def test_it_is_as_it_was_asked_for_and_a_tab_that_is_not_in_front_is_hidden(own: OwnBrowser) -> None:
    first = own.context.pages[0]
    assert first.evaluate("() => [innerWidth, navigator.language]") == [1280, "sv-SE"]
    second = own.context.new_page()
    first.wait_for_function("() => document.visibilityState === 'hidden'", polling=100)
    first.bring_to_front()
    second.wait_for_function("() => document.visibilityState === 'hidden'", polling=100)
    assert first.evaluate("() => document.visibilityState") == "visible"


def test_nothing_is_left_of_it(own: OwnBrowser) -> None:
    profile = own._profile
    assert profile.is_dir()
    own.close()
    assert not profile.exists()
    assert own._process.poll() is not None


_STARTER = """
import sys
from playwright.sync_api import sync_playwright
from deskproof.steps.browsers.browser import find
from deskproof.steps.browsers.own_browser import OwnBrowser
with sync_playwright() as playwright:
    own = OwnBrowser(playwright, find("full"), languages="en-US", size=(1280, 900), flags=())
    print(own._process.pid, own._profile, flush=True)
    sys.stdin.read()
"""


@pytest.mark.skipif(not hasattr(os, "pidfd_open"), reason="only Linux can wait for the end of somebody else's process")
def test_it_does_not_outlive_a_worker_that_is_killed() -> None:
    with subprocess.Popen(
        [sys.executable, "-c", _STARTER], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as worker:
        assert worker.stdout is not None
        browser, _, profile = worker.stdout.readline().strip().partition(" ")
        ended = os.pidfd_open(int(browser))
        worker.kill()
        assert select.select([ended], [], [], 30)[0], "the browser is still there"
        os.close(ended)
    shutil.rmtree(profile, ignore_errors=True)
