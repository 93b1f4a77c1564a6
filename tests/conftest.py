"""Fixtures for all tests of our own code."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from typing import TYPE_CHECKING

import hypothesis
import pytest
from playwright.sync_api import Browser, Playwright, expect, sync_playwright

from deskproof.steps.browsers.browser import ensure, launch_options

if TYPE_CHECKING:
    from deskproof.simulator.server import Server

# What a page comes to show is a fact to wait for, not to time; where a test is to fail, half a minute is too long.
PATIENCE_MILLISECONDS = float(os.environ.get("EXPECT_MILLISECONDS", "30000"))
expect.set_options(timeout=PATIENCE_MILLISECONDS)
hypothesis.settings.load_profile("ci")  # no limits of time, and the same examples on every machine, as on CI

if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    # In the background of a script Ctrl-C is ignored, and so it would be by every command that a test ends with it.
    signal.signal(signal.SIGINT, signal.default_int_handler)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--nightly", action="store_true", help="also run the tests that are marked so")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Tests marked `nightly` take long, and repeat with more seeds, people or scenarios what others try
    (docs/decisions/0061). One that is named on the command line runs.
    """
    if config.getoption("nightly") or any("::" in named for named in config.args):
        return
    left_out = [item for item in items if item.get_closest_marker("nightly")]
    config.hook.pytest_deselected(items=left_out)
    items[:] = [item for item in items if item not in left_out]


@pytest.fixture(scope="session")
def anyio_backend() -> str:
    """Asynchronous tests run on asyncio, as the simulator does."""
    return "asyncio"


@pytest.fixture(scope="session")
def simulator() -> Iterator[Server]:
    """One simulator for all tests of a process; each test takes a tenant of its own."""
    from deskproof.simulator.server import start_server

    with start_server() as server:
        yield server


@pytest.fixture(scope="module")
def playwright() -> Iterator[Playwright]:
    """For one module at a time: asynchronous tests cannot run while it does."""
    with sync_playwright() as playwright:
        yield playwright


@pytest.fixture(scope="module")
def browser(playwright: Playwright) -> Iterator[Browser]:
    """A browser for the tests of a module that open pages."""
    started = playwright.chromium.launch(**launch_options(ensure("shell")))
    yield started
    started.close()
