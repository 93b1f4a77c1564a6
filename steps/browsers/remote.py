"""A browser on another machine: a Playwright server, or any Chromium that speaks the DevTools protocol (CDP).

Rule: such a browser resolves names on its own machine, where nothing serves `t-0001.localhost`. A Playwright server
reaches ours through the connection (`expose_network`); for CDP the simulator's port must be there, by a tunnel or
because it is the same machine. This is checked before any scenario starts. Scenarios that need switches, keys,
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
_NO_TENANT = "t-0000"
"""The name of no tenant: the simulator answers 421, which shows that it was reached."""

_NO_SUCH_TENANT = 421
_NODE_OPTIONS = "NODE_OPTIONS"


@dataclass(frozen=True, kw_only=True)
class Remote:
    """The address of a browser, and its protocol."""

    url: str
    kind: RemoteKind

    @property
    def shown(self) -> str:
        """The address without what may be secret in it."""
        at = urlsplit(self.url)
        return f"{at.scheme}://{at.netloc.rpartition('@')[2]}"

    @property
    def secrets(self) -> tuple[str, ...]:
        """What must not be recorded of the address: its password and the values of its query."""
        at = urlsplit(self.url)
        return tuple(text for text in (at.password, *(value for _, value in parse_qsl(at.query))) if text)


def remote(url: str, kind: str | None = None) -> Remote:
    """The browser at `url`; without a `kind`, scheme and path give the protocol. Raises NoBrowser."""
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
    """The parts of an address; None for an invalid one, as with a port above 65535 or an unclosed bracket."""
    try:
        at = urlsplit(url)
        return at if at.port is None or at.port > 0 else None
    except ValueError:
        return None


@contextlib.contextmanager
def localhost_allowed() -> Iterator[None]:
    """A Playwright driver that is started in this context gives remote browsers access to names below `localhost`."""
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
    """The browser at the address. Raises Playwright's Error when it cannot be connected to."""
    if to.kind == "cdp":
        return playwright.chromium.connect_over_cdp(to.url, timeout=_CONNECT_MILLISECONDS)
    flags = [flag for flag in FLAGS if flag != FAKE_MICROPHONE and str(HUM) not in flag]
    options = json.dumps({"args": flags, "ignoreDefaultArgs": list(NOT_FLAGS)})
    return playwright.chromium.connect(
        to.url,
        timeout=_CONNECT_MILLISECONDS,
        expose_network="<loopback>",
        headers={"x-playwright-launch-options": options},
    )


def cannot_connect(to: Remote, error: PlaywrightError) -> str:
    """One sentence on a browser that cannot be connected to."""
    reason = next((line.strip() for line in error.message.splitlines() if line.strip()), "no reason given")
    server = "a Playwright server of the same version" if to.kind == "playwright" else "a Chromium that can be debugged"
    return f"No browser answers at {to.shown} ({reason.rstrip('.')}); check that {server} listens there."


def check_reach(browser: Browser, to: Remote, simulator: str) -> None:
    """The browser can open what the simulator serves. Raises NoBrowser."""
    port = urlsplit(simulator).port
    context = browser.new_context()
    try:
        answer = context.new_page().goto(f"http://{_NO_TENANT}.localhost:{port}/", timeout=_CONNECT_MILLISECONDS)
        reached = answer is not None and answer.status == _NO_SUCH_TENANT
    except PlaywrightError:
        reached = False
    finally:
        context.close()
    if reached:
        return
    if to.kind == "playwright":
        raise NoBrowser(
            f"The browser at {to.shown} cannot open the simulator on this machine; start its server with "
            "'playwright run-server', which gives it access to this machine."
        )
    raise NoBrowser(
        f"The browser at {to.shown} cannot open http://*.localhost:{port}, the simulator's address, from its machine; "
        "run it on this machine, or choose the port with --port N and forward it there (ssh -R N:127.0.0.1:N), or use "
        "a Playwright server."
    )
