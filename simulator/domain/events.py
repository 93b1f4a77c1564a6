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
class TeamsPasswordAccepted(Event):
    email: str
    agent_id: AgentId


@dataclass(frozen=True, kw_only=True)
class TeamsPasswordRefused(Event):
    email: str


@dataclass(frozen=True, kw_only=True)
class TeamsAccessRefused(Event):
    """The password was right, but the account may not be connected."""

    email: str


@dataclass(frozen=True, kw_only=True)
class TeamsSignInCancelled(Event):
    email: str


@dataclass(frozen=True, kw_only=True)
class TeamsSignedIn(Event):
    """A desktop got its tokens for the person's Microsoft Teams account (AD-100)."""

    email: str
    agent_id: AgentId


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


@dataclass(frozen=True, kw_only=True)
class PhoneChanged(Event):
    number: str
    ready: bool


@dataclass(frozen=True, kw_only=True)
class ConversationEvent(Event):
    """Root of the events of a conversation, which they carry as it is after the event."""

    conversation: Conversation


@dataclass(frozen=True, kw_only=True)
class CustomerCalled(ConversationEvent):
    pass


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
    pass


@dataclass(frozen=True, kw_only=True)
class ConversationHeld(ConversationEvent):
    pass


@dataclass(frozen=True, kw_only=True)
class ConversationResumed(ConversationEvent):
    pass


@dataclass(frozen=True, kw_only=True)
class ConversationEnded(ConversationEvent):
    """The call is over; its agent wraps up."""


@dataclass(frozen=True, kw_only=True)
class ConversationWrappedUp(ConversationEvent):
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
    pass


@dataclass(frozen=True, kw_only=True)
class MonitoringPaused(MonitoringEvent):
    pass


@dataclass(frozen=True, kw_only=True)
class MonitoringResumed(MonitoringEvent):
    pass


@dataclass(frozen=True, kw_only=True)
class MonitoringEnded(MonitoringEvent):
    pass
