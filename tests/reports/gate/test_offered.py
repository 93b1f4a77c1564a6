"""The rule about what the desktop must offer: when it says yes, when no, and when it cannot tell."""

from datetime import date
from pathlib import Path

import pytest

from deskproof.reports.baseline.complete import gaps
from deskproof.reports.gate.case import Answer, Case, Outcome
from deskproof.reports.gate.offered import OFFERED, Offered, offered
from deskproof.reports.gate.settings import BadGate, read
from deskproof.reports.record.facts import Run
from tests.reports.runs import result, run_of, with_facts

RUN = run_of(
    result("a"),
    result("b", "not-offered"),
    result("c", "not-offered", claim="AD-002"),
    result("d", "skipped", claim="AD-003"),
    catalogue=4,
)


def judged(run: Run, settings: Offered) -> Answer:
    return offered(Case(run=run, complete=not gaps(run), today=date(2026, 1, 15)), settings)


@pytest.mark.parametrize(
    ("claims", "scenarios", "outcome", "said"),
    [
        ([], [], "left out", []),
        (["AD-001"], ["a"], "passed", []),
        (["AD-002"], [], "failed", ["AD-002: Claim 2 says what the desktop does. The desktop has no <teams>."]),
        ([], ["b"], "failed", ["Scenario b (features/a.feature:5): The desktop has no <teams>."]),
        (["AD-003"], ["d"], "undecided", ["AD-003 was not run.", "d was not run."]),
        (["AD-004"], [], "undecided", ["AD-004 was not run."]),
        (["AD-001"], ["d", "b"], "failed", ["Scenario b (features/a.feature:5): The desktop has no <teams>."]),
        (
            ["*"],
            [],
            "failed",
            ["AD-002: Claim 2 says what the desktop does. The desktop has no <teams>."],
        ),
        (
            ["AD-999"],
            ["gone*"],
            "failed",
            [
                "AD-999 is in neither the catalogue nor the suite; correct its name or take it off the list.",
                "gone* is in neither the catalogue nor the suite; correct its name or take it off the list.",
            ],
        ),
    ],
)
def test_what_must_be_offered(claims: list[str], scenarios: list[str], outcome: Outcome, said: list[str]) -> None:
    answer = judged(RUN, Offered(claims=claims, scenarios=scenarios))
    assert (answer.outcome, [item.en for item in answer.items]) == (outcome, said)
    assert answer.reason.sv


def test_a_scenario_that_failed_is_offered() -> None:
    run = run_of(result("a", "failed"), result("b", "broken", claim="AD-002"), catalogue=2)
    assert judged(run, Offered(claims=["*"], scenarios=["*"])).outcome == "passed"


def test_a_scenario_that_an_incomplete_run_lacks_is_not_unknown() -> None:
    part = with_facts(run_of(result("a")), suite=9)
    answer = judged(part, Offered(scenarios=["later"]))
    assert (answer.outcome, [item.en for item in answer.items]) == ("undecided", ["later was not run."])


def test_the_file_has_its_lists(tmp_path: Path) -> None:
    file = tmp_path / "gate.toml"
    file.write_text('[rules.offered]\nclaims = ["AD-001"]\n')
    (agreed,) = read(file, [OFFERED]).rules
    assert agreed.settings == Offered(claims=["AD-001"])
    file.write_text('[rules.offered]\nclaim = ["AD-001"]\n')
    with pytest.raises(BadGate, match=r"rules\.offered\.claim, which nothing reads"):
        read(file, [OFFERED])
