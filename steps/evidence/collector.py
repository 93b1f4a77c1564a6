"""The evidence of a step: pictures of the open pages, what axe-core finds on them, console, traffic, the tenant's
journal and its clock.

Rule: the collector only observes, except that it takes animations to their end for a picture. It listens to every
context of its scenario from the first page on, and returns what happened since the last time. A page that looks as it
did at the last step has the same picture. The steps and `EvidenceCollector.findings` judge what was collected. Nothing
here is masked: the recorder does that.
"""

from __future__ import annotations

import contextlib
import json
import re
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from urllib.parse import urlsplit

from playwright.sync_api import BrowserContext, ConsoleMessage, Page, Request, Response, WebError, WebSocket
from playwright.sync_api import Error as PlaywrightError
from playwright.sync_api import TimeoutError as PlaywrightTimeout

from deskproof.reports.record import ConsoleLine, Evidence, JournalLine, Picture, Recorder, TrafficLine, Violation
from deskproof.simulator.control.client import Fault, TenantControl
from deskproof.steps.evidence.accessibility import Accessibility, finding
from deskproof.steps.evidence.page_facts import PageFacts, read_page

_STATIC = frozenset({"stylesheet", "script", "image", "font", "manifest", "media", "texttrack"})
"""Kinds of requests that are recorded only when they fail."""

_NETWORK_ECHO = re.compile(r"^(Failed to load resource:|WebSocket connection to )")
"""What Chromium itself writes to the console about an answer or a connection; the traffic has more of it, and a refusal
is not an error.
"""

_STYLE_OF_OURS = "sha256-YjaKGiklmzC6wjXA513HAMmzus8VE61XCOT+SmwNZWA="
"""The empty style (`body {}`) that Playwright adds in Firefox before it takes a picture; a strict policy refuses it and
Firefox reports it, which is not a fault of the page.
"""

_PICTURE_QUALITY = 60
_PICTURE_MILLISECONDS = (1_000, 4_000)
"""How long a picture is waited for, and how long once more: Chromium never finishes one of a document that gives way to
another meanwhile.
"""
_SHOTS = 3
"""How often a picture is tried of a page that goes to another address meanwhile."""

_ANSWERED_SECONDS = 1.0
"""How long the end of a scenario waits for answers."""
_LOOK_AGAIN_MILLISECONDS = 100
"""Answers to other contexts, and requests that fail, end no wait."""

_LONGEST_TEXT = 100_000
"""Characters of a body, a frame or a line of the console that are recorded. No message of the product is as long: one
that is cut cannot be compared with another.
"""
_GOOD = ("ok", "altered")
"""The verdicts of the simulator on what went over the wire that are no finding: a fault has altered what was right."""


@dataclass(kw_only=True)
class _Pending:
    """What was observed and not yet returned."""

    console: list[ConsoleLine] = field(default_factory=list)
    traffic: list[TrafficLine] = field(default_factory=list)


@dataclass(frozen=True, kw_only=True)
class _Seen:
    """A page as it was at the last step, and its picture."""

    facts: PageFacts
    picture: Picture


