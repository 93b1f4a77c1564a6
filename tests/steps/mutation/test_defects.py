"""Which scenario meets which defect, round by round, and what that comes to."""

from dataclasses import replace
from pathlib import Path

import pytest

from deskproof.simulator.defects import SourceDefect
from deskproof.steps.cli.proof import completely_covered
from deskproof.steps.gherkin.files.reader import WrittenScenario, read_features
from deskproof.steps.mutation.defects import (
    NotMet,
    Seen,
    Sight,
    candidates,
    next_round,
    note_not_met,
    read_not_met,
    read_plan,
    sight,
    tally,
    write_plan,
)

FEATURE = """Feature: Tiny

  @AD-001
  Scenario: One
    Given nothing

  @AD-001 @AD-002
  Scenario: Two
    Given nothing

  @AD-003
  Scenario: Three
    Given nothing
"""
EVERY = ("late", "lost", "loud")


def defect(name: str, *claims: str) -> SourceDefect:
    return SourceDefect(
        name=name, en="It breaks.", sv="Det brister.", claims=claims, file="app.py", find="a", replace="b"
    )


def seen(scenario: str, name: str, what: Sight) -> Seen:
    return Seen(scenario=scenario, defect=name, sight=what)


@pytest.fixture
def scenarios(tmp_path: Path) -> tuple[WrittenScenario, ...]:
    folder = tmp_path / "features"
    folder.mkdir()
    (folder / "tiny.feature").write_text(FEATURE, encoding="utf-8")
    return read_features(folder)[0].scenarios


def test_a_scenario_meets_the_defects_of_its_claims(scenarios: tuple[WrittenScenario, ...]) -> None:
    one, two, three = (scenario.id for scenario in scenarios)
    found = candidates(scenarios, [defect("late", "AD-002"), defect("lost", "AD-001")])
    assert found == {one: ("lost",), two: ("late", "lost"), three: ()}


def test_what_has_caught_it_before_comes_first(scenarios: tuple[WrittenScenario, ...]) -> None:
    one, two, _ = (scenario.id for scenario in scenarios)
    every = [defect("late", "AD-001"), defect("lost", "AD-001"), defect("loud", "AD-001")]
    found = candidates(scenarios, every, {one: "lost", two: "gone"})
    assert (found[one], found[two]) == (("lost", "late", "loud"), ("late", "lost", "loud"))


def test_a_scenario_that_was_not_caught_meets_the_next_defect() -> None:
    possible = {"one": ("late", "lost"), "two": ("late",), "three": ()}
    assert next_round(possible, [], EVERY) == {"one": "late", "two": "late"}
    first = [seen("one", "late", "missed"), seen("two", "late", "caught")]
    assert next_round(possible, first, EVERY) == {"one": "lost"}


@pytest.mark.parametrize("what", ["missed", "unclear"])
def test_a_scenario_that_met_them_all_meets_none_again(what: Sight) -> None:
    assert next_round({"one": ("late",)}, [seen("one", "late", what)], EVERY) == {}


def test_in_the_end_a_defect_that_caught_nothing_meets_the_scenarios_that_others_caught() -> None:
    possible = {"one": ("late", "lost"), "two": ("late", "lost")}
    first = [seen("one", "late", "caught"), seen("two", "late", "caught")]
    assert next_round(possible, first, EVERY) == {"one": "lost", "two": "lost"}
    second = [*first, seen("one", "lost", "missed"), seen("two", "lost", "caught")]
    assert next_round(possible, second, EVERY) == {}


def test_a_defect_without_a_detection_is_tried_with_four_scenarios_a_round() -> None:
    possible = dict.fromkeys("abcdef", ("late", "lost"))
    first = [seen(id_, "late", "caught") for id_ in possible]
    assert next_round(possible, first, EVERY) == dict.fromkeys("abcd", "lost")
    second = [*first, *(seen(id_, "lost", "missed") for id_ in "abcd")]
    assert next_round(possible, second, EVERY) == dict.fromkeys("ef", "lost")


def test_it_is_tried_first_with_scenarios_whose_defect_others_detect_too() -> None:
    possible = dict.fromkeys("abcdef", ("late", "lost", "loud"))
    first = [seen("a", "late", "caught"), *(seen(id_, "lost", "caught") for id_ in "bcdef")]
    assert next_round(possible, first, EVERY) == dict.fromkeys("bcde", "loud")


def test_a_defect_that_is_not_judged_is_left_alone_once_all_are_caught() -> None:
    possible = {"one": ("late", "lost")}
    assert next_round(possible, [], []) == {"one": "late"}
    assert next_round(possible, [seen("one", "late", "caught")], ["late"]) == {}


