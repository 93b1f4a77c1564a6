"""Random values of the simulator: secrets, which have a known prefix, and ids that cannot be guessed."""

from __future__ import annotations

import secrets

MARK = "dps_"
"""The prefix of every secret that the simulator issues, by which it is masked wherever it is written."""


def drawn_secret() -> str:
    """A secret with 192 random bits, which fits in addresses and cookies."""
    return f"{MARK}{secrets.token_urlsafe(24)}"


def drawn_id() -> str:
    """An id with 96 random bits, which is not a secret."""
    return secrets.token_urlsafe(12)
