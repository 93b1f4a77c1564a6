"""Which scenarios have detected a defect: saved in a line each, and valid only while nothing has changed."""

from dataclasses import replace
from pathlib import Path

import pytest

from deskproof.reports.record import DetectedDefect
from deskproof.simulator.defects import SourceDefect, all_defects
from deskproof.steps.gherkin.files.reader import WrittenScenario, read_features
from deskproof.steps.mutation.defects import Seen, Sight
from deskproof.steps.mutation.detections import NAME, BadDetections, changes, detection, read, updated, valid, write

ROOT = Path(__file__).parents[3]
LATE = SourceDefect(
    name="late", en="It is late.", sv="Det är sent.", claims=("AD-001",), file="a.py", find="1", replace="2"
)
LOST = LATE.model_copy(update={"name": "lost", "replace": "3"})
DEFECTS = {item.name: item for item in (LATE, LOST)}
ENGLISH = """Feature: Tiny
  @AD-001
  Scenario: One
    When a
    Then b

  @AD-002
  Scenario: Two
    Then c
"""
SWEDISH = """# language: sv
Egenskap: Liten
  @AD-001
  Scenario: Ett
    När å
    Så ä

  @AD-002
  Scenario: Två
    Så ö
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "features" / "sv").mkdir(parents=True)
    (tmp_path / "features" / "tiny.feature").write_text(ENGLISH, encoding="utf-8")
    (tmp_path / "features" / "sv" / "tiny.feature").write_text(SWEDISH, encoding="utf-8")
    return tmp_path / "features"


@pytest.fixture
def suite(folder: Path) -> tuple[WrittenScenario, ...]:
    return tuple(scenario for file in read_features(folder) for scenario in file.scenarios)


@pytest.fixture
def one(suite: tuple[WrittenScenario, ...]) -> WrittenScenario:
    return next(item for item in suite if item.name == "One")


def seen(scenario: WrittenScenario, defect: str, what: Sight) -> Seen:
    return Seen(scenario=scenario.id, defect=defect, sight=what, at=1)


def test_what_is_kept_is_read_again(folder: Path, one: WrittenScenario) -> None:
    assert read(folder) == {}
    write(folder, [detection(one, LATE, 1)])
    assert read(folder) == {one.id: detection(one, LATE, 1)}
    assert len((folder / NAME).read_text(encoding="utf-8").splitlines()) == 1


@pytest.mark.parametrize("line", ["{", "{}", '{"scenario": "a", "defect": "b", "step": -1, "wording": "c"}'])
def test_a_line_that_is_not_a_detection_is_refused_with_its_number(
    folder: Path, one: WrittenScenario, line: str
) -> None:
    write(folder, [detection(one, LATE, 1)])
    with (folder / NAME).open("a", encoding="utf-8") as file:
        file.write(line + "\n")
    with pytest.raises(BadDetections, match=rf"^features/{NAME}:2 is not a detection \(.*\); restore the committed"):
        read(folder)


def test_what_was_seen_of_the_english_scenario_holds_for_the_swedish_one(
    suite: tuple[WrittenScenario, ...], one: WrittenScenario
) -> None:
    found = valid(suite, {one.id: detection(one, LATE, 1)}, DEFECTS)
    assert {scenario.name for scenario in suite if scenario.id in found} == {"One", "Ett"}
    assert found[one.id] == DetectedDefect(defect="late", en="It is late.", sv="Det är sent.", step=1)


@pytest.mark.parametrize(
    "defects",
    [
        {},
        {"late": LATE.model_copy(update={"find": "4"})},
        {"late": LATE.model_copy(update={"replace": "4"})},
        {"late": LATE.model_copy(update={"claims": ("AD-002",)})},
    ],
)
def test_a_defect_that_is_another_now_proves_nothing(
    suite: tuple[WrittenScenario, ...], one: WrittenScenario, defects: dict[str, SourceDefect]
) -> None:
    assert valid(suite, {one.id: detection(one, LATE, 1)}, defects) == {}


def test_a_scenario_that_reads_otherwise_has_to_be_seen_anew(
    folder: Path, suite: tuple[WrittenScenario, ...], one: WrittenScenario
) -> None:
    saved = {one.id: detection(one, LATE, 1)}
    other = replace(one, steps=(one.steps[0], replace(one.steps[1], text="B")))
    assert valid([other if each is one else each for each in suite], saved, DEFECTS) == {}
    moved = replace(one, line=99, steps=tuple(replace(step, line=99) for step in one.steps))
    assert one.id in valid([moved if each is one else each for each in suite], saved, DEFECTS)


def test_who_was_caught_is_kept_by_the_first_defect_that_did(
    suite: tuple[WrittenScenario, ...], one: WrittenScenario
) -> None:
    found = updated({}, [seen(one, "late", "caught"), seen(one, "lost", "caught")], suite, DEFECTS)
    assert found == {one.id: detection(one, LATE, 1)}
    swedish = next(each for each in suite if each.name == "Ett")
    assert updated({}, [seen(swedish, "lost", "caught")], suite, DEFECTS) == {one.id: detection(one, LOST, 1)}


@pytest.mark.parametrize("what", ["missed", "unclear"])
def test_who_does_not_fail_as_before_is_kept_no_longer(
    suite: tuple[WrittenScenario, ...], one: WrittenScenario, what: Sight
) -> None:
    saved = {one.id: detection(one, LATE, 1)}
    assert updated(saved, [seen(one, "late", what)], suite, DEFECTS) == {}
    assert updated(saved, [seen(one, "late", what), seen(one, "lost", "caught")], suite, DEFECTS) == {
        one.id: detection(one, LOST, 1)
    }


def test_what_another_defect_does_changes_nothing(suite: tuple[WrittenScenario, ...], one: WrittenScenario) -> None:
    saved = {one.id: detection(one, LATE, 1)}
    for others in ([seen(one, "lost", "missed")], [seen(one, "lost", "caught")], []):
        assert updated(saved, others, suite, DEFECTS) == saved


def test_a_defect_without_a_detection_takes_the_place_of_one_with_several(
    suite: tuple[WrittenScenario, ...],
) -> None:
    one, two = (each for each in suite if each.language == "en")
    late, lost = (each.model_copy(update={"claims": ("AD-001", "AD-002")}) for each in (LATE, LOST))
    defects = {"late": late, "lost": lost}
    saved = {one.id: detection(one, late, 1), two.id: detection(two, late, 0)}
    taken = {**saved, one.id: detection(one, lost, 1)}
    assert updated(saved, [seen(one, "late", "caught"), seen(one, "lost", "caught")], suite, defects) == taken
    assert updated(saved, [seen(one, "lost", "caught"), seen(two, "lost", "caught")], suite, defects) == taken
    assert updated(saved, [seen(one, "lost", "missed")], suite, defects) == saved


def test_what_does_not_hold_any_more_makes_room(suite: tuple[WrittenScenario, ...], one: WrittenScenario) -> None:
    stale = {one.id: replace(detection(one, LATE, 1), wording="another"), "gone": detection(one, LATE, 1)}
    assert updated(stale, [seen(one, "lost", "caught")], suite, DEFECTS) == {one.id: detection(one, LOST, 1)}


def test_changes_are_counted(one: WrittenScenario) -> None:
    saved = detection(one, LATE, 1)
    assert changes({"a": saved, "b": saved}, {"b": replace(saved, step=0), "c": saved}) == (
        f"2 detections in {NAME}: 1 new, 1 renewed, 1 gone"
    )


def test_every_scenario_of_ours_has_a_valid_detection() -> None:
    features = ROOT / "features"
    suite = tuple(scenario for file in read_features(features) for scenario in file.scenarios)
    current = valid(suite, read(features), all_defects())
    missing = [scenario.id for scenario in suite if scenario.id not in current]
    assert not missing, "new, or changed since they detected a defect: run 'deskproof defects --missing --keep'"


def test_a_file_with_the_former_name_is_refused(tmp_path: Path) -> None:
    (tmp_path / "seen-to-fail.ndjson").write_text("", encoding="utf-8")
    with pytest.raises(
        BadDetections, match=r"/seen-to-fail\.ndjson is now called detections\.ndjson; rename the file\.$"
    ):
        read(tmp_path)


def test_a_module_that_moves_takes_what_was_seen_along(
    suite: tuple[WrittenScenario, ...], one: WrittenScenario
) -> None:
    saved = {one.id: detection(one, LATE, 1)}
    moved = LATE.model_copy(update={"file": "folder/b.py"})
    changed = LATE.model_copy(update={"find": "11"})
    assert one.id in valid(suite, saved, {"late": moved})
    assert valid(suite, saved, {"late": changed}) == {}
