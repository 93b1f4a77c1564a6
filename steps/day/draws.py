"""What a day draws. Rule: each draw depends on the seed and on what it is for, not on the order of the draws, so that a
person who takes part changes nothing else.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass

from deskproof.steps.day.script import Customers, Day, milliseconds

_NAMES = ("Eva Berg", "Omar Haddad", "Mia Lund", "Jonas Ek", "Aino Korhonen", "Paul Martin", "Sara Nilsson", "Li Chen")
_FIRST_NUMBER = 12_015_550_100
"""The first of the hundred numbers that are reserved for invented people."""


@dataclass(frozen=True, kw_only=True)
class Arrival:
    """A customer: when, in milliseconds from the beginning; who, a number or a name; and of which table."""

    at: int
    who: str
    table: Customers
    number: int
    """Counted in its table, from 1."""
    row: int
    """The table's place in the script, from 0."""

    @property
    def about(self) -> str:
        """What its draws are for."""
        return f"customers {self.row}:{self.number}"


def chance(seed: int, *about: object) -> random.Random:
    """The draws for a purpose."""
    return random.Random(":".join(map(str, (seed, *about))))  # noqa: S311  must be the same in equal days


def arrivals(day: Day) -> Iterator[Arrival]:
    """The customers of the day, table by table, as a Poisson process has them."""
    for row, table in enumerate(day.customers):
        drawn = chance(day.seed, "customers", row)
        at = milliseconds(table.from_minute)
        until = milliseconds(day.minutes if table.until_minute is None else table.until_minute)
        number = 0
        while (at := at + round(drawn.expovariate(table.per_minute) * 60_000)) < until:
            number += 1
            writes = table.writes is not None
            who = drawn.choice(_NAMES) if writes else f"+{_FIRST_NUMBER + drawn.randrange(100)}"
            yield Arrival(at=at, who=who, table=table, number=number, row=row)


def delay(span: tuple[float, float], drawn: random.Random) -> int:
    """Milliseconds within a range of seconds."""
    return round(drawn.uniform(*span) * 1_000)
