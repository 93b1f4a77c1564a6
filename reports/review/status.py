"""The review status of each claim and scenario of a run: approved, change requested, lapsed and why, or not reviewed.

Rule: a function of the run, of the decisions, and of the present pictures. A run that left scenarios out, or whose
desktop does not offer them, says nothing about them: what it does not show does not lapse.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Literal

from deskproof.reports.baseline.complete import gaps
from deskproof.reports.baseline.seen import seen
from deskproof.reports.record.facts import ClaimResult, Run, ScenarioResult
from deskproof.reports.review.approvals import Approvals, ReviewDecision
from deskproof.reports.review.binding import Binding, Fingerprints, of_claim, of_scenario, same_pictures, scenario_text
from deskproof.reports.tally import NOT_EXECUTED

Status = Literal["none", "approved", "change asked", "lapsed"]
Change = Literal["text", "pictures", "added", "removed"]


@dataclass(frozen=True, kw_only=True)
class Lapse:
    """Why a decision is no longer valid: its own text or pictures changed, or those of a claim's `scenario`; or that
    scenario has been added to the claim since then, or removed.
    """

    what: Change
    scenario: str | None = None


@dataclass(frozen=True, kw_only=True)
class ReviewStatus:
    """The review status of a claim or scenario; `decision` is the last one, `lapses` says why it is no longer valid."""

    status: Status = "none"
    decision: ReviewDecision | None = None
    lapses: tuple[Lapse, ...] = ()


@dataclass(frozen=True, kw_only=True)
class ReviewStatuses:
    """The review status of every claim and scenario of a run, by their ids."""

    claims: Mapping[str, ReviewStatus] = field(default_factory=dict)
    scenarios: Mapping[str, ReviewStatus] = field(default_factory=dict)


def review_statuses(run: Run, approvals: Approvals, fingerprint_of: Fingerprints) -> ReviewStatuses:
    """The review status of everything in `run`. Only pictures of decided scenarios are read."""
    scenarios = {scenario.id: scenario for scenario in run.scenarios}
    complete = not gaps(run)
    return ReviewStatuses(
        claims={
            claim.id: _review_status(
                decision, _claim_lapses(claim, decision, scenarios, fingerprint_of, complete=complete)
            )
            if (decision := approvals.claims.get(claim.id))
            else ReviewStatus()
            for claim in run.claims
        },
        scenarios={
            id: _review_status(decision, tuple(_lapses(scenario, decision.bound, fingerprint_of)))
            if (decision := approvals.scenarios.get(id))
            else ReviewStatus()
            for id, scenario in scenarios.items()
        },
    )


def approvable(item: ClaimResult | ScenarioResult) -> bool:
    """Whether it can be approved: a claim that is proven or defines a term, a scenario that passed in the end."""
    if isinstance(item, ClaimResult):
        return item.status == "proven" or item.kind == "definition"
    return item.status in ("passed", "flaky")


def bound_to(
    item: ClaimResult | ScenarioResult, run: Run, fingerprint_of: Fingerprints
) -> tuple[Binding, Mapping[str, Binding]]:
    """What a decision on `item` is bound to now: its own text and pictures, and for a claim its scenarios'."""
    if isinstance(item, ScenarioResult):
        return of_scenario(item, fingerprint_of), {}
    scenarios = {scenario.id: scenario for scenario in run.scenarios}
    return of_claim(item), {id: of_scenario(scenarios[id], fingerprint_of) for id in item.scenarios if id in scenarios}


def _review_status(decision: ReviewDecision, lapses: tuple[Lapse, ...]) -> ReviewStatus:
    return ReviewStatus(status="lapsed" if lapses else decision.word, decision=decision, lapses=lapses)


def _lapses(
    scenario: ScenarioResult, bound: Binding, fingerprint_of: Fingerprints, name: str | None = None
) -> Iterator[Lapse]:
    if scenario_text(scenario) != bound.text:
        yield Lapse(what="text", scenario=name)
    elif scenario.status not in NOT_EXECUTED and not same_pictures(
        bound.pictures, tuple(map(fingerprint_of, seen(scenario).values()))
    ):
        yield Lapse(what="pictures", scenario=name)


def _claim_lapses(
    claim: ClaimResult,
    decision: ReviewDecision,
    scenarios: Mapping[str, ScenarioResult],
    fingerprint_of: Fingerprints,
    *,
    complete: bool,
) -> tuple[Lapse, ...]:
    lapses = [Lapse(what="text")] if of_claim(claim).text != decision.bound.text else []
    for id in claim.scenarios:
        if id not in decision.scenarios:
            lapses.append(Lapse(what="added", scenario=id))
        elif id in scenarios:
            lapses += _lapses(scenarios[id], decision.scenarios[id], fingerprint_of, id)
    if complete:
        lapses += [Lapse(what="removed", scenario=id) for id in sorted(decision.scenarios) if id not in claim.scenarios]
    return tuple(lapses)
