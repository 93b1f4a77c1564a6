"""`deskproof sentences`: what is listed, which words find it, and what is said when nothing is found."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from deskproof.steps.cli import main

ENGLISH = """Feature: Sign-out
  Scenario Outline: Becoming
    Given Bo is signed in
    When Bo becomes <availability>
    Then Bo is <availability>

    Examples:
      | availability |
      | Idle         |
      | Available    |
  Scenario: Again
    Given Ada is signed in
    When Ada opens User Profile
    Then Ada sees Sign Out in User Profile
"""
SWEDISH = """# language: sv
Egenskap: Utloggning
  Scenario: Igen
    Givet att Ada är inloggad
    När Ada öppnar Användarprofil
    Så ser Ada Logga ut i Användarprofil
"""


@pytest.fixture(autouse=True)
def _features(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "features" / "sv").mkdir(parents=True)
    (tmp_path / "deskproof.toml").write_text('languages = ["en", "sv"]\n', encoding="utf-8")
    (tmp_path / "features" / "out.feature").write_text(ENGLISH, encoding="utf-8")
    (tmp_path / "features" / "sv" / "out.feature").write_text(SWEDISH, encoding="utf-8")
    monkeypatch.chdir(tmp_path)


def sentences(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["sentences", *arguments])


def test_a_sentence_stands_in_both_languages_with_its_uses() -> None:
    made = sentences("sign out in user profile")
    assert made.output.splitlines() == [
        "Then",
        "  {person} sees Sign Out in User Profile",
        "  {person} ser Logga ut i Användarprofil",
        "    once, first features/out.feature:14: Ada sees Sign Out in User Profile",
        "1 sentence",
    ]
    assert made.exit_code == 0


def test_all_words_have_to_stand_in_it_in_whatever_language_and_order() -> None:
    assert "{person} opens User Profile\n" in sentences("Öppnar", "person", "PROFILE").output
    assert sentences("öppnar", "nobody says that").exit_code == 1


def test_words_of_the_first_use_count_too() -> None:
    assert "{person} becomes {availability}\n" in sentences("becomes idle").output


def test_uses_of_the_swedish_edition() -> None:
    made = sentences("sign out in user profile", "--language", "sv")
    assert "    once, first features/sv/out.feature:6: ser Ada Logga ut i Användarprofil\n" in made.output


def test_steps_count_as_written_and_not_by_example_rows() -> None:
    made = sentences("person} becomes {availability}")
    assert "    once, first features/out.feature:4: Bo becomes Idle\n" in made.output
    assert "    2 times, first features/out.feature:3: Bo is signed in\n" in sentences("{person} is signed in").output


def test_everything_is_listed_by_type_and_what_nobody_uses_says_so() -> None:
    lines = sentences().output.splitlines()
    assert [line for line in lines if line in ("Given", "When", "Then")] == ["Given", "When", "Then"]
    assert lines.count("    not used") > 1
    assert lines[-1] == f"{(len(lines) - 4) // 3} sentences"  # three headings and this line; three lines for each


def test_nothing_found_is_said_with_what_was_looked_for() -> None:
    made = sentences("no", "such words")
    assert made.output == "No sentence has 'no' and 'such words'; try fewer words, or none for all sentences.\n"
    assert made.exit_code == 1


def test_without_features_nothing_can_be_said(tmp_path: Path) -> None:
    (tmp_path / "deskproof.toml").write_text('features = "scenarios"\n', encoding="utf-8")
    made = sentences()
    assert "There are no features in the language en in scenarios/; the project's are in en." in made.output
    assert made.exit_code == 2


@pytest.mark.parametrize("words", [[""], ["  "], ["profile", "\t"], ['""']])
def test_blank_words_are_refused(words: list[str]) -> None:
    made = sentences(*words)
    assert made.exit_code == 2
    assert "has nothing in it to look for; give words of a sentence, or none for all." in made.output
