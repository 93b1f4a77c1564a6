"""An interrupt never comes in the middle of Playwright's own work: the browser can be used after it."""

import os
import signal
from collections.abc import Iterator

import pytest
from greenlet import greenlet
from playwright.sync_api import ConsoleMessage, Page

from deskproof.steps.browsers.interrupts import interrupt_between_messages
from deskproof.steps.browsers.pool import Browsers

NUMBERS = (signal.SIGINT, signal.SIGTERM)


@pytest.fixture
def page() -> Iterator[Page]:
    """A page of a process that handles both signals as a run does."""
    before = {number: signal.getsignal(number) for number in NUMBERS}
    signal.signal(signal.SIGINT, signal.default_int_handler)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    interrupt_between_messages(*NUMBERS)
    browsers = Browsers()
    try:
        yield browsers.get("shell").new_page()
    finally:
        browsers.close()
        for number, handler in before.items():
            signal.signal(number, handler)


@pytest.mark.parametrize("number", NUMBERS)
def test_what_playwright_does_when_the_signal_comes_is_done_first(page: Page, number: signal.Signals) -> None:
    seen: list[str] = []

    def interrupted(message: ConsoleMessage) -> None:
        os.kill(os.getpid(), number)
        seen.append(message.text)

    page.on("console", interrupted)
    with pytest.raises(KeyboardInterrupt):
        page.evaluate("() => { console.log('here'); return new Promise(() => {}); }")
    assert seen == ["here"]
    assert page.evaluate("1 + 1") == 2
    page.context.close()


@pytest.mark.parametrize("number", NUMBERS)
def test_outside_of_playwright_it_is_raised_at_once(page: Page, number: signal.Signals) -> None:
    with pytest.raises(KeyboardInterrupt):
        os.kill(os.getpid(), number)
    assert page.evaluate("1 + 1") == 2


def test_in_a_greenlet_without_a_loop_it_is_raised_at_once() -> None:
    def interrupted() -> None:
        os.kill(os.getpid(), signal.SIGINT)

    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    interrupt_between_messages(signal.SIGINT)
    try:
        with pytest.raises(KeyboardInterrupt):
            greenlet(interrupted).switch()
    finally:
        signal.signal(signal.SIGINT, before)


def test_a_second_termination_does_not_disturb_what_ends(page: Page) -> None:
    with pytest.raises(KeyboardInterrupt):
        os.kill(os.getpid(), signal.SIGTERM)
    os.kill(os.getpid(), signal.SIGTERM)
    assert page.evaluate("1 + 1") == 2


@pytest.mark.parametrize("handler", [signal.SIG_IGN, lambda *_: None], ids=["ignored", "handled"])
def test_what_is_ignored_or_handled_stays_so(page: Page, handler: signal.Handlers) -> None:
    signal.signal(signal.SIGINT, handler)
    interrupt_between_messages(signal.SIGINT)
    os.kill(os.getpid(), signal.SIGINT)
    assert page.evaluate("1 + 1") == 2
