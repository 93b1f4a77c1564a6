"""The rule about what the desktop must offer: claims and scenarios that an adapter may not leave out.

Rule: what was not run shows nothing, so the rule cannot be decided for it.
"""

from __future__ import annotations

from collections.abc import Iterable
from fnmatch import fnmatchcase
from typing import TypeVar

from pydantic import ConfigDict, Field
from pydantic.dataclasses import dataclass

from deskproof.reports.gate.case import Answer, Case, Rule, Words
from deskproof.reports.gate.sentences import sentence
from deskproof.reports.record.facts import ClaimResult, ScenarioResult
from deskproof.reports.tally import counted, executed, lacks

Item = TypeVar("Item", ClaimResult, ScenarioResult)


@dataclass(frozen=True, kw_only=True, config=ConfigDict(extra="forbid"))
class Offered:
    """`claims`, `scenarios`: the ids of what the desktop must offer; `*` stands for anything in them."""

    claims: list[str] = Field(default_factory=list)
    scenarios: list[str] = Field(default_factory=list)


def offered(case: Case, settings: Offered) -> Answer:
    """The desktop offers each claim and scenario that it must offer."""
    if not settings.claims and not settings.scenarios:
        return Answer(outcome="left out", reason=sentence("offered.nothing"))
    run = case.run
    claims, unknown_claims = _chosen(counted(run.claims), settings.claims)
    scenarios, unknown_scenarios = _chosen(run.scenarios, settings.scenarios)
    of = {claim.id: [one for one in run.scenarios if one.id in claim.scenarios] for claim in claims}
    missing = (
        *(sentence("offered.unknown", id=id) for id in unknown_claims),
        *(sentence("offered.unknown", id=id) for id in unknown_scenarios if case.complete),
        *(_claim(one, why_not(of[one.id])) for one in claims if one.status == "not-offered"),
        *(_scenario(one) for one in scenarios if one.status == "not-offered"),
    )
    unseen = (
        *(sentence("offered.notRun", id=one.id) for one in claims if not _shown(of[one.id])),
        *(sentence("offered.notRun", id=one.id) for one in scenarios if not _shown([one])),
        *(sentence("offered.notRun", id=id) for id in unknown_scenarios if not case.complete),
    )
    if missing:
        return Answer(outcome="failed", reason=sentence("offered.missing", n=len(missing)), items=missing)
    if unseen:
        return Answer(outcome="undecided", reason=sentence("offered.unseen", n=len(unseen)), items=unseen)
    return Answer(outcome="passed", reason=sentence("offered", n=len(claims) + len(scenarios)))


def why_not(scenarios: Iterable[ScenarioResult]) -> str:
    """Why some of the scenarios are not offered, in the sentences of the adapter."""
    return " ".join(lack.reason for lack in lacks(scenarios))


def _chosen(items: Iterable[Item], names: list[str]) -> tuple[list[Item], list[str]]:
    """The items that the names stand for, and the names that stand for none."""
    every = list(items)
    unknown = [name for name in names if not any(fnmatchcase(one.id, name) for one in every)]
    return [one for one in every if any(fnmatchcase(one.id, name) for name in names)], unknown


def _shown(scenarios: Iterable[ScenarioResult]) -> bool:
    """Whether the run shows if they are offered: one was executed, or none is offered."""
    every = list(scenarios)
    return bool(executed(every)) or any(one.status == "not-offered" for one in every)


def _claim(claim: ClaimResult, why: str) -> Words:
    return sentence("offered.claim", id=claim.id, en=claim.en, sv=claim.sv, why=why)


def _scenario(scenario: ScenarioResult) -> Words:
    name = f"{scenario.name} [{scenario.example}]" if scenario.example else scenario.name
    return sentence("offered.scenario", name=name, where=f"{scenario.path}:{scenario.line}", why=scenario.why or "")


OFFERED = Rule(name="offered", judge=offered, settings=Offered)
