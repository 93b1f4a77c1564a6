"""What happened to subscriptions."""

from __future__ import annotations

from dataclasses import dataclass

from deskproof.simulator.domain.events.root import Event
from deskproof.simulator.domain.subscriptions.model import Subscription


@dataclass(frozen=True, kw_only=True)
class SubscriptionEvent(Event):
    """Root of the events of a subscription, which they carry as it is after the event."""

    subscription: Subscription


@dataclass(frozen=True, kw_only=True)
class SubscriptionRegistered(SubscriptionEvent):
    """Another system gets events from now on."""


@dataclass(frozen=True, kw_only=True)
class SubscriptionChanged(SubscriptionEvent):
    """The subscription has other parts."""


@dataclass(frozen=True, kw_only=True)
class SubscriptionDeleted(SubscriptionEvent):
    """The subscription is over."""
