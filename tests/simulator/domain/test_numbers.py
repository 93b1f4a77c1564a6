"""Phone numbers and extensions: every row of the table of numbers in DOMAIN 4.2 that can reach the tenant."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deskproof.simulator.domain.numbers import (
    DialNumber,
    Extension,
    Problem,
    Unreadable,
    read_extension,
    read_number,
)


@pytest.mark.parametrize(
    ("text", "e164"),
    [
        ("+11234567890", "+11234567890"),
        ("01161123456789", "+61123456789"),
        ("<+120> 15532447", "+12015532447"),
        ("+120 15532447", "+12015532447"),
        ("+1 (201) 553-2447", "+12015532447"),
        ("12015532447", "+12015532447"),
        ("+14155552671", "+14155552671"),
        ("+15555550123", "+15555550123"),
        ("+46701740605", "+46701740605"),
        ("01146701740605", "+46701740605"),
        ("+46 70‑174 06 05", "+46701740605"),
    ],
)
def test_numbers_that_are_understood(text: str, e164: str) -> None:
    assert DialNumber.parse(text) == DialNumber(e164)


@pytest.mark.parametrize(
    "text",
    [
        "", " ", "+", "011", "abc", "1001", "15532447", "2015532447", "4155552671", "0701740605", "0046701740605",
        "+46", "+999123456", "+0123456789", "+123456789012345", "++12025550123", "+1-800-FLOWERS", "+12025550123 x1001",
        "+12025550123 ext. 1001", "41555526711", "+1201553", "00 46 701740605",
    ],
)  # fmt: skip
def test_numbers_that_are_not(text: str) -> None:
    assert DialNumber.parse(text) is None


@given(st.text(max_size=30))
def test_whatever_is_typed_gives_a_number_or_none_and_a_number_gives_itself(text: str) -> None:
    parsed = DialNumber.parse(text)
    assert parsed is None or DialNumber.parse(parsed.e164) == parsed


@pytest.mark.parametrize(
    ("text", "digits"), [("1001", "1001"), (" 1001 ", "1001"), ("0", "0"), ("10 01", "1001"), ("1" * 15, "1" * 15)]
)
def test_extensions(text: str, digits: str) -> None:
    assert Extension.parse(text) == Extension(digits)


@pytest.mark.parametrize("text", ["", "+1001", "10-01", "10a", "1" * 16])
def test_what_is_not_an_extension(text: str) -> None:
    assert Extension.parse(text) is None


@pytest.mark.parametrize(("text", "understood"), [("+491" + "2" * 12, True), ("+491" + "2" * 13, False)])
def test_a_number_has_fifteen_digits_with_its_code_at_most(text: str, understood: bool) -> None:
    assert (DialNumber.parse(text) is not None) is understood


@pytest.mark.parametrize(
    ("text", "region", "problem", "character"),
    [
        ("", None, Problem.REQUIRED, ""),
        ("", "US", Problem.REQUIRED, ""),
        ("\u200b", None, Problem.REQUIRED, ""),
        ("+", None, Problem.FORMAT, ""),
        ("+", "US", Problem.TOO_SHORT, ""),
        ("abc", None, Problem.LETTERS, ""),
        ("20155x", "US", Problem.LETTERS, ""),
        ("12²", None, Problem.CHARACTER, "²"),
        ("12#34", "US", Problem.CHARACTER, "#"),
        ("2", "US", Problem.TOO_SHORT, ""),
        ("201553244", "US", Problem.TOO_SHORT, ""),
        ("20155324478", "US", Problem.TOO_LONG, ""),
        ("+46701740605", "US", Problem.OTHER_COUNTRY, ""),
        ("011 46 701740605", "US", Problem.OTHER_COUNTRY, ""),
        ("2015532447", None, Problem.FORMAT, ""),
        ("+1201553244", None, Problem.FORMAT, ""),
        ("+120155324478", None, Problem.FORMAT, ""),
        ("+999123456", None, Problem.FORMAT, ""),
    ],
)
def test_a_text_that_is_no_number_says_why(text: str, region: str | None, problem: Problem, character: str) -> None:
    """AD-061, AD-062."""
    assert read_number(text, region) == Unreadable(problem, character)


@pytest.mark.parametrize(
    ("text", "region", "e164"),
    [
        ("2015532447", "US", "+12015532447"),
        ("12015532447", "US", "+12015532447"),
        ("+12015532447", "US", "+12015532447"),
        ("0701740605", "SE", "+46701740605"),
        ("+12015532447", None, "+12015532447"),
        ("01146701740605", None, "+46701740605"),
    ],
)
def test_a_number_is_read_as_its_region_or_the_world_writes_it(text: str, region: str | None, e164: str) -> None:
    """AD-052 to AD-060."""
    assert read_number(text, region) == DialNumber(e164)


@pytest.mark.parametrize(
    ("text", "problem"),
    [("", Problem.REQUIRED), ("\u200b", Problem.REQUIRED), ("12a", Problem.DIGITS), ("1" * 16, Problem.DIGITS)],
)
def test_a_text_that_is_no_extension_says_why(text: str, problem: Problem) -> None:
    """AD-065."""
    assert read_extension(text) == Unreadable(problem)


@pytest.mark.parametrize("text", ["1", "1" * 15, "\uff11\uff12"])
def test_an_extension_has_one_to_fifteen_digits_of_any_script(text: str) -> None:
    assert isinstance(read_extension(text), Extension)
