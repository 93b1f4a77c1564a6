"""The rules that a release must meet.

Rule: each rule is independent and uses the record alone. What is missing from an incomplete run proves nothing, so a
rule that would count it answers `undecided` and not `failed`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from typing import Annotated, Literal

from pydantic import ConfigDict, Field
from pydantic.dataclasses import dataclass

from deskproof.reports.baseline.complete import gaps
from deskproof.reports.gate.case import Answer, Case, NoSettings, Rule, Words
from deskproof.reports.gate.noticed import NOTICED
from deskproof.reports.gate.offered import OFFERED, why_not
from deskproof.reports.gate.sentences import sentence
from deskproof.reports.gate.signed import SIGNED
from deskproof.reports.record.facts import ClaimResult, ClaimStatus, Run, ScenarioResult, ScenarioStatus
from deskproof.reports.record.loading import claim_status
from deskproof.reports.tally import counted, executed

FORBID = ConfigDict(extra="forbid")

Language = Annotated[str, Field(pattern=r"^(en|sv)$")]
Count = Annotated[int, Field(ge=0, strict=True)]


@dataclass(frozen=True, kw_only=True, config=FORBID)
class Claims:
    """`languages`: the editions that must prove each claim; empty: those of the run. `not_offered`: whether a claim
    that the desktop does not offer fails the rule, or is allowed.
    """

    languages: list[Language] = Field(default_factory=list)
    not_offered: Literal["fail", "allow"] = "fail"


@dataclass(frozen=True, kw_only=True, config=FORBID)
class Flaky:
    """`at_most`: so many scenarios may pass only when retried."""

    at_most: Count = 0


@dataclass(frozen=True, kw_only=True, config=FORBID)
class Detected:
    """`at_most`: so many scenarios that passed may lack a detected defect."""

    at_most: Count = 0


@dataclass(frozen=True, kw_only=True, config=FORBID)
class Enough:
    """`at_least`: so many scenarios must have been executed."""

    at_least: Annotated[int, Field(ge=1, strict=True)] = 1


@dataclass(frozen=True, kw_only=True, config=FORBID)
class Budget:
    """`minutes`: the longest time from the start of the run to its end."""

    minutes: Annotated[float, Field(gt=0, strict=True)] = 60.0


def complete_run(case: Case, _: NoSettings) -> Answer:
    """The run executed every scenario of the suite, and its record is undamaged."""
    found = gaps(case.run)
    if found:
        items = tuple(sentence(gap.key, **gap.values) for gap in found)
        return Answer(outcome="undecided", reason=sentence("notRepresentative"), items=items)
    offered = sum(scenario.status != "not-offered" for scenario in case.run.scenarios)
    if others := len(case.run.scenarios) - offered:
        return Answer(outcome="passed", reason=sentence("complete.others", n=offered, others=others))
    return Answer(outcome="passed", reason=sentence("complete", n=offered))


# ---- claims


def must_have_claims_proven(case: Case, settings: Claims) -> Answer:
    """Every must-have claim is proven, in each language; or not offered, where the gate allows that."""
    needed = _must_have(case.run)
    if not needed:
        return Answer(outcome="undecided", reason=sentence("claims.none"))
    languages = settings.languages or sorted({scenario.language for scenario in case.run.scenarios}) or ["en"]
    enough: set[ClaimStatus] = {"proven", "not-offered"} if settings.not_offered == "allow" else {"proven"}
    found = [(claim, {language: _status(case.run, claim, language) for language in languages}) for claim in needed]
    missed = [(claim, statuses) for claim, statuses in found if not enough.issuperset(statuses.values())]
    proven = [claim for claim, statuses in found if set(statuses.values()) == {"proven"}]
    allowed = [one for one in found if one not in missed and "not-offered" in one[1].values()]
    notes = tuple(
        sentence("claim.quarantined", id=claim.id) for claim in proven if _quarantined(case.run, claim)
    ) + tuple(words for claim, statuses in allowed for words in _open(case.run, claim, statuses, enough={"proven"}))
    if missed:
        failing = any("failing" in statuses.values() for _, statuses in missed)
        return Answer(
            outcome="failed" if case.complete or failing else "undecided",
            reason=sentence("claims.open", n=len(missed)),
            items=tuple(words for claim, statuses in missed for words in _open(case.run, claim, statuses, enough)),
            notes=notes,
        )
    if not allowed:
        return Answer(outcome="passed", reason=sentence("claims", n=len(needed)), notes=notes)
    return Answer(
        outcome="passed" if len(allowed) < len(needed) else "undecided",
        reason=sentence("claims.allowed", n=len(needed) - len(allowed), others=len(allowed)),
        notes=notes,
    )


def no_claim_lost(case: Case, _: NoSettings) -> Answer:
    """What the baseline run proved is still proven."""
    if case.baseline is None:
        return _without_baseline(case)
    now = {claim.id: claim for claim in case.run.claims}
    lost = tuple(
        claim
        for claim in counted(case.baseline.claims)
        if _status(case.baseline, claim) == "proven"
        and (claim.id not in now or _status(case.run, now[claim.id]) != "proven")
    )
    if not lost:
        return Answer(outcome="passed", reason=sentence("noClaimLost", baseline=case.baseline.run.id))
    if not case.complete:
        return Answer(outcome="undecided", reason=sentence("notComplete"))
    return Answer(
        outcome="failed",
        reason=sentence("claimsLost", n=len(lost), baseline=case.baseline.run.id),
        items=tuple(sentence("claimLost", id=claim.id, en=claim.en, sv=claim.sv) for claim in lost),
    )


def _must_have(run: Run) -> tuple[ClaimResult, ...]:
    return tuple(claim for claim in counted(run.claims) if claim.must)


def _quarantined(run: Run, claim: ClaimResult) -> bool:
    return any(scenario.status == "quarantined" for scenario in _of(run, claim))


def _of(run: Run, claim: ClaimResult, language: str | None = None) -> tuple[ScenarioResult, ...]:
    return tuple(
        scenario for scenario in run.scenarios if claim.id in scenario.claims and language in (None, scenario.language)
    )


def _status(run: Run, claim: ClaimResult, language: str | None = None) -> ClaimStatus:
    """The claim's status without its scenarios in quarantine: the others must prove it."""
    return claim_status([scenario.status for scenario in _of(run, claim, language) if scenario.status != "quarantined"])


