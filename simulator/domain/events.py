"""What happened in a tenant. The journal records every event; the wire makes frames of some."""

from __future__ import annotations

from dataclasses import dataclass

from deskproof.simulator.domain.configuration import Configuration
from deskproof.simulator.domain.conversations.model import Conversation
from deskproof.simulator.domain.monitoring.model import Monitoring
from deskproof.simulator.domain.sessions.model import AgentSession, Station
from deskproof.simulator.domain.values import AgentId, ConnectionId, Instant, Secret


@dataclass(frozen=True, kw_only=True)
class Event:
    """Root of all events."""


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
    """The agent's state or idle code changed (PROTOCOL 5)."""

    session: AgentSession


@dataclass(frozen=True, kw_only=True)
class AgentSignedOut(Event):
    """The session ended (AD-086, AD-092)."""

    session: AgentSession
    reason: str


@dataclass(frozen=True, kw_only=True)
class PhoneChanged(Event):
    """A phone became ready to ring, or not ready (AD-006)."""

    number: str
    ready: bool


@dataclass(frozen=True, kw_only=True)
class ConversationEvent(Event):
    """Root of the events of a conversation, which they carry as it is after the event."""

    conversation: Conversation


@dataclass(frozen=True, kw_only=True)
class CustomerCalled(ConversationEvent):
    """A customer called a queue."""


@dataclass(frozen=True, kw_only=True)
class ConversationOffered(ConversationEvent):
    """The agent's station rings if it can: `rings` is the phone's number, empty for Desktop or a phone not ready."""

    station: Station
    rings: str


@dataclass(frozen=True, kw_only=True)
class OfferUnanswered(ConversationEvent):
    """The agent did not answer in time (RONA): the conversation is queued again, the agent gets no more offers."""

    agent_id: AgentId


@dataclass(frozen=True, kw_only=True)
class OfferWithdrawn(ConversationEvent):
    """The customer hung up before the call was answered."""

    agent_id: AgentId | None


@dataclass(frozen=True, kw_only=True)
class ConversationConnected(ConversationEvent):
    """The offered conversation was answered."""


@dataclass(frozen=True, kw_only=True)
class ConversationHeld(ConversationEvent):
    """The customer is on hold."""


@dataclass(frozen=True, kw_only=True)
class ConversationResumed(ConversationEvent):
    """The customer is back from hold."""


@dataclass(frozen=True, kw_only=True)
class ConversationEnded(ConversationEvent):
    """The call is over; its agent wraps up."""


@dataclass(frozen=True, kw_only=True)
class ConversationWrappedUp(ConversationEvent):
    """The agent closed the conversation with a wrap-up code."""

    code_id: str


@dataclass(frozen=True, kw_only=True)
class MonitoringEvent(Event):
    """Root of the events of a monitoring task, which they carry as it is after the event."""

    monitoring: Monitoring


@dataclass(frozen=True, kw_only=True)
class MonitoringRequested(MonitoringEvent):
    """The supervisor's station rings; `rings` as for an offered conversation."""

    rings: str


@dataclass(frozen=True, kw_only=True)
class MonitoringStarted(MonitoringEvent):
    """The supervisor answered the request and listens."""


@dataclass(frozen=True, kw_only=True)
class MonitoringPaused(MonitoringEvent):
    """The supervisor paused listening."""


@dataclass(frozen=True, kw_only=True)
class MonitoringResumed(MonitoringEvent):
    """The supervisor listens again."""


@dataclass(frozen=True, kw_only=True)
class MonitoringEnded(MonitoringEvent):
    """The supervisor stopped, or the conversation ended."""
