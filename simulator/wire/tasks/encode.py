"""What happens to conversations, to frames; and the lists of tasks."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from deskproof.simulator.domain.configuration import Role
from deskproof.simulator.domain.conversations.model import (
    Consult,
    Conversation,
    ConversationState,
    DestinationKind,
)
from deskproof.simulator.domain.events import (
    ConferenceJoined,
    ConferenceLeft,
    ConsultDeclined,
    ConsultEnded,
    ConsultEvent,
    ConsultUnanswered,
    ConversationEvent,
    ConversationTransferred,
    ConversationWrappedUp,
    Event,
    OfferDeclined,
    OfferUnanswered,
    OfferWithdrawn,
    OneAgentsEvent,
    OutboundCallRequested,
    SessionReloaded,
)
from deskproof.simulator.domain.monitoring.model import Monitoring
from deskproof.simulator.domain.rejection import Reason, Rejection
from deskproof.simulator.wire.kernel.frame import About, Data, reasons
from deskproof.simulator.wire.kernel.media import MEDIA
from deskproof.simulator.wire.kernel.request import Refused, WireRequest
from deskproof.simulator.wire.kernel.shapes import BadRequest
from deskproof.simulator.wire.tasks.decode import DESTINATION_TYPES
from deskproof.simulator.wire.tasks.interaction import (
    STATES,
    STATUSES,
    AgentView,
    consult_of,
    interaction_of,
    line_of,
    queue_of,
)
from deskproof.simulator.wire.tasks.shapes import (
    CreatedAnswer,
    CreatedTask,
    EndedData,
    Named,
    PreviewFailureData,
    ScreenPopData,
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

_WHY_WITHDRAWN: Mapping[type[Event], tuple[str, int]] = {
    OfferUnanswered: ("RONA_TIMER_EXPIRED", 1030),
    ConsultUnanswered: ("RONA_TIMER_EXPIRED", 1030),
    OfferDeclined: ("AGENT_DECLINED", 1032),
    ConsultDeclined: ("AGENT_DECLINED", 1032),
}
"""Reason and number of an offer that the agent did not take."""


def task(about: About, type_: str, event: ConversationEvent) -> Data:
    """The task after an event (PROTOCOL 6)."""
    return TaskData(**task_data(about, type_, event.conversation))


def screen_pop(about: About, type_: str, event: ConversationEvent) -> Data | None:
    """The page of the conversation's queue, with the caller and the id as its query; None where the queue has none."""
    conversation = event.conversation
    queue = queue_of(about.state, conversation)
    if queue.screen_pop is None:
        return None
    return ScreenPopData(
        **about.common(type_),
        interaction_id=conversation.id,
        screen_pop_name=queue.name,
        screen_pop_desktop_label=queue.name,
        screen_pop_url=queue.screen_pop,
        query_parameters={"ANI": conversation.customer, "interactionId": conversation.id},
        target="insideDesktop",
    )


def task_again(about: About, type_: str, event: SessionReloaded) -> tuple[Data, ...]:
    """The tasks of an agent whose instance has just come back."""
    theirs = about.state.floor.conversations_of(about.agent_id)
    return tuple(TaskData(**task_data(about, type_, conversation)) for conversation in theirs)


def unanswered(about: About, type_: str, event: OneAgentsEvent) -> Data:
    """The offer was withdrawn because the agent declined, or did not answer in time (RONA).

    The interaction never got further than `new` for this agent, though others may talk in it: the client keeps a task
    in any other state, and does not announce the next offer of it.
    """
    reason, code = _WHY_WITHDRAWN[type(event)]
    data = task_data(about, type_, event.conversation)
    interaction = data["interaction"].model_copy(update={"state": STATES[ConversationState.OFFERED]})
    return UnansweredData(**{**data, "interaction": interaction}, reason=reason, reason_code=code)


def withdrawn(about: About, type_: str, event: OfferWithdrawn | OneAgentsEvent) -> Data:
    """The task has ended before the answer, without wrap-up: the customer hung up, or the agent did not want the
    customer of a campaign.
    """
    party = _PARTIES["agent" if isinstance(event, OneAgentsEvent) else "customer"]
    return EndedData(**task_data(about, type_, event.conversation), agents_pending_wrap_up=(), terminating_party=party)


def ended(about: About, type_: str, event: ConversationEvent) -> Data | None:
    """The call has ended for the agent, whose wrap-up is left. None for those whom a colleague left behind, and after
    a transfer to a queue, whose own frame says it.
    """
    match event:
        case ConferenceLeft(agent_id=left) if left != about.agent_id:
            return None
        case ConversationTransferred(to=to, consulted=False) if to.kind is DestinationKind.QUEUE:
            return None
    return EndedData(
        **task_data(about, type_, event.conversation),
        agents_pending_wrap_up=(about.agent_id,),
        terminating_party=_PARTIES[event.conversation.ended_by or "agent"],
    )


def transferred(about: About, type_: str, event: ConversationTransferred) -> Data | None:
    """The agent has given the task away; None unless it was in the way that the frame is about."""
    way = "consult" if event.consulted else "queue" if event.to.kind is DestinationKind.QUEUE else "blind"
    return TaskData(**task_data(about, type_, event.conversation)) if TRANSFERS[way] == type_ else None


TRANSFERS: Mapping[str, str] = {
    "consult": "AgentConsultTransferred",
    "queue": "AgentVteamTransferred",
    "blind": "AgentBlindTransferred",
}
"""The frame about each way to give a task away; the client waits for the one of a queue when it names a queue."""


