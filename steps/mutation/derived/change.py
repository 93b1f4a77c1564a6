"""A change of one place of a file, as the operators of both languages make it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TypeVar

Item = TypeVar("Item")


@dataclass(frozen=True, kw_only=True)
class Change:
    """`text` in place of the bytes from `start` to `end`. `scope` is the function, class or table it is in, with those
    around it; empty at the top of the file.
    """

    operator: str
    scope: str
    start: int
    end: int
    text: bytes

    def applied(self, source: bytes) -> bytes:
        """The source with the change."""
        return source[: self.start] + self.text + source[self.end :]


Span = tuple[int, int]


def without(items: Sequence[Span], index: int) -> Span:
    """The span that removes an item of a list together with one comma, so that what is left is a list."""
    if index + 1 < len(items):
        return items[index][0], items[index + 1][0]
    if index:
        return items[index - 1][1], items[index][1]
    return items[index]


def neighbours(items: Sequence[Item], text: Callable[[Item], bytes]) -> Iterator[tuple[Item, Item]]:
    """Each item and the one after it, where their texts differ."""
    return ((one, other) for one, other in pairwise(items) if text(one) != text(other))
