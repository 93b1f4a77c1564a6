"""The decision that the answers lead to, and its lines."""

from datetime import date

import pytest

from deskproof.reports.gate.case import Answer, Case, NoSettings, Outcome, Rule, Words
from deskproof.reports.gate.settings import Agreed, Agreement
from deskproof.reports.gate.verdict import Decision, judge, lines
from tests.reports.runs import result, run_of

CASE = Case(run=run_of(result("a")), complete=True, today=date(2026, 1, 15))
WORDS = Words(en="It is\nso.", sv="Så är det.")


def agreed(outcome: Outcome, name: str = "a-rule", items: int = 0) -> Agreed:
    answer = Answer(outcome=outcome, reason=WORDS, items=tuple(Words(en=f"i{n}", sv=f"s{n}") for n in range(items)))
    return Agreed(rule=Rule(name=name, judge=lambda case, settings: answer), settings=NoSettings())


def agreement(*outcomes: Outcome) -> Agreement:
    return Agreement(rules=tuple(agreed(outcome, f"rule-{number}") for number, outcome in enumerate(outcomes)))


@pytest.mark.parametrize(
    ("outcomes", "decision", "headline"),
    [
        (["passed", "passed"], "open", "Ready to release: all 2 rules are met."),
        (["passed", "passed", "left out"], "open", "Ready to release: 2 rules are met, one does not apply."),
        (["passed", "passed", "left out", "left out"], "open", "Ready to release: 2 rules are met, 2 do not apply."),
        (["passed", "failed"], "blocked", "Release blocked: one of 2 rules is not met."),
        (["failed", "undecided", "failed"], "blocked", "Release blocked: 2 of 3 rules are not met."),
        (["passed", "undecided"], "undecided", "Release blocked: one of 2 rules could not be evaluated."),
        (["left out", "left out"], "undecided", "Release blocked: 2 of 2 rules could not be evaluated."),
    ],
)
def test_what_the_answers_come_to(outcomes: list[Outcome], decision: Decision, headline: str) -> None:
    verdict = judge(CASE, agreement(*outcomes))
    assert (verdict.decision, verdict.headline.en) == (decision, headline)
    assert verdict.headline.sv


def test_a_rule_that_is_off_is_listed_with_its_reason() -> None:
    off = Agreed(rule=agreed("failed").rule, off="for a trial")
    verdict = judge(CASE, Agreement(rules=(agreed("passed", "kept"), off)))
    assert verdict.decision == "open"
    assert verdict.rulings[1].answer.reason.en == "Switched off in gate.toml: for a trial"


def test_a_rule_that_stumbles_does_not_open_the_gate() -> None:
    def stumble(case: Case, settings: object) -> Answer:
        raise LookupError("no such thing")

    verdict = judge(CASE, Agreement(rules=(agreed("passed"), Agreed(rule=Rule(name="foreign", judge=stumble)))))
    assert verdict.decision == "undecided"
    assert verdict.rulings[1].answer.reason.en == "The rule itself raised an error: LookupError: no such thing"


def test_the_lines_of_a_verdict() -> None:
    verdict = judge(CASE, Agreement(rules=(agreed("passed", "short"), agreed("failed", "longer-one", items=4))))
    assert list(lines(verdict, most=3)) == [
        "Release blocked: one of 2 rules is not met.",
        "  yes  short       It is so.",
        "  NO   longer-one  It is so.",
        "                   i0",
        "                   i1",
        "                   i2",
        "                   + 1",
    ]
    assert next(iter(lines(verdict, swedish=True))) == "Versionen kan inte släppas: en av 2 regler uppfylls inte."