def consulting(about: About, type_: str, event: ConsultEvent) -> Data:
    """The task with its consultation, as each side has it."""
    return TaskData(**task_data(about, type_, event.conversation, consult=event.consult))


def consult_ended(about: About, type_: str, event: ConsultEnded) -> Data | None:
    """The consultation is over; None where the one who asked left a queue, which has its own frame."""
    if event.cancelled and about.agent_id == event.consult.by:
        return None
    return consulting(about, type_, event)


def queue_left(about: About, type_: str, event: ConsultEnded) -> Data | None:
    """The agent left the queue that was consulted; None in any other case."""
    return consulting(about, type_, event) if event.cancelled and about.agent_id == event.consult.by else None


def conferenced(about: About, type_: str, event: ConferenceJoined) -> Data | None:
    """The conference is what the agent asked for; None for the others."""
    return task(about, type_, event) if about.agent_id == event.consult.by else None


def wrapped_up(about: About, type_: str, event: ConversationWrappedUp) -> Data:
    """The task is closed; `wrapUpAuxCodeId` is the code."""
    return WrappedUpData(**task_data(about, type_, event.conversation), wrap_up_aux_code_id=event.code_id)


def task_failure(about: About, type_: str, refused: Refused) -> Data:
    """A refused request about a task; `interactionId` is that of the path."""
    return TaskFailureData(
        **about.common(type_), **reasons(refused), interaction_id=refused.request.path.get("taskId", "")
    )  # fmt: skip


def preview_failure(about: About, type_: str, refused: Refused) -> Data:
    """A refused request about a preview; the client waits for that of the campaign of the path."""
    path = refused.request.path
    return PreviewFailureData(
        **about.common(type_),
        **reasons(refused),
        interaction_id=path.get("taskId", ""),
        campaign_id=path.get("campaignId", ""),
    )


def task_data(
    about: About, type_: str, conversation: Conversation, monitoring: Monitoring | None = None,
    consult: Consult | None = None,
) -> dict[str, Any]:  # fmt: skip
    """The `data` of every frame about a task: the task, whole, as its agent sees it. A `consult` is one that the agent
    is or was part of.
    """
    owner = conversation.agent_id or about.agent_id
    viewer = owner if monitoring is not None else about.agent_id
    view = AgentView(state=about.state, org_id=about.place.org_id, agent_id=viewer)
    consult = consult or consult_of(view, conversation)
    kind = MEDIA[conversation.channel]
    return {
        **about.common(type_),
        "interaction_id": conversation.id,
        "media_resource_id": conversation.id,
        "media_type": kind.type,
        "media_resource_type": kind.type,
        "dest_agent_id": (consult.agent_id if consult else None) or viewer,
        "owner": owner,
        "queue_name": queue_of(about.state, conversation).name,
        "event_time": conversation.since,
        "rona_timeout": about.state.configuration.settings.rona_seconds,
        "is_consulted": consult is not None and consult.agent_id == viewer,
        "is_conferencing": bool(conversation.colleagues),
        "consult_media_resource_id": consult.id if consult else None,
        "consulting_agent_id": consult.by if consult else None,
        "destination_type": DESTINATION_TYPES[consult.destination.kind] if consult else None,
        "reservation_interaction_id": conversation.id if conversation.campaign else None,
        "campaign_id": conversation.campaign or None,
        "interaction": interaction_of(view, conversation, monitoring),
    }


def created(request: WireRequest, events: tuple[Event, ...]) -> CreatedAnswer:
    """The id of the task that was created."""
    ids = [event.conversation.id for event in events if isinstance(event, OutboundCallRequested)]
    return CreatedAnswer(meta=TasksMeta(org_id=request.place.org_id), data=CreatedTask(id=ids[0]))


CHANNELS = ("email", "chat", "telephony", "social", "customMessaging")


def tasks(request: WireRequest) -> TasksAnswer:
    """The open tasks of the tenant, oldest first. Only for supervisors."""
    query = request.query_as(TasksQuery)
    request.check_organisation(query.org_id)
    channels = [name.strip() for name in query.channel_types.split(",")] if query.channel_types else ["telephony"]
    if unknown := [name for name in channels if name not in CHANNELS]:
        raise BadRequest(f'channelTypes has "{unknown[0]}"; expected some of: {", ".join(CHANNELS)}.')
    person = request.configuration.person(request.caller)
    if person is None or Role.SUPERVISOR not in person.roles:
        raise Rejection(Reason.MONITORING_NOT_PERMITTED, "Only a supervisor sees the tasks of others.")
    found = (
        conversation
        for conversation in sorted(request.state.floor.conversations.values(), key=lambda one: one.created_at)
        if conversation.state is not ConversationState.ENDED
        and query.from_ <= conversation.created_at <= (request.now if query.to is None else query.to)
    )
    items = [_item(request, one) for one in found if MEDIA[one.channel].type in channels]
    return TasksAnswer(meta=TasksMeta(org_id=request.place.org_id), data=tuple(items[: query.page_size]))


def _item(request: WireRequest, conversation: Conversation) -> TaskItem:
    queue = queue_of(request.state, conversation)
    owner = request.configuration.person(conversation.agent_id or "")
    return TaskItem(
        id=conversation.id,
        attributes=TaskAttributes(
            owner=Named(id=owner.agent_id, name=owner.name) if owner else None,
            queue=Named(id=queue.id, name=queue.name),
            channel_type=MEDIA[conversation.channel].type,
            status=STATUSES[conversation.state],
            created_time=conversation.created_at,
            last_updated_time=conversation.since,
            origin=conversation.customer,
            destination=line_of(conversation),
            direction=conversation.direction.value,
        ),
    )
