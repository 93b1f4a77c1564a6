"""What an approval is bound to."""

from dataclasses import replace
from pathlib import Path

import pytest

from deskproof.reports.record.facts import Step
from deskproof.reports.record.observed import Evidence, Picture
from deskproof.reports.review.binding import (
    NOT_THERE,
    fingerprints,
    of_claim,
    of_scenario,
    same_pictures,
    scenario_text,
)
from tests.reports.invented import picture
from tests.reports.runs import result, run_of

ONE = result("a")


def step(keyword: str, *paths: str) -> Step:
    evidence = Evidence(pictures=tuple(Picture(path=path) for path in paths))
    return Step(keyword=keyword, text="all is well", status="passed", evidence=evidence)


@pytest.mark.parametrize(
    "changes",
    [
        {"name": "Another"},
        {"feature": "Another"},
        {"rule": "Another"},
        {"example": "Another"},
        {"language": "sv"},
        {"tags": ("@AD-001", "@new")},
        {"steps": (replace(ONE.steps[0], text="all is bad"),)},
        {"steps": (replace(ONE.steps[0], keyword="And"),)},
        {"steps": (replace(ONE.steps[0], table=(("a", "b"),)),)},
        {"steps": (replace(ONE.steps[0], docstring="a"),)},
    ],
    ids=str,
)
def test_the_text_is_what_is_written(changes: dict[str, object]) -> None:
    assert scenario_text(replace(ONE, **changes)) != scenario_text(ONE)  # type: ignore[arg-type]


def test_the_text_is_not_where_it_stands_nor_how_it_went() -> None:
    again = replace(ONE, line=99, tags=ONE.tags[::-1], duration_ms=5.0, steps=(replace(ONE.steps[0], status="failed"),))
    assert scenario_text(again) == scenario_text(ONE)


def test_a_claim_is_bound_to_its_own_words() -> None:
    claim = run_of(ONE).claims[0]
    assert of_claim(claim) != of_claim(replace(claim, sv="Annat."))
    assert of_claim(claim) == of_claim(replace(claim, status="failing", scenarios=()))


def test_pictures_are_sketched_from_the_run_folder_and_one_that_is_gone_is_like_none(tmp_path: Path) -> None:
    (tmp_path / "a.jpg").write_bytes(picture("Task page"))
    (tmp_path / "b.jpg").write_bytes(b"\xff\xd8 half")
    shown = replace(ONE, steps=(step("Then", "a.jpg", "b.jpg", "c.jpg", "../a.jpg"),))
    bound = of_scenario(shown, fingerprints(tmp_path))
    assert bound.pictures[0].startswith("640x400:")
    assert bound.pictures[1:] == (NOT_THERE,) * 3
    assert same_pictures(bound.pictures[:1], bound.pictures[:1])
    assert not same_pictures(bound.pictures, bound.pictures)
    assert not same_pictures(bound.pictures[:1], ())
