"""Subscriptions, to answers; and what happens, to webhooks."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

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
    OrganisationMeta,
    OrganisationQuery,
    SubscriptionAnswer,
    SubscriptionItem,
    SubscriptionsAnswer,
    SubscriptionsMeta,
    TaskHook,
    VersionedEventType,
    VersionedEventTypesAnswer,
    VersionedSubscriptionAnswer,
    VersionedSubscriptionItem,
    VersionedSubscriptionsAnswer,
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

RESOURCE_VERSIONS: Mapping[str, str] = {"agent": "agent:1.0.0", "task": "task:1.0.0"}
"""The form of what is posted about each resource; that of agents is published, with a second one."""


def resource_of(event_type: str) -> str:
    """What a type of events is about."""
    return event_type.partition(":")[0]


def event_types(request: WireRequest) -> EventTypesAnswer:
    """What can be subscribed to."""
    request.check_organisation(request.query_as(OrganisationQuery).org_id)
    parts = ((name, *name.split(":", 1)) for name in EVENT_TYPES)
    return EventTypesAnswer(
        meta=OrganisationMeta(org_id=request.place.org_id),
        data=tuple(EventType(name=name, resource=resource, action=action) for name, resource, action in parts),
    )


def versioned_event_types(request: WireRequest) -> VersionedEventTypesAnswer:
    """What can be subscribed to, and in which form it comes."""
    answer = event_types(request)
    types = (
        VersionedEventType(
            name=one.name,
            resource=one.resource,
            action=one.action,
            resource_versions=(RESOURCE_VERSIONS[one.resource],),
        )
        for one in answer.data
    )
    return VersionedEventTypesAnswer(meta=answer.meta, data=tuple(types))


def subscriptions(request: WireRequest) -> SubscriptionsAnswer:
    """All subscriptions of the first version, oldest first."""
    there = _all(request, versioned=False)
    return SubscriptionsAnswer(
        meta=_meta(request, len(there)), data=tuple(_item(request.configuration, one) for one in there)
    )


def subscription(request: WireRequest) -> SubscriptionAnswer:
    """The subscription of the path. `NotFound` where the first version has none."""
    there = _all(request, versioned=False)
    return _answer(request, _with_id(request, there), len(there))


def versioned_subscriptions(request: WireRequest) -> VersionedSubscriptionsAnswer:
    """All subscriptions of the second version, oldest first."""
    items = (_versioned_item(request.configuration, one) for one in _all(request, versioned=True))
    return VersionedSubscriptionsAnswer(meta=OrganisationMeta(org_id=request.place.org_id), data=tuple(items))


def versioned_subscription(request: WireRequest) -> VersionedSubscriptionAnswer:
    """The subscription of the path. `NotFound` where the second version has none."""
    return _versioned_answer(request, _with_id(request, _all(request, versioned=True)))


def versioned_outcome(request: WireRequest, happened: tuple[Event, ...]) -> VersionedSubscriptionAnswer:
    """The subscription of the second version after it was made or changed."""
    return _versioned_answer(request, _of(happened))


def registered(request: WireRequest, happened: tuple[Event, ...]) -> SubscriptionAnswer:
    """The subscription that was made."""
    return _answer(request, _of(happened), len(_of_version(request.state, versioned=False)) + 1)


def changed(request: WireRequest, happened: tuple[Event, ...]) -> SubscriptionAnswer:
    """The subscription after its change."""
    return _answer(request, _of(happened), len(_of_version(request.state, versioned=False)))


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


def _all(request: WireRequest, *, versioned: bool) -> tuple[Subscription, ...]:
    request.check_organisation(request.query_as(OrganisationQuery).org_id)
    return _of_version(request.state, versioned=versioned)


def _of_version(state: TenantState, *, versioned: bool) -> tuple[Subscription, ...]:
    return tuple(one for one in state.subscriptions.values() if one.is_versioned is versioned)


def _with_id(request: WireRequest, there: tuple[Subscription, ...]) -> Subscription:
    for one in there:
        if one.id == request.path["id"]:
            return one
    raise NotFound(f"There is no subscription {request.path['id']}.")


def _of(happened: tuple[Event, ...]) -> Subscription:
    return next(event.subscription for event in happened if isinstance(event, SubscriptionEvent))


def _meta(request: WireRequest, count: int) -> SubscriptionsMeta:
    return SubscriptionsMeta(org_id=request.place.org_id, subscription_count=count)


def _answer(request: WireRequest, one: Subscription, count: int) -> SubscriptionAnswer:
    return SubscriptionAnswer(meta=_meta(request, count), data=_item(request.configuration, one))


def _versioned_answer(request: WireRequest, one: Subscription) -> VersionedSubscriptionAnswer:
    return VersionedSubscriptionAnswer(
        meta=OrganisationMeta(org_id=request.place.org_id), data=_versioned_item(request.configuration, one)
    )


def _item(configuration: Configuration, one: Subscription) -> SubscriptionItem:
    return SubscriptionItem(**_parts(configuration, one))


def _versioned_item(configuration: Configuration, one: Subscription) -> VersionedSubscriptionItem:
    return VersionedSubscriptionItem(**_parts(configuration, one), resource_version=one.resource_version)


def _parts(configuration: Configuration, one: Subscription) -> dict[str, Any]:
    return {
        "id": one.id,
        "name": one.name,
        "description": one.description,
        "event_types": one.event_types,
        "destination_url": one.target,
        "status": "active" if one.active else "inactive",
        "created_time": one.created_at,
        "created_by": _email(configuration, one.created_by),
        "last_updated_time": one.changed_at,
        "last_updated_by": _email(configuration, one.changed_by),
    }


def _email(configuration: Configuration, agent_id: AgentId) -> str:
    person = configuration.person(agent_id)
    return person.email if person else ""
