"""Placeholders: what is one, what fills it, what is meant as it reads."""

import pytest

from deskproof.steps.gherkin.files.placeholders import fill, names, nearest


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("the number <n>", ("n",)),
        ("<dial-number> and <dial number>", ("dial-number", "dial number")),
        ("< n > and <>", (" n ", "")),
        (r"\<n\> is meant", ()),
        ("<+120> 15532447", ()),
        ("<+n>", ("+n",)),
        ("1 < 2", ()),
        ("<<n>>", ("n",)),
    ],
)
def test_what_a_placeholder_is(text: str, found: tuple[str, ...]) -> None:
    assert names(text) == found


@pytest.mark.parametrize(
    ("text", "filled"),
    [
        ("<a> <b>", "<b> 2"),
        ("<b><b>", "22"),
        (r"\<a\>", "<a>"),
        (r"<c>", "<x>"),
        ("<d>", "<d>"),
        ("<+120> <b>", "<+120> 2"),
        (r"\\ <b>", r"\\ 2"),
    ],
)
def test_all_placeholders_are_filled_at_once(text: str, filled: str) -> None:
    assert fill(text, {"a": "<b>", "b": "2", "c": r"\<x\>"}) == filled


@pytest.mark.parametrize(
    ("name", "meant"),
    [("dial-number", "dial number"), ("Number", "number"), ("nubmer", "number"), ("team", None)],
)
def test_what_was_most_likely_meant(name: str, meant: str | None) -> None:
    assert nearest(name, ("dial number", "number")) == meant
