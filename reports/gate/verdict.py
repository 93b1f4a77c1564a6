"""The gate's yes or no: every rule's answer, and what they come to.

Rule: green only when every rule that applies says yes. A no outweighs a rule that could not be judged, and either
outweighs every yes. A rule that stumbles is one that could not be judged.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from deskproof.reports.gate.case import Answer, Case, Words
from deskproof.reports.gate.sentences import sentence
from deskproof.reports.gate.settings import Agreed, Agreement

Decision = Literal["open", "blocked", "undecided"]


@dataclass(frozen=True, kw_only=True)
class Ruling:
    """A rule's name with its answer."""

    rule: str
    answer: Answer


@dataclass(frozen=True, kw_only=True)
class Verdict:
    """`open`: the release may go. `blocked`: a rule says no. `undecided`: none does, but not all could be judged."""

    decision: Decision
    headline: Words
    rulings: tuple[Ruling, ...]


def judge(case: Case, agreement: Agreement) -> Verdict:
    """Hold `case` against every rule of `agreement`."""
    rulings = tuple(Ruling(rule=one.rule.name, answer=_answer(one, case)) for one in agreement.rules)
    count = {outcome: sum(one.answer.outcome == outcome for one in rulings) for outcome in _OUTCOMES}
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
_MARKS = {"passed": "yes", "failed": "NO", "undecided": "?", "left out": "-"}


def _answer(agreed: Agreed, case: Case) -> Answer:
    if agreed.off is not None:
        return Answer(outcome="left out", reason=sentence("off", reason=agreed.off))
    try:
        return agreed.rule.judge(case, agreed.settings)
    except (
        Exception
    ) as error:  # rules of others run here; one that stumbles must neither open the gate nor hide the rest
        return Answer(outcome="undecided", reason=sentence("stumbled", error=f"{type(error).__name__}: {error}"))


def lines(verdict: Verdict, *, swedish: bool = False, most: int = 12) -> Iterator[str]:
    """The verdict for a terminal: every rule with its reason, and of what it is about at most `most` lines each."""

    def say(words: Words) -> str:
        flat = " ".join((words.sv if swedish else words.en).split())
        return "".join(sign if sign.isprintable() else "\ufffd" for sign in flat)  # no name may steer a terminal

    yield say(verdict.headline)
    width = max(len(one.rule) for one in verdict.rulings)
    indent = " " * (width + 9)
    for one in verdict.rulings:
        yield f"  {_MARKS[one.answer.outcome]:<3}  {one.rule:<{width}}  {say(one.answer.reason)}"
        for item in one.answer.items[:most]:
            yield f"{indent}{say(item)}"
        if len(one.answer.items) > most:
            yield f"{indent}+ {len(one.answer.items) - most}"
        for note in one.answer.notes:
            yield f"{indent}{say(note)}"
