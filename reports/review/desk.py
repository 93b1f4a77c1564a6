"""Makes decisions: a request from the page becomes a decision in `approvals.toml`, bound to the present run.

Rule: the page says on what, which decision, by whom and why; what a decision is bound to comes from the
record, never from the page.
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
from deskproof.reports.review.approvals import Approvals, Kind, ReviewDecision, decide, load
from deskproof.reports.review.binding import fingerprints
from deskproof.reports.review.status import ReviewStatus, ReviewStatuses, approvable, bound_to, review_statuses
from deskproof.reports.text.visible import visible

COMMENT_LENGTH = 4000
NAME_LENGTH = 120


class NotApprovable(Exception):
    """There is nothing to approve: the claim is not proven, or the scenario did not pass."""


class Unknown(Exception):
    """The run has no such claim or scenario."""


class DecisionRequest(BaseModel):
    """What the page sends. `withdrawn` removes the earlier decision."""

    model_config = ConfigDict(extra="forbid", strict=True)

    kind: Kind
    id: Annotated[str, Field(max_length=400)]
    word: Literal["approved", "change asked", "withdrawn"]
    by: Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=NAME_LENGTH)]
    comment: Annotated[str, StringConstraints(strip_whitespace=True, max_length=COMMENT_LENGTH)] = ""


class ReviewDesk:
    """One run under review. `by` is the reviewer, if known; `stored` counts the decisions made here."""

    def __init__(self, run: Run, run_folder: Path, file: Path, *, now: Callable[[], datetime], by: str = "") -> None:
        self.file = file
        self.by = by
        self.stored: Counter[str] = Counter()
        self._run = run
        self._fingerprint_of = fingerprints(run_folder)
        self._now = now
        self._turn = threading.Lock()
        self._there: Mapping[Kind, Mapping[str, ClaimResult | ScenarioResult]] = {
            "claim": {claim.id: claim for claim in run.claims},
            "scenario": {scenario.id: scenario for scenario in run.scenarios},
        }

    def review_statuses(self) -> ReviewStatuses:
        """The review status of everything now. Raises BadApprovals."""
        return review_statuses(self._run, load(self.file), self._fingerprint_of)

    def decide(self, request: DecisionRequest) -> ReviewStatus:
        """Store the decision; returns the new review status. Raises Unknown, NotApprovable or BadApprovals."""
        item = self._there[request.kind].get(request.id)
        if item is None:
            raise Unknown
        if request.word == "approved" and not approvable(item):
            raise NotApprovable
        with self._turn:
            decided = decide(self.file, request.kind, request.id, self._decision(request, item))
            self.stored[request.word] += 1
        decision = decided.of(request.kind).get(request.id)
        only = {request.id: decision} if decision else {}
        alone = Approvals(claims=only) if request.kind == "claim" else Approvals(scenarios=only)
        found = review_statuses(self._run, alone, self._fingerprint_of)
        return (found.claims if request.kind == "claim" else found.scenarios)[request.id]

    def _decision(self, request: DecisionRequest, item: ClaimResult | ScenarioResult) -> ReviewDecision | None:
        if request.word == "withdrawn":
            return None
        bound, scenarios = bound_to(item, self._run, self._fingerprint_of)
        name = item.name if isinstance(item, ScenarioResult) else item.en
        return ReviewDecision(
            word=request.word,
            by=request.by,
            at=self._now().replace(microsecond=0),
            comment=request.comment,
            name=name,
            bound=bound,
            scenarios=scenarios,
        )


def as_json(review_status: ReviewStatus) -> dict[str, Any]:
    """A review status as the page reads it."""
    decision = review_status.decision
    return {
        "status": review_status.status,
        "word": decision.word if decision else None,
        "by": visible(decision.by) if decision else None,
        "at": decision.at.isoformat().replace("+00:00", "Z") if decision else None,
        "comment": visible(decision.comment) if decision else "",
        "lapses": [{"what": lapse.what, "scenario": lapse.scenario} for lapse in review_status.lapses],
    }


def all_as_json(found: ReviewStatuses) -> dict[str, Any]:
    """Every claim and scenario with a decision, as the page reads it."""
    return {
        kind: {id: as_json(review_status) for id, review_status in of_kind.items() if review_status.decision}
        for kind, of_kind in (("claim", found.claims), ("scenario", found.scenarios))
    }
