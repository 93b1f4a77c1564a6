"""The gate's sentences: both languages say the same things."""

import re

import pytest

from deskproof.reports.gate.words import TABLE, told

NAMES = re.compile(r"{(\w+)}")


@pytest.mark.parametrize("key", TABLE)
def test_both_languages_take_the_same_values(key: str) -> None:
    english, swedish = (set(NAMES.findall(text)) - {"en", "sv"} for text in TABLE[key])
    assert english == swedish


@pytest.mark.parametrize("key", [key for key in TABLE if key.endswith(".one")])
def test_a_form_for_one_has_its_form_for_more(key: str) -> None:
    assert key.removesuffix(".one") in TABLE


def test_what_comes_from_outside_is_not_filled_in_again() -> None:
    assert told("scenario", name="{n} {where}", where="a:1").en == "{n} {where} (a:1)"