class EvidenceCollector:
    """Collects the evidence of one scenario. Without `accessibility` no page is checked; where it does not judge
    (`judges`), what pages do wrong is no finding.
    """

    def __init__(self, recorder: Recorder, accessibility: Accessibility | None, *, judges: bool = True) -> None:
        self._recorder = recorder
        self._accessibility = accessibility
        self._tenant: TenantControl | None = None
        self._contexts: list[tuple[BrowserContext, str]] = []
        self._pending = _Pending()
        self._journal: list[JournalLine] = []
        self._journal_given = 0
        self._findings: list[str] = []
        self._judges = judges
        self._expected: list[str] = []
        self._answers: dict[Request, int] = {}
        self._seen: dict[Page, _Seen] = {}
        self._planted: Fault | None = None
        self._under_way: set[Request] = set()

    @property
    def journal(self) -> Sequence[JournalLine]:
        """The tenant's journal, as far as it has been read."""
        return self._journal

    @property
    def open_pages(self) -> Sequence[tuple[Page, str]]:
        """The open pages, and whose they are."""
        return [(page, actor) for context, actor in self._contexts for page in context.pages]

    @property
    def organisation(self) -> str:
        """The id of the tenant's organisation; empty where there is no tenant yet."""
        return "" if self._tenant is None else self._tenant.org_id

    def follow_tenant(self, tenant: TenantControl) -> None:
        """Take journal and clock from this tenant, and keep its people's passwords out of the record."""
        self._tenant = tenant
        people = tenant.people.values()
        self._recorder.mask.add(
            *(person.password for person in people), *(person.teams_password or "" for person in people)
        )

    def leave_out(self, fault: Fault) -> None:
        """It is no finding when this fault does not occur."""
        self._planted = fault

    def follow(self, context: BrowserContext, actor: str) -> None:
        """Record everything that pages of this context do; they are the `actor`'s."""
        self._contexts.append((context, actor))
        context.on("console", lambda message: self._on_console(message, actor))
        context.on("weberror", lambda error: self._on_error(error, actor))
        context.on("request", self._on_start)
        context.on("response", self._on_response)
        context.on("requestfinished", lambda request: self._on_request(request, actor))
        context.on("requestfailed", lambda request: self._on_request(request, actor))
        context.on("page", lambda page: page.on("websocket", lambda socket: self._on_socket(socket, actor)))

    def wait_for_answers(self) -> None:
        """Wait until every request is answered that pages have under way; not for ever, as one may stay unanswered."""
        ends = time.monotonic() + _ANSWERED_SECONDS
        while self._under_way and self._contexts and time.monotonic() < ends:
            with contextlib.suppress(PlaywrightError):
                self._contexts[0][0].wait_for_event("requestfinished", timeout=_LOOK_AGAIN_MILLISECONDS)

    def expect_error(self, containing: str) -> None:
        """From now on, a page error or console error that contains this text is expected and not a finding."""
        self._expected.append(containing)

    def take(self, *, pages: bool, pictures: bool = True) -> Evidence:
        """What happened since the last time; with `pages` also a check of every open page's accessibility, which adds
        to the findings, and its picture unless there are to be no `pictures`.
        """
        shots, accessibility = self._look(pictures=pictures) if pages else ((), None)
        journal, clock = self._read_journal()
        pending, self._pending = self._pending, _Pending()
        return Evidence(
            pictures=shots,
            console=tuple(pending.console),
            traffic=tuple(pending.traffic),
            journal=journal,
            accessibility=accessibility,
            clock=clock,
        )

    def findings(self) -> tuple[str, ...]:
        """What pages did wrong and no step expected, since the last time: one sentence each. Nothing where what they do
        wrong is only recorded.
        """
        found, self._findings = self._findings if self._judges else [], []
        return tuple(text for text in found if not any(expected in text for expected in self._expected))

    def final_findings(self) -> tuple[str, ...]:
        """What only the end of a scenario shows: requests that the product does not have, answers that it does not
        give, unused faults.
        """
        return tuple(self._tenant_findings()) if self._tenant is not None else ()

    # ---- observing

    def _look(self, *, pictures: bool) -> tuple[tuple[Picture, ...], tuple[Violation, ...] | None]:
        """The pictures, and what is wrong with the pages; None where no page was checked."""
        shots: list[Picture] = []
        checked: list[tuple[Violation, ...]] = []
        for page, actor in self.open_pages:
            facts, shot = self._see(page, actor) if pictures else (_facts(page), None)
            if shot is not None:
                shots.append(shot)
            if self._accessibility is None:
                continue
            if (violations := self._accessibility.look(page, actor, facts.state if facts else None)) is not None:
                checked.append(violations)
        found = tuple(violation for violations in checked for violation in violations)
        self._findings.extend(map(finding, found))
        return tuple(shots), found if checked else None

    def _see(self, page: Page, actor: str) -> tuple[PageFacts | None, Picture | None]:
        """What the page is, and its picture: that of the last step where the page looks the same."""
        before, facts = self._seen.get(page), _facts(page)
        if before is not None and facts is not None and facts.version and before.facts.version == facts.version:
            return facts, before.picture
        if (shot := _shot(page, facts)) is None:
            self._seen.pop(page, None)
            return facts, None
        picture = Picture(
            path=self._recorder.attach(shot.data, ".jpg"),
            actor=actor,
            title=shot.facts.title,
            url=page.url,
            random=shot.facts.random,
        )
        self._seen[page] = _Seen(facts=shot.facts, picture=picture)
        return shot.facts, picture

    def _read_journal(self) -> tuple[tuple[JournalLine, ...], str | None]:
        if self._tenant is None:
            return (), None
        after = self._journal[-1].seq if self._journal else 0
        entries, now = self._tenant.journal_and_now(after=after)
        fresh = tuple(
            JournalLine(
                seq=entry.seq,
                at=_timestamp(entry.at),
                kind=entry.kind,
                name=entry.name,
                cause=entry.cause,
                data=_json(entry.data),
            )
            for entry in entries
        )
        self._journal.extend(fresh)
        return fresh, _timestamp(now)

    def _tenant_findings(self) -> Iterator[str]:
        tenant = self._tenant
        if tenant is None:
            return
        for line in tenant.traffic(after=0):
            if line.verdict not in _GOOD:
                yield (
                    f"The simulator saw a {line.verdict}: {line.method or line.way} {line.path or line.name}"
                    + (f" ({line.detail})" if line.detail else "")
                    + "."
                )
        for fault in tenant.faults():
            if fault.fired == 0 and (self._planted is None or fault.id != self._planted.id):
                yield f"The fault '{fault.kind}' at '{fault.where}' was armed and did not occur."

    # ---- listening

    def _on_console(self, message: ConsoleMessage, actor: str) -> None:
        place = message.location
        location = f"{urlsplit(place['url']).path}:{place['lineNumber'] + 1}" if place.get("url") else ""
        self._pending.console.append(
            ConsoleLine(level=message.type, text=_shortened(message.text), actor=actor, location=location)
        )
        if message.type == "error" and not _NETWORK_ECHO.match(message.text):
            self._findings.append(f"{_whose(actor)} wrote an error to the console: {_first_line(message.text)}")

    def _on_error(self, error: WebError, actor: str) -> None:
        text = str(error.error)
        if _STYLE_OF_OURS in text:
            return
        self._pending.console.append(ConsoleLine(level="pageerror", text=_shortened(text), actor=actor))
        self._findings.append(f"{_whose(actor)} threw an error: {_first_line(text)}")

    def _on_start(self, request: Request) -> None:
        self._under_way.add(request)

    def _on_response(self, response: Response) -> None:
        self._answers[response.request] = response.status

    def _on_request(self, request: Request, actor: str) -> None:
        self._under_way.discard(request)
        status = self._answers.pop(request, None)
        if request.resource_type in _STATIC and status is not None and status < 400:
            return
        body = request.post_data_buffer
        took = request.timing["responseEnd"]
        self._pending.traffic.append(
            TrafficLine(
                kind="http",
                method=request.method,
                url=request.url,
                status=status,
                duration_ms=took if took >= 0 else None,
                actor=actor,
                request=_shortened(body.decode("utf-8", "replace")) if body else "",
                response=request.failure or "",
            )
        )

    def _on_socket(self, socket: WebSocket, actor: str) -> None:
        def add(method: str, *, request: str = "", response: str = "") -> None:
            self._pending.traffic.append(
                TrafficLine(
                    kind="socket", method=method, url=socket.url, actor=actor, request=request, response=response
                )
            )

        add("open")
        socket.on("framesent", lambda frame: add("sent", request=_frame(frame)))
        socket.on("framereceived", lambda frame: add("received", response=_frame(frame)))
        socket.on("close", lambda _: add("close"))


