"""The gate's verdict: the answer of every rule, and the decision that follows from them.

Rule: open only when every rule that applies is met. A rule that is not met outweighs one that could not be evaluated,
and either outweighs every rule that is met. A rule that raises an error could not be evaluated.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from deskproof.reports.gate.case import Answer, Case, Words
from deskproof.reports.gate.sentences import sentence
from deskproof.reports.gate.settings import Agreed, Agreement
from deskproof.reports.text.translation import Language, say

Decision = Literal["open", "blocked", "undecided"]


@dataclass(frozen=True, kw_only=True)
class Ruling:
    """A rule's name with its answer."""

    rule: str
    answer: Answer


@dataclass(frozen=True, kw_only=True)
class Verdict:
    """`open`: ready to release. `blocked`: a rule is not met. `undecided`: some rules could not be evaluated."""

    decision: Decision
    headline: Words
    rulings: tuple[Ruling, ...]


def judge(case: Case, agreement: Agreement) -> Verdict:
    """Evaluate every rule of `agreement` on `case`."""
    rulings = tuple(Ruling(rule=agreed.rule.name, answer=_answer(agreed, case)) for agreed in agreement.rules)
    count = {outcome: sum(ruling.answer.outcome == outcome for ruling in rulings) for outcome in _OUTCOMES}
    total = len(rulings)
    if count["failed"]:
        return Verdict(
            decision="blocked", headline=sentence("blocked", n=count["failed"], total=total), rulings=rulings
        )
    if count["undecided"] or not count["passed"]:
        headline = sentence("undecided", n=count["undecided"] or total, total=total)
        return Verdict(decision="undecided", headline=headline, rulings=rulings)
    if count["left out"]:
        headline = sentence("open.leftOut", n=count["left out"], passed=count["passed"])
    else:
        headline = sentence("open", n=total)
    return Verdict(decision="open", headline=headline, rulings=rulings)


_OUTCOMES = ("passed", "failed", "undecided", "left out")
_MARKS = {"passed": "passed", "failed": "failed", "undecided": "undecided", "left out": "leftOut"}
"""The part of the catalogue's key `gate.mark.*` for each outcome."""


def _answer(agreed: Agreed, case: Case) -> Answer:
    if agreed.off is not None:
        return Answer(outcome="left out", reason=sentence("off", reason=agreed.off))
    try:
        return agreed.rule.judge(case, agreed.settings)
    except Exception as error:  # rules of others run here; one that raises must neither open the gate nor hide the rest
        return Answer(outcome="undecided", reason=sentence("error", error=f"{type(error).__name__}: {error}"))


def lines(verdict: Verdict, *, swedish: bool = False, most: int = 12) -> Iterator[str]:
    """The verdict for a terminal: every rule with its reason and at most `most` of its items."""

    language: Language = "sv" if swedish else "en"

    def shown(words: Words) -> str:
        flat = " ".join((words.sv if swedish else words.en).split())
        return "".join(sign if sign.isprintable() else "\ufffd" for sign in flat)  # no name may steer a terminal

    yield shown(verdict.headline)
    width = max(len(ruling.rule) for ruling in verdict.rulings)
    indent = " " * (width + 9)
    for ruling in verdict.rulings:
        mark = say(f"gate.mark.{_MARKS[ruling.answer.outcome]}", language)
        yield f"  {mark:<3}  {ruling.rule:<{width}}  {shown(ruling.answer.reason)}"
        for item in ruling.answer.items[:most]:
            yield f"{indent}{shown(item)}"
        if len(ruling.answer.items) > most:
            yield f"{indent}{say('gate.more', language, n=len(ruling.answer.items) - most)}"
        for note in ruling.answer.notes:
            yield f"{indent}{shown(note)}"