def test_two_idle_defects_take_different_scenarios_in_a_round() -> None:
    possible = {"one": ("late", "lost", "loud"), "two": ("late", "lost", "loud")}
    first = [seen("one", "late", "caught"), seen("two", "late", "caught")]
    assert next_round(possible, first, EVERY) == {"one": "lost", "two": "loud"}


def test_a_defect_that_no_scenario_met_is_told_from_one_that_was_missed() -> None:
    possible = {"one": ("late", "lost", "loud"), "two": ("late", "lost")}
    rounds = [
        seen("one", "late", "unmet"), seen("two", "late", "missed"), seen("one", "lost", "unmet"),
        seen("two", "lost", "unmet"), seen("one", "loud", "unclear"),
    ]  # fmt: skip
    result = tally(possible, rounds, EVERY)
    assert (result.unmet, result.idle) == (("lost",), EVERY)


def test_what_did_not_meet_its_defect_has_not_detected_it() -> None:
    not_met = NotMet(scenario="one", reason="It was never requested.")
    assert [sight(status, "then", not_met) for status in ("passed", "failed", "broken")] == ["unmet"] * 3
    assert sight("failed", "then", replace(not_met, stale=True)) == "unclear"


def test_what_was_not_met_is_saved_by_several_processes(tmp_path: Path) -> None:
    assert read_not_met(tmp_path) == {}
    first = NotMet(scenario="one", reason="Åh.")
    second = NotMet(scenario="two", reason="Its find is gone.", stale=True)
    for each in (first, second):
        note_not_met(each, tmp_path)
    assert read_not_met(tmp_path) == {"one": first, "two": second}


def test_what_it_comes_to() -> None:
    possible = {"one": ("late",), "two": ("late", "lost"), "three": ()}
    rounds = [seen("one", "late", "caught"), seen("two", "late", "missed"), seen("two", "lost", "unclear")]
    result = tally(possible, rounds, EVERY)
    assert set(result.caught) == {"one"}
    assert (result.never, result.without, result.idle) == (("two",), ("three",), ("lost",))
    assert not result.complete


def test_complete_is_when_each_scenario_detects_a_defect_and_each_defect_is_detected() -> None:
    assert tally({"one": ("late",)}, [seen("one", "late", "caught")], EVERY).complete


def test_of_a_defect_that_is_not_judged_nothing_is_said() -> None:
    possible = {"one": ("late", "lost", "loud")}
    assert tally(possible, [seen("one", "late", "caught")], ["late", "loud"]).idle == ("loud",)


@pytest.mark.parametrize(
    ("status", "kind", "expected"),
    [
        ("failed", "then", "caught"),
        ("failed", "when", "caught"),
        ("failed", None, "unclear"),
        ("failed", "given", "unclear"),
        ("broken", "then", "unclear"),
        ("skipped", None, "unclear"),
        ("not-offered", "then", "unclear"),
        ("passed", None, "missed"),
    ],
)
def test_a_scenario_is_caught_where_it_fails_after_its_givens(status: str, kind: str | None, expected: Sight) -> None:
    assert sight(status, kind) == expected


def test_a_plan_is_read_as_it_was_written(tmp_path: Path) -> None:
    write_plan({"å": "late"}, tmp_path / "plan.json")
    assert read_plan(tmp_path / "plan.json") == {"å": "late"}


def test_only_a_defect_whose_scenarios_are_all_taken_can_be_said_to_go_unnoticed(
    scenarios: tuple[WrittenScenario, ...],
) -> None:
    every = [defect("late", "AD-001"), defect("lost", "AD-002"), defect("loud", "AD-001", "AD-003")]

    def judged(*taken: WrittenScenario) -> list[str]:
        return [item.name for item in completely_covered(every, taken, scenarios)]

    one, two, three = scenarios
    assert judged(one, two, three) == ["late", "lost", "loud"]
    assert judged(one, two) == ["late", "lost"]
    assert judged(two, three) == ["lost"]
    assert judged(one) == []


def test_scenarios_of_the_other_edition_are_not_waited_for(scenarios: tuple[WrittenScenario, ...]) -> None:
    swedish = [replace(scenario, id=f"sv {scenario.id}", language="sv") for scenario in scenarios]
    every = [*scenarios, *swedish]
    assert [item.name for item in completely_covered([defect("late", "AD-001")], scenarios, every)] == ["late"]
    assert list(completely_covered([defect("late", "AD-001")], [*scenarios, swedish[0]], every)) == []
