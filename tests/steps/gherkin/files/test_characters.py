"""Characters that cannot be seen, or look like others."""

import unicodedata

import pytest

from deskproof.steps.gherkin.files.characters import composed, invisible_characters, lookalike_characters, plain


@pytest.mark.parametrize(
    ("line", "named"),
    [
        ("Given Bo\u00a0is there", "U+00A0 (no-break space) between 'Bo' and 'is'"),
        ("Given\u3000Bo", "U+3000 (ideographic space) between 'Given' and 'Bo'"),
        ("an\u200b address", "U+200B (zero width space) between 'an' and 'address'"),
        ("\u202eabc", "U+202E (right-to-left override) before 'abc'"),
        ("red \x1b[31m", "U+001B (escape) between 'red' and '[31m'"),
        ("a\x85b", "U+0085 (a character without a name) between 'a' and 'b'"),
        ("a\tb", "U+0009 (tab) between 'a' and 'b'"),
        ("\u3164", "U+3164 (hangul filler) alone"),
        ("Given \u0410da", "U+0410 (cyrillic capital letter a) in '\u0410da'"),
        ("Giv\u03b5n", "U+03B5 (greek small letter epsilon) in 'Giv\u03b5n'"),
    ],
)
def test_what_is_invisible_is_named_with_its_place(line: str, named: str) -> None:
    assert tuple(invisible_characters(line)) == (named,)


@pytest.mark.parametrize(
    "line",
    [
        "  Given Bo is there",
        "\tGiven Bo is there\t",
        "|\ta\t|\tb |",
        "Är det här “rätt” – ja, ’så’",
        "\uff12\uff10",
        "\u0660\u0661",
        "\U0001f469\u200d\U0001f4bb and \u2600\ufe0f",
        "\u0434\u043e\u043c",
    ],
)
def test_what_can_be_seen_is_left_alone(line: str) -> None:
    assert tuple(invisible_characters(line)) == ()


@pytest.mark.parametrize(
    ("text", "looks"),
    [
        ("\u201c1001\u201d", '"1001"'),
        ("Scenario\uff1a x", "Scenario: x"),
        ("Bo\u00a0 is\u200b", "Bo is"),
        ("a\u0308", "ä"),
        ("it\u2019s", "it's"),
        ("1\u20132", "1-2"),
    ],
)
def test_texts_that_look_alike_are_one_when_plain(text: str, looks: str) -> None:
    assert plain(text) == looks
    assert plain(looks) == looks


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("says \u201c1\u201d", "U+201C (left double quotation mark) between 'says' and '1\u201d'"),
        ("Bo  is", "two spaces between 'Bo' and 'is'"),
        ("Scenario\uff1ax", "U+FF1A (fullwidth colon) between 'Scenario' and 'x'"),
    ],
)
def test_what_only_looks_right_is_named(text: str, named: str) -> None:
    assert lookalike_characters(text)[0] == named


def test_composed_letters_are_one_letter() -> None:
    assert composed(unicodedata.normalize("NFD", "När Bo är där")) == "När Bo är där"


def test_of_the_latin_letters_each_that_is_invisible_is_found() -> None:
    latin = [chr(code) for code in range(0x250)]
    hidden = [char for char in latin if char != " " and unicodedata.category(char) in ("Cc", "Cf", "Zs")]
    assert [char for char in latin if tuple(invisible_characters(f"a{char}b"))] == hidden
