"""A mutant that a test contradicts is noticed by that test; one that changes nothing is not."""

from __future__ import annotations

from dataclasses import replace

import pytest

from deskproof.steps.mutation.derived.catalogue import DerivedDefect
from tests.mutants.mutants import mutants
from tests.mutants.trial import ClosestTests

GATE = "reports/gate/verdict.py"


@pytest.fixture(scope="module")
def turned_round() -> DerivedDefect:
    """A rule of the gate that answers the opposite."""
    return next(each for name, each in mutants().items() if name.startswith(f"{GATE}:_answer:negate-condition"))


def test_a_gate_that_is_turned_round_is_noticed_by_its_own_test(turned_round: DerivedDefect) -> None:
    assert str(ClosestTests().noticing(turned_round)).startswith("tests/reports/gate/test_verdict.py::")


def test_what_changes_nothing_is_not_noticed(turned_round: DerivedDefect) -> None:
    same = replace(turned_round, change=replace(turned_round.change, text=turned_round.before.encode()))
    assert ClosestTests().noticing(same) is None
