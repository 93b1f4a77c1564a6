"""Words of names, for -k: `default number and not (extension or desktop)`.

Rule: `and`, `or`, `not` and brackets join phrases; all words between them are one phrase. The caller decides what a
phrase fits.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

Fits = Callable[[str], bool]
"""Whether a phrase fits, by the caller's rule."""

Expression = Callable[[Fits], bool]
"""Whether the whole expression fits, given which phrases do."""

_TOKEN = re.compile(r"[()]|[^\s()]+")
_SIGNS = frozenset({"and", "or", "not", "(", ")"})


class BadExpression(ValueError):
    """The text cannot be read; the message says what is wrong, and is put after the text."""


def is_blank(text: str) -> bool:
    """Whether there is nothing in the text to look for: no letter and no digit."""
    return not any(char.isalnum() for char in text)


def parse(text: str) -> tuple[Expression, tuple[str, ...]]:
    """The expression and its phrases in their order. Raises BadExpression."""
    reader = _Reader(text)
    expression = reader.either()
    if reader.next is not None:
        raise BadExpression(f"has {reader.next!r} where it should end")
    return expression, tuple(reader.phrases)


class _Reader:
    """Reads the text once, from left to right."""

    def __init__(self, text: str) -> None:
        self._tokens: Iterator[str] = iter(_TOKEN.findall(text))
        self.next = next(self._tokens, None)
        self.phrases: list[str] = []

    def either(self) -> Expression:
        parts = [self._both()]
        while self._takes("or"):
            parts.append(self._both())
        return lambda fits: any(part(fits) for part in parts)

    def _both(self) -> Expression:
        parts = [self._term()]
        while self._takes("and"):
            parts.append(self._term())
        return lambda fits: all(part(fits) for part in parts)

    def _term(self) -> Expression:
        if self._takes("not"):
            part = self._term()
            return lambda fits: not part(fits)
        if self._takes("("):
            inner = self.either()
            if not self._takes(")"):
                raise BadExpression("has a bracket that is not closed")
            return inner
        return self._phrase()

    def _phrase(self) -> Expression:
        words = []
        while self.next is not None and self.next not in _SIGNS:
            words.append(self.next)
            self.next = next(self._tokens, None)
        if not words:
            raise BadExpression(
                "ends where words are missing" if self.next is None else f"lacks words at {self.next!r}"
            )
        phrase = " ".join(words)
        self.phrases.append(phrase)
        return lambda fits: fits(phrase)

    def _takes(self, sign: str) -> bool:
        if self.next != sign:
            return False
        self.next = next(self._tokens, None)
        return True
