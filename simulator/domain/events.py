"""What then was true of a tenant. Past tense; the journal keeps them, the wire turns some of them into frames."""

from __future__ import annotations

from dataclasses import dataclass

from simulator.domain.configuration import Configuration
from simulator.domain.session import AgentSession
from simulator.domain.values import AgentId, ConnectionId, Instant, Secret


@dataclass(frozen=True, kw_only=True)
class Event:
    """Root of all events."""


@dataclass(frozen=True, kw_only=True)
class ConfigurationChanged(Event):
    configuration: Configuration
    changed: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class PasswordAccepted(Event):
    email: str
    agent_id: AgentId


@dataclass(frozen=True, kw_only=True)
class PasswordRefused(Event):
    email: str
    attempts: int


@dataclass(frozen=True, kw_only=True)
class AccountLocked(Event):
    email: str
    until: Instant


@dataclass(frozen=True, kw_only=True)
class RecoveryCodeSent(Event):
    email: str
    code: Secret
    expires: Instant


@dataclass(frozen=True, kw_only=True)
class RecoveryCodeRefused(Event):
    email: str
    tries_left: int


@dataclass(frozen=True, kw_only=True)
class RecoveryCodeAccepted(Event):
    email: str


@dataclass(frozen=True, kw_only=True)
class PasswordChanged(Event):
    email: str
    password: Secret


@dataclass(frozen=True, kw_only=True)
class ConnectionRequested(Event):
    connection_id: ConnectionId
    agent_id: AgentId
    allow_multi_login: bool


@dataclass(frozen=True, kw_only=True)
class Connected(Event):
    connection_id: ConnectionId
    agent_id: AgentId


@dataclass(frozen=True, kw_only=True)
class ConnectionSuperseded(Event):
    """Another instance of the same agent took over (AD-012 to AD-016)."""

    connection_id: ConnectionId
    agent_id: AgentId


@dataclass(frozen=True, kw_only=True)
class Disconnected(Event):
    connection_id: ConnectionId
    agent_id: AgentId


@dataclass(frozen=True, kw_only=True)
class ConnectionLost(Event):
    """The agent's last connection went away; the session waits for one to come back."""

    session: AgentSession


@dataclass(frozen=True, kw_only=True)
class SessionReloaded(Event):
    session: AgentSession


@dataclass(frozen=True, kw_only=True)
class AgentSignedIn(Event):
    """Station Credentials were accepted; the session is open (AD-081)."""

    session: AgentSession


@dataclass(frozen=True, kw_only=True)
class AgentStateChanged(Event):
    session: AgentSession


@dataclass(frozen=True, kw_only=True)
class AgentSignedOut(Event):
    session: AgentSession
    reason: str
