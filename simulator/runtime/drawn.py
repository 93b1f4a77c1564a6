"""What the simulator draws at random: secrets, which are known by how they begin, and ids that nobody can guess."""

from __future__ import annotations

import secrets

MARK = "dps_"
"""How every secret begins that the simulator hands out, so that it can be masked wherever it is written down."""


def drawn_secret() -> str:
    """A text with 192 bits of chance: who has it may do something with it. It fits in addresses and cookies."""
    return f"{MARK}{secrets.token_urlsafe(24)}"


def drawn_id() -> str:
    """A text with 96 bits of chance that names something and opens nothing."""
    return secrets.token_urlsafe(12)
