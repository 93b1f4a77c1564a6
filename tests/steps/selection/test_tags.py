"""Tag expressions: what fits, and the sentence about one that cannot be read."""

import pytest

from deskproof.steps.selection.expressions import BadExpression
from deskproof.steps.selection.tags import parse_tags


@pytest.mark.parametrize(
    ("text", "fits"),
    [
        ("@AD-001", True),
        ("AD-001", True),
        ("@AD-002", False),
        ("not @AD-002", True),
        ("not not @AD-001", True),
        ("@AD-002 or @slow", True),
        ("@AD-001 and not @slow", False),
        ("@AD-002 and @AD-003 or @slow", True),
        ("@AD-002 and (@AD-003 or @slow)", False),
        (" @AD-001\tand @slow ", True),
    ],
)
def test_what_fits(text: str, fits: bool) -> None:
    assert parse_tags(text).fits(("AD-001", "slow")) is fits


def test_the_tags_that_are_named() -> None:
    assert parse_tags("@one and not (two or @one)").names == ("one", "two", "one")


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("@a and", "ends where a tag is missing"),
        ("not", "ends where a tag is missing"),
        ("@a and (", "ends where a tag is missing"),
        ("@a and or @b", "lacks a tag before 'or'"),
        ("()", r"lacks a tag before '\)'"),
        ("@a @b", "lacks 'and' or 'or' before '@b'"),
        ("@a not @b", "lacks 'and' or 'or' before 'not'"),
        ("(@a or @b", "has a bracket that is not closed"),
        ("@a)", "has a bracket that is not opened"),
        (r"@a and \@b", "has a .* before a character that needs none"),
    ],
)
def test_what_cannot_be_read_is_one_sentence(text: str, fault: str) -> None:
    with pytest.raises(BadExpression, match=f"^{fault}$"):
        parse_tags(text)
