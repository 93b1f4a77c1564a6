"""Ctrl-C and SIGTERM in a process that uses Playwright.

Rule: an interrupt is raised between two messages of Playwright and never inside its client. There it would lose an
answer that was half read, and whatever waits for that answer, or for a later one, would wait for ever.
"""

from __future__ import annotations

import asyncio
import signal
from contextlib import suppress
from types import FrameType

from greenlet import getcurrent

_BY_DEFAULT = (signal.default_int_handler, signal.SIG_DFL)


def interrupt_between_messages(*signals: signal.Signals) -> None:
    """From now on, these raise KeyboardInterrupt in the call that waits for Playwright, or at once where none does;
    what somebody else handles or ignores stays as it is. Call it in the main thread.
    """
    for each in signals:
        if signal.getsignal(each) in _BY_DEFAULT:
            signal.signal(each, _interrupt)


def _interrupt(number: int, _frame: FrameType | None) -> None:
    if number == signal.SIGTERM:
        signal.signal(signal.SIGTERM, signal.SIG_IGN)  # a second one does not disturb what ends
    if getcurrent().parent is not None:  # where Playwright's client runs
        with suppress(RuntimeError):  # no loop runs: a greenlet of somebody else's
            asyncio.get_running_loop().call_soon_threadsafe(_raise)
            return
    raise KeyboardInterrupt


def _raise() -> None:
    """A callback of its own: asyncio leaves its loop with it, and Playwright raises it in the call that waits."""
    raise KeyboardInterrupt
