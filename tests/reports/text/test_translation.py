"""Every text exists in both languages, with the same places to fill in, once."""

import re
from collections import Counter

import pytest

from deskproof.reports.text.catalogue import PARTS, TEXTS
from deskproof.reports.text.translation import say

PLACES = re.compile(r"\{(\w+)\}")


@pytest.mark.parametrize("key", TEXTS)
def test_both_languages_have_the_same_places(key: str) -> None:
    english, swedish = TEXTS[key]
    assert english
    assert swedish
    # {en} and {sv} are what comes in two languages itself
    places = [set(PLACES.findall(text)) - {"en", "sv"} for text in (english, swedish)]
    assert places[0] == places[1]


def test_no_key_is_in_two_parts() -> None:
    assert [key for key, count in Counter(key for part in PARTS for key in part).items() if count > 1] == []


@pytest.mark.parametrize("key", [key for key in TEXTS if key.endswith(".one")])
def test_a_form_for_one_has_its_form_for_more(key: str) -> None:
    assert key.removesuffix(".one") in TEXTS


def test_one_has_its_own_form() -> None:
    assert say("detail.journal", "en", n=1) == "1 journal entry"
    assert say("detail.journal", "sv", n=2) == "2 journalrader"
