"""What is wrong with examples, each with its line and what to do."""

from pathlib import Path

import pytest

from deskproof.steps.gherkin.files.reader import read_feature

HEAD = "Feature: F\n  Scenario Outline: S\n    When it is <n>\n"


def sentences(tmp_path: Path, text: str) -> list[str]:
    file = tmp_path / "a.feature"
    file.write_text(text, encoding="utf-8")
    return [str(finding) for finding in read_feature(file, "a.feature").findings]


def table(*rows: str) -> str:
    return "    Examples:\n" + "".join(f"      | {row} |\n" for row in rows)


@pytest.mark.parametrize(
    ("text", "finding"),
    [
        (HEAD, "a.feature:2: the outline 'S' has no examples, so nothing fills it"),
        (HEAD.replace(" Outline", ""), "a.feature:3: nothing fills <n>, because 'S' has no examples"),
        (
            HEAD.replace(": S", ": S <m>") + table("n", "1"),
            "a.feature:2: no column of the examples fills <m> (n)",
        ),
        (
            HEAD.replace("<n>", "<dial-number>") + table("dial number", "1"),
            "a.feature:3: no column of the examples fills <dial-number> (dial number); did you mean <dial num",
        ),
        (
            HEAD + table("n", "1") + table("m", "2"),
            "a.feature:3: no column of the examples in line 7 fills <n> (m)",
        ),
        (HEAD + table("n", "<m>"), "a.feature:6: the value '<m>' of the column 'n' is itself a placeholder"),
        (HEAD + table("n | m", "1 | 2"), "a.feature:5: no step of 'S' uses the column 'm'; use <m> or delete"),
        (HEAD + table("n | n", "1 | 2"), "a.feature:5: there are 2 columns 'n'"),
        (HEAD + table("n", "1", "2", "1"), "a.feature:8: this row is equal to the row in line 6"),
        (HEAD + table("n", "1") + table("n", "1"), "a.feature:9: this row is equal to the row in line 6"),
        (HEAD + table("n", "a\u0308") + table("n", "ä"), "a.feature:9: this row is equal to the row in line 6"),
        (HEAD + "      | a |\n      | <x> |\n" + table("n", "1"), "a.feature:5: no column of the examples"),
        (HEAD + '      """\n      <x>\n      """\n' + table("n", "1"), "a.feature:4: no column of the examples"),
        (
            HEAD.replace("  Scen", "  @AD-<n>\n  Scen") + table("n", "1"),
            "a.feature:2: the tag @AD-<n> is not filled in",
        ),
        (HEAD + table("n", "1").replace("Examples:", "Examples: <n>"), "a.feature:4: <n> in the name of the examples"),
        (HEAD + table("n", "1").replace("| 1 |", "| 1 | so"), "a.feature:6: 'so' follows the last bar of the row"),
        (HEAD + table("n", r"1 \| 2").replace("2 |", r"2 \|"), "a.feature:6:"),
        (HEAD.replace("it", "\uff1cn\uff1e") + table("n", "1"), "a.feature:3: '\uff1cn\uff1e is <n>' only looks as if"),
        (HEAD.replace(" <n>", "") + "    Examples:\n      |\n      |\n", "a.feature:5: the examples have no column"),
        (
            "Feature: F\n  Background:\n    Given <n>\n  Scenario Outline: S\n    When it is <n>\n" + table("n", "1"),
            "a.feature:3: <n> is in a background, where examples do not fill it",
        ),
    ],
)
def test_what_is_wrong_with_examples_is_reported(tmp_path: Path, text: str, finding: str) -> None:
    assert [sentence for sentence in sentences(tmp_path, text) if sentence.startswith(finding)]


@pytest.mark.parametrize(
    "text",
    [
        HEAD + table("n", "1", "2"),
        HEAD + table("n", r"1 \| 2", "1"),
        HEAD + table("n", r"\<script\>"),
        HEAD.replace("<n>", r"<n> of \<this\>") + table("n", "1"),
        HEAD.replace(": S", ": S <what>") + table("n | what", "1 | one"),
        HEAD + "      | <n> |\n" + table("n", ""),
    ],
)
def test_sound_examples_are_silent(tmp_path: Path, text: str) -> None:
    assert sentences(tmp_path, text) == []
