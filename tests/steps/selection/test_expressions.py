"""Phrases joined by and, or, not and brackets."""

import pytest

from deskproof.steps.selection.expressions import BadExpression, parse


@pytest.mark.parametrize(
    ("text", "fits"),
    [
        ("default number", True),
        ("number default", False),
        ("default and team", True),
        ("default and queue", False),
        ("queue or team", True),
        ("not queue", True),
        ("not not queue", False),
        ("not (default or queue)", False),
        ("queue and default or team", True),
        ("queue and (default or team)", False),
        ("(default number) and not queue", True),
    ],
)
def test_what_fits(text: str, fits: bool) -> None:
    expression, _ = parse(text)
    assert expression(lambda phrase: phrase in "the default number of a team") is fits


def test_words_beside_each_other_are_one_phrase() -> None:
    assert parse("one two and not three")[1] == ("one two", "three")


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("", "ends where words are missing"),
        ("a and", "ends where words are missing"),
        ("a and or b", "lacks words at 'or'"),
        ("(a or b", "has a bracket that is not closed"),
        ("a)", r"has '\)' where it should end"),
        ("()", r"lacks words at '\)'"),
    ],
)
def test_what_cannot_be_read(text: str, wrong: str) -> None:
    with pytest.raises(BadExpression, match=wrong):
        parse(text)
