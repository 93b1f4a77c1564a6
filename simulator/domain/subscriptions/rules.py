"""Subscriptions: registered, changed, deleted."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from deskproof.simulator.domain.commands import ChangeSubscription, DeleteSubscription, RegisterSubscription
from deskproof.simulator.domain.events import Event, SubscriptionChanged, SubscriptionDeleted, SubscriptionRegistered
from deskproof.simulator.domain.rejection import Reason, Rejection
from deskproof.simulator.domain.state import TenantState
from deskproof.simulator.domain.subscriptions.model import MOST_SUBSCRIPTIONS, Subscription
from deskproof.simulator.domain.values import Instant


def register_subscription(state: TenantState, command: RegisterSubscription, now: Instant) -> tuple[Event, ...]:
    """Make a subscription. Rejection where the tenant has as many as it may have."""
    if len(state.subscriptions) >= MOST_SUBSCRIPTIONS:
        raise Rejection(
            Reason.TOO_MANY_SUBSCRIPTIONS, f"There are {MOST_SUBSCRIPTIONS} subscriptions already; delete one first."
        )
    subscription = Subscription(
        id=command.subscription_id,
        name=command.name,
        description=command.description,
        event_types=command.event_types,
        target=command.target,
        secret=command.secret,
        active=True,
        created_at=now,
        created_by=command.agent_id,
        changed_at=now,
        changed_by=command.agent_id,
        resource_version=command.resource_version,
    )
    return (SubscriptionRegistered(subscription=subscription),)


def change_subscription(state: TenantState, command: ChangeSubscription, now: Instant) -> tuple[Event, ...]:
    """Change what the command has; the rest stays. Rejection where there is no such subscription."""
    before = _subscription(state, command.subscription_id, versioned=command.resource_version != "")
    changed = replace(
        before,
        description=before.description if command.description is None else command.description,
        event_types=before.event_types if command.event_types is None else command.event_types,
        target=before.target if command.target is None else command.target,
        secret=before.secret if command.secret is None else command.secret,
        active=before.active if command.active is None else command.active,
        changed_at=now,
        changed_by=command.agent_id,
        resource_version=command.resource_version,
    )
    return (SubscriptionChanged(subscription=changed),)


def delete_subscription(state: TenantState, command: DeleteSubscription, now: Instant) -> tuple[Event, ...]:
    """Nothing is posted any more. Rejection where there is no such subscription."""
    found = _subscription(state, command.subscription_id, versioned=command.versioned)
    return (SubscriptionDeleted(subscription=found),)


def evolve(subscriptions: Mapping[str, Subscription], event: Event) -> Mapping[str, Subscription]:
    """The subscriptions after an event; other events change nothing."""
    match event:
        case SubscriptionRegistered(subscription=one) | SubscriptionChanged(subscription=one):
            return {**subscriptions, one.id: one}
        case SubscriptionDeleted(subscription=one):
            return {id_: other for id_, other in subscriptions.items() if id_ != one.id}
        case _:
            return subscriptions


def _subscription(state: TenantState, id_: str, *, versioned: bool) -> Subscription:
    found = state.subscriptions.get(id_)
    if found is None or found.is_versioned is not versioned:
        raise Rejection(Reason.NO_SUBSCRIPTION, f"There is no subscription {id_}.")
    return found
