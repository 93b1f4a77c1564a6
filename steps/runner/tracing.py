"""Playwright's own traces of a scenario's browsers, for `playwright show-trace`: every action with the page before and
after it.

Rule: recorded from a context's first page on, saved only for an attempt that does not pass, and stopped while
everything is still open. A browser that the scenario closed before, or that cannot be traced, is not in it.
"""

from __future__ import annotations

import contextlib
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext
from playwright.sync_api import Error as PlaywrightError


class Tracing:
    """The traces of one attempt; `on` says whether any are recorded."""

    def __init__(self, *, on: bool) -> None:
        self._on = on
        self._contexts: list[BrowserContext] = []

    def follow(self, context: BrowserContext, actor: str) -> None:
        """Record what pages of this context do; they are the `actor`'s."""
        if not self._on:
            return
        with contextlib.suppress(PlaywrightError):  # a browser that cannot be traced can still be used
            context.tracing.start(title=actor, snapshots=True)
            self._contexts.append(context)

    def stop(self, folder: Path) -> tuple[Path, ...]:
        """Stop recording and return the traces, as files in `folder`."""
        saved = []
        for number, context in enumerate(self._contexts):
            path = folder / f"{number}.zip"
            with contextlib.suppress(PlaywrightError):  # closed, or dead
                context.tracing.stop(path=path)
                saved.append(path)
        self._contexts.clear()
        return tuple(saved)


TRACING = pytest.StashKey[Tracing]()
