"""What the desktop writes to the browser's storage, where, and what it answers where the browser refuses."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Page

from tests.simulator.desktop.test_storage import GOOD

STORAGE = "/desktop/browser/storage.js"
ITEMS: dict[str, tuple[str, dict[str, Any], str, str, str]] = {
    "choices": (
        "localStorage",
        {"appearance": "dark"},
        "storage.writeChoices(value)",
        "storage.readChoices()",
        "",
    ),
    "station.a1": (
        "localStorage",
        GOOD["station.a1"],
        "storage.remember('a1', value)",
        "storage.remembered('a1')",
        "storage.forget('a1')",
    ),
    "sign-in": (
        "sessionStorage",
        {"state": "s", "nonce": "n", "verifier": "v.w~x+y/z=_-"},
        "storage.pendingSignIn.write(value)",
        "storage.pendingSignIn.read()",
        "storage.pendingSignIn.remove()",
    ),
    "tokens": (
        "sessionStorage",
        {"accessToken": "a.b.c", "idToken": "d.e.f", "agentId": "a1", "orgId": "o1"},
        "storage.tabTokens.write(value)",
        "storage.tabTokens.read()",
        "storage.tabTokens.remove()",
    ),
    "teams": (
        "sessionStorage",
        {"agentId": "a1", "status": "failed", "why": "blocked", "expires": 17},
        "storage.tabTeams.write(value)",
        "storage.tabTeams.read()",
        "storage.tabTeams.remove()",
    ),
    "signed-out": (
        "sessionStorage",
        {"agentId": "a1"},
        "storage.leaving.write(value)",
        "storage.leaving.read()",
        "storage.leaving.remove()",
    ),
}
"""By its key: where it is, a value, and what writes, reads and removes it."""

RUN = """async ([code, value]) => {
  const storage = await import("/desktop/browser/storage.js");
  return new Function("storage", "value", `return ${code}`)(storage, value);
}"""
REFUSE = """() => {
  const { getItem, setItem, removeItem } = Storage.prototype;
  self.kept = { getItem, setItem, removeItem };
  for (const name of Object.keys(self.kept)) Storage.prototype[name] = () => { throw new Error("refused"); };
}"""


@pytest.fixture
def page(blank_page: Page) -> Page:
    blank_page.evaluate("() => { localStorage.clear(); sessionStorage.clear(); }")
    blank_page.context.clear_cookies()
    return blank_page


@pytest.mark.parametrize("key", ITEMS)
def test_it_is_written_read_and_removed(page: Page, key: str) -> None:
    area, value, write, read, remove = ITEMS[key]
    nothing: dict[str, str] | None = {} if key == "choices" else None
    assert page.evaluate(RUN, [read, None]) == nothing
    assert page.evaluate(RUN, [write, value]) is True
    kept = page.evaluate("() => [localStorage, sessionStorage].map((area) => ({ ...area }))")
    here, elsewhere = kept if area == "localStorage" else reversed(kept)
    assert list(here) == [f"deskproof-desk.{key}"]
    assert elsewhere == {}
    assert page.evaluate(RUN, [read, None]) == value
    if remove:
        assert page.evaluate(RUN, [remove, None]) is True
        assert page.evaluate("localStorage.length + sessionStorage.length") == 0


@pytest.mark.parametrize("key", ITEMS)
def test_a_browser_that_refuses_is_answered(page: Page, key: str) -> None:
    _, value, write, read, remove = ITEMS[key]
    page.evaluate(REFUSE)
    answers = [page.evaluate(RUN, [code, value]) for code in (write, read, remove) if code]
    page.evaluate("() => void Object.assign(Storage.prototype, self.kept)")
    assert answers == [False, {} if key == "choices" else None, *([False] if remove else [])]


def test_a_choice_is_added_to_those_there_are(page: Page) -> None:
    for choice in ({"appearance": "dark"}, {"language": "sv"}, {"appearance": "light"}):
        assert page.evaluate(RUN, ["storage.writeChoices(value)", choice]) is True
    assert page.evaluate(RUN, ["storage.readChoices()", None]) == {"appearance": "light", "language": "sv"}
    (cookie,) = page.context.cookies()
    year = 365 * 24 * 60 * 60
    lives = cookie["expires"] - page.evaluate("Date.now() / 1000")
    assert (cookie["path"], cookie["sameSite"], cookie["value"]) == ("/", "Lax", "sv")
    assert year - 60 < lives <= year + 1