def _open(
    run: Run, claim: ClaimResult, statuses: Mapping[str, ClaimStatus], enough: Collection[ClaimStatus]
) -> Iterator[Words]:
    """The findings about a claim of which not every language has `enough`: one where its status is the same in all."""
    alike = len(statuses) > 1 and len(set(statuses.values())) == 1
    for language, status in list(statuses.items())[: 1 if alike else None]:
        if status not in enough:
            key = f"claim.{status}.{'both' if alike else language}"
            why = why_not(_of(run, claim, None if alike else language)) if status == "not-offered" else ""
            yield sentence(key, id=claim.id, en=claim.en, sv=claim.sv, why=why)


# ---- scenarios


def nothing_failing(case: Case, _: NoSettings) -> Answer:
    """No scenario failed."""
    return _nothing(case, "failed", "failing")


def nothing_broken(case: Case, _: NoSettings) -> Answer:
    """No scenario broke."""
    return _nothing(case, "broken", "broken")


def nothing_flaky(case: Case, settings: Flaky) -> Answer:
    """No scenario, or few enough, passed only when retried."""
    found = _with(case.run, "flaky")
    if not found:
        return Answer(outcome="passed", reason=sentence("flaky.none"))
    return Answer(
        outcome="passed" if len(found) <= settings.at_most else "failed",
        reason=sentence("flaky", n=len(found), most=settings.at_most),
        items=tuple(_scenario(scenario) for scenario in found),
    )


