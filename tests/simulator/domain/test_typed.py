"""Typed text as it looks: the digits of every script, and characters that nobody sees."""

import sys
import unicodedata

import pytest

from deskproof.simulator.domain import typed
from deskproof.simulator.domain.typed import visible, with_ascii_digits

DECIMALS = [chr(code) for code in range(sys.maxunicode + 1) if unicodedata.category(chr(code)) == "Nd"]


def test_every_decimal_digit_of_unicode_is_read() -> None:
    """A newer Unicode may have more; all that this Python knows and the list has must agree."""
    listed = {chr(zero + value) for zero in typed._ZEROS for value in range(10)}
    known = [digit for digit in DECIMALS if digit in listed]
    assert len(known) >= 600
    assert [digit for digit in known if with_ascii_digits(digit) != str(unicodedata.decimal(digit))] == []


def test_every_zero_is_one() -> None:
    known = [chr(zero) for zero in typed._ZEROS if unicodedata.category(chr(zero)) != "Cn"]
    assert [zero for zero in known if unicodedata.decimal(zero, None) != 0] == []
    assert len(typed._ZEROS) == len(set(typed._ZEROS)) == 66


@pytest.mark.parametrize("text", ["²", "Ⅳ", "①", "½"])
def test_what_only_resembles_a_digit_stays(text: str) -> None:
    assert with_ascii_digits(text) == text


@pytest.mark.parametrize("unseen", ["\u200b", "\ufeff", "\u00ad", "\u202a", "\x00", "\x7f", "\U000e0001"])
def test_unseen_characters_do_not_count(unseen: str) -> None:
    assert visible(f"{unseen}a{unseen}b{unseen}") == "ab"


@pytest.mark.parametrize("space", ["\t", "\n", "\u00a0", "\u2003", "\u3000"])
def test_every_space_is_a_plain_one_and_none_is_at_an_end(space: str) -> None:
    assert visible(f"{space}a{space}b{space}") == "a b"