@dataclass(frozen=True, kw_only=True)
class _Shot:
    """A picture, and what the page was after it: without a version where it was something else before."""

    data: bytes
    facts: PageFacts


def _facts(page: Page) -> PageFacts | None:
    """What the page is; None where it closes, or goes to one address after the other."""
    for _ in range(_SHOTS):
        try:
            return read_page(page)
        except PlaywrightError:
            if page.is_closed():
                return None
    return None


def _shot(page: Page, before: PageFacts | None) -> _Shot | None:
    """The page as a picture, with what moves on it at its end; where the page goes to another address, the picture is
    of that one. None where it closes, or shows nothing in time.
    """
    patience = list(_PICTURE_MILLISECONDS)
    for _ in range(_SHOTS):
        try:
            data = page.screenshot(
                type="jpeg",
                quality=_PICTURE_QUALITY,
                scale="css",
                animations="disabled",  # stops what turns for ever
                timeout=patience[0],
            )
            after = read_page(page)
        except PlaywrightTimeout:
            patience.pop(0)
            if not patience:
                return None
        except PlaywrightError:
            if page.is_closed():
                return None
            before = _facts(page)  # what moves on the next page is taken to its end too
        else:
            same = before is not None and before.version == after.version
            return _Shot(data=data, facts=after if same else replace(after, version=""))
    return None


def _timestamp(at: datetime) -> str:
    return at.isoformat().replace("+00:00", "Z")


def _frame(frame: str | bytes) -> str:
    return _shortened(frame) if isinstance(frame, str) else f"{len(frame)} bytes"


def _json(data: object) -> str:
    return json.dumps(data, ensure_ascii=False, sort_keys=True, default=str) if data else ""


def _whose(actor: str) -> str:
    return f"{actor}'s page" if actor else "A page"


def _first_line(text: str) -> str:
    return _shortened(next(iter(text.strip().splitlines()), ""))


def _shortened(text: str) -> str:
    more = len(text) - _LONGEST_TEXT
    return text if more <= 0 else f"{text[:_LONGEST_TEXT]}… ({more:,} more characters)"
