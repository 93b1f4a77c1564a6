"""Which runs can stand for the suite."""

from dataclasses import replace

import pytest

from deskproof.reports.baseline.complete import gaps, narrowed
from deskproof.reports.record.facts import Damage, Run, Shard
from tests.reports.runs import result, run_of, with_facts

GOOD = run_of(result("a"))


def test_a_run_of_everything_to_its_end_is_whole() -> None:
    assert gaps(GOOD) == ()
    assert gaps(with_facts(GOOD, suite=None)) == ()
    assert gaps(run_of(result("a"), result("b", "not-offered"))) == ()
    assert gaps(with_facts(GOOD, shard=Shard(index=1, total=1))) == ()


@pytest.mark.parametrize(
    ("run", "gap"),
    [
        (run_of(), "gap.nothing"),
        (run_of(result("a", "skipped")), "gap.nothing"),
        (run_of(result("a", "not-offered")), "gap.nothing"),
        (with_facts(GOOD, ending="interrupted"), "gap.cutShort"),
        (with_facts(GOOD, ending="cut short"), "gap.cutShort"),
        (with_facts(GOOD, not_run=("b",)), "gap.notRun"),
        (with_facts(GOOD, planned=None), "gap.noPlan"),
        (with_facts(GOOD, suite=2), "gap.chosen"),
        (with_facts(GOOD, shard=Shard(index=1, total=2)), "gap.shard"),
        (with_facts(GOOD, shard=Shard(index=1, total=2), planned=1, chosen=3, suite=3), "gap.shard"),
        (replace(GOOD, damage=(Damage(file="events-gw0.ndjson", line=3, reason="not JSON"),)), "gap.damaged"),
    ],
)
def test_what_keeps_a_run_from_being_whole(run: Run, gap: str) -> None:
    assert [found.key for found in gaps(run)] == [gap]


def test_a_choice_of_the_suite_is_narrowed() -> None:
    assert not narrowed(GOOD)
    assert narrowed(with_facts(GOOD, suite=2))
