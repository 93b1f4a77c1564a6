"""The state of a tenant at one instant, as values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from deskproof.simulator.domain.accounts.model import Accounts
from deskproof.simulator.domain.configuration import Channel, Configuration
from deskproof.simulator.domain.conversations.model import Conversation
from deskproof.simulator.domain.monitoring.model import Monitoring
from deskproof.simulator.domain.sessions.model import AgentSession, Connection, Station
from deskproof.simulator.domain.subscriptions.model import Subscription
from deskproof.simulator.domain.values import AgentId, ConnectionId


@dataclass(frozen=True, kw_only=True)
class Agents:
    """All connections and agent sessions, oldest first."""

    connections: Mapping[ConnectionId, Connection] = field(default_factory=dict)
    connections_of: Mapping[AgentId, tuple[ConnectionId, ...]] = field(default_factory=dict)
    """The connections of each agent who has any."""
    sessions: Mapping[AgentId, AgentSession] = field(default_factory=dict)
    lost: frozenset[AgentId] = frozenset()
    """The agents with a session and no connection, who are given time to come back."""
    stations: Mapping[Station, frozenset[AgentId]] = field(default_factory=dict)
    """The stations of the sessions, and who is signed in at each."""

    def active(self, agent_id: AgentId) -> tuple[Connection, ...]:
        """The agent's open connections."""
        theirs = (self.connections[id_] for id_ in self.connections_of.get(agent_id, ()))
        return tuple(connection for connection in theirs if connection.open)


@dataclass(frozen=True, kw_only=True)
class Floor:
    """Conversations and monitoring tasks that have not ended, and the phones that are not ready."""

    conversations: Mapping[str, Conversation] = field(default_factory=dict)
    monitorings: Mapping[str, Monitoring] = field(default_factory=dict)
    phones_not_ready: frozenset[str] = frozenset()

    @cached_property
    def _conversations_by_agent(self) -> Mapping[AgentId, tuple[Conversation, ...]]:
        found: dict[AgentId, tuple[Conversation, ...]] = {}
        for conversation in self.conversations.values():
            for agent_id in conversation.occupied:
                found[agent_id] = (*found.get(agent_id, ()), conversation)
        return found

    def conversations_of(self, agent_id: AgentId) -> tuple[Conversation, ...]:
        """The conversations that occupy the agent, in whatever part, oldest change first."""
        return self._conversations_by_agent.get(agent_id, ())

    def conversation_of(self, agent_id: AgentId) -> Conversation | None:
        """The first of the agent's conversations, a call before what is digital; None without any."""
        theirs = self.conversations_of(agent_id)
        return min(theirs, key=lambda one: one.channel is not Channel.VOICE, default=None)

    def monitoring_of(self, supervisor_id: AgentId) -> Monitoring | None:
        """The supervisor's ongoing monitoring task, if there is one."""
        return next((m for m in self.monitorings.values() if m.supervisor_id == supervisor_id), None)

    def ready_phone(self, station: Station) -> str | None:
        """The number of the station's phone, where it has one and it is ready to ring."""
        return None if station.phone in self.phones_not_ready else station.phone

    def is_engaged(self, agent_id: AgentId) -> bool:
        """Whether a conversation or a monitoring task occupies the agent (DOMAIN 2.3)."""
        return bool(self.conversations_of(agent_id)) or self.monitoring_of(agent_id) is not None

    def on_a_call(self, agent_id: AgentId) -> bool:
        """Whether a call or a monitoring task occupies the agent, who then gets no other call."""
        calls = (one for one in self.conversations_of(agent_id) if one.channel is Channel.VOICE)
        return next(calls, None) is not None or self.monitoring_of(agent_id) is not None


@dataclass(frozen=True, kw_only=True)
class TenantState:
    """The whole state of a tenant."""

    configuration: Configuration
    accounts: Accounts = field(default_factory=dict)
    agents: Agents = field(default_factory=Agents)
    floor: Floor = field(default_factory=Floor)
    subscriptions: Mapping[str, Subscription] = field(default_factory=dict)
