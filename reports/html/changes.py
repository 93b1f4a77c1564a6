"""What the first screen says about the past: what changed since the baseline run, and the trend.

Rule: calculates and renders nothing. Bad news comes first; a kind of change that did not happen is not mentioned.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from difflib import unified_diff

from deskproof.reports.baseline.compare import Change, Comparison
from deskproof.reports.baseline.history import PastRun
from deskproof.reports.html.forms import duration
from deskproof.reports.record.facts import ClaimResult, ScenarioResult

HEIGHT = 100
KINDS = ("new", "broke", "fixed", "withdrawn", "offered", "reworded", "repictured", "slower")
"""The kinds of change that a scenario of the run can have, each a field of `Comparison`."""


@dataclass(frozen=True, kw_only=True)
class Line:
    """A scenario, or a claim with its sentence, that changed; `link` is None for what is gone."""

    name: str
    language: str | None = None
    link: str | None = None
    en: str = ""
    sv: str = ""
    note: str = ""
    wording: tuple[tuple[str, str], ...] = ()
    """Lines before (`-`) and now (`+`)."""


@dataclass(frozen=True, kw_only=True)
class Kind:
    """One kind of change; `mark` is the status whose symbol is shown for it."""

    key: str
    mark: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, kw_only=True)
class Bar:
    """A run in the trend: `height` of 100, and its figures."""

    run: PastRun
    done: int
    total: int
    height: float


def kinds(changes: Comparison, claims: Iterable[ClaimResult]) -> tuple[Kind, ...]:
    """Every kind of change that happened; `claims` are those of the present run."""
    sentences = {claim.id: claim for claim in claims}
    lost = tuple(_claim(claim.id, sentences.get(claim.id)) for claim in changes.claims if claim.before == "proven")
    won = tuple(_claim(claim.id, sentences.get(claim.id)) for claim in changes.claims if claim.after == "proven")
    found = (
        Kind(key="claimsLost", mark="failed", lines=lost),
        Kind(key="claimsWon", mark="passed", lines=won),
        Kind(key="broke", mark="failed", lines=_after(changes.broke)),
        Kind(key="withdrawn", mark="not-offered", lines=tuple(_withdrawn(change) for change in changes.withdrawn)),
        Kind(key="offered", mark="passed", lines=_after(changes.offered)),
        Kind(key="fixed", mark="passed", lines=_after(changes.fixed)),
        Kind(key="gone", mark="unproven", lines=tuple(_line(scenario, linked=False) for scenario in changes.gone)),
        Kind(key="new", mark="passed", lines=tuple(_line(scenario) for scenario in changes.new)),
        Kind(key="reworded", mark="skipped", lines=_after(changes.reworded)),
        Kind(key="repictured", mark="skipped", lines=_after(changes.repictured)),
        Kind(key="slower", mark="flaky", lines=tuple(_slower(change) for change in changes.slower)),
    )
    return tuple(kind for kind in found if kind.lines)


def of_scenarios(changes: Comparison) -> Mapping[str, tuple[str, ...]]:
    """The kinds of change of each scenario of the run, by its id."""
    found: dict[str, tuple[str, ...]] = {scenario.id: ("new",) for scenario in changes.new}
    for key in KINDS[1:]:
        for change in getattr(changes, key):
            found[change.after.id] = (*found.get(change.after.id, ()), key)
    return found


def in_detail(changes: Comparison) -> Mapping[str, Line]:
    """What the details of a scenario say about the baseline run: durations, and the wording line by line."""
    found = {change.after.id: _slower(change) for change in changes.slower}
    for change in changes.reworded:
        line = found.get(change.after.id, _line(change.after))
        found[change.after.id] = replace(line, wording=_wording(change))
    return found


def bars(trend: Iterable[PastRun]) -> tuple[Bar, ...]:
    """The trend: claims proven of all claims, or scenarios passed where a run had no catalogue."""
    return tuple(
        Bar(
            run=run,
            done=done,
            total=total,
            height=round(HEIGHT * done / total, 1) if total else 0.0,
        )
        for run in trend
        for done, total in [
            (run.claims_proven, run.claims_total) if run.claims_total else (run.passed, run.executed),
        ]
    )


def _after(changes: Iterable[Change]) -> tuple[Line, ...]:
    return tuple(_line(change.after) for change in changes)


def _withdrawn(change: Change) -> Line:
    return replace(_line(change.after), note=change.after.why or "")


def _slower(change: Change) -> Line:
    was, is_now = duration(change.before.duration_ms), duration(change.after.duration_ms)
    times = f" (× {change.ratio:.1f})" if change.ratio else ""
    return replace(_line(change.after), note=f"{was} → {is_now}{times}")


def _wording(change: Change) -> tuple[tuple[str, str], ...]:
    before, after = (tuple(_as_lines(scenario)) for scenario in (change.before, change.after))
    lines = unified_diff(before, after, n=0, lineterm="")
    return tuple((line[0], line[1:]) for line in lines if line[0] in "+-" and line[:3] not in ("+++", "---"))


def _as_lines(scenario: ScenarioResult) -> Iterator[str]:
    for step in scenario.steps:
        yield f"{step.keyword} {step.text}"
        yield from (f"| {' | '.join(row)} |" for row in step.table)
        yield from (step.docstring or "").splitlines()


def _line(scenario: ScenarioResult, *, linked: bool = True) -> Line:
    name = f"{scenario.name} [{scenario.example}]" if scenario.example else scenario.name
    return Line(name=name, language=scenario.language, link=scenario.id if linked else None)


def _claim(id: str, claim: ClaimResult | None) -> Line:
    return Line(name=id, link=id, en=claim.en, sv=claim.sv) if claim else Line(name=id)
