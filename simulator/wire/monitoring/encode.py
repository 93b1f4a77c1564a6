"""What happens to monitoring, to frames; and the caller's monitoring session."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from deskproof.simulator.domain.events import MonitoringEvent, SupervisorBargedIn, SupervisorSpoke
from deskproof.simulator.domain.monitoring import model
from deskproof.simulator.domain.monitoring.model import Monitoring
from deskproof.simulator.domain.values import AgentId
from deskproof.simulator.wire.kernel.frame import About, Data, reasons
from deskproof.simulator.wire.kernel.request import Refused, WireRequest
from deskproof.simulator.wire.monitoring.decode import requested_task
from deskproof.simulator.wire.monitoring.shapes import (
    MonitoredData,
    MonitoringData,
    MonitoringFailureData,
    MonitoringState,
    MonitorType,
    SessionItem,
    SessionsAnswer,
)
from deskproof.simulator.wire.tasks.encode import task_data
from deskproof.simulator.wire.tasks.interaction import queue_of

STATES: Mapping[model.MonitoringState, str] = {model.MonitoringState.BARGED_IN: "BargeIn"}
"""The one of the vendor's words for the states of monitoring that its published types have."""


def monitored(about: About, type_: str, event: MonitoringEvent) -> Data:
    """The monitored conversation, with the supervisor among its participants."""
    monitoring = event.monitoring
    conversation = about.state.floor.conversations[monitoring.conversation_id]
    person = about.state.configuration.person(monitoring.supervisor_id)
    data = {**task_data(about, type_, conversation, monitoring), **_monitoring(about, monitoring)}
    return MonitoredData(**data, supervisor_name=person.name if person else "")


def barged_in(about: About, type_: str, event: SupervisorBargedIn) -> Data | None:
    """What the supervisor is sent; None for the agents in the call."""
    return monitored(about, type_, event) if about.agent_id == event.monitoring.supervisor_id else None


def spoken_to(about: About, type_: str, event: SupervisorSpoke) -> Data | None:
    """What the agents in the call are sent; None for the supervisor who has barged in."""
    barged = isinstance(event, SupervisorBargedIn) and about.agent_id == event.monitoring.supervisor_id
    return None if barged else monitored(about, type_, event)


def monitoring_changed(about: About, type_: str, event: MonitoringEvent) -> Data:
    """A change of a monitoring task, without the conversation."""
    common = {**about.common(type_), **_monitoring(about, event.monitoring)}
    return MonitoringData(**common, event_time=event.monitoring.since)


def monitoring_failure(about: About, type_: str, refused: Refused) -> Data:
    """A refused monitoring request; ids that are not known are empty."""
    task_id = requested_task(refused.request) or ""
    conversation = about.state.floor.conversations.get(task_id)
    queue = queue_of(about.state, conversation) if conversation else None
    monitoring = about.state.floor.monitoring_of(about.agent_id)
    return MonitoringFailureData(
        **about.common(type_),
        **reasons(refused),
        id=getattr(refused.request.body, "id", None) or (monitoring.id if monitoring else ""),
        monitor_type=MonitorType.MIDCALL,
        supervisor_id=about.agent_id,
        supervisor_d_n=_number(about, about.agent_id),
        task_id=task_id,
        queue_id=queue.id if queue else "",
        queue_name=queue.name if queue else "",
    )


def _monitoring(about: About, monitoring: Monitoring) -> dict[str, Any]:
    conversation = about.state.floor.conversations.get(monitoring.conversation_id)
    monitored_agent = conversation.agent_id if conversation else None
    return {
        "agent_id": monitored_agent or about.agent_id,
        "id": monitoring.id,
        "monitor_type": MonitorType.MIDCALL,
        "supervisor_id": monitoring.supervisor_id,
        "supervisor_d_n": _number(about, monitoring.supervisor_id),
        "task_id": monitoring.conversation_id,
        "monitoring_state": MonitoringState(type=STATES.get(monitoring.state, monitoring.state.value)),
    }


def _number(about: About, agent_id: AgentId) -> str:
    session = about.state.agents.sessions.get(agent_id)
    return session.station.number if session else ""


def sessions(request: WireRequest) -> SessionsAnswer:
    """The caller's ongoing monitoring task, if there is one."""
    monitoring = request.state.floor.monitoring_of(request.caller)
    if monitoring is None:
        return SessionsAnswer(data=())
    conversation = request.state.floor.conversations.get(monitoring.conversation_id)
    session = SessionItem(
        id=monitoring.id,
        monitor_type=MonitorType.MIDCALL,
        task_id=monitoring.conversation_id,
        agent_id=(conversation.agent_id if conversation else None) or "",
        supervisor_id=monitoring.supervisor_id,
        state=monitoring.state.value,
        since=monitoring.since,
    )
    return SessionsAnswer(data=(session,))
