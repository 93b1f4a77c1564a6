"""Which scenarios a choice takes, and what is said of a choice that is wrong or empty."""

from collections.abc import Callable
from pathlib import Path

import pytest

from deskproof.reports.record import Recorder, RunInfo, StepStatus
from deskproof.steps.gherkin.feature_files import WrittenScenario, read_features
from deskproof.steps.runner.scenario_recorder import planned
from deskproof.steps.selection.collected import NothingChosen
from deskproof.steps.selection.rules import Asked, Choice, choose

TEXT = """Feature: F
  @AD-001 @slow
  Scenario: Sign in and out
    When a

  @AD-002
  Scenario: The default_number is kept
    When a

  @AD-001
  Scenario Outline: Pick <colour>
    When a

    Examples:
      | colour     |
      | Red (dark) |
      | Blue       |
"""

Chosen = Callable[..., set[str]]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "features").mkdir()
    (tmp_path / "features" / "a.feature").write_text(TEXT, encoding="utf-8")
    return tmp_path / "features"


@pytest.fixture
def scenarios(folder: Path) -> tuple[WrittenScenario, ...]:
    return tuple(one for file in read_features(folder) for one in file.scenarios)


def test_nothing_asked_takes_all(scenarios: tuple[WrittenScenario, ...], folder: Path) -> None:
    assert choose(scenarios, Asked(), folder) == Choice(ids=None)


@pytest.mark.parametrize(
    ("asked", "names"),
    [
        (Asked(words="sign IN"), {"Sign in and out"}),
        (Asked(words="in and out"), {"Sign in and out"}),
        (Asked(words="default number"), {"The default_number is kept"}),
        (Asked(words="out or default"), {"Sign in and out", "The default_number is kept"}),
        (Asked(words="pick and not blue"), {"Pick Red (dark)"}),
        (Asked(words="(dark)"), {"Pick Red (dark)"}),
        (Asked(tags="@AD-001"), {"Sign in and out", "Pick Red (dark)", "Pick Blue"}),
        (Asked(tags="AD-001 and not @slow"), {"Pick Red (dark)", "Pick Blue"}),
        (Asked(tags="@AD-001", words="out"), {"Sign in and out"}),
    ],
)
def test_what_is_taken(scenarios: tuple[WrittenScenario, ...], folder: Path, asked: Asked, names: set[str]) -> None:
    choice = choose(scenarios, asked, folder)
    assert {one.name for one in scenarios if one.id in (choice.ids or ())} == names


@pytest.mark.parametrize(
    ("asked", "sentence"),
    [
        (Asked(words="nobody"), "no scenario's name fits 'nobody'; give words that stand in a name"),
        (Asked(words="(blue"), r"no scenario's name has '\(blue' in it, and as an expression it has a bracket that is"),
        (Asked(words="blue and"), "as an expression it ends where words are missing; give words of a name"),
        (Asked(tags="@AD-009"), r"no scenario is tagged @AD-009; the tags in use are @AD-001, @AD-002, @slow\."),
        (Asked(tags="@AD-002 and @slow"), "no scenario has the tags '@AD-002 and @slow'"),
        (Asked(tags="@AD-002 or"), "--tags '@AD-002 or' ends where words are missing; write tags joined by"),
        (Asked(tags="@AD-002", words="sign in"), "no scenario is all of what was asked for"),
    ],
)
def test_what_takes_nothing_is_told(
    scenarios: tuple[WrittenScenario, ...], folder: Path, asked: Asked, sentence: str
) -> None:
    with pytest.raises(NothingChosen, match=sentence):
        choose(scenarios, asked, folder)


def test_a_line_of_no_scenario_is_told(scenarios: tuple[WrittenScenario, ...], folder: Path) -> None:
    nearest = r"no scenario is at .*a\.feature:99; the nearest begins at line 11\. Give a line of a scenario"
    with pytest.raises(NothingChosen, match=nearest):
        choose(scenarios, Asked(places=(f"{folder}/a.feature:99",)), folder)


