"""How much a scenario's words have to do with a piece of source: the words they share, rare ones counting more.

Rule: names in the source are taken apart at capitals and underscores, and words are compared by their first letters, so
that "loggar" is "logga". A word that every scenario has counts nothing.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from math import log

_WORD = re.compile(r"[A-ZÅÄÖ]+(?![a-zåäö])|[A-ZÅÄÖ]?[a-zåäöé]+|\d+")
_SHORTEST, _COMPARED = 3, 5


def words(text: str) -> Counter[str]:
    """The words of a text, in small letters, as far as they are compared."""
    found = (word.lower().rstrip("s") for word in _WORD.findall(text))
    return Counter(word[:_COMPARED] for word in found if len(word) >= _SHORTEST or word.isdecimal())


class Relevance:
    """The texts of scenarios, by id, to compare pieces of source with."""

    def __init__(self, texts: Mapping[str, str]) -> None:
        self._words = {id_: words(text) for id_, text in texts.items()}
        known = Counter(word for found in self._words.values() for word in found)
        self._weights = {word: log(len(texts) / count) for word, count in known.items()}
        self._lengths = {
            id_: sum(self._weights[word] for word in found) ** 0.5 or 1.0 for id_, found in self._words.items()
        }

    def scores(self, place: str, around: Iterable[str]) -> Mapping[str, float]:
        """The score of every scenario for a changed `place`; the text `around` it counts a third."""
        asked = Counter(dict.fromkeys(words(place), 3))
        for text in around:
            asked.update(words(text).keys())
        weighted = {word: count * self._weights[word] for word, count in asked.items() if word in self._weights}
        return {
            id_: sum(weight for word, weight in weighted.items() if word in found) / self._lengths[id_]
            for id_, found in self._words.items()
        }
