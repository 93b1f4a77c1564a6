"""Text that every parser drops, and prose that was meant to run."""

from pathlib import Path

import pytest

from deskproof.steps.gherkin.files.reader import read_feature

HEAD = "Feature: F\n  Scenario: S\n    When x\n"


def sentences(tmp_path: Path, text: str) -> list[str]:
    file = tmp_path / "a.feature"
    file.write_text(text, encoding="utf-8")
    return [str(finding) for finding in read_feature(file, "a.feature").findings]


@pytest.mark.parametrize(
    ("text", "finding"),
    [
        (HEAD + "      | a | b\n      | c | d\n", "a.feature:4: 'b' follows the last bar of the row and is not read"),
        (HEAD + "      | a | # why\n", "a.feature:4: '# why' follows the last bar of the row"),
        (HEAD + "      | a \\|\n", "a.feature:4: 'a \\|' follows the last bar of the row"),
        (HEAD + '      """\n      a\n      """ b\n', "a.feature:6: 'b' follows the end of the doc string"),
        (HEAD + "      ```\n      a\n      ```json\n    Then y\n", "a.feature:6: 'json' follows the end of the doc"),
        (HEAD + '      """json\n      {}\n      """\n', "a.feature:4: nothing reads the type 'json'"),
        ("# Language: sv\n" + HEAD, "a.feature:1: '# Language: sv' is read as a comment; write '# language: sv'."),
        ("# by us\n#\u200blanguage: sv\n" + HEAD, "a.feature:2: '#\u200blanguage: sv' is read as a comment (U+200B"),
        ("# language sv\n" + HEAD, "a.feature:1: '# language sv' is read as a comment"),
        ("Feature: F\n  Scenario : S\n    When x\n", "a.feature:2: 'Scenario : S' is read as description"),
        ("Feature: F\n  Secnario: S\n    When x\n", "a.feature:2: 'Secnario: S' is read as description"),
    ],
)
def test_what_a_parser_drops_is_reported(tmp_path: Path, text: str, finding: str) -> None:
    assert [sentence for sentence in sentences(tmp_path, text) if sentence.startswith(finding)]


@pytest.mark.parametrize(
    "text",
    [
        "# Languages spoken: English\n# language: en\n" + HEAD,
        HEAD + "      | a | b |   \n",
        HEAD + "      | a \\\\| b |\n",
        HEAD + '      """\n      | a | b\n      """\n',
        "Feature: F\n  Note: this is prose.\n\n  Scenario: S\n    When x\n",
        HEAD + "    # language: a comment\n",
    ],
)
def test_what_is_read_or_meant_as_prose_is_silent(tmp_path: Path, text: str) -> None:
    assert sentences(tmp_path, text) == []
