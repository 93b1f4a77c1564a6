"""Feature files as written: what they promise, and what their text gives away."""

from pathlib import Path

import pytest

from deskproof.steps.gherkin.files.reader import FeatureFile, WrittenStep, read_feature, read_features

OUTLINE = """@all
Feature: Numbers

  Background:
    Given Ada is there

  @AD-001
  Rule: Only good ones

    Scenario Outline: A number <number>
      When she enters
        | what   | value    |
        | number | <number> |
      But nothing else
      Then it is <result>, not <+120> 15532447

      @AD-002
      Examples:
        | number | result |
        | 1      | bad    |
        | 2      | good   |
"""


def read(tmp_path: Path, text: str) -> FeatureFile:
    file = tmp_path / "a.feature"
    file.write_text(text, encoding="utf-8")
    return read_feature(file, "features/a.feature")


def findings_of(feature: FeatureFile) -> list[str]:
    return [str(finding) for finding in feature.findings]


def test_every_example_row_is_a_scenario(tmp_path: Path) -> None:
    feature = read(tmp_path, OUTLINE)
    assert feature.findings == ()
    first, second = feature.scenarios
    assert (first.template, first.name, second.name) == ("A number <number>", "A number 1", "A number 2")
    assert (first.rule, first.template_line, first.line, first.example) == ("Only good ones", 10, 20, ("1", "bad"))
    assert first.tags == ("all", "AD-001", "AD-002")
    assert first.claims == ("AD-001", "AD-002")
    assert first.id != second.id
    assert first.id.startswith("a-number-number-")


def test_steps_carry_kinds_lines_and_tables(tmp_path: Path) -> None:
    step = read(tmp_path, OUTLINE).scenarios[1].steps
    assert [(item.kind, item.keyword, item.line) for item in step] == [
        ("given", "Given", 5),
        ("when", "When", 11),
        ("when", "But", 14),
        ("then", "Then", 15),
    ]
    assert step[1].table == (("what", "value"), ("number", "2"))
    assert step[3] == WrittenStep(kind="then", keyword="Then", text="it is good, not <+120> 15532447", line=15)


def test_an_id_is_the_same_wherever_the_project_lies(tmp_path: Path) -> None:
    ids = set()
    for place in ("one", "two"):
        folder = tmp_path / place / "features"
        folder.mkdir(parents=True)
        (folder / "a.feature").write_text(OUTLINE, encoding="utf-8")
        ids.add(tuple(scenario.id for file in read_features(folder) for scenario in file.scenarios))
    assert len(ids) == 1


def test_swedish_is_read_with_its_own_keywords(tmp_path: Path) -> None:
    feature = read(tmp_path, "# language: sv\nEgenskap: E\n  Scenario: S\n    Givet a\n    Och b\n    Så c\n")
    assert feature.language == "sv"
    assert [(step.kind, step.keyword) for step in feature.scenarios[0].steps] == [
        ("given", "Givet"),
        ("given", "Och"),
        ("then", "Så"),
    ]


