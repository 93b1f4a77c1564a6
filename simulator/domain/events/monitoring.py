"""What happened to the monitoring of conversations."""

from __future__ import annotations

from dataclasses import dataclass

from deskproof.simulator.domain.events.root import Event
from deskproof.simulator.domain.monitoring.model import Monitoring
from deskproof.simulator.domain.values import AgentId


@dataclass(frozen=True, kw_only=True)
class MonitoringEvent(Event):
    """Root of the events of a monitoring task, which they carry as it is after the event."""

    monitoring: Monitoring

    @property
    def concerned(self) -> tuple[AgentId, ...]:
        """The agents who are notified: the supervisor, unless the event says otherwise."""
        return (self.monitoring.supervisor_id,)


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


@dataclass(frozen=True, kw_only=True)
class SupervisorSpoke(MonitoringEvent):
    """Root of the events after which the supervisor is heard; the `agents` in the call are notified, too."""

    agents: tuple[AgentId, ...]

    @property
    def concerned(self) -> tuple[AgentId, ...]:
        """The supervisor, and the agents in the call."""
        return (self.monitoring.supervisor_id, *self.agents)


@dataclass(frozen=True, kw_only=True)
class SupervisorWhispered(SupervisorSpoke):
    """The agents hear the supervisor, the customer does not."""


@dataclass(frozen=True, kw_only=True)
class SupervisorBargedIn(SupervisorSpoke):
    """Everybody in the call hears the supervisor."""
