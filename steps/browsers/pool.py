"""The browser processes of one worker: at most one of each kind, started when first needed.

Rule: a browser that died is replaced at the next request, so that it costs one scenario and not the run. `lost` names
the one that died, until it is replaced. The driver ends with it: a call during which a browser dies may never return
otherwise.
"""

from __future__ import annotations

import contextlib
import logging
import os
import signal
import socket
import subprocess
from collections.abc import Callable, Collection, Mapping, Sequence
from typing import Literal

from playwright.sync_api import Browser, Playwright, sync_playwright
from playwright.sync_api import Error as PlaywrightError

from deskproof.steps.browsers.browser import Kind, NoBrowser, find, launch_options
from deskproof.steps.browsers.firefox import find_firefox, launch_firefox
from deskproof.steps.browsers.own_browser import OWN_BROWSER, OwnBrowser
from deskproof.steps.browsers.remote import Remote, cannot_connect, check_reach, connect, localhost_allowed
from deskproof.steps.browsers.vendor_hosts import VendorHosts

FULL_BROWSER = "full-browser"
"""The tag of scenarios that need the browser's own keys, zoom, settings or tab visibility."""

Running = Kind | Literal["firefox"]

NAMES: Mapping[Running, str] = {"shell": "Chromium headless shell", "full": "Chromium", "firefox": "Firefox"}


def why_not_remote(tags: Collection[str]) -> str | None:
    """A sentence when a scenario with these tags cannot be run in a remote browser, or None."""
    needed = next((tag for tag in (FULL_BROWSER, OWN_BROWSER) if tag in tags), None)
    if needed is None:
        return None
    return f"Needs a browser that is started on this machine (@{needed}); run it without --browser-url."


class Browsers:
    """Starts browsers and reuses them. `headed` shows them on the screen, which needs a full browser, as `full` does.
    With `slow_ms` each of Playwright's calls takes that much longer. A `remote` browser is connected to, not started.
    `watched` is called with the DevTools address of each Chromium that was started. With `vendor_hosts`, each Chromium
    finds the vendor's hosts there.
    """

    def __init__(
        self,
        *,
        headed: bool = False,
        full: bool = False,
        slow_ms: float = 0,
        remote: Remote | None = None,
        watched: Callable[[str], None] | None = None,
        vendor_hosts: VendorHosts | None = None,
    ) -> None:
        self._headed = headed
        self._full = full or headed
        self._slow_ms = slow_ms
        self.remote = remote
        self._watched = watched
        self._vendor_hosts = vendor_hosts
        self._playwright: Playwright | None = None
        self._running: dict[Running, Browser] = {}

    def get(self, kind: Kind) -> Browser:
        """The running browser of that kind. Raises NoBrowser when there is none, Playwright's Error when it does not
        start.
        """
        kind = "full" if self._full else kind
        browser = self._running.get(kind)
        if browser is not None and browser.is_connected():
            return browser
        if self.remote is not None:
            self._running[kind] = browser = self._connected(self.remote)
            return browser
        found = find(kind)
        options = {**launch_options(found), "headless": not self._headed, "slow_mo": self._slow_ms}
        port = _free_port() if self._watched is not None else None
        options["args"] = [*options["args"], *self._vendor_flags]
        if port is not None:
            options["args"] = [*options["args"], f"--remote-debugging-port={port}"]
        try:
            browser = self._driver().chromium.launch(**options)
        except PlaywrightError:
            self.close()  # the driver may have died with the browser
            browser = self._driver().chromium.launch(**options)
        self._running[kind] = _with_driver(browser)
        if self._watched is not None:
            self._watched(f"http://127.0.0.1:{port}")
        return browser

    def find_vendor_hosts(self, there: VendorHosts) -> None:
        """From now on, find the vendor's hosts there: running browsers that find them elsewhere are replaced."""
        if there == self._vendor_hosts:
            return
        self._vendor_hosts = there
        self._close_all()

    @property
    def _vendor_flags(self) -> tuple[str, ...]:
        return () if self._vendor_hosts is None else self._vendor_hosts.flags

    def has_firefox(self) -> bool:
        """Whether there is a Firefox that can open what Chromium can: none has a switch for the vendor's hosts."""
        return self._vendor_hosts is None and find_firefox() is not None

    def firefox(self) -> Browser:
        """The running Firefox. Raises NoBrowser where none is installed, Playwright's Error when it does not start."""
        browser = self._running.get("firefox")
        if browser is not None and browser.is_connected():
            return browser
        found = find_firefox()
        if found is None:
            raise NoBrowser("No Firefox was found; install one (on Debian: apt-get install firefox-esr).")
        browser = _with_driver(launch_firefox(self._driver(), found, headed=self._headed))
        self._running["firefox"] = browser
        return browser

    def start_own(self, *, languages: str, size: tuple[int, int], flags: Sequence[str]) -> OwnBrowser:
        """A full browser as a process of its own, which the caller closes."""
        own = OwnBrowser(
            self._driver(), find("full"), languages=languages, size=size, flags=(*flags, *self._vendor_flags)
        )
        if self._watched is not None:
            self._watched(own.devtools)
        return own

    def lost(self) -> str | None:
        """A sentence on the browser that has died since it was last requested, or None."""
        for kind, browser in self._running.items():
            if not browser.is_connected():
                name = NAMES[kind] if self.remote is None else f"at {self.remote.shown}"
                return f"The browser ({name}) ended while the scenario was running."
        return None

    def close(self) -> None:
        """End every browser and the driver, also those that have died."""
        self._close_all()
        if self._playwright is not None:
            self._playwright.stop()
            self._playwright = None

    def _close_all(self) -> None:
        for browser in self._running.values():
            browser.remove_listener("disconnected", _end_driver)
            with contextlib.suppress(PlaywrightError):
                browser.close()
        self._running.clear()

    def reach(self, simulator: str) -> str | None:
        """The version of the remote browser, which can open what the simulator at this address serves; None without
        one. Raises NoBrowser when it cannot be connected to, or cannot open it.
        """
        if self.remote is None:
            return None
        browser = self.get("shell")
        check_reach(browser, self.remote, simulator)
        return browser.version

    def _connected(self, to: Remote) -> Browser:
        try:
            return connect(self._driver(), to)
        except PlaywrightError as error:
            self.close()
            raise NoBrowser(cannot_connect(to, error)) from error

    def _driver(self) -> Playwright:
        if self._playwright is None:
            logging.getLogger("asyncio").addFilter(_is_news)
            with localhost_allowed() if self.remote is not None else contextlib.nullcontext():
                self._playwright = sync_playwright().start()
        return self._playwright


def _is_news(record: logging.LogRecord) -> bool:
    """Whether asyncio logs anything but an error of Playwright's. Playwright raises its errors, and keeps some in
    futures that nobody reads as well; asyncio would print those with a traceback.
    """
    return record.exc_info is None or not isinstance(record.exc_info[1], PlaywrightError)


def _with_driver(browser: Browser) -> Browser:
    """The same browser; when it dies, the driver ends."""
    browser.on("disconnected", _end_driver)
    return browser


def _end_driver(_browser: Browser) -> None:
    """Kill this process's Playwright driver, so that every call that waits for it fails."""
    listed = subprocess.run(["ps", "-ewwo", "pid=,ppid=,args="], capture_output=True, text=True, check=True).stdout
    for pid, parent, command in (line.split(maxsplit=2) for line in listed.splitlines()):
        if int(parent) == os.getpid() and "run-driver" in command:
            os.kill(int(pid), signal.SIGKILL)


def _free_port() -> int:
    """A port that is free now."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        port: int = listening.getsockname()[1]
        return port
