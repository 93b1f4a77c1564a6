"""What is typed, as it looks: the page drops and reads the same characters as the back end, for every one there is."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from deskproof.simulator.domain.typed import visible, with_ascii_digits

EVERY = [chr(code) for code in (*range(0xD800), *range(0xE000, 0x20000), *range(0xE0000, 0xE1002))]
"""Every character of the planes in which any has a meaning; private and unassigned planes are all alike."""


@pytest.fixture(scope="module")
def page(blank_page: Page) -> Page:
    blank_page.evaluate("async () => { Object.assign(self, await import('/desktop/text/typed.js')); }")
    return blank_page


def test_every_character_counts_or_not_as_at_the_back_end(page: Page) -> None:
    typed = [f"a{character}b" for character in EVERY]
    assert page.evaluate("(texts) => texts.map(visible)", typed) == [visible(text) for text in typed]


def test_every_character_is_a_digit_or_not_as_at_the_back_end(page: Page) -> None:
    assert page.evaluate("(texts) => texts.map(withAsciiDigits)", EVERY) == [with_ascii_digits(one) for one in EVERY]


@pytest.mark.parametrize(
    ("typed", "seen"),
    [
        ("", ""), ("   ", ""), ("  ada  ", "ada"), ("a  b", "a  b"), ("\u200b a \u00a0b\u200b\t", "a  b"),
        ("\u00a0\u2003a\u3000", "a"), ("a\u00adb\u00adc", "abc"), ("\r\na\nb", "a b"),
    ],
)  # fmt: skip
def test_spaces_at_the_ends_and_what_cannot_be_seen_do_not_count(page: Page, typed: str, seen: str) -> None:
    assert page.evaluate("(text) => visible(text)", typed) == seen == visible(typed)


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("٠١٢٣٤٥٦٧٨٩", "0123456789"), ("+４６ ７0", "+46 70"), ("²Ⅳ①½", "²Ⅳ①½"), ("a1", "a1"),
        ("\U0001d7ce\U0001d7d7", "09"),
    ],
)  # fmt: skip
def test_digits_of_every_script_are_digits(page: Page, typed: str, read: str) -> None:
    assert page.evaluate("(text) => withAsciiDigits(text)", typed) == read == with_ascii_digits(typed)