def detected(case: Case, settings: Detected) -> Answer:
    """Every scenario that passed, or all but `at_most`, detects a planted defect: others prove nothing anyway."""
    proving = [scenario for scenario in case.run.scenarios if scenario.status in ("passed", "flaky")]
    if not proving:
        return Answer(outcome="undecided", reason=sentence("detected.none"))
    without = [scenario for scenario in proving if scenario.detection is None]
    if not without:
        return Answer(outcome="passed", reason=sentence("detected", n=len(proving)))
    return Answer(
        outcome="passed" if len(without) <= settings.at_most else "failed",
        reason=sentence("detected.not", n=len(without), most=settings.at_most),
        items=tuple(_scenario(scenario) for scenario in without),
    )


def enough_scenarios(case: Case, settings: Enough) -> Answer:
    """At least `at_least` scenarios were executed."""
    count = len(_executed(case.run))
    reason = sentence("enough", n=count, least=settings.at_least)
    if count >= settings.at_least:
        return Answer(outcome="passed", reason=reason)
    return Answer(outcome="failed" if case.complete else "undecided", reason=reason)


def no_scenario_lost(case: Case, _: NoSettings) -> Answer:
    """At least as many scenarios were executed as in the baseline run, except those that were removed on purpose. What
    the desktop no longer offers is lost too, unless that is on purpose.
    """
    if case.baseline is None:
        return _without_baseline(case)
    before, now = _executed(case.baseline), _executed(case.run)
    removed = {removed.scenario for removed in case.removed}
    expected = len(before) - len((removed & before.keys()) - now.keys())
    notes = tuple(sentence("removed.there", id=id) for id in sorted(removed & now.keys()))
    values = {"n": len(now), "least": expected, "baseline": case.baseline.run.id}
    if len(now) >= expected:
        return Answer(outcome="passed", reason=sentence("noScenarioLost", **values), notes=notes)
    if not case.complete:
        return Answer(outcome="undecided", reason=sentence("notComplete"), notes=notes)
    gone = (scenario for id, scenario in before.items() if id not in now and id not in removed)
    present = {scenario.id: scenario for scenario in case.run.scenarios}
    items = tuple(_lost(scenario, present.get(scenario.id)) for scenario in gone)
    return Answer(outcome="failed", reason=sentence("scenariosLost", **values), items=items, notes=notes)


def _lost(before: ScenarioResult, now: ScenarioResult | None) -> Words:
    if now is not None and now.status == "not-offered":
        return sentence("scenarioWithdrawn", name=_named(before), id=before.id, why=now.why or "")
    return sentence("scenarioLost", name=_named(before), id=before.id)


def _nothing(case: Case, status: ScenarioStatus, key: str) -> Answer:
    found = _with(case.run, status)
    if not found:
        return Answer(outcome="passed", reason=sentence(f"{key}.none"))
    return Answer(
        outcome="failed",
        reason=sentence(key, n=len(found)),
        items=tuple(_scenario(scenario, why=True) for scenario in found),
    )


def _with(run: Run, status: ScenarioStatus) -> tuple[ScenarioResult, ...]:
    return tuple(scenario for scenario in run.scenarios if scenario.status == status)


def _executed(run: Run) -> dict[str, ScenarioResult]:
    return {scenario.id: scenario for scenario in executed(run.scenarios)}


def _named(scenario: ScenarioResult) -> str:
    return f"{scenario.name} [{scenario.example}]" if scenario.example else scenario.name


def _scenario(scenario: ScenarioResult, *, why: bool = False) -> Words:
    values = {"name": _named(scenario), "where": f"{scenario.path}:{scenario.line}"}
    if why and scenario.error and scenario.error.message:
        return sentence("scenario.why", **values, why=scenario.error.message.splitlines()[0])
    return sentence("scenario", **values)


def _without_baseline(case: Case) -> Answer:
    return Answer(outcome="undecided" if case.baseline_required else "left out", reason=sentence("noBaseline"))


# ---- accessibility, time, quarantine


