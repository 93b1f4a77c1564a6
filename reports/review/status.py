"""How each claim and each scenario of a run stands: approved, change asked, lapsed and why, or not reviewed yet.

Rule: a function of the run, of what was decided, and of the pictures as they are now. A run that left scenarios out
says nothing about them: what it does not show lapses nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Literal

from deskproof.reports.baseline.complete import gaps
from deskproof.reports.baseline.seen import seen
from deskproof.reports.record.facts import ClaimResult, Run, ScenarioResult
from deskproof.reports.review.approvals import Approvals, Entry
from deskproof.reports.review.binding import Binding, Fingerprints, of_claim, of_scenario, same_pictures, scenario_text

Status = Literal["none", "approved", "change asked", "lapsed"]
Change = Literal["text", "pictures", "added", "removed"]


@dataclass(frozen=True, kw_only=True)
class Lapse:
    """Why a decision holds no longer: its own text or pictures changed, or those of a claim's `scenario`; or that
    scenario is one of the claim's only since then, or no more.
    """

    what: Change
    scenario: str | None = None


@dataclass(frozen=True, kw_only=True)
class ReviewStatus:
    """Where the review of a claim or scenario stands; `entry` is what was decided last, `lapses` why it is over."""

    status: Status = "none"
    entry: Entry | None = None
    lapses: tuple[Lapse, ...] = ()


@dataclass(frozen=True, kw_only=True)
class ReviewStatuses:
    """The review status of every claim and scenario of a run, by their ids."""

    claims: Mapping[str, ReviewStatus] = field(default_factory=dict)
    scenarios: Mapping[str, ReviewStatus] = field(default_factory=dict)


def review_statuses(run: Run, approvals: Approvals, fingerprint_of: Fingerprints) -> ReviewStatuses:
    """How everything in `run` stands. Only pictures of what was decided before are looked at."""
    scenarios = {one.id: one for one in run.scenarios}
    complete = not gaps(run)
    return ReviewStatuses(
        claims={
            one.id: _review_status(entry, _claim_lapses(one, entry, scenarios, fingerprint_of, complete=complete))
            if (entry := approvals.claims.get(one.id))
            else ReviewStatus()
            for one in run.claims
        },
        scenarios={
            id: _review_status(entry, tuple(_lapses(one, entry.bound, fingerprint_of)))
            if (entry := approvals.scenarios.get(id))
            else ReviewStatus()
            for id, one in scenarios.items()
        },
    )


def approvable(one: ClaimResult | ScenarioResult) -> bool:
    """Whether there is something to say yes to: a claim is proven or defines a word, a scenario passed in the end."""
    if isinstance(one, ClaimResult):
        return one.status == "proven" or one.kind == "definition"
    return one.status in ("passed", "flaky")


def bound_to(
    one: ClaimResult | ScenarioResult, run: Run, fingerprint_of: Fingerprints
) -> tuple[Binding, Mapping[str, Binding]]:
    """What a decision on `one` is bound to now: its own text and pictures, and for a claim its scenarios'."""
    if isinstance(one, ScenarioResult):
        return of_scenario(one, fingerprint_of), {}
    scenarios = {scenario.id: scenario for scenario in run.scenarios}
    return of_claim(one), {id: of_scenario(scenarios[id], fingerprint_of) for id in one.scenarios if id in scenarios}


def _review_status(entry: Entry, lapses: tuple[Lapse, ...]) -> ReviewStatus:
    return ReviewStatus(status="lapsed" if lapses else entry.word, entry=entry, lapses=lapses)


def _lapses(
    one: ScenarioResult, bound: Binding, fingerprint_of: Fingerprints, name: str | None = None
) -> Iterator[Lapse]:
    if scenario_text(one) != bound.text:
        yield Lapse(what="text", scenario=name)
    elif one.status != "skipped" and not same_pictures(bound.pictures, tuple(map(fingerprint_of, seen(one).values()))):
        yield Lapse(what="pictures", scenario=name)


def _claim_lapses(
    claim: ClaimResult,
    entry: Entry,
    scenarios: Mapping[str, ScenarioResult],
    fingerprint_of: Fingerprints,
    *,
    complete: bool,
) -> tuple[Lapse, ...]:
    lapses = [Lapse(what="text")] if of_claim(claim).text != entry.bound.text else []
    for id in claim.scenarios:
        if id not in entry.scenarios:
            lapses.append(Lapse(what="added", scenario=id))
        elif id in scenarios:
            lapses += _lapses(scenarios[id], entry.scenarios[id], fingerprint_of, id)
    if complete:
        lapses += [Lapse(what="removed", scenario=id) for id in sorted(entry.scenarios) if id not in claim.scenarios]
    return tuple(lapses)
