"""What happens to conversations and monitoring, to frames."""

from __future__ import annotations

from typing import Any

from deskproof.simulator.domain.conversation import Conversation, Monitoring
from deskproof.simulator.domain.events import (
    ConversationEnded,
    ConversationEvent,
    ConversationWrappedUp,
    MonitoringEvent,
    OfferUnanswered,
    OfferWithdrawn,
    SessionReloaded,
)
from deskproof.simulator.domain.values import AgentId
from deskproof.simulator.wire.asked import Refused
from deskproof.simulator.wire.encode import About, reasons
from deskproof.simulator.wire.floor.decode import task_asked_for
from deskproof.simulator.wire.floor.interaction import Asker, interaction_of, queue_of
from deskproof.simulator.wire.floor.shapes import (
    EndedData,
    MonitoredData,
    MonitoringData,
    MonitoringFailureData,
    MonitoringState,
    MonitorType,
    TaskData,
    TaskFailureData,
    UnansweredData,
    WrappedUpData,
)
from deskproof.simulator.wire.frames import Data

_PARTIES = {"agent": "Agent", "customer": "Customer"}


def task(about: About, type_: str, event: ConversationEvent) -> Data:
    return TaskData(**task_data(about, type_, event.conversation))


def task_again(about: About, type_: str, event: SessionReloaded) -> Data | None:
    """The task of an agent whose instance has just come back; None without one."""
    conversation = about.state.floor.conversation_of(about.agent_id)
    return None if conversation is None else TaskData(**task_data(about, type_, conversation))


def unanswered(about: About, type_: str, event: OfferUnanswered) -> Data:
    return UnansweredData(**task_data(about, type_, event.conversation), reason="RONA_TIMER_EXPIRED", reason_code=1030)


def withdrawn(about: About, type_: str, event: OfferWithdrawn) -> Data:
    return EndedData(
        **task_data(about, type_, event.conversation), agents_pending_wrap_up=(), terminating_party=_PARTIES["customer"]
    )


def ended(about: About, type_: str, event: ConversationEnded) -> Data:
    return EndedData(
        **task_data(about, type_, event.conversation),
        agents_pending_wrap_up=(about.agent_id,),
        terminating_party=_PARTIES[event.conversation.ended_by],
    )


def wrapped_up(about: About, type_: str, event: ConversationWrappedUp) -> Data:
    return WrappedUpData(**task_data(about, type_, event.conversation), wrap_up_aux_code_id=event.code_id)


def monitored(about: About, type_: str, event: MonitoringEvent) -> Data:
    monitoring = event.monitoring
    conversation = about.state.floor.conversations[monitoring.conversation_id]
    person = about.state.configuration.person(monitoring.supervisor_id)
    data = {**task_data(about, type_, conversation, monitoring), **_monitoring(about, monitoring)}
    return MonitoredData(**data, supervisor_name=person.name if person else "")


def monitoring_changed(about: About, type_: str, event: MonitoringEvent) -> Data:
    common = {**about.common(type_), **_monitoring(about, event.monitoring)}
    return MonitoringData(**common, event_time=event.monitoring.since)


def task_failure(about: About, type_: str, refused: Refused) -> Data:
    return TaskFailureData(
        **about.common(type_), **reasons(refused), interaction_id=refused.asked.path.get("taskId", "")
    )  # fmt: skip


def monitoring_failure(about: About, type_: str, refused: Refused) -> Data:
    task_id = task_asked_for(refused.asked) or ""
    conversation = about.state.floor.conversations.get(task_id)
    queue = queue_of(about.state, conversation) if conversation else None
    monitoring = about.state.floor.monitoring_of(about.agent_id)
    return MonitoringFailureData(
        **about.common(type_),
        **reasons(refused),
        id=getattr(refused.asked.body, "id", None) or (monitoring.id if monitoring else ""),
        monitor_type=MonitorType.MIDCALL,
        supervisor_id=about.agent_id,
        supervisor_d_n=_number(about, about.agent_id),
        task_id=task_id,
        queue_id=queue.id if queue else "",
        queue_name=queue.name if queue else "",
    )


def task_data(
    about: About, type_: str, conversation: Conversation, monitoring: Monitoring | None = None
) -> dict[str, Any]:  # fmt: skip
    """The `data` of every frame about a task: the task, whole."""
    agent_id = conversation.agent_id or about.agent_id
    asker = Asker(state=about.state, org_id=about.place.org_id, agent_id=agent_id)
    return {
        **about.common(type_),
        "interaction_id": conversation.id,
        "media_resource_id": conversation.id,
        "dest_agent_id": agent_id,
        "owner": agent_id,
        "queue_name": queue_of(about.state, conversation).name,
        "event_time": conversation.since,
        "rona_timeout": about.state.configuration.settings.rona_seconds,
        "interaction": interaction_of(asker, conversation, monitoring),
    }


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
        "monitoring_state": MonitoringState(type=monitoring.state.value),
    }


def _number(about: About, agent_id: AgentId) -> str:
    session = about.state.desk.sessions.get(agent_id)
    return session.station.number if session else ""