@pytest.mark.parametrize(
    ("lines", "sentence"),
    [
        (("", ":99"), "no scenario is at .*:99"),
        ((":3", ":5", ":99"), "the nearest begin at lines 3 and 7"),
        ((":3", ":1"), "the nearest begins at line 3"),
        ((":0",), "names the line '0'"),
        ((":-1",), "names the line '-1'"),
    ],
)
def test_each_place_has_to_have_a_scenario(
    scenarios: tuple[WrittenScenario, ...], folder: Path, lines: tuple[str, ...], sentence: str
) -> None:
    with pytest.raises(NothingChosen, match=sentence):
        choose(scenarios, Asked(places=tuple(f"{folder}/a.feature{line}" for line in lines)), folder)


def test_a_place_that_is_given_twice_is_taken_once(scenarios: tuple[WrittenScenario, ...], folder: Path) -> None:
    places = (f"{folder}/a.feature:3", f"{folder}/../features/a.feature:3")
    assert choose(scenarios, Asked(places=places), folder).ids == frozenset({scenarios[0].id})


def test_a_file_without_scenarios_beside_one_that_has_some_is_told(folder: Path) -> None:
    (folder / "b.feature").write_text("Feature: Empty\n")
    scenarios = tuple(one for file in read_features(folder) for one in file.scenarios)
    with pytest.raises(NothingChosen, match=r"there is no scenario in .*b\.feature; name a \*\.feature file"):
        choose(scenarios, Asked(places=(f"{folder}/a.feature", f"{folder}/b.feature")), folder)


@pytest.mark.parametrize("text", ["", "  ", "\t\u00a0", '""', "''", "-", "\u200b"])
def test_a_choice_of_nothing_takes_nothing(scenarios: tuple[WrittenScenario, ...], folder: Path, text: str) -> None:
    for asked in (Asked(words=text), Asked(tags=text), Asked(changed_since=text)):
        with pytest.raises(NothingChosen, match=r"has nothing in it to look for|names no revision"):
            choose(scenarios, asked, folder)


# ---- by an earlier run


def record(folder: Path, scenarios: tuple[WrittenScenario, ...], statuses: dict[str, StepStatus]) -> Path:
    """A run in which scenarios ended so; those that are not named never started."""
    with Recorder(folder) as recorder:
        recorder.run_started(RunInfo(id="run", command="deskproof run"))
        recorder.scenarios_planned(tuple(one.id for one in scenarios), suite=len(scenarios))
        for one in scenarios:
            if one.name in statuses:
                recorder.scenario_started(planned(one))
                recorder.scenario_finished(one.id, 1, statuses[one.name], 1)
        recorder.run_finished()
    return folder


def test_what_did_not_pass_or_never_started(scenarios: tuple[WrittenScenario, ...], folder: Path) -> None:
    statuses: dict[str, StepStatus] = {
        "Sign in and out": "passed",
        "The default_number is kept": "failed",
        "Pick Blue": "broken",
    }
    run = record(folder.parent / "run", scenarios, statuses)
    choice = choose(scenarios, Asked(unsettled_in=run), folder)
    assert [one.name for one in scenarios if one.id in (choice.ids or ())] == [
        "The default_number is kept",
        "Pick Red (dark)",
        "Pick Blue",
    ]


def test_nothing_left_of_a_run_is_told(scenarios: tuple[WrittenScenario, ...], folder: Path) -> None:
    run = record(folder.parent / "run", scenarios, {one.name: "passed" for one in scenarios})
    with pytest.raises(NothingChosen, match="everything passed in the last run, run; nothing is left to run again"):
        choose(scenarios, Asked(unsettled_in=run), folder)


def test_features_that_are_gone_are_told(scenarios: tuple[WrittenScenario, ...], folder: Path) -> None:
    run = record(folder.parent / "run", scenarios[:1], {scenarios[0].name: "failed"})
    with pytest.raises(NothingChosen, match="the features no longer have what did not pass in the last run"):
        choose(scenarios[1:], Asked(unsettled_in=run), folder)
