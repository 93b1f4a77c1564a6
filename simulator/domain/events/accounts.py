"""What happened to the configuration and to the accounts of people."""

from __future__ import annotations

from dataclasses import dataclass

from deskproof.simulator.domain.configuration import Configuration
from deskproof.simulator.domain.events.root import Event
from deskproof.simulator.domain.values import AgentId, Instant, Secret


@dataclass(frozen=True, kw_only=True)
class ConfigurationChanged(Event):
    """The administrator changed the configuration; `changed` lists the differences in words."""

    configuration: Configuration
    changed: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class PasswordAccepted(Event):
    """The person entered the right password (AD-023)."""

    email: str
    agent_id: AgentId


@dataclass(frozen=True, kw_only=True)
class PasswordRefused(Event):
    """The password was wrong; `attempts` counts the wrong ones in a row."""

    email: str
    attempts: int


@dataclass(frozen=True, kw_only=True)
class AccountLocked(Event):
    """Too many wrong passwords locked the account, up to but not including `until`."""

    email: str
    until: Instant


@dataclass(frozen=True, kw_only=True)
class RecoveryCodeSent(Event):
    """A confirmation code was mailed; it is valid up to but not including `expires` (AD-026)."""

    email: str
    code: Secret
    expires: Instant


@dataclass(frozen=True, kw_only=True)
class RecoveryCodeRefused(Event):
    """The confirmation code was wrong (AD-027)."""

    email: str
    tries_left: int


@dataclass(frozen=True, kw_only=True)
class RecoveryCodeAccepted(Event):
    """The confirmation code was right and is used up."""

    email: str


@dataclass(frozen=True, kw_only=True)
class PasswordChanged(Event):
    """The person chose a new password, which also unlocks the account."""

    email: str
    password: Secret


@dataclass(frozen=True, kw_only=True)
class TeamsPasswordAccepted(Event):
    """The person entered the right password of their Teams account (AD-035)."""

    email: str
    agent_id: AgentId


@dataclass(frozen=True, kw_only=True)
class TeamsPasswordRefused(Event):
    """The password of the Teams account was wrong."""

    email: str


@dataclass(frozen=True, kw_only=True)
class TeamsAccessRefused(Event):
    """The password was right, but the account may not be connected."""

    email: str


@dataclass(frozen=True, kw_only=True)
class TeamsSignInCancelled(Event):
    """The person cancelled signing in to Teams; `email` may be empty (AD-038)."""

    email: str


@dataclass(frozen=True, kw_only=True)
class TeamsSignedIn(Event):
    """A desktop got its tokens for the person's Microsoft Teams account (AD-100)."""

    email: str
    agent_id: AgentId
