"""Fixtures for all tests of our own code."""

import signal

import hypothesis
import pytest
from playwright.sync_api import expect

expect.set_options(timeout=30_000)  # what a page comes to show is a fact to wait for, not to time
hypothesis.settings.load_profile("ci")  # no limits of time, and the same examples on every machine, as on CI

if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    # In the background of a script Ctrl-C is ignored, and so it would be by every command that a test ends with it.
    signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.fixture(scope="session")
def anyio_backend() -> str:
    """Asynchronous tests run on asyncio, as the simulator does."""
    return "asyncio"
