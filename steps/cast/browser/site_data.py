"""What a browser stores for a site: filled completely, blocked in its settings, cleared.

Rule: everything here happens in the browser itself. The page fills its storage as any page can; blocking uses the
browser's settings page; clearing does what its Clear browsing data does.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from time import monotonic
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import Page

from deskproof.steps.errors import HarnessError, require

_FILL = """() => {
  for (let size = 2 ** 22; size >= 1; size /= 2) {
    try {
      for (let n = 0; ; n += 1) localStorage.setItem(`filling-${size}-${n}`, "x".repeat(size));
    } catch { /* full at this size; the next is half of it */ }
  }
}"""
_LONGEST_SECONDS = 30
_SETTINGS = "chrome://settings/content"
_READY = "document.readyState === 'complete' && typeof chrome !== 'undefined' && typeof chrome.send === 'function'"


def fill(page: Page) -> None:
    """Fill the site's local storage completely."""
    page.evaluate(_FILL)


def stored_text(page: Page) -> str:
    """Everything that local storage has for the site, as JSON."""
    text: str = page.evaluate("() => JSON.stringify({...localStorage})")
    return text


def confirms_stored(page: Page, text: str) -> None:
    """Local storage has this text for the site."""
    stored = stored_text(page)
    require(text in stored, f"the browser has not stored {text!r}; it has stored {stored}")


def confirms_no_secret(page: Page, password: str) -> None:
    """Local storage has neither this password nor a text that looks like a token."""
    stored = stored_text(page)
    require(password not in stored, "local storage has the password")
    require("eyJ" not in stored, "local storage has a text that looks like a token")


def clear(page: Page, address: str) -> None:
    """Clear the browser's cache and what it stores for the site, as its own dialog does."""
    session = page.context.new_cdp_session(page)
    session.send("Network.clearBrowserCache")
    session.send("Storage.clearDataForOrigin", {"origin": _origin(address), "storageTypes": "all"})
    session.detach()


def block(page: Page, address: str) -> None:
    """Forbid the site to store anything, in the browser's settings, from the next load on. Needs a full browser."""
    _set(page, address, "block")


def allow(page: Page, address: str) -> None:
    """Allow the site to store again."""
    _set(page, address, "allow")


def _set(page: Page, address: str, setting: str) -> None:
    with _SettingsPage(page) as settings:
        permission = json.dumps([_origin(address), "", "cookies", setting, False])
        settings.evaluate(f"chrome.send('setCategoryPermissionForPattern', {permission})")


def _origin(address: str) -> str:
    at = urlsplit(address)
    return f"{at.scheme}://{at.netloc}"


def _rounds_until(what: str) -> Iterator[None]:
    """The rounds of a loop that waits for the browser. Raises HarnessError when it takes too long."""
    end = monotonic() + _LONGEST_SECONDS
    while monotonic() < end:
        yield
    raise HarnessError(f"The browser did not reach this in {_LONGEST_SECONDS} seconds: {what}. Run the scenario again.")


class _SettingsPage:
    """The browser's settings page, in its default profile; a context refuses to open such pages."""

    def __init__(self, page: Page) -> None:
        browser = page.context.browser
        if browser is None:
            raise HarnessError("This browser has no settings page; the scenario needs the tag @own-browser.")
        self._browser = browser.new_browser_cdp_session()
        self._answers: dict[int, dict[str, Any]] = {}
        self._requests = 0

    def __enter__(self) -> _SettingsPage:
        self._target = self._browser.send("Target.createTarget", {"url": _SETTINGS})["targetId"]
        attached = self._browser.send("Target.attachToTarget", {"targetId": self._target, "flatten": False})
        self._session = attached["sessionId"]
        self._browser.on("Target.receivedMessageFromTarget", self._receive)
        rounds = _rounds_until(f"{_SETTINGS} is ready")
        while not self.evaluate(_READY):
            next(rounds)  # each evaluation lets the page load further
        return self

    def __exit__(self, *_: object) -> None:
        self._browser.send("Target.closeTarget", {"targetId": self._target})
        self._browser.detach()

    def evaluate(self, expression: str) -> Any:
        """The value of the expression in the page."""
        self._requests += 1
        message = {
            "id": self._requests,
            "method": "Runtime.evaluate",
            "params": {"expression": expression, "awaitPromise": True, "returnByValue": True},
        }
        self._browser.send("Target.sendMessageToTarget", {"sessionId": self._session, "message": json.dumps(message)})
        rounds = _rounds_until(f"{_SETTINGS} answers")
        while self._requests not in self._answers:
            next(rounds)
            self._browser.send("Target.getTargetInfo", {"targetId": self._target})  # lets the answer arrive
        return self._answers.pop(self._requests).get("result", {}).get("result", {}).get("value")

    def _receive(self, event: dict[str, Any]) -> None:
        answer = json.loads(event["message"])
        if "id" in answer:
            self._answers[answer["id"]] = answer
