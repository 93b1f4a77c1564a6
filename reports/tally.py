"""What a run adds up to: counts by status, claims by status, and the verdict with its reasons.

Rule: every output takes its figures from here, so that page, terminal and summary never disagree. Nothing run is not
good, skipped is not passed, and a run that did not reach its end or whose record is damaged is never good.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, get_args

from reports.facts import ClaimResult, ClaimStatus, Run, ScenarioStatus

Level = Literal["good", "partial", "bad"]
"""good:

all passed and every claim that must be is proven. partial: nothing failed, but something is open. bad: something is
wrong.
"""

STATUSES: tuple[ScenarioStatus, ...] = get_args(ScenarioStatus)
CLAIM_STATUSES: tuple[ClaimStatus, ...] = get_args(ClaimStatus)


@dataclass(frozen=True, kw_only=True)
class Sentence:
    """A sentence of `reports.words`, by its key, with what is to be put in."""

    key: str
    values: Mapping[str, str | int]


@dataclass(frozen=True, kw_only=True)
class Tally:
    """The figures of a run. `claims` and `claims_total` leave definitions out; `reasons` come in order of weight."""

    scenarios: Mapping[ScenarioStatus, int]
    executed: int
    claims: Mapping[ClaimStatus, int]
    claims_total: int
    level: Level
    headline: Sentence
    reasons: tuple[Sentence, ...]


def counted(claims: tuple[ClaimResult, ...]) -> tuple[ClaimResult, ...]:
    """The claims that can be proven: a definition cannot."""
    return tuple(claim for claim in claims if claim.kind != "definition")


def tally(run: Run) -> Tally:
    """Count `run` and judge it."""
    scenarios = {status: sum(one.status == status for one in run.scenarios) for status in STATUSES}
    executed = len(run.scenarios) - scenarios["skipped"]
    claims = counted(run.claims)
    by_claim = {status: sum(one.status == status for one in claims) for status in CLAIM_STATUSES}
    open_claims = sum(one.status != "proven" for one in claims if one.must)
    wrong = _wrong(run, scenarios, executed)
    unsettled = _unsettled(run, scenarios, open_claims)
    values: dict[str, str | int] = {"n": scenarios["passed"], "proven": by_claim["proven"], "claims": len(claims)}
    level: Level = "bad" if wrong else "partial" if unsettled else "good"
    key = wrong[0].key if wrong else ("partial" if unsettled else "good")
    told = wrong if wrong and wrong[0].key == "cutShort" else wrong[1:]  # the headline has already said the first
    headline_values = {**values, **wrong[0].values} if wrong else values
    return Tally(
        scenarios=scenarios,
        executed=executed,
        claims=by_claim,
        claims_total=len(claims),
        level=level,
        headline=Sentence(
            key=f"verdict.{key}" if claims or wrong else f"verdict.{key}.noClaims", values=headline_values
        ),
        reasons=tuple(Sentence(key=f"reason.{one.key}", values=one.values) for one in (*told, *unsettled)),
    )


def _wrong(run: Run, scenarios: Mapping[ScenarioStatus, int], executed: int) -> list[Sentence]:
    """What makes the run bad."""
    found = [
        (scenarios["failed"], Sentence(key="failed", values={"n": scenarios["failed"]})),
        (scenarios["broken"], Sentence(key="broken", values={"n": scenarios["broken"]})),
        (executed == 0, Sentence(key="nothing", values={})),
        (
            run.run.ending != "complete",
            Sentence(key="cutShort", values={"ending": run.run.ending, "n": len(run.run.not_run)}),
        ),
        (run.run.ending == "complete" and run.run.not_run, Sentence(key="notRun", values={"n": len(run.run.not_run)})),
        (run.damage, Sentence(key="damaged", values={"n": len(run.damage)})),
    ]
    return [sentence for holds, sentence in found if holds]


def _unsettled(run: Run, scenarios: Mapping[ScenarioStatus, int], open_claims: int) -> list[Sentence]:
    """What keeps a run that is not bad from being good."""
    found = [
        (scenarios["flaky"], "flaky", scenarios["flaky"]),
        (scenarios["quarantined"], "quarantined", scenarios["quarantined"]),
        (scenarios["skipped"], "skipped", scenarios["skipped"]),
        (open_claims, "open", open_claims),
    ]
    return [Sentence(key=key, values={"n": count}) for holds, key, count in found if holds]
