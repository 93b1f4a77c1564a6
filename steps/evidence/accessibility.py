"""Accessibility: axe-core checks every state of a page that a scenario visits.

Rule: a state is checked once in a process, because axe takes longer than most steps. Two pages are in the same state
when address, size and everything that accessibility depends on are equal: elements, roles, the presence of names,
classes. Repeated neighbours count once, and the words themselves do not count. What was found in a state is reported to
every scenario that visits it. axe runs in an isolated world beside the page's scripts, so that the page and its
Content-Security-Policy are as they are for people. Only Chromium has isolated worlds: pages in Firefox are not checked,
and have no state that pages in Chromium do not have.
"""

from __future__ import annotations

import hashlib
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import axe_playwright_python
from playwright.sync_api import CDPSession, Page
from playwright.sync_api import Error as PlaywrightError

from deskproof.reports.record import Violation
from deskproof.steps.evidence.page_facts import STATE
from deskproof.steps.evidence.settled import SETTLED

_WORLD = "accessibility"
_LOOKS = 3
"""How often a state that changes during its check is checked, before the step goes without."""

_LOOK = """
(async () => {
  const { violations } = await axe.run(document, { resultTypes: ["violations"], iframes: false });
  return violations.map(({ id, impact, help, nodes }) => ({
    rule: id, impact: impact ?? "", help, targets: nodes.map((node) => node.target.flat().join(" ")),
  }));
})()
"""


class CheckFailed(Exception):
    """axe itself failed in a page; the message says how."""


class Accessibility:
    """Checks pages, and remembers what it found in which state."""

    def __init__(self) -> None:
        self._found: dict[str, tuple[Violation, ...]] = {}

    def look(self, page: Page, actor: str, state: str | None = None) -> tuple[Violation, ...] | None:
        """What is wrong with the page as it is now, or None where it is not a page of the product or keeps changing.
        `state` is that of its `PageFacts` where it has just been read.

        Raises CheckFailed when axe fails in the page.
        """
        if page.is_closed() or not _is_chromium(page):
            return None
        if state and (known := self._found.get(_digest(state))) is not None:
            return _of(known, actor)
        try:
            session = page.context.new_cdp_session(page)
            try:
                found = self._look(session)
            finally:
                session.detach()
        except PlaywrightError:
            return None  # the page navigated or closed meanwhile
        return None if found is None else _of(found, actor)

    def _look(self, session: CDPSession) -> tuple[Violation, ...] | None:
        for _ in range(_LOOKS):
            world = _world(session)
            if world is None:
                return None
            state = _state(session, world)
            if state is None:
                return None
            if state not in self._found:
                try:
                    found = _look(session, world)
                except CheckFailed:
                    if _state(session, world) == state:
                        raise
                    continue  # axe failed on a page that was changing
                if found is None or _state(session, world) != state:
                    continue
                self._found[state] = found
            return self._found[state]
        return None


def _is_chromium(page: Page) -> bool:
    browser = page.context.browser
    return browser is None or browser.browser_type.name == "chromium"


def finding(found: Violation) -> str:
    """One sentence on a violation: whose page, the rule, the element, and the text of the rule."""
    whose = f"{found.actor}'s page" if found.actor else "A page"
    others = f" and {len(found.targets) - 1} more" if len(found.targets) > 1 else ""
    return f"{whose} breaks the accessibility rule {found.rule} at {found.targets[0]}{others}: {found.help}."


def _world(session: CDPSession) -> int | None:
    """An isolated world in the page's document, or None when it is not a document of the product."""
    frame = session.send("Page.getFrameTree")["frameTree"]["frame"]
    if not frame["url"].startswith("http") or "unreachableUrl" in frame:
        return None
    made = session.send("Page.createIsolatedWorld", {"frameId": frame["id"], "worldName": _WORLD})
    world: int = made["executionContextId"]
    return world


def _state(session: CDPSession, world: int) -> str | None:
    """The state that the page is in; None while its document is loading."""
    state: str = _run(session, world, STATE)
    return _digest(state) if state else None


def _digest(state: str) -> str:
    return hashlib.sha256(state.encode()).hexdigest()


def _of(found: tuple[Violation, ...], actor: str) -> tuple[Violation, ...]:
    return tuple(replace(violation, actor=actor) for violation in found)


def _look(session: CDPSession, world: int) -> tuple[Violation, ...] | None:
    """What axe finds once the page has settled; None where one animation begins another without end."""
    if not _run(session, world, "typeof axe === 'object'"):
        _run(session, world, f"{_axe()};0")
    if not _run(session, world, SETTLED):
        return None
    seen = _run(session, world, _LOOK)
    return tuple(
        Violation(rule=each["rule"], impact=each["impact"], help=each["help"], targets=tuple(each["targets"]))
        for each in seen
    )


def _run(session: CDPSession, world: int, script: str) -> Any:
    answer = session.send(
        "Runtime.evaluate",
        {"expression": script, "contextId": world, "awaitPromise": True, "returnByValue": True},
    )
    if "exceptionDetails" in answer:
        thrown = answer["exceptionDetails"]
        raise CheckFailed(f"axe failed in the page: {thrown.get('exception', {}).get('description', thrown['text'])}")
    return answer["result"].get("value")


@cache
def _axe() -> str:
    return (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text(encoding="utf-8")
