"""A defect that acts while one scenario runs: a fault in its tenant, or a file that is changed on its way to its
browsers.

Rule: a defect counts only where the scenario has met it: its fault has fired, or a browser has got its file. A defect
in the source of the simulator has a simulator of its own (`Defective`); nothing is planted for it here.
"""

from __future__ import annotations

import contextlib
from dataclasses import dataclass, field
from functools import partial
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import APIResponse, BrowserContext, Route
from playwright.sync_api import Error as PlaywrightError

from deskproof.simulator.control.client import Fault, FaultKind, TenantControl, Unreachable
from deskproof.simulator.defects import AnswerDefect, Defect, FrameDefect, ScriptDefect, StaleDefect, changed

_NOT_ALTERED = frozenset({"content-length", "content-encoding", "transfer-encoding"})
"""Headers that are of the body as it came over the wire."""


@dataclass
class Planted:
    """The defect that a scenario runs against, if one is planted, and whether the scenario has met it."""

    defect: Defect | None
    stale: str = ""
    """A sentence when the defect does not fit the file that it is to change."""
    _met: bool = False
    _fault: Fault | None = field(default=None, repr=False)

    @property
    def met(self) -> bool:
        """Whether the scenario has met what is planted; without anything planted there is nothing to meet."""
        return self._met or not isinstance(self.defect, AnswerDefect | FrameDefect | ScriptDefect)

    @property
    def complaint(self) -> str:
        """Why the scenario cannot have detected the defect; empty where it can."""
        if self.stale or self.met:
            return self.stale
        match self.defect:
            case AnswerDefect(answer=answer):
                seen = f'no answer of "{answer}" has what it changes'
            case FrameDefect(frame=frame, sent=None):
                seen = f'no frame "{frame}" has what it changes'
            case FrameDefect(frame=frame):
                seen = f'no frame "{frame}" was sent'
            case ScriptDefect(script=script):
                seen = f"no browser requested {script}"
        return f"The scenario does not meet the defect: {seen}."

    def in_tenant(self, tenant: TenantControl) -> Fault | None:
        """Arm the fault in a tenant that has just been created; the fault, where there is one."""
        if isinstance(self.defect, AnswerDefect | FrameDefect):
            self._fault = tenant.arm_fault(times=None, **_fault(self.defect))
        return self._fault

    def look(self, tenant: TenantControl) -> None:
        """See whether the fault has fired, before the tenant is closed."""
        if self._fault is not None:
            with contextlib.suppress(Unreachable):
                self._met = any(fault.fired for fault in tenant.faults() if fault.id == self._fault.id)

    def in_context(self, context: BrowserContext) -> None:
        """Change the file on its way to a context that has just been opened."""
        if isinstance(self.defect, ScriptDefect):
            context.route(self.defect.script, partial(self._answer, self.defect))

    def _answer(self, defect: ScriptDefect, route: Route) -> None:
        try:
            answer = fetched(route)
            text = answer.text() if answer.ok else ""
        except UnicodeDecodeError:
            self.stale = self.stale or f"{defect.name}: {route.request.url} is not a text in UTF-8."
            route.fulfill(response=answer)
        except PlaywrightError:  # the server is gone, or the context is
            with contextlib.suppress(PlaywrightError):
                route.abort()
        else:
            with contextlib.suppress(PlaywrightError):
                self._pass_on(route, answer, text, defect)

    def _pass_on(self, route: Route, answer: APIResponse, text: str, defect: ScriptDefect) -> None:
        if not answer.ok:
            route.fulfill(response=answer)
            return
        try:
            text = changed(defect, text, route.request.url)
        except StaleDefect as stale:
            self.stale = self.stale or str(stale)
        else:
            self._met = True
        headers = {name: value for name, value in answer.headers.items() if name.lower() not in _NOT_ALTERED}
        route.fulfill(status=answer.status, headers=headers, body=text)


def fetched(route: Route) -> APIResponse:
    """The answer to a request of a page, as the page would get it."""
    at = urlsplit(route.request.url)
    if at.hostname is None or not at.hostname.endswith(".localhost"):
        return route.fetch()
    # Browsers resolve names below .localhost to loopback; the resolver of the system may not.
    address = at._replace(netloc=at.netloc.replace(at.hostname, "127.0.0.1", 1)).geturl()
    return route.fetch(url=address, headers={**route.request.headers, "host": at.netloc})


def _fault(defect: AnswerDefect | FrameDefect) -> dict[str, Any]:
    """The fault that acts as the defect, as `arm_fault` takes it."""
    kind: FaultKind
    if isinstance(defect, AnswerDefect):
        change = {"set": defect.values, "remove": defect.remove, "status": defect.status}
        return {"kind": "answers otherwise", "where": defect.answer, **change}
    match defect.sent:
        case "never":
            kind = "loses an event"
        case "twice":
            kind = "delivers twice"
        case None:
            return {
                "kind": "sends otherwise",
                "where": defect.frame,
                "set": defect.values,
                "remove": defect.remove,
            }
    return {"kind": kind, "where": defect.frame}
