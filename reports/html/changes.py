"""What the first screen says of the past: what changed since the base run, and how the last runs went.

Rule: works out, draws nothing. Bad news come first; a kind of change that did not happen is not mentioned.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from reports.compare import Change, Comparison
from reports.facts import ClaimResult, ScenarioResult
from reports.history import PastRun

HEIGHT = 100


@dataclass(frozen=True, kw_only=True)
class Line:
    """A scenario, or a claim with its sentence, that changed; `link` is None for what is gone."""

    name: str
    language: str | None = None
    link: str | None = None
    en: str = ""
    sv: str = ""


@dataclass(frozen=True, kw_only=True)
class Kind:
    """One kind of change; `mark` is the status whose sign stands for it."""

    key: str
    mark: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, kw_only=True)
class Bar:
    """A run in the trend: `height` of 100, and the figures it stands for."""

    run: PastRun
    done: int
    total: int
    height: float


def kinds(changes: Comparison, claims: Iterable[ClaimResult]) -> tuple[Kind, ...]:
    """Every kind of change that happened; `claims` are those of the run that is looked at."""
    sentences = {claim.id: claim for claim in claims}
    lost = tuple(_claim(one.id, sentences.get(one.id)) for one in changes.claims if one.before == "proven")
    won = tuple(_claim(one.id, sentences.get(one.id)) for one in changes.claims if one.after == "proven")
    found = (
        Kind(key="claimsLost", mark="failed", lines=lost),
        Kind(key="claimsWon", mark="passed", lines=won),
        Kind(key="broke", mark="failed", lines=_after(changes.broke)),
        Kind(key="fixed", mark="passed", lines=_after(changes.fixed)),
        Kind(key="gone", mark="unproven", lines=tuple(_line(one, linked=False) for one in changes.gone)),
        Kind(key="new", mark="passed", lines=tuple(_line(one) for one in changes.new)),
        Kind(key="reworded", mark="skipped", lines=_after(changes.reworded)),
        Kind(key="repictured", mark="skipped", lines=_after(changes.repictured)),
        Kind(key="slower", mark="flaky", lines=_after(changes.slower)),
    )
    return tuple(one for one in found if one.lines)


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
    return tuple(_line(one.after) for one in changes)


def _line(one: ScenarioResult, *, linked: bool = True) -> Line:
    name = f"{one.name} [{one.example}]" if one.example else one.name
    return Line(name=name, language=one.language, link=one.id if linked else None)


def _claim(id: str, claim: ClaimResult | None) -> Line:
    return Line(name=id, link=id, en=claim.en, sv=claim.sv) if claim else Line(name=id)
