"""Shapes of subscriptions and webhooks (Subscriptions of the public API)."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from deskproof.simulator.wire.kernel.shapes import Query, Shape

SHORTEST_NAME = 4
LONGEST_NAME = 64
LONGEST_DESCRIPTION = 1_024
MOST_EVENT_TYPES = 32
SHORTEST_SECRET = 32
LONGEST_SECRET = 256

Status = Literal["active", "inactive"]


class OrganisationQuery(Query):
    org_id: str | None = None


class SubscriptionBody(Shape):
    """A new subscription."""

    name: str = Field(min_length=SHORTEST_NAME, max_length=LONGEST_NAME)
    description: str = Field(default="", max_length=LONGEST_DESCRIPTION)
    event_types: tuple[str, ...] = Field(min_length=1, max_length=MOST_EVENT_TYPES, strict=False)
    destination_url: str
    secret: str | None = Field(default=None, min_length=SHORTEST_SECRET, max_length=LONGEST_SECRET)
    org_id: str | None = None


class SubscriptionChangeBody(Shape):
    """What is to be changed; what is left out stays."""

    description: str | None = Field(default=None, max_length=LONGEST_DESCRIPTION)
    event_types: tuple[str, ...] | None = Field(
        default=None, min_length=1, max_length=MOST_EVENT_TYPES, strict=False
    )  # fmt: skip
    destination_url: str | None = None
    status: Status | None = None
    secret: str | None = Field(default=None, min_length=SHORTEST_SECRET, max_length=LONGEST_SECRET)
    org_id: str | None = None


class VersionedSubscriptionBody(SubscriptionBody):
    """A new subscription of the second version, which names the form of what is posted."""

    resource_version: str


class VersionedSubscriptionChangeBody(SubscriptionChangeBody):
    """What is to be changed in a subscription of the second version."""

    resource_version: str


class SubscriptionItem(Shape):
    """A subscription. The secret is never shown."""

    id: str
    name: str
    description: str
    event_types: tuple[str, ...]
    destination_url: str
    status: Status
    created_time: int
    created_by: str
    last_updated_time: int
    last_updated_by: str


class VersionedSubscriptionItem(SubscriptionItem):
    """A subscription of the second version."""

    resource_version: str


class OrganisationMeta(Shape):
    org_id: str


class SubscriptionsMeta(Shape):
    org_id: str
    subscription_count: int


class SubscriptionAnswer(Shape):
    meta: SubscriptionsMeta
    data: SubscriptionItem


class SubscriptionsAnswer(Shape):
    meta: SubscriptionsMeta
    data: tuple[SubscriptionItem, ...]


class VersionedSubscriptionAnswer(Shape):
    meta: OrganisationMeta
    data: VersionedSubscriptionItem


class VersionedSubscriptionsAnswer(Shape):
    meta: OrganisationMeta
    data: tuple[VersionedSubscriptionItem, ...]


class EventType(Shape):
    name: str
    resource: str
    action: str


class VersionedEventType(EventType):
    resource_versions: tuple[str, ...]


class EventTypesAnswer(Shape):
    meta: OrganisationMeta
    data: tuple[EventType, ...]


class VersionedEventTypesAnswer(Shape):
    meta: OrganisationMeta
    data: tuple[VersionedEventType, ...]


class AgentHook(Shape):
    """What a webhook says of an agent."""

    agent_id: str
    agent_session_id: str
    team_id: str
    current_state: str
    idle_code_id: str | None
    created_time: int


class TaskHook(Shape):
    """What a webhook says of a task."""

    task_id: str
    agent_id: str | None
    queue_id: str
    channel_type: str
    current_state: str
    direction: str
    origin: str
    destination: str
    created_time: int


class Webhook(Shape):
    """What is posted: an event in the form of CloudEvents 1.0."""

    id: str
    specversion: str = "1.0"
    type: str
    source: str
    comciscoorgid: str
    datacontenttype: str = "application/json"
    data: AgentHook | TaskHook
