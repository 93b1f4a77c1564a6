"""Lists of tasks and of monitoring sessions, for those who supervise."""

from __future__ import annotations

from deskproof.simulator.domain.configuration import Role
from deskproof.simulator.domain.conversation import Conversation
from deskproof.simulator.domain.rejection import Reason, Rejection
from deskproof.simulator.wire.answers import Accepted
from deskproof.simulator.wire.asked import Asked
from deskproof.simulator.wire.floor.interaction import STATUSES, line_of, queue_of
from deskproof.simulator.wire.floor.shapes import (
    MonitorType,
    Named,
    SessionItem,
    SessionsAnswer,
    TaskAttributes,
    TaskItem,
    TasksAnswer,
    TasksMeta,
    TasksQuery,
)
from deskproof.simulator.wire.shapes import BadRequest

CHANNELS = ("email", "chat", "telephony", "social", "customMessaging")


def tasks(asked: Asked) -> TasksAnswer:
    """The open tasks of the tenant, oldest first. Only for supervisors."""
    query = asked.query_as(TasksQuery)
    if query.org_id not in (None, asked.place.org_id):
        raise BadRequest("orgId names another organisation than the token belongs to.")
    channels = [name.strip() for name in query.channel_types.split(",")] if query.channel_types else ["telephony"]
    if unknown := [name for name in channels if name not in CHANNELS]:
        raise BadRequest(f'channelTypes has "{unknown[0]}"; wanted some of: {", ".join(CHANNELS)}.')
    person = asked.configuration.person(asked.caller)
    if person is None or Role.SUPERVISOR not in person.roles:
        raise Rejection(Reason.MONITORING_NOT_PERMITTED, "Only a supervisor sees the tasks of others.")
    found = (
        conversation
        for conversation in sorted(asked.state.floor.conversations.values(), key=lambda one: one.created_at)
        if query.from_ <= conversation.created_at <= (asked.now if query.to is None else query.to)
    )
    items = [_item(asked, conversation) for conversation in found] if "telephony" in channels else []
    return TasksAnswer(meta=TasksMeta(org_id=asked.place.org_id), data=tuple(items[: query.page_size]))


def sessions(asked: Asked) -> SessionsAnswer:
    """The caller's ongoing monitoring task, if there is one."""
    monitoring = asked.state.floor.monitoring_of(asked.caller)
    if monitoring is None:
        return SessionsAnswer(data=())
    conversation = asked.state.floor.conversations.get(monitoring.conversation_id)
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


def accept(asked: Asked) -> Accepted:
    """Refuse: every task here is a call, and a call is answered at the station (PROTOCOL 6, digital only)."""
    conversation = asked.state.floor.conversation_of(asked.caller)
    if conversation is None or conversation.id != asked.path["taskId"]:
        raise Rejection(Reason.UNKNOWN_CONVERSATION, f"The agent has no conversation {asked.path['taskId']}.")
    raise Rejection(Reason.NOT_DIGITAL, "Only digital tasks are accepted here; a call is answered at the station.")


def _item(asked: Asked, conversation: Conversation) -> TaskItem:
    queue = queue_of(asked.state, conversation)
    owner = asked.configuration.person(conversation.agent_id or "")
    return TaskItem(
        id=conversation.id,
        attributes=TaskAttributes(
            owner=Named(id=owner.agent_id, name=owner.name) if owner else None,
            queue=Named(id=queue.id, name=queue.name),
            channel_type="telephony",
            status=STATUSES[conversation.state],
            created_time=conversation.created_at,
            last_updated_time=conversation.since,
            origin=conversation.customer,
            destination=line_of(conversation),
            direction="inbound",
        ),
    )
