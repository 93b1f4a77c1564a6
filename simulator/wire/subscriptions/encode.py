"""Subscriptions, to answers; and what happens, to webhooks."""

from __future__ import annotations

from collections.abc import Mapping

from deskproof.simulator.domain import events
from deskproof.simulator.domain.configuration import Configuration
from deskproof.simulator.domain.conversations.model import Conversation
from deskproof.simulator.domain.events import ConversationEvent, Event, SubscriptionEvent
from deskproof.simulator.domain.sessions.model import AgentSession
from deskproof.simulator.domain.state import TenantState
from deskproof.simulator.domain.subscriptions.model import Subscription
from deskproof.simulator.domain.values import AgentId, Instant, entity_id
from deskproof.simulator.wire.kernel.media import MEDIA
from deskproof.simulator.wire.kernel.request import NotFound, WireRequest
from deskproof.simulator.wire.subscriptions.shapes import (
    AgentHook,
    EventType,
    EventTypesAnswer,
    EventTypesMeta,
    OrganisationQuery,
    SubscriptionAnswer,
    SubscriptionItem,
    SubscriptionsAnswer,
    SubscriptionsMeta,
    TaskHook,
    Webhook,
)

TYPES: Mapping[type[Event], str] = {
    events.AgentSignedIn: "agent:login",
    events.AgentSignedOut: "agent:logout",
    events.AgentStateChanged: "agent:state_change",
    events.CustomerCalled: "task:new",
    events.CustomerWrote: "task:new",
    events.OutboundCallRequested: "task:new",
    events.ConversationOffered: "task:connect",
    events.ConversationConnected: "task:connected",
    events.ConversationHeld: "task:on-hold",
    events.ConversationResumed: "task:hold-done",
    events.ConsultStarted: "task:consulting",
    events.ConsultEnded: "task:consult-done",
    events.ConferenceJoined: "task:conferencing",
    events.ConferenceLeft: "task:conference-done",
    events.ConversationEnded: "task:ended",
    events.OfferWithdrawn: "task:ended",
}
"""The vendor's name for what happened. Those of agents are published; those of tasks are a guess."""

EVENT_TYPES = tuple(dict.fromkeys(TYPES.values()))
"""What can be subscribed to."""


def event_types(request: WireRequest) -> EventTypesAnswer:
    """What can be subscribed to."""
    request.check_organisation(request.query_as(OrganisationQuery).org_id)
    parts = ((name, *name.split(":", 1)) for name in EVENT_TYPES)
    return EventTypesAnswer(
        meta=EventTypesMeta(org_id=request.place.org_id),
        data=tuple(EventType(name=name, resource=resource, action=action) for name, resource, action in parts),
    )


def subscriptions(request: WireRequest) -> SubscriptionsAnswer:
    """All subscriptions, oldest first."""
    request.check_organisation(request.query_as(OrganisationQuery).org_id)
    there = request.state.subscriptions.values()
    return SubscriptionsAnswer(
        meta=_meta(request, len(there)), data=tuple(_item(request.configuration, one) for one in there)
    )


def subscription(request: WireRequest) -> SubscriptionAnswer:
    """The subscription of the path. `NotFound` where there is none."""
    request.check_organisation(request.query_as(OrganisationQuery).org_id)
    found = request.state.subscriptions.get(request.path["id"])
    if found is None:
        raise NotFound(f"There is no subscription {request.path['id']}.")
    return _answer(request, found, len(request.state.subscriptions))


def registered(request: WireRequest, happened: tuple[Event, ...]) -> SubscriptionAnswer:
    """The subscription that was made."""
    return _answer(request, _of(happened), len(request.state.subscriptions) + 1)


def changed(request: WireRequest, happened: tuple[Event, ...]) -> SubscriptionAnswer:
    """The subscription after its change."""
    return _answer(request, _of(happened), len(request.state.subscriptions))


def webhook_of(event: Event, at: Instant, state: TenantState, org_id: str, id_: str) -> Webhook | None:
    """What is posted because of an event; None where nothing is."""
    type_ = TYPES.get(type(event))
    if type_ is None:
        return None
    session: AgentSession | None = getattr(event, "session", None)
    data = _task(state, event.conversation, type_, at) if isinstance(event, ConversationEvent) else None
    if data is None and session is not None:
        return _webhook(id_, type_, org_id, _agent(session, type_, at))
    return None if data is None else _webhook(id_, type_, org_id, data)


def _webhook(id_: str, type_: str, org_id: str, data: AgentHook | TaskHook) -> Webhook:
    return Webhook(id=id_, type=type_, source=f"/com/cisco/wxcc/{org_id}", comciscoorgid=org_id, data=data)


def _agent(session: AgentSession, type_: str, at: Instant) -> AgentHook:
    return AgentHook(
        agent_id=session.agent_id,
        agent_session_id=session.id,
        team_id=session.team_id or "",
        current_state="logged-out" if type_ == TYPES[events.AgentSignedOut] else session.state.value.lower(),
        idle_code_id=session.code_id,
        created_time=at,
    )


def _task(state: TenantState, conversation: Conversation, type_: str, at: Instant) -> TaskHook:
    queue = state.configuration.queue(conversation.queue)
    outbound = conversation.direction.value == "outbound"
    return TaskHook(
        task_id=conversation.id,
        agent_id=conversation.agent_id,
        queue_id=entity_id("queue", conversation.queue) if queue is None else queue.id,
        channel_type=MEDIA[conversation.channel].type,
        current_state=type_.partition(":")[2],
        direction=conversation.direction.value,
        origin=conversation.dialled if outbound else conversation.customer,
        destination=conversation.customer if outbound else conversation.dialled,
        created_time=at,
    )


def _of(happened: tuple[Event, ...]) -> Subscription:
    return next(event.subscription for event in happened if isinstance(event, SubscriptionEvent))


def _meta(request: WireRequest, count: int) -> SubscriptionsMeta:
    return SubscriptionsMeta(org_id=request.place.org_id, subscription_count=count)


def _answer(request: WireRequest, one: Subscription, count: int) -> SubscriptionAnswer:
    return SubscriptionAnswer(meta=_meta(request, count), data=_item(request.configuration, one))


def _item(configuration: Configuration, one: Subscription) -> SubscriptionItem:
    return SubscriptionItem(
        id=one.id,
        name=one.name,
        description=one.description,
        event_types=one.event_types,
        destination_url=one.target,
        status="active" if one.active else "inactive",
        created_time=one.created_at,
        created_by=_email(configuration, one.created_by),
        last_updated_time=one.changed_at,
        last_updated_by=_email(configuration, one.changed_by),
    )


def _email(configuration: Configuration, agent_id: AgentId) -> str:
    person = configuration.person(agent_id)
    return person.email if person else ""
