"""Both languages say the same things with the same values, each in its own words."""

from string import Formatter

import pytest

from deskproof.simulator.product.entra.text import TEXTS
from deskproof.simulator.runtime.language import Language
from tests.languages import is_mixed

ENGLISH, SWEDISH = TEXTS[Language.ENGLISH], TEXTS[Language.SWEDISH]
SAME: set[str] = set()
"""Sentences that are written alike in both languages."""


def values_in(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name}


def test_both_languages_have_the_same_sentences_in_the_same_order() -> None:
    assert list(ENGLISH) == list(SWEDISH)


@pytest.mark.parametrize("key", list(ENGLISH))
def test_a_sentence_is_in_its_own_language_and_has_the_same_values(key: str) -> None:
    assert not is_mixed(ENGLISH[key], "en")
    assert not is_mixed(SWEDISH[key], "sv")
    assert (ENGLISH[key] == SWEDISH[key]) == (key in SAME)
    assert values_in(ENGLISH[key]) == values_in(SWEDISH[key])
