"""Phone numbers and extensions: every row of the table of numbers in DOMAIN 4.2 that can reach the tenant."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deskproof.simulator.domain.numbers import DialNumber, Extension


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
