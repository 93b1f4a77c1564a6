"""The rule that product has signed off: what must be approved is, for what it says and shows in this run.

Rule: an approval that lapsed is none. A run that is not whole shows too little to be signed off by.
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
    """`claims`, `scenarios`: which must be approved. `changes_asked`: so many changes may be asked for."""

    claims: Literal["must-have", "all", "none"] = "must-have"
    scenarios: Literal["all", "none"] = "none"
    changes_asked: Annotated[int, Field(ge=0, strict=True)] = 0


def approvals_current(case: Case, settings: Signed) -> Answer:
    """Everything that must be approved is, and no more changes are asked for than may be."""
    if not case.complete:
        return Answer(outcome="undecided", reason=sentence("notWhole"))
    stand = list(_review_statuses(case))
    needed = [(one, review_status) for one, review_status in stand if _needed(one, settings)]
    missing = tuple(
        _missing(one, review_status) for one, review_status in needed if review_status.status in ("none", "lapsed")
    )
    asked = tuple(_asked(one, review_status) for one, review_status in stand if review_status.status == "change asked")
    too_many = len(asked) > settings.changes_asked
    reason = (
        sentence("signed.missing", n=len(missing))
        if missing
        else sentence("signed.asked", n=len(asked), most=settings.changes_asked)
        if too_many
        else sentence("signed", n=len(needed))
    )
    return Answer(
        outcome="failed" if missing or too_many else "passed",
        reason=reason,
        items=(*missing, *asked) if too_many else missing,
        notes=() if too_many else asked,
    )


def _review_statuses(case: Case) -> Iterator[tuple[ClaimResult | ScenarioResult, ReviewStatus]]:
    """Claims in the order of the procedure, then scenarios in theirs."""
    found = case.review_statuses()
    yield from ((one, found.claims.get(one.id, ReviewStatus())) for one in case.run.claims)
    yield from ((one, found.scenarios.get(one.id, ReviewStatus())) for one in case.run.scenarios)


def _needed(one: ClaimResult | ScenarioResult, settings: Signed) -> bool:
    if isinstance(one, ScenarioResult):
        return settings.scenarios == "all"
    return settings.claims == "all" or (settings.claims == "must-have" and one.must and one.kind != "definition")


def _missing(one: ClaimResult | ScenarioResult, review_status: ReviewStatus) -> Words:
    if review_status.entry is None:
        return sentence("signed.none", **_named(one))
    lapse = review_status.lapses[0]
    key = f"signed.{lapse.what}" if lapse.scenario is None else f"signed.scenario.{lapse.what}"
    return sentence(key, **_named(one), by=review_status.entry.by, scenario=lapse.scenario)


def _asked(one: ClaimResult | ScenarioResult, review_status: ReviewStatus) -> Words:
    entry = review_status.entry
    key = "signed.change.why" if entry and entry.comment else "signed.change"
    return sentence(key, **_named(one), by=entry.by if entry else "", why=entry.comment if entry else "")


def _named(one: ClaimResult | ScenarioResult) -> dict[str, str]:
    if isinstance(one, ScenarioResult):
        where = f"{one.path}:{one.line}"
        return {"en": f"{one.name} ({where})", "sv": f"{one.name} ({where})"}
    return {"en": f"{one.id} ({one.en})", "sv": f"{one.id} ({one.sv})"}


SIGNED = Rule(name="approvals-current", judge=approvals_current, settings=Signed)
