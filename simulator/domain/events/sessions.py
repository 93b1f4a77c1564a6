"""What happened to connections, sessions and phones of agents."""

from __future__ import annotations

from dataclasses import dataclass

from deskproof.simulator.domain.events.root import Event
from deskproof.simulator.domain.sessions.model import AgentSession
from deskproof.simulator.domain.values import AgentId, ConnectionId


@dataclass(frozen=True, kw_only=True)
class ConnectionRequested(Event):
    """An instance subscribed; its socket is not open yet (PROTOCOL 3.1)."""

    connection_id: ConnectionId
    agent_id: AgentId
    allow_multi_login: bool


@dataclass(frozen=True, kw_only=True)
class Connected(Event):
    """The socket of a subscription opened (PROTOCOL 3.2)."""

    connection_id: ConnectionId
    agent_id: AgentId


@dataclass(frozen=True, kw_only=True)
class ConnectionSuperseded(Event):
    """Another instance of the same agent took over (AD-012 to AD-016)."""

    connection_id: ConnectionId
    agent_id: AgentId


@dataclass(frozen=True, kw_only=True)
class Disconnected(Event):
    """A socket closed, from either side."""

    connection_id: ConnectionId
    agent_id: AgentId


@dataclass(frozen=True, kw_only=True)
class ConnectionLost(Event):
    """The agent's last connection went away; the session waits for one to come back."""

    session: AgentSession


@dataclass(frozen=True, kw_only=True)
class SessionReloaded(Event):
    """An instance got its agent's session back (PROTOCOL 3.5)."""

    session: AgentSession


@dataclass(frozen=True, kw_only=True)
class AgentSignedIn(Event):
    """Station Credentials were accepted; the session is open (AD-081)."""

    session: AgentSession


@dataclass(frozen=True, kw_only=True)
class AgentStateChanged(Event):
    """The agent's state or idle code changed (PROTOCOL 5); `by` is the supervisor who changed it, if one did."""

    session: AgentSession
    by: AgentId | None = None


@dataclass(frozen=True, kw_only=True)
class AgentSignedOut(Event):
    """The session ended (AD-086, AD-092); `by` is the supervisor who ended it, if one did."""

    session: AgentSession
    reason: str
    by: AgentId | None = None


@dataclass(frozen=True, kw_only=True)
class PhoneChanged(Event):
    """A phone became ready to ring, or not ready (AD-006)."""

    number: str
    ready: bool
