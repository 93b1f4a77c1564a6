"""Which scenarios a selection takes, and the sentence about one that is wrong or empty."""

from collections.abc import Callable
from pathlib import Path

import pytest

from deskproof.reports.record import Recorder, RunInfo, StepStatus
from deskproof.steps.gherkin.files.reader import WrittenScenario, read_features
from deskproof.steps.runner.scenario_recorder import planned
from deskproof.steps.selection.collected import NothingSelected
from deskproof.steps.selection.request import Selection
from deskproof.steps.selection.rules import Selected, select

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
    return tuple(scenario for file in read_features(folder) for scenario in file.scenarios)


def test_an_empty_selection_takes_all(scenarios: tuple[WrittenScenario, ...], folder: Path) -> None:
    assert select(scenarios, Selection(), folder) == Selected(ids=None)


@pytest.mark.parametrize(
    ("selection", "names"),
    [
        (Selection(words="sign IN"), {"Sign in and out"}),
        (Selection(words="in and out"), {"Sign in and out"}),
        (Selection(words="default number"), {"The default_number is kept"}),
        (Selection(words="out or default"), {"Sign in and out", "The default_number is kept"}),
        (Selection(words="pick and not blue"), {"Pick Red (dark)"}),
        (Selection(words="(dark)"), {"Pick Red (dark)"}),
        (Selection(tags="@AD-001"), {"Sign in and out", "Pick Red (dark)", "Pick Blue"}),
        (Selection(tags="AD-001 and not @slow"), {"Pick Red (dark)", "Pick Blue"}),
        (Selection(tags="@AD-001", words="out"), {"Sign in and out"}),
    ],
)
def test_what_is_taken(
    scenarios: tuple[WrittenScenario, ...], folder: Path, selection: Selection, names: set[str]
) -> None:
    selected = select(scenarios, selection, folder)
    assert {scenario.name for scenario in scenarios if scenario.id in (selected.ids or ())} == names


@pytest.mark.parametrize(
    ("selection", "sentence"),
    [
        (
            Selection(words="nobody"),
            "no scenario's name fits 'nobody'; give words of a name as the",
        ),
        (
            Selection(words="(blue"),
            r"no scenario's name has '\(blue' in it, and as an expression it has a bracket",
        ),
        (Selection(words="blue and"), "as an expression it ends where words are missing; give words of a name"),
        (Selection(tags="@AD-009"), r"no scenario is tagged @AD-009; the tags in use are @AD-001, @AD-002, @slow\."),
        (Selection(tags="@AD-002 and @slow"), "no scenario has the tags '@AD-002 and @slow'"),
        (Selection(tags="@AD-002 or"), "--tags '@AD-002 or' ends where a tag is missing; write tags joined by"),
        (Selection(tags="@AD-002", words="sign in"), "no scenario fits all of the conditions"),
    ],
)
def test_a_selection_that_takes_nothing_is_refused(
    scenarios: tuple[WrittenScenario, ...], folder: Path, selection: Selection, sentence: str
) -> None:
    with pytest.raises(NothingSelected, match=sentence):
        select(scenarios, selection, folder)


def test_a_line_without_a_scenario_is_refused(scenarios: tuple[WrittenScenario, ...], folder: Path) -> None:
    nearest = r"no scenario is at .*a\.feature:99; the nearest begins at line 11\. Give a line of a scenario"
    with pytest.raises(NothingSelected, match=nearest):
        select(scenarios, Selection(places=(f"{folder}/a.feature:99",)), folder)


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
    with pytest.raises(NothingSelected, match=sentence):
        select(scenarios, Selection(places=tuple(f"{folder}/a.feature{line}" for line in lines)), folder)


def test_a_place_that_is_given_twice_is_taken_once(scenarios: tuple[WrittenScenario, ...], folder: Path) -> None:
    places = (f"{folder}/a.feature:3", f"{folder}/../features/a.feature:3")
    assert select(scenarios, Selection(places=places), folder).ids == frozenset({scenarios[0].id})


def test_a_file_without_scenarios_beside_one_that_has_some_is_refused(folder: Path) -> None:
    (folder / "b.feature").write_text("Feature: Empty\n")
    scenarios = tuple(scenario for file in read_features(folder) for scenario in file.scenarios)
    with pytest.raises(NothingSelected, match=r"there is no scenario in .*b\.feature; name a \*\.feature file"):
        select(scenarios, Selection(places=(f"{folder}/a.feature", f"{folder}/b.feature")), folder)


@pytest.mark.parametrize("text", ["", "  ", "\t\u00a0", '""', "''", "-", "\u200b"])
def test_a_blank_selection_is_refused(scenarios: tuple[WrittenScenario, ...], folder: Path, text: str) -> None:
    for selection in (Selection(words=text), Selection(tags=text), Selection(changed_since=text)):
        with pytest.raises(NothingSelected, match=r"has nothing in it to look for|names no revision"):
            select(scenarios, selection, folder)


# ---- by an earlier run


def record(folder: Path, scenarios: tuple[WrittenScenario, ...], statuses: dict[str, StepStatus]) -> Path:
    """A run in which scenarios ended so; those that are not named never started."""
    with Recorder(folder) as recorder:
        recorder.run_started(RunInfo(id="run", command="deskproof run"))
        recorder.scenarios_planned(tuple(scenario.id for scenario in scenarios), suite=len(scenarios))
        for scenario in scenarios:
            if scenario.name in statuses:
                recorder.scenario_started(planned(scenario))
                recorder.scenario_finished(scenario.id, 1, statuses[scenario.name], 1)
        recorder.run_finished()
    return folder


def test_what_did_not_pass_or_never_started(scenarios: tuple[WrittenScenario, ...], folder: Path) -> None:
    statuses: dict[str, StepStatus] = {
        "Sign in and out": "passed",
        "The default_number is kept": "failed",
        "Pick Blue": "broken",
    }
    run = record(folder.parent / "run", scenarios, statuses)
    selected = select(scenarios, Selection(unsettled_in=run), folder)
    assert [scenario.name for scenario in scenarios if scenario.id in (selected.ids or ())] == [
        "The default_number is kept",
        "Pick Red (dark)",
        "Pick Blue",
    ]


def test_a_run_with_nothing_left_is_refused(scenarios: tuple[WrittenScenario, ...], folder: Path) -> None:
    run = record(folder.parent / "run", scenarios, {scenario.name: "passed" for scenario in scenarios})
    with pytest.raises(NothingSelected, match="everything passed in the last run, run; nothing is left to run again"):
        select(scenarios, Selection(unsettled_in=run), folder)


def test_scenarios_that_are_gone_are_refused(scenarios: tuple[WrittenScenario, ...], folder: Path) -> None:
    run = record(folder.parent / "run", scenarios[:1], {scenarios[0].name: "failed"})
    with pytest.raises(NothingSelected, match="the features no longer have what did not pass in the last run"):
        select(scenarios[1:], Selection(unsettled_in=run), folder)
