"""What the identity provider remembers about people beyond the configuration."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from deskproof.simulator.domain.credentials import address_key
from deskproof.simulator.domain.values import Instant, Secret

CODE_TRIES = 3


@dataclass(frozen=True, kw_only=True)
class Recovery:
    """A recovery in progress: the mailed code, its expiry, and how many tries are left."""

    code: Secret
    expires: Instant
    tries_left: int = CODE_TRIES
    spent: bool = False
    accepted: bool = False


@dataclass(frozen=True, kw_only=True)
class Account:
    """What the identity provider remembers about a person beyond the configuration."""

    password: Secret | None = None
    failed: int = 0
    locked_until: Instant | None = None
    recovery: Recovery | None = None


Accounts = Mapping[str, Account]
"""Accounts by the key of their e-mail address (`credentials.address_key`)."""


def account_of(accounts: Accounts, email: str) -> Account:
    """The account with this address; blank where nothing has happened to it yet."""
    return accounts.get(address_key(email), Account())
