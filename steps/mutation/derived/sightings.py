"""Which scenarios have seen what a piece of source says: their snapshots have its words and texts.

Rule: a row of a table is read in a function that every scenario runs, so that an impact map cannot tell who needs it.
What came of it is on a page, in a frame or in the journal. A name is compared without capitals and underscores, so that
WRAP_UP is "wrapUp"; what fewer scenarios have seen counts more.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cached_property
from math import log

_NAME = re.compile(r"\w+")
_STRING = re.compile(r'"((?:[^"\\]|\\.)*)"')
_PLACEHOLDER = re.compile(r"\$?\{[^}]*\}")
_SHORTEST = 3
_OF_A_TEXT = 5
"""A whole text counts so many times as much as one of its words."""


class Sightings:
    """What each scenario has seen: the text of its snapshot, by its id."""

    def __init__(self, seen: Mapping[str, str]) -> None:
        self._seen = seen

    def scores(self, place: str) -> Mapping[str, float]:
        """How much of a piece of source each scenario has seen; nothing of what all have seen counts."""
        found: Counter[str] = Counter()
        for name in _names(place):
            found.update(dict.fromkeys(self._with_name.get(name, ()), self._weight(len(self._with_name.get(name, ())))))
        for text in _texts(place):
            having = [id_ for id_, seen in self._seen.items() if text in seen]
            found.update(dict.fromkeys(having, _OF_A_TEXT * self._weight(len(having))))
        return found

    @cached_property
    def _with_name(self) -> Mapping[str, frozenset[str]]:
        having: dict[str, set[str]] = {}
        for id_, seen in self._seen.items():
            for name in _names(seen):
                having.setdefault(name, set()).add(id_)
        return {name: frozenset(ids) for name, ids in having.items()}

    def _weight(self, having: int) -> float:
        return log(len(self._seen) / having) if having else 0.0


def _names(text: str) -> frozenset[str]:
    found = (word.replace("_", "").lower() for word in _NAME.findall(text))
    return frozenset(word for word in found if len(word) >= _SHORTEST)


def _texts(place: str) -> Iterable[str]:
    """The texts of more than one word, in pieces around what is put into them."""
    pieces = (piece.strip() for text in _STRING.findall(place) for piece in _PLACEHOLDER.split(text))
    return dict.fromkeys(piece for piece in pieces if " " in piece)
