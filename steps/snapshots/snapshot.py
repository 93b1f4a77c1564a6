"""The snapshot of a scenario: what each page read after each Then, and which messages were exchanged.

Rule: nothing here knows a browser or a file. Pages come as lines of text, messages as one line each, both without what
differs between equal runs (`texts.py`).
"""

from __future__ import annotations

import difflib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

Lines = tuple[str, ...]

_SHOWN = 12
"""Lines of a difference that a sentence has; the rest is counted."""


@dataclass(frozen=True, order=True, kw_only=True)
class Moment:
    """A page after a step: the number of the step, from 0, and whose page it is, such as `Ada` or `Ada, page 2`."""

    step: int
    page: str


@dataclass(frozen=True, kw_only=True)
class Snapshot:
    """What a scenario showed and exchanged. `messages` says how often each line came."""

    pages: Mapping[Moment, Lines] = field(default_factory=dict)
    messages: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class Expected:
    """What a scenario may show and exchange. `pages` has one or several texts for a moment; a line of `messages` comes
    at least and at most so often.
    """

    steps: str
    pages: Mapping[Moment, tuple[Lines, ...]]
    messages: Mapping[str, tuple[int, int]]

    @classmethod
    def of(cls, steps: str, snapshot: Snapshot) -> Expected:
        """Exactly what this snapshot has. `steps` is the fingerprint of the scenario's steps."""
        return cls(
            steps=steps,
            pages={moment: (lines,) for moment, lines in sorted(snapshot.pages.items())},
            messages={name: (count, count) for name, count in sorted(snapshot.messages.items())},
        )

    @property
    def text(self) -> str:
        """Everything that may be shown and exchanged, each line once."""
        pages = (line for texts in self.pages.values() for lines in texts for line in lines)
        return "\n".join(dict.fromkeys((*pages, *self.messages)))

    def with_snapshot(self, other: Snapshot) -> Expected:
        """What this allows, and what the other snapshot has."""
        pages = {**self.pages}
        for moment, lines in other.pages.items():
            if lines not in pages.get(moment, ()):
                pages[moment] = tuple(sorted((*pages.get(moment, ()), lines)))
        names = sorted({*self.messages, *other.messages})
        messages = {name: _wider(self.messages.get(name, (0, 0)), other.messages.get(name, 0)) for name in names}
        return Expected(steps=self.steps, pages=dict(sorted(pages.items())), messages=messages)


def _wider(allowed: tuple[int, int], count: int) -> tuple[int, int]:
    least, most = allowed
    return min(least, count), max(most, count)


def for_people(lines: Lines) -> Lines:
    """A page without the fingerprint of its elements, which is last: what a person can read of it."""
    return lines[:-1]


def page_difference(expected: Sequence[Lines], seen: Lines) -> Lines:
    """How `seen` differs from the nearest of the expected texts: lines that begin with `-` (missing) or `+` (new);
    empty where it is one of them.
    """
    if seen in expected:
        return ()
    differences = [_changes(text, seen) for text in expected] or [_changes((), seen)]
    return min(differences, key=len)


def message_difference(expected: Mapping[str, tuple[int, int]], seen: Mapping[str, int]) -> Lines:
    """Which messages came too seldom (`-`) or too often (`+`), as `page_difference` has it."""
    found: list[str] = []
    for name in sorted({*expected, *seen}):
        (least, most), count = expected.get(name, (0, 0)), seen.get(name, 0)
        if count < least:
            found.append(f"- {name}{_times(least - count)}")
        elif count > most:
            found.append(f"+ {name}{_times(count - most)}")
    return tuple(found)


def counted(lines: Iterable[str]) -> Mapping[str, int]:
    """How often each line occurs."""
    return dict(sorted(Counter(lines).items()))


def shown(difference: Lines) -> str:
    """A difference for people: its first lines, and how many more there are."""
    more = len(difference) - _SHOWN
    return "\n".join([*difference[:_SHOWN], *([f"(and {more} more)"] if more > 0 else [])])


def _changes(before: Lines, after: Lines) -> Lines:
    return tuple(_changed(difflib.ndiff(before, after)))


def _changed(lines: Iterator[str]) -> Iterator[str]:
    return (line for line in lines if line.startswith(("- ", "+ ")))


def _times(count: int) -> str:
    return "" if count == 1 else f" ({count} times)"
