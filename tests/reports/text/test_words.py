"""Every word exists in both languages, with the same places to fill in."""

import re

import pytest

from deskproof.reports.text.words import WORDS, say


@pytest.mark.parametrize("key", WORDS)
def test_both_languages_have_the_same_places(key: str) -> None:
    english, swedish = WORDS[key]
    assert english
    assert swedish
    assert set(re.findall(r"\{(\w+)\}", english)) == set(re.findall(r"\{(\w+)\}", swedish))


def test_one_has_its_own_form() -> None:
    assert say("detail.journal", "en", n=1) == "1 journal entry"
    assert say("detail.journal", "sv", n=2) == "2 journalrader"
