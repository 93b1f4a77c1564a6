"""The files of snapshots."""

import json
from pathlib import Path

import pytest

from deskproof.steps.gherkin.files.reader import WrittenScenario, read_feature
from deskproof.steps.snapshots.snapshot import Expected, Moment
from deskproof.steps.snapshots.store import BadSnapshots, file_of, fingerprint, load, save

FEATURE = """Feature: One

  Scenario: Opens
    When the page is opened
    Then it says hello

  Scenario: Closes
    When the page is closed
    Then it says goodbye
"""

EXPECTED = Expected(
    steps="abc",
    pages={Moment(step=1, page="Ada, page 2"): (("a", "b"), ("c",))},
    messages={"ping": (0, 3), "sign in": (1, 1)},
)


def scenarios(folder: Path, text: str = FEATURE, path: str = "features/one.feature") -> tuple[WrittenScenario, ...]:
    file = folder / "one.feature"
    file.write_text(text, encoding="utf-8")
    return read_feature(file, path).scenarios


def test_what_is_saved_can_be_loaded(tmp_path: Path) -> None:
    opens, closes = scenarios(tmp_path)
    file = tmp_path / "snapshots" / "one.json"
    save(file, (opens, closes), {opens.id: EXPECTED, closes.id: EXPECTED, "gone": EXPECTED})
    assert load(file) == {opens.id: EXPECTED, closes.id: EXPECTED}


def test_a_text_of_several_scenarios_is_there_once(tmp_path: Path) -> None:
    opens, closes = scenarios(tmp_path)
    file = tmp_path / "one.json"
    save(file, (opens, closes), {opens.id: EXPECTED, closes.id: EXPECTED})
    saved = json.loads(file.read_text(encoding="utf-8"))
    assert sorted(saved["pages"].values()) == [["a", "b"], ["c"]]
    assert sorted(saved["messages"].values()) == ["ping", "sign in"]


def test_there_is_a_file_for_each_feature_of_each_edition(tmp_path: Path) -> None:
    english = scenarios(tmp_path)[0]
    swedish = scenarios(
        tmp_path,
        "# language: sv\nEgenskap: Ett\n\n  Scenario: Öppnas\n    När sidan öppnas\n",
        "features/sv/one.feature",
    )[0]
    assert file_of(tmp_path, english) == tmp_path / "snapshots" / "one.json"
    assert file_of(tmp_path, swedish) == tmp_path / "snapshots" / "sv" / "one.json"


def test_a_fingerprint_holds_until_a_step_changes(tmp_path: Path) -> None:
    before = scenarios(tmp_path)
    renamed = scenarios(tmp_path, FEATURE.replace("Opens", "Is opened"))
    changed = scenarios(tmp_path, FEATURE.replace("hello", "good morning"))
    assert fingerprint(before[0]) == fingerprint(renamed[0]) != fingerprint(changed[0])


def test_without_a_file_nothing_is_expected(tmp_path: Path) -> None:
    assert load(tmp_path / "one.json") == {}


@pytest.mark.parametrize(
    "text",
    [
        "{",
        "[]",
        '{"pages": {}, "messages": {}, "scenarios": {"a": {"name": "a", "steps": "b"}}}',
    ],
)
def test_a_damaged_file_is_refused_in_a_sentence(tmp_path: Path, text: str) -> None:
    file = tmp_path / "one.json"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(BadSnapshots, match=r"one\.json is not a file of snapshots .*restore the committed file"):
        load(file)
