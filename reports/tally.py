"""The figures of a run: scenarios by status, claims by status, and the headline with its reasons.

Rule: every output takes its figures from here, so that page, terminal and summary never disagree. A run of nothing is
not good, skipped and not offered are not passed, and a run that did not reach its end or whose record is damaged is
never good.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, get_args

from deskproof.reports.record.facts import ClaimResult, ClaimStatus, Run, ScenarioResult, ScenarioStatus

Level = Literal["good", "partial", "bad"]
"""good: all passed and each required claim is proven. partial: nothing failed, but something is open. bad: the rest."""

STATUSES: tuple[ScenarioStatus, ...] = get_args(ScenarioStatus)
NOT_PASSED: tuple[ScenarioStatus, ...] = ("failed", "broken", "flaky", "quarantined")
"""Executed and not simply passed, worst first."""
NOT_EXECUTED: tuple[ScenarioStatus, ...] = ("skipped", "not-offered")
"""What such a scenario is about was not run."""
CLAIM_STATUSES: tuple[ClaimStatus, ...] = get_args(ClaimStatus)


@dataclass(frozen=True, kw_only=True)
class Sentence:
    """A sentence of `deskproof.reports.text.catalogue`, by its key, with its values."""

    key: str
    values: Mapping[str, str | int]


@dataclass(frozen=True, kw_only=True)
class Lack:
    """What the desktop does not have: the adapter's sentence, the verbs that it stands for, and the scenarios that need
    them.
    """

    reason: str
    verbs: tuple[str, ...]
    scenarios: tuple[ScenarioResult, ...]


@dataclass(frozen=True, kw_only=True)
class Tally:
    """The figures of a run.

    `claims`, `claims_total` and `proven_in` leave definitions out. `proven_in` is the number of claims proven in each
    language of the run's scenarios. `reasons` come in order of weight. `detecting` counts the
    scenarios that detect a planted defect.
    """

    scenarios: Mapping[ScenarioStatus, int]
    executed: int
    detecting: int
    claims: Mapping[ClaimStatus, int]
    claims_total: int
    proven_in: Mapping[str, int]
    level: Level
    headline: Sentence
    reasons: tuple[Sentence, ...]


def counted(claims: tuple[ClaimResult, ...]) -> tuple[ClaimResult, ...]:
    """The claims that can be proven: a definition cannot."""
    return tuple(claim for claim in claims if claim.kind != "definition")


def executed(scenarios: Iterable[ScenarioResult]) -> tuple[ScenarioResult, ...]:
    """The scenarios that were run: neither skipped nor not offered."""
    return tuple(scenario for scenario in scenarios if scenario.status not in NOT_EXECUTED)


def lacks(scenarios: Iterable[ScenarioResult]) -> tuple[Lack, ...]:
    """Why some of the scenarios are not offered: each reason once, that of the most scenarios first."""
    by_reason: dict[str, list[ScenarioResult]] = {}
    for scenario in scenarios:
        if scenario.status == "not-offered":
            by_reason.setdefault(scenario.not_offered.reason if scenario.not_offered else "", []).append(scenario)
    found = (
        Lack(
            reason=reason,
            verbs=tuple(dict.fromkeys(one.not_offered.verb for one in members if one.not_offered)),
            scenarios=tuple(members),
        )
        for reason, members in by_reason.items()
    )
    return tuple(sorted(found, key=lambda lack: -len(lack.scenarios)))


def tally(run: Run) -> Tally:
    """Count the scenarios and claims of `run`, and give its level, headline and reasons."""
    scenarios = {status: sum(scenario.status == status for scenario in run.scenarios) for status in STATUSES}
    run_through = len(executed(run.scenarios))
    claims = counted(run.claims)
    by_claim = {status: sum(claim.status == status for claim in claims) for status in CLAIM_STATUSES}
    languages = sorted({scenario.language for scenario in run.scenarios})
    proven_in = {language: sum(language in claim.proven_in for claim in claims) for language in languages}
    wrong = _wrong(run, scenarios, run_through)
    unsettled = _unsettled(run, scenarios, languages)
    values: dict[str, str | int] = {"n": scenarios["passed"], "proven": by_claim["proven"], "claims": len(claims)}
    level: Level = "bad" if wrong else "partial" if unsettled else "good"
    key = wrong[0].key if wrong else ("partial" if unsettled else "good")
    shown = wrong if wrong and wrong[0].key == "cutShort" else wrong[1:]  # the headline is the first
    headline_values = {**values, **wrong[0].values} if wrong else values
    return Tally(
        scenarios=scenarios,
        executed=run_through,
        detecting=sum(scenario.detection is not None for scenario in run.scenarios),
        claims=by_claim,
        claims_total=len(claims),
        proven_in=proven_in,
        level=level,
        headline=Sentence(
            key=f"headline.{key}" if claims or wrong else f"headline.{key}.noClaims", values=headline_values
        ),
        reasons=tuple(
            Sentence(key=f"reason.{sentence.key}", values=sentence.values) for sentence in (*shown, *unsettled)
        ),
    )


def _wrong(run: Run, scenarios: Mapping[ScenarioStatus, int], run_through: int) -> list[Sentence]:
    """What makes the run bad."""
    nothing = "nothingOffered" if scenarios["not-offered"] and not scenarios["skipped"] else "nothing"
    found = [
        (scenarios["failed"], Sentence(key="failed", values={"n": scenarios["failed"]})),
        (scenarios["broken"], Sentence(key="broken", values={"n": scenarios["broken"]})),
        (run_through == 0, Sentence(key=nothing, values={})),
        (
            run.run.ending != "complete",
            Sentence(key="cutShort", values={"ending": run.run.ending, "n": len(run.run.not_run)}),
        ),
        (run.run.ending == "complete" and run.run.not_run, Sentence(key="notRun", values={"n": len(run.run.not_run)})),
        (run.damage, Sentence(key="damaged", values={"n": len(run.damage)})),
    ]
    return [sentence for holds, sentence in found if holds]


def _unsettled(run: Run, scenarios: Mapping[ScenarioStatus, int], languages: Sequence[str]) -> list[Sentence]:
    """Why a run that is not bad is not good either."""
    needed = [claim for claim in counted(run.claims) if claim.must]
    open_claims = sum(claim.status not in ("proven", "not-offered") for claim in needed)
    not_offered = sum(claim.status == "not-offered" for claim in needed)
    half_proven = sum(claim.status == "proven" and len(claim.proven_in) < len(languages) for claim in needed)
    found = [
        (scenarios["flaky"], "flaky", scenarios["flaky"]),
        (scenarios["quarantined"], "quarantined", scenarios["quarantined"]),
        (scenarios["skipped"], "skipped", scenarios["skipped"]),
        (scenarios["not-offered"], "notOffered", scenarios["not-offered"]),
        (open_claims, "open", open_claims),
        (not_offered, "claimsNotOffered", not_offered),
        (half_proven, "oneLanguage", half_proven),
    ]
    return [Sentence(key=key, values={"n": count}) for holds, key, count in found if holds]
