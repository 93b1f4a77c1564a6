"""A page in which views are drawn from a given state, read as a whole, and worked with.

A golden file has a section for each situation: the first in full, the others as what differs from it. A reading is what
assistive technology is told (Playwright's snapshot), then what else there is to see: pictures, classes, states of
fields, focus, texts that are related by `aria-describedby`.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from playwright.sync_api import Page

from tests.reports.expected import check_golden
from tests.simulator.desktop.conftest import NOW

Changes = Mapping[str, Any]
"""What a situation changes of the state; an object in it is merged with the one that is there."""

NOW_MS = int(NOW.timestamp() * 1_000) + 1_000
SCRIPT = Path(__file__).with_name("stage.js")

PERSON = {
    "agentId": "a1",
    "name": "Ada Lovelace",
    "initials": "AL",
    "email": "ada@example.com",
    "roles": ["agent"],
    "teams": [{"id": "t1", "name": "Sales"}, {"id": "t2", "name": "Support"}],
    "primaryTeam": None,
    "siteId": "s1",
    "options": ["AGENT_DN", "EXTENSION", "BROWSER"],
    "defaultNumber": "",
    "numberLocked": False,
    "idleCodes": [
        {"id": "i1", "name": "Lunch", "isDefault": False},
        {"id": "i2", "name": "Meeting", "isDefault": True},
    ],
    "declinedCode": "declined",
    "wrapUpCodes": [{"id": "w1", "name": "Sale"}, {"id": "w2", "name": "Complaint"}],
    "azureSso": False,
    "inactivityMinutes": 0,
    "profileId": "p1",
    "addressBookId": "b1",
}
SESSION = {
    "option": "AGENT_DN",
    "number": "+12015550123",
    "teamId": "t1",
    "role": "agent",
    "codeId": "0",
    "subStatus": "Available",
    "stateSince": NOW_MS - 65_000,
    "codeSince": NOW_MS - 65_000,
}
AT_THE_DESK: dict[str, Any] = {"phase": "desk", "connection": "up", "person": PERSON, "session": SESSION}
AT_THE_STATION: dict[str, Any] = {"phase": "station", "connection": "up", "person": PERSON}


def conversation(stage: str, **more: object) -> dict[str, object]:
    """A conversation at this stage for 65 seconds."""
    return {
        "id": f"c-{stage}",
        "channel": "telephony",
        "stage": stage,
        "since": NOW_MS - 65_000,
        "caller": "+12015550199",
        "queue": "Billing",
        "endedBy": "",
        "owned": True,
        "consult": None,
        "colleagues": [],
        "recording": "off",
        **more,
    }


class Stage:
    """A page with one view at a time; its time stands still."""

    def __init__(self, page: Page, module: str, view: str, base: Changes) -> None:
        """`view` is a function of the module and of a desktop: what the view of `module` draws."""
        self.page = page
        self.module = module
        self.view = view
        self.base = base
        self.errors: list[str] = []
        page.on("pageerror", lambda error: self.errors.append(str(error)))
        page.evaluate(SCRIPT.read_text(encoding="utf-8"))

    def draw(self, changes: Changes | None = None, language: str = "en", *, again: bool = False) -> None:
        """Draws the view on an empty page; with `again` over the present one, as after an action."""
        state = merged(self.base, changes or {})
        self.page.evaluate(
            "(given) => stage.draw(given)",
            {"module": self.module, "view": self.view, "state": state, "language": language, "again": again},
        )

    def settle(self) -> None:
        self.page.evaluate("stage.settle()")

    def calls(self) -> list[Any]:
        """What the view called since it was asked last."""
        self.settle()
        calls: list[Any] = self.page.evaluate("stage.calls.splice(0)")
        return calls

    def reading(self) -> list[str]:
        """The page as a whole, line by line."""
        self.page.evaluate("stage.settle().then(() => stage.unfold(true))")
        spoken = self.page.locator("#stage").aria_snapshot()
        seen: list[str] = self.page.evaluate("(stage.unfold(false), stage.seen())")
        assert self.errors == []
        return [*re.sub(r"combobox-\d+", "combobox", spoken).splitlines(), *seen]

    def check(self, golden: Path, situations: Mapping[str, Changes], language: str) -> None:
        """Every situation is shown as the golden file has it."""
        sections = []
        first: list[str] | None = None
        for name, changes in situations.items():
            self.draw(changes, language)
            reading = self.reading()
            sections.append((name, reading if first is None else difference(first, reading)))
            first = first or reading
        check_golden(golden.name, written(sections), golden.parent)

    def check_controls(self, golden: Path, situations: Mapping[str, Changes]) -> None:
        """Every control does in every situation what the golden file has: what it calls, and what changes."""
        sections = []
        for name, changes in situations.items():
            self.draw(changes)
            controls: list[str] = self.page.evaluate("stage.controls()")
            for index, control in enumerate(controls):
                if index > 0:
                    self.draw(changes)
                self.page.evaluate("(index) => stage.mark(index)", index)
                self.calls()
                before = self.reading()
                self.use()
                done = [f"calls {call}" for call in self.calls()]
                sections.append((f"{name}: {control}", [*done, *difference(before, self.reading())]))
        check_golden(golden.name, written(sections), golden.parent)

    def use(self) -> None:
        """Clicks the control that is marked; types into it where it takes text, and picks an option of a list."""
        control = self.page.locator("[data-used]")
        kind = self.page.evaluate("stage.kind()")
        if kind == "text":
            control.fill("12")
        elif kind == "select":
            control.select_option(index=0)
        elif kind == "disabled":
            control.click(force=True)
        else:
            control.click()


def merged(base: Changes, changes: Changes) -> dict[str, Any]:
    both = dict(base)
    for key, value in changes.items():
        old = both.get(key)
        both[key] = {**old, **value} if isinstance(old, dict) and isinstance(value, dict) else value
    return both


def difference(before: list[str], after: list[str]) -> list[str]:
    """What is gone (<) and what has come (>), each run of lines below the last line before it that is the same."""
    lines = []
    for operation, start, end, first, last in difflib.SequenceMatcher(None, before, after, False).get_opcodes():
        if operation == "equal":
            continue
        lines.append("@ " + (before[start - 1].strip() if start else "the beginning"))
        lines += [f"< {line}" for line in before[start:end]]
        lines += [f"> {line}" for line in after[first:last]]
    return lines


def written(sections: list[tuple[str, list[str]]]) -> str:
    return "\n".join("\n".join([f"## {name}", *(lines or ["nothing"]), ""]) for name, lines in sections)
