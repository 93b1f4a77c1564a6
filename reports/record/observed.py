"""What is recorded of the product while a step runs: pictures, console, traffic, journal and accessibility.

Rule: as in `reports.record.facts`.
"""

from __future__ import annotations

from typing import Literal

from pydantic.dataclasses import dataclass

from deskproof.reports.record.values import JSON, Milliseconds, Text


@dataclass(frozen=True, kw_only=True, config=JSON)
class Picture:
    """A picture of an actor's page. `path` is what `Recorder.attach` gave; `title` and `url` are those of the page.

    `random` are the places whose content differs in every run, such as a tracking id: left, top, right and bottom,
    each as a share of the picture's width or height.
    """

    path: str
    actor: Text = ""
    title: Text = ""
    url: Text = ""
    random: tuple[tuple[float, float, float, float], ...] = ()


@dataclass(frozen=True, kw_only=True, config=JSON)
class ConsoleLine:
    """A line of a page's console, or an uncaught page error (`level` is then `pageerror`)."""

    level: Text
    text: Text
    actor: Text = ""
    location: Text = ""


@dataclass(frozen=True, kw_only=True, config=JSON)
class TrafficLine:
    """A line at the edge: an HTTP exchange, or a socket opening, closing or carrying a frame."""

    kind: Literal["http", "socket"]
    method: Text = ""
    """HTTP: the method. Socket: `open`, `close`, `sent` (by the browser) or `received`."""
    url: Text = ""
    status: int | None = None
    duration_ms: Milliseconds | None = None
    at: str = ""
    actor: Text = ""
    request: Text = ""
    response: Text = ""
    """HTTP: bodies. Socket: `sent` frames are in `request`, `received` ones in `response`."""


@dataclass(frozen=True, kw_only=True, config=JSON)
class JournalLine:
    """An entry of the tenant's journal. `data` is its JSON as text."""

    seq: int
    at: str
    kind: Text
    name: Text
    cause: Text = ""
    data: Text = ""


@dataclass(frozen=True, kw_only=True, config=JSON)
class Violation:
    """An accessibility rule that a page broke; `targets` are the elements."""

    rule: Text
    impact: Text
    help: Text
    actor: Text = ""
    targets: tuple[Text, ...] = ()


@dataclass(frozen=True, kw_only=True, config=JSON)
class Evidence:
    """What is recorded of a step, from the end of the step before to its own end.

    `accessibility` is None where the page was not checked and empty where the check found nothing. `clock` is the
    tenant's time.
    """

    pictures: tuple[Picture, ...] = ()
    console: tuple[ConsoleLine, ...] = ()
    traffic: tuple[TrafficLine, ...] = ()
    journal: tuple[JournalLine, ...] = ()
    accessibility: tuple[Violation, ...] | None = None
    clock: str | None = None
