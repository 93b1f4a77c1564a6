"""What happens to conversations, to frames; and the lists of tasks."""

from __future__ import annotations

from typing import Any

from deskproof.simulator.domain.configuration import Role
from deskproof.simulator.domain.conversations.model import Conversation
from deskproof.simulator.domain.events import (
    ConversationEnded,
    ConversationEvent,
    ConversationWrappedUp,
    OfferUnanswered,
    OfferWithdrawn,
    SessionReloaded,
)
from deskproof.simulator.domain.monitoring.model import Monitoring
from deskproof.simulator.domain.rejection import Reason, Rejection
from deskproof.simulator.wire.kernel.frame import About, Data, reasons
from deskproof.simulator.wire.kernel.request import Refused, WireRequest
from deskproof.simulator.wire.kernel.shapes import Accepted, BadRequest
from deskproof.simulator.wire.tasks.interaction import STATUSES, AgentView, interaction_of, line_of, queue_of
from deskproof.simulator.wire.tasks.shapes import (
    EndedData,
    Named,
    TaskAttributes,
    TaskData,
    TaskFailureData,
    TaskItem,
    TasksAnswer,
    TasksMeta,
    TasksQuery,
    UnansweredData,
    WrappedUpData,
)

_PARTIES = {"agent": "Agent", "customer": "Customer"}


def task(about: About, type_: str, event: ConversationEvent) -> Data:
    """The task after an event (PROTOCOL 6)."""
    return TaskData(**task_data(about, type_, event.conversation))


def task_again(about: About, type_: str, event: SessionReloaded) -> Data | None:
    """The task of an agent whose instance has just come back; None without one."""
    conversation = about.state.floor.conversation_of(about.agent_id)
    return None if conversation is None else TaskData(**task_data(about, type_, conversation))


def unanswered(about: About, type_: str, event: OfferUnanswered) -> Data:
    """The offer was withdrawn because the agent did not answer in time (RONA)."""
    return UnansweredData(**task_data(about, type_, event.conversation), reason="RONA_TIMER_EXPIRED", reason_code=1030)


def withdrawn(about: About, type_: str, event: OfferWithdrawn) -> Data:
    """The customer hung up before the answer: the task has ended without wrap-up."""
    return EndedData(
        **task_data(about, type_, event.conversation), agents_pending_wrap_up=(), terminating_party=_PARTIES["customer"]
    )


def ended(about: About, type_: str, event: ConversationEnded) -> Data:
    """The call has ended: wrap-up is left to its agent."""
    return EndedData(
        **task_data(about, type_, event.conversation),
        agents_pending_wrap_up=(about.agent_id,),
        terminating_party=_PARTIES[event.conversation.ended_by],
    )


def wrapped_up(about: About, type_: str, event: ConversationWrappedUp) -> Data:
    """The task is closed; `wrapUpAuxCodeId` is the code."""
    return WrappedUpData(**task_data(about, type_, event.conversation), wrap_up_aux_code_id=event.code_id)


def task_failure(about: About, type_: str, refused: Refused) -> Data:
    """A refused request about a task; `interactionId` is that of the path."""
    return TaskFailureData(
        **about.common(type_), **reasons(refused), interaction_id=refused.request.path.get("taskId", "")
    )  # fmt: skip


def task_data(
    about: About, type_: str, conversation: Conversation, monitoring: Monitoring | None = None
) -> dict[str, Any]:  # fmt: skip
    """The `data` of every frame about a task: the task, whole."""
    agent_id = conversation.agent_id or about.agent_id
    view = AgentView(state=about.state, org_id=about.place.org_id, agent_id=agent_id)
    return {
        **about.common(type_),
        "interaction_id": conversation.id,
        "media_resource_id": conversation.id,
        "dest_agent_id": agent_id,
        "owner": agent_id,
        "queue_name": queue_of(about.state, conversation).name,
        "event_time": conversation.since,
        "rona_timeout": about.state.configuration.settings.rona_seconds,
        "interaction": interaction_of(view, conversation, monitoring),
    }


CHANNELS = ("email", "chat", "telephony", "social", "customMessaging")


def tasks(request: WireRequest) -> TasksAnswer:
    """The open tasks of the tenant, oldest first. Only for supervisors."""
    query = request.query_as(TasksQuery)
    if query.org_id not in (None, request.place.org_id):
        raise BadRequest("orgId names another organisation than the token belongs to.")
    channels = [name.strip() for name in query.channel_types.split(",")] if query.channel_types else ["telephony"]
    if unknown := [name for name in channels if name not in CHANNELS]:
        raise BadRequest(f'channelTypes has "{unknown[0]}"; expected some of: {", ".join(CHANNELS)}.')
    person = request.configuration.person(request.caller)
    if person is None or Role.SUPERVISOR not in person.roles:
        raise Rejection(Reason.MONITORING_NOT_PERMITTED, "Only a supervisor sees the tasks of others.")
    found = (
        conversation
        for conversation in sorted(request.state.floor.conversations.values(), key=lambda one: one.created_at)
        if query.from_ <= conversation.created_at <= (request.now if query.to is None else query.to)
    )
    items = [_item(request, conversation) for conversation in found] if "telephony" in channels else []
    return TasksAnswer(meta=TasksMeta(org_id=request.place.org_id), data=tuple(items[: query.page_size]))


def accept(request: WireRequest) -> Accepted:
    """Refuse: every task here is a call, and a call is answered at the station (PROTOCOL 6, digital only)."""
    conversation = request.state.floor.conversation_of(request.caller)
    if conversation is None or conversation.id != request.path["taskId"]:
        raise Rejection(Reason.UNKNOWN_CONVERSATION, f"The agent has no conversation {request.path['taskId']}.")
    raise Rejection(Reason.NOT_DIGITAL, "Only digital tasks are accepted here; a call is answered at the station.")


def _item(request: WireRequest, conversation: Conversation) -> TaskItem:
    queue = queue_of(request.state, conversation)
    owner = request.configuration.person(conversation.agent_id or "")
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
