"""What the page says first: one sentence on which product people can decide, and the reasons for it.

Rule: the gate's verdict comes first if there is one and the run is complete; otherwise the result of the run. A blocked
release is described in the words of the failing claims, in the order of the procedure. A claim whose scenarios only
broke is not called failing.
"""

from __future__ import annotations

from dataclasses import dataclass

from deskproof.reports.baseline.complete import gaps
from deskproof.reports.gate.case import Words
from deskproof.reports.gate.verdict import Verdict
from deskproof.reports.record.facts import ClaimResult, Run
from deskproof.reports.tally import Level, Sentence, Tally, counted
from deskproof.reports.text.translation import say

LONG = 90
"""A headline of more characters is set smaller."""
_MOST = 120
_NEED_THEM = {"must-have-claims-proven"}
"""The rules by which a claim that is not offered blocks a release."""
_REASONS = 5


@dataclass(frozen=True, kw_only=True)
class Opening:
    """The level that colours the first screen, its headline, and the reasons in order of weight."""

    level: Level
    headline: Words
    reasons: tuple[Words, ...]

    @property
    def long(self) -> bool:
        """Whether the headline is too long to be set large."""
        return max(len(self.headline.en), len(self.headline.sv)) > LONG


def opening(run: Run, sums: Tally, verdict: Verdict | None = None) -> Opening:
    """What the page of `run` says first; `verdict` is the gate's, if there is one."""
    figures = both(sums.headline)
    reasons = tuple(both(sentence) for sentence in sums.reasons)
    needed = tuple(claim for claim in counted(run.claims) if claim.must)
    failed = {scenario.id: scenario.error for scenario in run.scenarios if scenario.status == "failed"}
    untrue = {id_ for id_, error in failed.items() if error is None or not error.unasked}
    failing = tuple(claim for claim in needed if claim.status == "failing" and untrue.intersection(claim.scenarios))
    beside = tuple(claim for claim in needed if claim.status == "failing" and failed.keys() & claim.scenarios)
    broken = tuple(claim for claim in needed if claim.status == "failing")
    unproven = tuple(claim for claim in needed if claim.status == "unproven")
    not_offered = tuple(claim for claim in needed if claim.status == "not-offered")
    if verdict is None:
        headline = _of_claims("release.unlike", failing) if failing and sums.level == "bad" else figures
        return Opening(
            level=sums.level, headline=headline, reasons=reasons if headline == figures else (figures, *reasons)
        )
    if verdict.decision == "open":
        claims = counted(run.claims)
        if claims and all(claim.status == "proven" for claim in claims):
            return Opening(level="good", headline=both(_all_proven(len(claims))), reasons=reasons)
        return Opening(level="good", headline=verdict.headline, reasons=(figures, *reasons))
    refusals = tuple(ruling for ruling in verdict.rulings if ruling.answer.outcome == "failed")
    no = tuple(ruling.answer.reason for ruling in refusals)
    unknown = tuple(ruling.answer.reason for ruling in verdict.rulings if ruling.answer.outcome == "undecided")
    if verdict.decision == "undecided" and gaps(run):
        return Opening(level=sums.level, headline=figures, reasons=(*reasons, *dict.fromkeys(unknown)))
    if failing:
        headline = _of_claims("release.failing", failing)
    elif beside:
        headline = _of_claims("release.beside", beside)
    elif broken:
        headline = _of_claims("release.broken", broken)
    elif unproven and verdict.decision == "blocked":
        headline = _of_claims("release.unproven", unproven)
    elif not_offered and _NEED_THEM.intersection(ruling.rule for ruling in refusals):
        headline = _of_claims("release.notOffered", not_offered)
    else:
        headline = verdict.headline
    level: Level = "bad" if verdict.decision == "blocked" or sums.level == "bad" else "partial"
    return Opening(level=level, headline=headline, reasons=tuple(dict.fromkeys((*no, *unknown)))[:_REASONS])


def _all_proven(count: int) -> Sentence:
    return Sentence(key="release.open.one" if count == 1 else "release.open", values={"n": count})


def both(sentence: Sentence) -> Words:
    """A sentence of the catalogue in both languages."""
    return Words(en=say(sentence.key, "en", **sentence.values), sv=say(sentence.key, "sv", **sentence.values))


def _of_claims(key: str, claims: tuple[ClaimResult, ...]) -> Words:
    """The sentence with the first claim, and how many more there are."""
    first, more = claims[0], len(claims) - 1
    key = f"{key}.more" if more else key
    return Words(en=say(key, "en", claim=_quoted(first.en), n=more), sv=say(key, "sv", claim=_quoted(first.sv), n=more))


def _quoted(sentence: str) -> str:
    """A claim's sentence without its full stop, and cut between words where it is long."""
    plain = sentence.strip().removesuffix(".")
    if len(plain) <= _MOST:
        return plain
    return f"{plain[:_MOST].rsplit(' ', 1)[0]} …"
