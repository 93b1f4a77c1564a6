"""A real Firefox beside Chromium, for what must be seen in another browser than Google Chrome (AD-069, AD-070).

Rule: a Firefox of the machine, unmodified, driven by Playwright over WebDriver BiDi. Where there is none, scenarios
use its user agent in Chromium (`deskproof.steps.browsers.emulation`); the browsers in the
record say which it was.
"""

import os
import re
import shlex
import sys
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import Browser as PlaywrightBrowser
from playwright.sync_api import Playwright

from deskproof.steps.browsers.browser import Browser, Machine, install_package, this_machine

INSTALLED = ("firefox-esr", "firefox", "/Applications/Firefox.app/Contents/MacOS/firefox")
"""Firefox ESR first: it is the one that the documentation supports."""

PACKAGE = "firefox-esr"

_ROOT = Path(__file__).parents[3]
_PRODUCT = re.compile(r"Mozilla Firefox (\d+(?:\.\d+)+)")


def find_firefox(machine: Machine | None = None) -> Browser | None:
    """The Firefox of this machine, or None where none is installed that answers."""
    machine = machine or this_machine()
    for name in INSTALLED:
        found = name if os.sep in name else machine.which(name)
        if found is None or not machine.is_program(Path(found)):
            continue
        version = _PRODUCT.search(machine.answer([found, "--version"]) or "")
        if version:
            return Browser(kind="full", executable=Path(found), version=version[1], source="installed")
    return None


def ensure_firefox(machine: Machine | None = None, say: Callable[[str], None] = print) -> Browser | None:
    """The Firefox of this machine; when there is none, the distribution's package, where it can be installed."""
    machine = machine or this_machine()
    found = find_firefox(machine)
    if found is None and install_package(PACKAGE, machine, say, "No Firefox found"):
        found = find_firefox(machine)
    return found


def launch_firefox(playwright: Playwright, found: Browser, *, headed: bool) -> PlaywrightBrowser:
    """Start this Firefox. Raises Playwright's Error when it does not start."""
    relay = shlex.join([sys.executable, "-m", "deskproof.steps.browsers.firefox_relay", str(found.executable)])
    with TemporaryDirectory(prefix="deskproof-firefox-") as folder:
        starter = Path(folder) / "firefox"
        starter.write_text(f'#!/bin/sh\ncd {shlex.quote(str(_ROOT))} && exec {relay} "$@"\n')
        starter.chmod(0o700)
        return playwright.firefox.launch(channel="moz-firefox", executable_path=starter, headless=not headed)
