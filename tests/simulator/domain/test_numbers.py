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
    configured_number,
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
        ("\uff0b46701740605", "+46701740605"),
        ("\ufe6246701740605", "+46701740605"),
        ("\uff0b\uff14\uff16 \uff17\uff10\uff11\uff17\uff14\uff10\uff16\uff10\uff15", "+46701740605"),
        ("+٤٦٧٠١٧٤٠٦٠٥", "+46701740605"),
        *(
            (f"+46{separator}701740605", "+46701740605")
            for separator in " ().[]<>/~-\u2010\u2011\u2012\u2013\u2014\u2015\u2053\u2212\u223c\uff08\uff09\uff0d\uff0e"
            "\uff0f\uff3b\uff3d\uff5e\u00a0\u200b"
        ),
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


@pytest.mark.parametrize(
    ("text", "number", "dialled"),
    [
        ("+46 70 174 06 05", "+46701740605", "+46701740605"),
        ("011 46 701740605", "+46701740605", "+46701740605"),
        ("12015532447", "+12015532447", "+12015532447"),
        ("2015532447", "2015532447", "+12015532447"),
        ("(201) 553-2447", None, "+12015532447"),
        ("1001", "1001", None),
        (" 10 01", "1001", None),
        ("0701740605", "0701740605", "+10701740605"),
        ("1" * 15, "1" * 15, None),
        ("1" * 16, None, None),
        ("", None, None),
        ("reception", None, None),
    ],
)
def test_a_number_that_an_administrator_set(text: str, number: str | None, dialled: str | None) -> None:
    """In one form as E.164 or an extension; as a dial number, digits alone are of the home region."""
    assert configured_number(text) == number
    found = DialNumber.configured(text)
    assert (found and str(found)) == dialled


def test_a_number_and_an_extension_are_written_as_they_are() -> None:
    assert (str(DialNumber("+12015532447")), str(Extension("1001"))) == ("+12015532447", "1001")


@pytest.mark.parametrize("text", ["", "+1001", "10-01", "10a", "1" * 16, "²", "1²", "10.01", "10/01"])
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
        ("+999123456", "US", Problem.OTHER_COUNTRY, ""),
        ("+80012345678", None, Problem.FORMAT, ""),
        ("+80012345678", "US", Problem.OTHER_COUNTRY, ""),
        ("+" + "1" * 20, "US", Problem.TOO_LONG, ""),
        ("+" + "1" * 20, None, Problem.FORMAT, ""),
        ("1" * 18, "SE", Problem.TOO_LONG, ""),
        ("+1", "US", Problem.TOO_SHORT, ""),
        ("70", "SE", Problem.TOO_SHORT, ""),
        ("5532447", "US", Problem.TOO_SHORT, ""),
        ("-", "US", Problem.TOO_SHORT, ""),
        ("-", None, Problem.FORMAT, ""),
        ("++46701740605", "SE", Problem.CHARACTER, "+"),
        ("4670+1740605", "SE", Problem.CHARACTER, "+"),
        ("12ä#", "US", Problem.LETTERS, ""),
        ("12#ä", "US", Problem.CHARACTER, "#"),
        ("011", None, Problem.FORMAT, ""),
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
        ("+46701740605", "SE", "+46701740605"),
        ("0046701740605", "SE", "+46701740605"),
        ("011 1 201 553 2447", "US", "+12015532447"),
        ("7400 123456", "GB", "+447400123456"),
        ("2042345678", "CA", "+12042345678"),
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
