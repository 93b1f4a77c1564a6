"""The order in which scenarios are tried with a derived defect."""

from collections.abc import Sequence

from deskproof.steps.gherkin.files.reader import WrittenScenario
from deskproof.steps.mutation.derived.candidates import Known, candidates


def written(id_: str, feature: str = "one", template: int = 0) -> WrittenScenario:
    return WrittenScenario(
        id=id_,
        path=f"features/{feature}.feature",
        line=1,
        feature=feature,
        rule=None,
        template=id_,
        template_line=template or ord(id_),
        first_line=1,
        name=id_,
        language="en",
        tags=(),
        columns=(),
        example=(),
        steps=(),
    )


ALL = [written("a"), written("b"), written("c", "two"), written("d", "two"), written("e", "three")]


def ordered(
    known: Sequence[Known] = (), scores: dict[str, float] | None = None, reaching: str = "abcde"
) -> tuple[str, ...]:
    every = {**dict.fromkeys("abcde", 0.0), **(scores or {})}
    return candidates(set(reaching), ALL, known, file="domain/rules.py", function=(10, 20), scores=every)


def test_only_scenarios_that_run_the_place_are_tried() -> None:
    assert set(ordered(reaching="ad")) == {"a", "d"}


def test_without_anything_known_each_feature_has_its_turn() -> None:
    assert ordered() == ("a", "c", "e", "b", "d")


def test_common_words_come_first() -> None:
    assert ordered(scores={"d": 2.0, "b": 1.0})[:2] == ("d", "b")


def test_a_detection_in_the_same_function_comes_before_one_in_the_same_file() -> None:
    known = [
        Known(scenario="b", file="domain/rules.py", offset=30),
        Known(scenario="e", file="domain/rules.py", offset=12),
        Known(scenario="d", file="domain/other.py", offset=12),
    ]
    assert ordered(known) == ("e", "b", "a", "c", "d")


def test_words_and_detections_take_turns() -> None:
    known = [Known(scenario="e", file="domain/rules.py", offset=12)]
    assert ordered(known, scores={"d": 2.0, "b": 1.0})[:3] == ("d", "e", "b")


def test_rows_of_an_outline_come_after_one_row_of_each_other_scenario() -> None:
    rows = [written(id_, template=1) for id_ in "abc"] + [written("d")]
    scores = {"a": 4.0, "b": 3.0, "c": 2.0, "d": 1.0}
    found = candidates(set(scores), rows, (), file="a.py", function=(0, 0), scores=scores)
    assert found == ("a", "d", "b", "c")
