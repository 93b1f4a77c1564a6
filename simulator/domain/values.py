"""Small values of the core: instants, ids and secrets."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from functools import lru_cache
from hmac import compare_digest
from typing import NewType

Instant = NewType("Instant", int)
"""Milliseconds since 1970-01-01T00:00:00Z, the unit of every timestamp on the wire (PROTOCOL 4.1)."""

AgentId = NewType("AgentId", str)
"""The id the wire knows a person by (`ciUserId`)."""

ConnectionId = NewType("ConnectionId", str)
"""The id of one notification subscription and its socket."""

SECOND = 1_000
MINUTE = 60 * SECOND

LONGEST_SPAN_MINUTES = 366 * 24 * 60
"""The longest span of tenant time that can be set: a deadline, a delay, one move of the clock."""

FIRST_INSTANT = Instant(0)
LAST_INSTANT = Instant(253_339_228_800_000)
"""A clock shows 1970-01-01T00:00:00Z to 9998-01-01T00:00:00Z. What is due within a span of any of these instants can
still be written: ISO 8601 and the Date header of HTTP have four digits for the year.
"""

_IDS = uuid.UUID("0b3c1f0e-6a52-5c55-9c0b-5b7f4f2f9d11")
_REMEMBERED = 16_384


@lru_cache(_REMEMBERED)
def entity_id(kind: str, key: str) -> str:
    """The wire id of a configured entity: the same kind and key give the same id in every tenant and every run."""
    return str(uuid.uuid5(_IDS, f"{kind}:{key}"))


@dataclass(frozen=True)
class Secret:
    """A password or code. Two are compared in constant time, and the text is never in a repr."""

    _text: str

    def __post_init__(self) -> None:
        if not self._text:
            raise ValueError("a secret cannot be empty")

    def reveal(self) -> str:
        """The text itself: only for a check, a mail to its owner, or the person who made the tenant."""
        return self._text

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Secret):
            return NotImplemented
        return compare_digest(self._text.encode(), other._text.encode())

    def __hash__(self) -> int:
        return hash((Secret, self._text))

    def __repr__(self) -> str:
        return "Secret(•••)"
