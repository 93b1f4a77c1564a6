"""Places in features, and what is said of one that is none."""

from pathlib import Path

import pytest

from deskproof.steps.gherkin.files.reader import read_features
from deskproof.steps.selection.collected import NothingSelected, place

TEXT = """Feature: F
  Scenario: One
    When a
    Then b

  Scenario Outline: Two
    When <n>
    Then b
    Examples:
      | n |
      | 1 |
      | 2 |
"""


def chosen(folder: Path, line: str) -> list[str]:
    (folder / "features").mkdir(exist_ok=True)
    file = folder / "features" / "a.feature"
    file.write_text(TEXT, encoding="utf-8")
    at = place(f"{file}{line}")
    scenarios = [scenario for each in read_features(folder / "features") for scenario in each.scenarios]
    return [
        "-".join((scenario.name, *scenario.example)) for scenario in scenarios if at.has(scenario, folder / "features")
    ]


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("", ["One", "Two-1", "Two-2"]),
        (":2", ["One"]),
        (":4", ["One"]),
        (":6", ["Two-1", "Two-2"]),
        (":8", ["Two-1", "Two-2"]),
        (":11", ["Two-1"]),
        (":12", ["Two-2"]),
        (":99", []),
    ],
)
def test_a_line_takes_its_scenario(tmp_path: Path, line: str, names: list[str]) -> None:
    assert chosen(tmp_path, line) == names


@pytest.mark.parametrize("text", ["no/such.feature", "no/such.feature:3", "pyproject.toml", ""])
def test_what_is_no_feature_file_is_refused(text: str) -> None:
    with pytest.raises(NothingSelected, match=r"is not a feature file; name a \*.feature file that exists"):
        place(text)