def no_new_accessibility_violation(case: Case, _: NoSettings) -> Answer:
    """No scenario shows an accessibility violation that the baseline run did not show; without one, none."""
    checks = sum(
        step.evidence is not None and step.evidence.accessibility is not None
        for scenario in case.run.scenarios
        for step in scenario.steps
    )
    if not checks:
        return Answer(outcome="undecided", reason=sentence("unchecked"))
    known = set(_violations(case.baseline)) if case.baseline else set()
    new = Counter({seen: count for seen, count in _violations(case.run).items() if seen not in known})
    if not new:
        return Answer(outcome="passed", reason=sentence("accessible", n=checks))
    names = {scenario.id: _named(scenario) for scenario in case.run.scenarios}
    items = tuple(
        sentence("violation", rule=rule, help=why, target=target or "-", name=names[id])
        for id, rule, target, why in new
    )
    return Answer(outcome="failed", reason=sentence("inaccessible", n=len(new)), items=items)


def _violations(run: Run) -> Counter[tuple[str, str, str, str]]:
    return Counter(_each_violation(run))


def _each_violation(run: Run) -> Iterator[tuple[str, str, str, str]]:
    """Scenario, rule, element and the rule's advice, for each violation of each deciding attempt."""
    for scenario in run.scenarios:
        for step in scenario.steps:
            for found in (step.evidence.accessibility if step.evidence else None) or ():
                for target in found.targets or ("",):
                    yield scenario.id, found.rule, target, found.help


def duration_budget(case: Case, settings: Budget) -> Answer:
    """The run took no longer than allowed."""
    minutes = case.run.run.duration_ms / 60_000
    within = minutes <= settings.minutes
    reason = sentence("inTime" if within else "overTime", took=f"{minutes:.1f}", budget=f"{settings.minutes:g}")
    return Answer(outcome="passed" if within else "failed", reason=reason)


def quarantine_within_limits(case: Case, _: NoSettings) -> Answer:
    """The quarantine is small enough, none of it has expired, and all its scenarios exist."""
    listed = case.quarantine
    there = {scenario.id: scenario for scenario in case.run.scenarios}
    wrong = [
        sentence("quarantine.expired", id=entry.scenario, expires=entry.expires.isoformat(), owner=entry.owner)
        for entry in listed.entries
        if entry.expired(case.today)
    ]
    if case.complete:
        wrong += [sentence("quarantine.unknown", id=entry.scenario) for entry in listed.unknown(there)]
    unlisted = sorted(id for id, scenario in there.items() if scenario.quarantined and id not in listed.ids)
    wrong += [sentence("quarantine.unlisted", id=id) for id in unlisted]
    many = len(listed.entries) > listed.at_most
    if many:
        wrong.append(sentence("quarantine", n=len(listed.entries), most=listed.at_most))
    needless = {"passed": "quarantine.passes", "not-offered": "quarantine.notOffered"}
    notes = tuple(
        sentence(needless[there[entry.scenario].status], id=entry.scenario, owner=entry.owner)
        for entry in listed.entries
        if entry.scenario in there and there[entry.scenario].status in needless
    )
    if wrong:
        return Answer(outcome="failed", reason=sentence("quarantine.bad"), items=tuple(wrong), notes=notes)
    if not listed.entries:
        return Answer(outcome="passed", reason=sentence("quarantine.none"))
    reason = sentence("quarantine", n=len(listed.entries), most=listed.at_most)
    return Answer(outcome="passed", reason=reason, notes=notes)


RULES = (
    Rule(name="whole-run", judge=complete_run),
    Rule(name="must-have-claims-proven", judge=must_have_claims_proven, settings=Claims),
    OFFERED,
    Rule(name="nothing-failing", judge=nothing_failing),
    Rule(name="nothing-broken", judge=nothing_broken),
    Rule(name="nothing-flaky", judge=nothing_flaky, settings=Flaky),
    Rule(name="detected", judge=detected, settings=Detected),
    NOTICED,
    Rule(name="enough-scenarios", judge=enough_scenarios, settings=Enough),
    Rule(name="no-scenario-lost", judge=no_scenario_lost),
    Rule(name="no-claim-lost", judge=no_claim_lost),
    Rule(name="no-new-accessibility-violation", judge=no_new_accessibility_violation),
    Rule(name="duration-budget", judge=duration_budget, settings=Budget),
    Rule(name="quarantine-within-limits", judge=quarantine_within_limits),
    SIGNED,
)
"""In the order in which they are shown; the packages' rules come after them."""
