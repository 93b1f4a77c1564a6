"""`delivers twice`: the frame leaves two times."""

from __future__ import annotations


def copies(before: int) -> int:
    """Twice as many copies of the frame leave."""
    return 2 * before
