"""The rule `approvals-current`: what must be approved is, as it reads and looks in this run.

Rule: a lapsed approval does not count. An incomplete run shows too little to be signed off. What the desktop does not
offer has nothing to approve.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Literal

from pydantic import ConfigDict, Field
from pydantic.dataclasses import dataclass

from deskproof.reports.gate.case import Answer, Case, Rule, Words
from deskproof.reports.gate.sentences import sentence
from deskproof.reports.record.facts import ClaimResult, ScenarioResult
from deskproof.reports.review.status import ReviewStatus


@dataclass(frozen=True, kw_only=True, config=ConfigDict(extra="forbid"))
class Signed:
    """`claims`, `scenarios`: which must be approved. `changes_asked`: so many changes may be requested."""

    claims: Literal["must-have", "all", "none"] = "must-have"
    scenarios: Literal["all", "none"] = "none"
    changes_asked: Annotated[int, Field(ge=0, strict=True)] = 0


def approvals_current(case: Case, settings: Signed) -> Answer:
    """Everything that must be approved is, and at most `changes_asked` changes are requested."""
    if not case.complete:
        return Answer(outcome="undecided", reason=sentence("notComplete"))
    every = list(_review_statuses(case))
    needed = [(item, review_status) for item, review_status in every if _needed(item, settings)]
    missing = tuple(
        _missing(item, review_status) for item, review_status in needed if review_status.status in ("none", "lapsed")
    )
    requested = tuple(
        _requested(item, review_status) for item, review_status in every if review_status.status == "change asked"
    )
    too_many = len(requested) > settings.changes_asked
    reason = (
        sentence("approvals.missing", n=len(missing))
        if missing
        else sentence("approvals.requested", n=len(requested), most=settings.changes_asked)
        if too_many
        else sentence("approvals", n=len(needed))
    )
    return Answer(
        outcome="failed" if missing or too_many else "passed",
        reason=reason,
        items=(*missing, *requested) if too_many else missing,
        notes=() if too_many else requested,
    )


def _review_statuses(case: Case) -> Iterator[tuple[ClaimResult | ScenarioResult, ReviewStatus]]:
    """Claims in the order of the procedure, then scenarios in theirs."""
    found = case.review_statuses()
    yield from ((claim, found.claims.get(claim.id, ReviewStatus())) for claim in case.run.claims)
    yield from ((scenario, found.scenarios.get(scenario.id, ReviewStatus())) for scenario in case.run.scenarios)


def _needed(item: ClaimResult | ScenarioResult, settings: Signed) -> bool:
    if item.status == "not-offered":
        return False
    if isinstance(item, ScenarioResult):
        return settings.scenarios == "all"
    return settings.claims == "all" or (settings.claims == "must-have" and item.must and item.kind != "definition")


def _missing(item: ClaimResult | ScenarioResult, review_status: ReviewStatus) -> Words:
    if review_status.decision is None:
        return sentence("approvals.none", **_named(item))
    lapse = review_status.lapses[0]
    key = f"approvals.{lapse.what}" if lapse.scenario is None else f"approvals.scenario.{lapse.what}"
    return sentence(key, **_named(item), by=review_status.decision.by, scenario=lapse.scenario)


def _requested(item: ClaimResult | ScenarioResult, review_status: ReviewStatus) -> Words:
    decision = review_status.decision
    key = "approvals.change.why" if decision and decision.comment else "approvals.change"
    return sentence(key, **_named(item), by=decision.by if decision else "", why=decision.comment if decision else "")


def _named(item: ClaimResult | ScenarioResult) -> dict[str, str]:
    if isinstance(item, ScenarioResult):
        where = f"{item.path}:{item.line}"
        return {"en": f"{item.name} ({where})", "sv": f"{item.name} ({where})"}
    return {"en": f"{item.id} ({item.en})", "sv": f"{item.id} ({item.sv})"}


SIGNED = Rule(name="approvals-current", judge=approvals_current, settings=Signed)
