"""The two editions say the same, or the first difference is reported."""

from pathlib import Path

import pytest

from deskproof.steps.gherkin.bind_check.editions import Meaning, compare_editions
from deskproof.steps.gherkin.files.reader import WrittenStep, read_features

ENGLISH = """Feature: F

  Rule: R

    @AD-001
    Scenario: One
      When a
      Then b

    @AD-002
    Scenario Outline: Two <n>
      When <n>

      Examples:
        | n |
        | 1 |
        | 2 |
"""

SWEDISH = """# language: sv
Egenskap: F

  Regel: R

    @AD-001
    Scenario: Ett
      När a
      Så b

    @AD-002
    Scenariomall: Två <n>
      När <n>

      Exempel:
        | n |
        | 1 |
        | 2 |
"""


def findings_of(tmp_path: Path, english: str | None, swedish: str, name: str = "sv/a.feature") -> list[str]:
    folder = tmp_path / "features"
    (folder / "sv").mkdir(parents=True)
    if english is not None:
        (folder / "a.feature").write_text(english, encoding="utf-8")
    (folder / name).write_text(swedish, encoding="utf-8")
    return [str(finding) for finding in compare_editions(read_features(folder))]


def test_equal_editions_are_silent(tmp_path: Path) -> None:
    assert findings_of(tmp_path, ENGLISH, SWEDISH) == []


def test_the_tags_of_every_examples_table_are_compared(tmp_path: Path) -> None:
    english = ENGLISH + "\n      @full-browser\n      Examples:\n        | n |\n        | 3 |\n"
    swedish = SWEDISH + "\n      Exempel:\n        | n |\n        | 3 |\n"
    assert (
        "it is tagged @AD-002 and the English one @AD-002 @full-browser" in findings_of(tmp_path, english, swedish)[0]
    )


@pytest.mark.parametrize(
    ("before", "after", "finding"),
    [
        (
            "@AD-002",
            "@AD-001",
            (
                "'Två <n>' differs from features/a.feature:11 ('Two <n>'): it is tagged @AD-001 and the English one "
                "@AD-002"
            ),
        ),
        (
            "      Så b\n",
            "",
            "features/sv/a.feature:7: 'Ett' differs from features/a.feature:6 ('One'): it has 1 steps",
        ),
        ("      Så b\n", "      Och b\n", "the step in line 9 is of another kind"),
        ("        | 2 |\n", "", "it has 1 example rows and the English one 2"),
        ("  Regel: R\n", "", "one is under a rule and the other is not"),
        (SWEDISH[SWEDISH.index("    @AD-002") :], "", "lacks the scenario 'Two <n>' of features/a.feature:11"),
    ],
)
def test_a_difference_is_reported(tmp_path: Path, before: str, after: str, finding: str) -> None:
    findings = findings_of(tmp_path, ENGLISH, SWEDISH.replace(before, after))
    assert len(findings) == 1
    assert finding in findings[0]


def test_a_scenario_too_many_is_reported(tmp_path: Path) -> None:
    more = SWEDISH + "\n    @AD-001\n    Scenario: Tre\n      När c\n"
    assert "'Tre' has no English counterpart" in findings_of(tmp_path, ENGLISH, more)[0]


def test_a_file_of_the_other_language_is_reported(tmp_path: Path) -> None:
    assert "is not in Swedish" in findings_of(tmp_path, ENGLISH, ENGLISH)[0]


def test_swedish_beside_the_english_files_is_reported(tmp_path: Path) -> None:
    assert "belong in the folder sv" in findings_of(tmp_path, ENGLISH, SWEDISH, name="b.feature")[0]


def test_an_edition_without_its_english_file_is_reported(tmp_path: Path) -> None:
    assert "has no English edition features/a.feature" in findings_of(tmp_path, None, SWEDISH)[0]


def test_every_feature_of_ours_has_its_swedish_edition() -> None:
    folder = Path(__file__).parents[4] / "features"
    english = {file.name for file in folder.glob("*.feature")}
    assert english
    assert english == {file.name for file in (folder / "sv").glob("*.feature")}


def test_an_english_file_that_cannot_be_read_is_not_called_missing(tmp_path: Path) -> None:
    assert findings_of(tmp_path, "nonsense", SWEDISH) == []


def _one() -> None: ...


def _other() -> None: ...


@pytest.mark.parametrize(
    ("english", "swedish", "finding"),
    [
        (Meaning(function=_one, values={"number": "1"}), Meaning(function=_one, values={"number": "1"}), None),
        (
            Meaning(function=_one, values={"country": "Sweden"}),
            Meaning(function=_one, values={"country": "Sverige"}),
            None,
        ),
        (Meaning(function=_one, values={}), None, None),
        (
            Meaning(function=_one, values={}),
            Meaning(function=_other, values={}),
            "'a' in line 8 does not say what 'a' says",
        ),
        (
            Meaning(function=_one, values={"number": "1"}),
            Meaning(function=_one, values={"number": "2"}),
            "'a' in line 8 has another number than 'a'",
        ),
    ],
)
def test_a_step_that_means_something_else_is_reported(
    tmp_path: Path, english: Meaning | None, swedish: Meaning | None, finding: str | None
) -> None:
    folder = tmp_path / "features"
    (folder / "sv").mkdir(parents=True)
    (folder / "a.feature").write_text(ENGLISH, encoding="utf-8")
    (folder / "sv" / "a.feature").write_text(SWEDISH, encoding="utf-8")
    files = read_features(folder)
    theirs = {
        id(step) for file in files if file.language == "sv" for scenario in file.scenarios for step in scenario.steps
    }

    def means(step: WrittenStep) -> Meaning | None:
        return swedish if id(step) in theirs else english

    findings = [str(each) for each in compare_editions(files, means)]
    assert len(findings) == (0 if finding is None else 1)
    assert finding is None or finding in findings[0]


def test_a_table_of_another_size_is_reported(tmp_path: Path) -> None:
    english = ENGLISH.replace("      When a\n", "      When a\n        | x | y |\n")
    swedish = SWEDISH.replace("      När a\n", "      När a\n        | x |\n")
    assert "has another table or text below it" in findings_of(tmp_path, english, swedish)[0]
