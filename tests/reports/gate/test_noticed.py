"""The rule about derived defects: enough noticed, each that must be, and no check at all."""

from datetime import date

import pytest

from deskproof.reports.derived import DerivedCheck
from deskproof.reports.gate.case import Answer, Case
from deskproof.reports.gate.noticed import NOTICED, Noticed, derived_noticed
from deskproof.reports.gate.settings import all_rules
from tests.reports.checks import check, defect
from tests.reports.runs import result, run_of

HALF = check(
    defect("domain/a", "detected"), defect("wire/b", "tested"), defect("wire/c", "unnoticed"), defect("d", "otherwise")
)


def judged(settings: Noticed, found: DerivedCheck | None = HALF) -> Answer:
    return derived_noticed(
        Case(run=run_of(result("a")), complete=True, today=date(2026, 1, 15), derived=found), settings
    )


def test_it_is_one_of_the_rules() -> None:
    assert NOTICED in all_rules([])


@pytest.mark.parametrize(("least", "outcome"), [(0, "passed"), (50, "passed"), (50.1, "failed"), (100, "failed")])
def test_the_share_decides(least: float, outcome: str) -> None:
    answer = judged(Noticed(at_least=least))
    assert answer.outcome == outcome
    assert "50 % were noticed, 1 by scenarios and 1 by tests" in answer.reason.en
    assert "50 %" in answer.reason.sv


def test_too_few_names_what_went_unnoticed() -> None:
    answer = judged(Noticed(at_least=90))
    assert [item.en for item in answer.items] == [
        "wire/c, simulator/domain/rules.py:7",
        "d, simulator/domain/rules.py:7",
    ]


@pytest.mark.parametrize(("always", "outcome"), [("wire/b", "passed"), ("wire/*", "failed"), ("d", "failed")])
def test_what_must_be_noticed_decides_alone(always: str, outcome: str) -> None:
    answer = judged(Noticed(always=[always]))
    assert answer.outcome == outcome
    assert bool(answer.items) == (outcome == "failed")


@pytest.mark.parametrize(("required", "outcome"), [(False, "left out"), (True, "undecided")])
def test_without_a_check_it_does_not_apply_unless_one_is_required(required: bool, outcome: str) -> None:
    assert judged(Noticed(required=required), None).outcome == outcome
