"""A browser on another machine: a Playwright server, or any Chromium that speaks the DevTools protocol (CDP).

Rule: such a browser looks at its own machine, where nobody serves `t-0001.localhost`. A Playwright server reaches ours
through the connection itself (`expose_network`); for CDP the simulator's port has to be there, by a tunnel or because
it is the same machine. Whether it is there is tried before any scenario starts. Scenarios that need switches, keys,
settings, a microphone or a process of their own need a browser that is started here.
"""

from __future__ import annotations

import contextlib
import json
import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal
from urllib.parse import SplitResult, parse_qsl, urlsplit

from playwright.sync_api import Browser, Playwright
from playwright.sync_api import Error as PlaywrightError

from deskproof.steps.browsers.browser import FAKE_MICROPHONE, FLAGS, HUM, NOT_FLAGS, NoBrowser

RemoteKind = Literal["playwright", "cdp"]

_KINDS: dict[str, RemoteKind] = {"ws": "playwright", "wss": "playwright", "http": "cdp", "https": "cdp"}
_CONNECT_MILLISECONDS = 15_000
_NOBODY = "t-0000"
"""No tenant: the simulator answers that nobody lives there, which shows that it was reached."""

_NOBODY_LIVES_THERE = 421
_NODE_OPTIONS = "NODE_OPTIONS"


@dataclass(frozen=True, kw_only=True)
class Remote:
    """Where a browser is, and what speaks there."""

    url: str
    kind: RemoteKind

    @property
    def told(self) -> str:
        """The address without what may be secret in it."""
        at = urlsplit(self.url)
        return f"{at.scheme}://{at.netloc.rpartition('@')[2]}"

    @property
    def secrets(self) -> tuple[str, ...]:
        """What the address holds that is not for the record: passwords and the values of its query."""
        at = urlsplit(self.url)
        return tuple(one for one in (at.password, *(value for _, value in parse_qsl(at.query))) if one)


def remote(url: str, kind: str | None = None) -> Remote:
    """The browser at `url`; without a `kind` its scheme and path tell what speaks there. Raises NoBrowser."""
    at = _split(url)
    if at is None or at.scheme not in _KINDS or not at.hostname:
        raise NoBrowser(
            f"{url!r} is not an address of a browser; give ws://HOST:PORT/ of a Playwright server, or http://HOST:PORT "
            "of a Chromium with --remote-debugging-port."
        )
    if kind is None:
        kind = "cdp" if at.path.startswith("/devtools/") else _KINDS[at.scheme]
    if kind == "playwright" and at.scheme not in ("ws", "wss"):
        raise NoBrowser(f"A Playwright server is reached by ws:// or wss://, not {at.scheme}://; correct the address.")
    return Remote(url=url, kind="cdp" if kind == "cdp" else "playwright")


def _split(url: str) -> SplitResult | None:
    """The parts of an address; None where it has none, as with a port above 65535 or a bracket that is left open."""
    try:
        at = urlsplit(url)
        return at if at.port is None or at.port > 0 else None
    except ValueError:
        return None


@contextlib.contextmanager
def through_here() -> Iterator[None]:
    """Playwright's driver, where it is started within, lets remote browsers through to names below `localhost`."""
    before = os.environ.get(_NODE_OPTIONS)
    script = Path(__file__).with_name("localhost.js")
    os.environ[_NODE_OPTIONS] = " ".join(filter(None, (before, f'--require "{script}"')))
    try:
        yield
    finally:
        if before is None:
            del os.environ[_NODE_OPTIONS]
        else:
            os.environ[_NODE_OPTIONS] = before


def connect(playwright: Playwright, to: Remote) -> Browser:
    """The browser there. Raises Playwright's Error when it cannot be joined."""
    if to.kind == "cdp":
        return playwright.chromium.connect_over_cdp(to.url, timeout=_CONNECT_MILLISECONDS)
    ours = [flag for flag in FLAGS if flag != FAKE_MICROPHONE and str(HUM) not in flag]
    wanted = json.dumps({"args": ours, "ignoreDefaultArgs": list(NOT_FLAGS)})
    return playwright.chromium.connect(
        to.url,
        timeout=_CONNECT_MILLISECONDS,
        expose_network="<loopback>",
        headers={"x-playwright-launch-options": wanted},
    )


def cannot_join(to: Remote, error: PlaywrightError) -> str:
    """One sentence on a browser that cannot be joined."""
    said = next((line.strip() for line in error.message.splitlines() if line.strip()), "no reason given")
    wanted = "a Playwright server of the same version" if to.kind == "playwright" else "a Chromium that can be debugged"
    return f"No browser could be joined at {to.told} ({said.rstrip('.')}); see whether {wanted} listens there."


def check_reach(browser: Browser, to: Remote, simulator: str) -> None:
    """The browser can open what the simulator serves. Raises NoBrowser."""
    port = urlsplit(simulator).port
    context = browser.new_context()
    try:
        answer = context.new_page().goto(f"http://{_NOBODY}.localhost:{port}/", timeout=_CONNECT_MILLISECONDS)
        reached = answer is not None and answer.status == _NOBODY_LIVES_THERE
    except PlaywrightError:
        reached = False
    finally:
        context.close()
    if reached:
        return
    if to.kind == "playwright":
        raise NoBrowser(
            f"The browser at {to.told} cannot open the simulator on this machine; start its server with "
            "'playwright run-server', which lets a client's own addresses through."
        )
    raise NoBrowser(
        f"The browser at {to.told} cannot open http://*.localhost:{port}, the simulator's address, on its own machine: "
        "run it on this machine, or choose the port with --port N and bring it there (ssh -R N:127.0.0.1:N), or use a "
        "Playwright server."
    )
