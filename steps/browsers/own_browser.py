"""A browser process of one scenario: with a fresh profile, connected to over the DevTools protocol, without the
defaults of Playwright.

Rule: a page has the environment that it has for a person. A tab that is not in front is hidden and slow, tabs of
one window share one profile, and switches of the browser can be set. Scenarios that need this have the tag
@own-browser; each browser costs about a second.
"""

from __future__ import annotations

import contextlib
import os
import re
import shutil
import signal
import subprocess
import tempfile
import threading
from collections.abc import Sequence
from pathlib import Path
from typing import IO

from playwright.sync_api import Browser as PlaywrightBrowser
from playwright.sync_api import BrowserContext, Playwright
from playwright.sync_api import Error as PlaywrightError

from deskproof.steps.browsers.browser import FAKE_MICROPHONE, FLAGS, Browser, NoBrowser

OWN_BROWSER = "own-browser"
"""The tag of scenarios whose browsers are processes of their own."""

NO_LOCAL_STORAGE = "--disable-local-storage"
"""The switch of a browser that has no local storage."""

NO_MICROPHONE = "--disable-audio-input"
"""The switch of a browser that finds no microphone, not even a fake one."""

_LISTENING = re.compile(r"DevTools listening on (ws://\S+)")
_END_SECONDS = 10
_WITH_ITS_STARTER = '"$@" </dev/null & browser=$!; exec 2>/dev/null; cat >/dev/null; kill $browser; wait $browser'
"""Runs the browser while the shell's input is open. The system closes it when the worker is killed, so that no browser
outlives its worker.
"""

_HEIGHT_OF_TABS = 87
"""What Chromium's own tabs and address bar take of a window's height; an info bar may take some more."""


def _pipe(stream: IO[str] | None) -> IO[str]:
    if stream is None:
        raise RuntimeError("the browser was started without its pipe")
    return stream


def _switches(flags: Sequence[str]) -> tuple[str, ...]:
    """The switches of every browser and the scenario's own, which may remove the fake microphone."""
    left_out = FAKE_MICROPHONE if NO_MICROPHONE in flags else None
    return (*(flag for flag in FLAGS if flag != left_out), *flags)


class OwnBrowser:
    """One running process. Raises NoBrowser when it does not start."""

    def __init__(
        self, playwright: Playwright, browser: Browser, *, languages: str, size: tuple[int, int], flags: Sequence[str]
    ) -> None:
        self._profile = Path(tempfile.mkdtemp(prefix="deskproof-profile-"))
        width, height = size[0], size[1] + _HEIGHT_OF_TABS
        self._process = subprocess.Popen(
            [
                *("/bin/sh", "-c", _WITH_ITS_STARTER, "sh", str(browser.executable)),
                *("--headless=new", "--no-sandbox", "--remote-debugging-port=0", f"--user-data-dir={self._profile}"),
                *(f"--window-size={width},{height}", f"--accept-lang={languages}", *_switches(flags), "about:blank"),
            ],
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            text=True,
            env={**os.environ, "TZ": "UTC"},
            start_new_session=True,
        )
        stream = _pipe(self._process.stderr)
        self._reading = threading.Thread(target=stream.read, daemon=True)
        try:
            self.devtools = self._address()
            self._browser: PlaywrightBrowser = playwright.chromium.connect_over_cdp(self.devtools, no_defaults=True)
        except (NoBrowser, PlaywrightError):
            self._end()
            raise

    @property
    def context(self) -> BrowserContext:
        """The browser's profile, with the tab it opened."""
        return self._browser.contexts[0]

    def close(self) -> None:
        """End the process and delete its profile."""
        with contextlib.suppress(PlaywrightError):
            self._browser.close()
        self._end()

    def _end(self) -> None:
        _pipe(self._process.stdin).close()
        try:
            self._process.wait(_END_SECONDS)
        except subprocess.TimeoutExpired:
            os.killpg(self._process.pid, signal.SIGKILL)
            self._process.wait(_END_SECONDS)
        if self._reading.is_alive():
            self._reading.join()
        if self._process.stderr is not None:
            self._process.stderr.close()
        shutil.rmtree(self._profile, ignore_errors=True)

    def _address(self) -> str:
        """Where the browser listens. It writes that once; what it writes later is read so that it never blocks."""
        for line in _pipe(self._process.stderr):
            if found := _LISTENING.search(line):
                self._reading.start()
                return found[1]
        raise NoBrowser("The browser ended before it could be connected to; try to start it by hand.")
