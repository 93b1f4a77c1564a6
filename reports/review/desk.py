"""Where decisions are made: what is said on the page becomes an entry of `approvals.toml`, bound to the run as it is.

Rule: the page says which, what, who and why; what a decision is bound to is taken from the record, never from the page.
"""

from __future__ import annotations

import threading
from collections import Counter
from collections.abc import Callable, Mapping
from datetime import datetime
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from deskproof.reports.record.facts import ClaimResult, Run, ScenarioResult
from deskproof.reports.review.approvals import Approvals, Entry, Kind, decide, load
from deskproof.reports.review.binding import fingerprints
from deskproof.reports.review.status import ReviewStatus, ReviewStatuses, approvable, bound_to, review_statuses
from deskproof.reports.text.visible import visible

COMMENT_LENGTH = 4000
NAME_LENGTH = 120


class NotApprovable(Exception):
    """There is nothing to say yes to: the claim is not proven, or the scenario did not pass."""


class Unknown(Exception):
    """The run has no such claim or scenario."""


class Decision(BaseModel):
    """What the page says. `withdrawn` takes back what was decided before."""

    model_config = ConfigDict(extra="forbid", strict=True)

    kind: Kind
    id: Annotated[str, Field(max_length=400)]
    word: Literal["approved", "change asked", "withdrawn"]
    by: Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=NAME_LENGTH)]
    comment: Annotated[str, StringConstraints(strip_whitespace=True, max_length=COMMENT_LENGTH)] = ""


class Desk:
    """One run under review. `by` is who is at the desk as far as is known; `stored` counts what was decided here."""

    def __init__(self, run: Run, run_folder: Path, file: Path, *, now: Callable[[], datetime], by: str = "") -> None:
        self.file = file
        self.by = by
        self.stored: Counter[str] = Counter()
        self._run = run
        self._fingerprint_of = fingerprints(run_folder)
        self._now = now
        self._turn = threading.Lock()
        self._there: Mapping[Kind, Mapping[str, ClaimResult | ScenarioResult]] = {
            "claim": {one.id: one for one in run.claims},
            "scenario": {one.id: one for one in run.scenarios},
        }

    def review_statuses(self) -> ReviewStatuses:
        """How everything stands now. Raises BadApprovals."""
        return review_statuses(self._run, load(self.file), self._fingerprint_of)

    def decide(self, decision: Decision) -> ReviewStatus:
        """Store what was decided; how it stands then. Raises Unknown, NotApprovable or BadApprovals."""
        one = self._there[decision.kind].get(decision.id)
        if one is None:
            raise Unknown
        if decision.word == "approved" and not approvable(one):
            raise NotApprovable
        with self._turn:
            decided = decide(self.file, decision.kind, decision.id, self._entry(decision, one))
            self.stored[decision.word] += 1
        entry = decided.of(decision.kind).get(decision.id)
        only = {decision.id: entry} if entry else {}
        alone = Approvals(claims=only) if decision.kind == "claim" else Approvals(scenarios=only)
        found = review_statuses(self._run, alone, self._fingerprint_of)
        return (found.claims if decision.kind == "claim" else found.scenarios)[decision.id]

    def _entry(self, decision: Decision, one: ClaimResult | ScenarioResult) -> Entry | None:
        if decision.word == "withdrawn":
            return None
        bound, scenarios = bound_to(one, self._run, self._fingerprint_of)
        name = one.name if isinstance(one, ScenarioResult) else one.en
        return Entry(
            word=decision.word,
            by=decision.by,
            at=self._now().replace(microsecond=0),
            comment=decision.comment,
            name=name,
            bound=bound,
            scenarios=scenarios,
        )


def as_json(review_status: ReviewStatus) -> dict[str, Any]:
    """A review status as the page reads it."""
    entry = review_status.entry
    return {
        "status": review_status.status,
        "word": entry.word if entry else None,
        "by": visible(entry.by) if entry else None,
        "at": entry.at.isoformat().replace("+00:00", "Z") if entry else None,
        "comment": visible(entry.comment) if entry else "",
        "lapses": [{"what": one.what, "scenario": one.scenario} for one in review_status.lapses],
    }


def all_as_json(found: ReviewStatuses) -> dict[str, Any]:
    """Every claim and scenario that was decided on, as the page reads it."""
    return {
        kind: {id: as_json(one) for id, one in of_kind.items() if one.entry}
        for kind, of_kind in (("claim", found.claims), ("scenario", found.scenarios))
    }
