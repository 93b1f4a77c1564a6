"""What a rule of the gate receives and what it answers.

Rule: a rule is a function of the case and of its own settings, and touches nothing else. Its answer gives the reason
in plain English and Swedish, for product people.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Literal

from deskproof.reports.derived import DerivedCheck
from deskproof.reports.gate.quarantine import Quarantine
from deskproof.reports.record.facts import Run
from deskproof.reports.review.status import ReviewStatuses

Outcome = Literal["passed", "failed", "undecided", "left out"]
"""undecided: the run does not show enough to decide, so the gate is not open. left out: the rule does not apply."""


@dataclass(frozen=True, kw_only=True)
class Words:
    """A sentence in both languages."""

    en: str
    sv: str


@dataclass(frozen=True, kw_only=True)
class Answer:
    """The answer of a rule. `items` are the single findings; `notes` are for information and change nothing."""

    outcome: Outcome
    reason: Words
    items: tuple[Words, ...] = ()
    notes: tuple[Words, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Removed:
    """A scenario that was removed on purpose."""

    scenario: str
    reason: str


@dataclass(frozen=True, kw_only=True)
class Case:
    """What the gate judges: the run, its baseline run (if there is one), and the settings.

    `complete` is False for a run that does not represent the suite: what such a run lacks proves nothing either way.
    """

    run: Run
    complete: bool
    today: date
    baseline: Run | None = None
    baseline_required: bool = False
    quarantine: Quarantine = field(default_factory=Quarantine)
    removed: tuple[Removed, ...] = ()
    derived: DerivedCheck | None = None
    review_statuses: Callable[[], ReviewStatuses] = ReviewStatuses
    """Works out the review status of every claim and scenario; called only when needed, because it reads pictures."""


@dataclass(frozen=True, kw_only=True)
class NoSettings:
    """The settings of a rule that has none."""


@dataclass(frozen=True, kw_only=True)
class Rule:
    """A named rule. `settings` is a dataclass with defaults that `[rules.<name>]` of `gate.toml` fills."""

    name: str
    judge: Callable[[Case, Any], Answer]
    settings: type = NoSettings