@pytest.mark.parametrize(
    ("text", "finding"),
    [
        ("Egenskap: E\n", "features/a.feature:1: a feature file cannot have 'Egenskap: E' here"),
        ("# language: xx\nFeature: E\n", "features/a.feature:1: is not Gherkin: Language not supported: xx"),
        ("", "features/a.feature:1: has no feature"),
        ("Feature: F\n", "features/a.feature:1: has no scenario"),
        ("# language: de\nFunktionalität: F\n  Szenario: S\n    Wenn x\n", "features/a.feature:1: is in the language"),
        ("Feature: F\n  Scenario: S\n", "features/a.feature:2: the scenario 'S' has no step and would pass"),
        ("Feature: F\n  Scenario: S\n    given x\n", "features/a.feature:3: 'given x' is read as description"),
        (
            "# language: sv\nEgenskap: F\n  Scenario: S\n    Förutsatt x\n    När y\n",
            (
                "features/a.feature:4: 'Förutsatt x' is read as description, not as a step; use a step keyword of the "
                "language"
            ),
        ),
        (
            "# language: sv\nEgenskap: F\n  Scenario Outline: S\n    Given x\n  Scenario: T\n    När y\n",
            "features/a.feature:3: 'Scenario Outline: S' is read as description and does not run",
        ),
        (
            "Feature: F\n  Scenario: S\n    When x\n  Rule: R\n    scenario: T\n    When y\n",
            "features/a.feature:5: 'scenario: T' is read as description and does not run",
        ),
        (
            "Feature: F\n  Scenario: S\n    When x\n  Scenario: S\n    When y\n",
            "features/a.feature:4: has the name 'S'",
        ),
        ("Feature: F <n>\n  Scenario: S\n    When x\n", "features/a.feature:1: <n> in the name of the feature is not"),
        (
            "Feature: F\n  Scenario Outline: S\n    When x\n    Examples:\n      | a |\n",
            "features/a.feature:2: the outline",
        ),
        (
            "Feature: F\n Scenario Outline: S\n  When <a>\n  Examples:\n   |a|\n   |1|\n  Examples:\n   |a|\n",
            "features/a.feature:2: the outline 'S' has no example row in line 8",
        ),
        ("Feature: F\n  Rule: R\n  Scenario: S\n    And x\n", "features/a.feature:4: 'And' continues the step before"),
        (
            "Feature: F\n  Rule: R\n    Scenario: S\n      When x\n  Rule: Q\n",
            "features/a.feature:5: the rule 'Q' has no",
        ),
        ("Feature: F\n  Background:\n  Scenario: S\n    When x\n", "features/a.feature:2: the background has no step"),
        ("Feature: F\n  Scenario:\n    When x\n", "features/a.feature:2: the scenario has no name"),
        ("Feature: F\n  @_x\n  Scenario: S\n    When x\n", "features/a.feature:2: the tag @_x"),
        ("Feature: F\n  @xfail\n  Scenario: S\n    When x\n", "features/a.feature:2: the tag @xfail"),
        (
            "Feature: F\n  Senario: S\n    When x\n  Scenario: T\n    When y\n",
            "features/a.feature:2: 'Senario: S' is read as description and does not run",
        ),
        (
            "Feature: F\n  Scenario\uff1a S\n    When x\n  Scenario: T\n    When y\n",
            "features/a.feature:2: 'Scenario\uff1a S' is read as description and does not run (U+FF1A (fullwidth",
        ),
        (
            "Feature: F\n  Scenario: S\n    When x\n    Th\u0435n y\n",
            "features/a.feature:4: a feature file cannot have 'Th\u0435n y' here (U+0435 (cyrillic small letter",
        ),
        ("#\u00a0language: sv\nEgenskap: E\n", "features/a.feature:1: '#\u00a0language: sv' is read as a comment"),
        (
            'Feature: F\n  Scenario: S\n    When x\n      """json\n      {}\n      """\n',
            "features/a.feature:4: nothing reads the type 'json'",
        ),
        (
            "Feature: F\n  Scenario Outline: S\n    When <b>\n    Examples:\n      | a |\n      | 1 |\n",
            "features/a.feature:3: no column of the examples fills <b> (a)",
        ),
        ("Feature: F\n  Scenario: S\n    When x\n    nonsense\n", "features/a.feature:4: a feature file cannot have"),
    ],
)
def test_what_would_be_lost_is_reported(tmp_path: Path, text: str, finding: str) -> None:
    assert [line for line in findings_of(read(tmp_path, text)) if line.startswith(finding)]


def test_prose_in_a_description_is_no_finding(tmp_path: Path) -> None:
    text = "Feature: F\n  As an agent I sign in.\n  * a list is fine\n  Scenario: S\n    # a comment too\n    When x\n"
    assert findings_of(read(tmp_path, text)) == []


@pytest.mark.parametrize(
    ("data", "finding"),
    [
        ("\ufeffFeature: F\n".encode(), "begins with a byte order mark"),
        ("Feature: Fråga\n".encode("latin-1"), "is not UTF-8"),
    ],
)
def test_a_file_in_another_encoding_is_reported(tmp_path: Path, data: bytes, finding: str) -> None:
    file = tmp_path / "a.feature"
    file.write_bytes(data)
    assert finding in str(read_feature(file, "features/a.feature").findings[0])


def test_a_file_whose_name_ends_otherwise_is_reported(tmp_path: Path) -> None:
    (tmp_path / "a.FEATURE").write_text("Feature: F\n", encoding="utf-8")
    (finding,) = read_features(tmp_path)[0].findings
    assert "ends with '.FEATURE'; name it 'a.feature'" in str(finding)


def test_what_an_editor_keeps_for_itself_is_left_out(tmp_path: Path) -> None:
    (tmp_path / ".checkpoints").mkdir()
    (tmp_path / ".checkpoints" / "a.feature").write_text("nonsense", encoding="utf-8")
    (tmp_path / "._a.feature").write_bytes(b"\xff")
    assert read_features(tmp_path) == ()


def test_a_row_is_shown_as_the_file_has_it(tmp_path: Path) -> None:
    text = r"""Feature: F
  Scenario Outline: <a> and <b>
    When <a> <b>
    Examples:
      | a      | b      |
      | 1 \| x | y      |
      | 1      | x \| y |
"""
    one, other = read(tmp_path, text).scenarios
    assert (one.row, other.row) == (r"1 \| x | y", r"1 | x \| y")
    assert one.title == r"1 | x and y [1 \| x | y]"
    assert one.id != other.id


def test_a_row_keeps_its_id_wherever_its_columns_are(tmp_path: Path) -> None:
    text = "Feature: F\n  Scenario Outline: S\n    When <a> <b>\n    Examples:\n      | {} | {} |\n      | {} | {} |\n"
    (one,) = read(tmp_path, text.format("a", "b", "1", "2")).scenarios
    (turned,) = read(tmp_path, text.format("b", "a", "2", "1")).scenarios
    (other,) = read(tmp_path, text.format("a", "b", "2", "1")).scenarios
    assert one.id == turned.id != other.id


def test_a_path_is_composed_as_its_text_is(tmp_path: Path) -> None:
    folder = tmp_path / "features"
    folder.mkdir()
    (folder / "a\u0308.feature").write_text("Feature: F\n  Scenario: S\n    When x\n", encoding="utf-8")
    assert [file.path for file in read_features(folder)] == ["features/\u00e4.feature"]
