"""What a rule of the gate is given and what it answers.

Rule: a rule is a function of the case and of its own settings, and touches nothing else. Its answer says why in words
for product people, in English and Swedish.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Literal

from deskproof.reports.gate.quarantine import Quarantine
from deskproof.reports.record.facts import Run
from deskproof.reports.review.status import ReviewStatuses

Outcome = Literal["passed", "failed", "undecided", "left out"]
"""undecided:

what was there to look at does not allow a yes or a no, so the gate is not green. left out: the rule does not apply.
"""


@dataclass(frozen=True, kw_only=True)
class Words:
    """A sentence in both languages."""

    en: str
    sv: str


@dataclass(frozen=True, kw_only=True)
class Answer:
    """What a rule says. `items` are what it is about, one by one; `notes` are for attention and change nothing."""

    outcome: Outcome
    reason: Words
    items: tuple[Words, ...] = ()
    notes: tuple[Words, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Removed:
    """A scenario that was taken out on purpose."""

    scenario: str
    reason: str


@dataclass(frozen=True, kw_only=True)
class Case:
    """What the gate judges: the run, the run it is held against (if there is one), and what was agreed beforehand.

    `whole` is False for a run that cannot stand for the suite: what such a run lacks proves nothing either way.
    """

    run: Run
    complete: bool
    today: date
    baseline: Run | None = None
    base_required: bool = False
    quarantine: Quarantine = field(default_factory=Quarantine)
    removed: tuple[Removed, ...] = ()
    review_statuses: Callable[[], ReviewStatuses] = ReviewStatuses
    """Where the review of every claim and scenario stands; asked for when it is needed, for it looks at pictures."""


@dataclass(frozen=True, kw_only=True)
class NoSettings:
    """The settings of a rule that has none."""


@dataclass(frozen=True, kw_only=True)
class Rule:
    """A named rule. `settings` is a dataclass with defaults that `[rules.<name>]` of `gate.toml` fills."""

    name: str
    judge: Callable[[Case, Any], Answer]
    settings: type = NoSettings
