"""`loses an event`: the frame does not leave."""

from __future__ import annotations


def copies(before: int) -> int:
    """No copy of the frame leaves."""
    return 0
