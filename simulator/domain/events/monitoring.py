"""What happened to the monitoring of conversations."""

from __future__ import annotations

from dataclasses import dataclass

from deskproof.simulator.domain.events.root import Event
from deskproof.simulator.domain.monitoring.model import Monitoring


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
