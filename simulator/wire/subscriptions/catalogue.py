"""The entries of the wire catalogue for subscriptions."""

from __future__ import annotations

from http import HTTPStatus

from deskproof.simulator.domain import commands
from deskproof.simulator.wire.kernel.addresses import Service
from deskproof.simulator.wire.kernel.operation import Commands, Operation, Reads
from deskproof.simulator.wire.kernel.shapes import Accepted
from deskproof.simulator.wire.subscriptions import decode, encode, shapes

_SOURCE = "Subscriptions of the public API"
_PATH, _ONE = "/v1/subscriptions", "/v1/subscriptions/{id}"
_PATH_2, _ONE_2 = "/v2/subscriptions", "/v2/subscriptions/{id}"
_ANYBODY = "Everybody in the organisation may; the vendor wants a scope for it."

SUBSCRIPTION_OPERATIONS: tuple[Operation, ...] = (
    Operation(
        name="event types", method="GET", service=Service.GATEWAY, path="/v1/event-types",
        does=Reads(read=encode.event_types), query=shapes.OrganisationQuery, answer=shapes.EventTypesAnswer,
        source=_SOURCE, differs="The names of the events of tasks are guesses.",
    ),
    Operation(
        name="subscriptions", method="GET", service=Service.GATEWAY, path=_PATH, does=Reads(read=encode.subscriptions),
        query=shapes.OrganisationQuery, answer=shapes.SubscriptionsAnswer, source=_SOURCE, differs=_ANYBODY,
    ),
    Operation(
        name="register subscription", method="POST", service=Service.GATEWAY, path=_PATH,
        does=Commands(command=commands.RegisterSubscription, decode=decode.register, answer=encode.registered),
        body=shapes.SubscriptionBody, answer=shapes.SubscriptionAnswer, status=HTTPStatus.CREATED, source=_SOURCE,
        differs=f"{_ANYBODY} `destinationUrl` is on this machine, with http or https and any port.",
    ),
    Operation(
        name="subscription", method="GET", service=Service.GATEWAY, path=_ONE, does=Reads(read=encode.subscription),
        query=shapes.OrganisationQuery, answer=shapes.SubscriptionAnswer, source=_SOURCE, differs=_ANYBODY,
    ),
    Operation(
        name="change subscription", method="PATCH", service=Service.GATEWAY, path=_ONE,
        does=Commands(command=commands.ChangeSubscription, decode=decode.change, answer=encode.changed),
        body=shapes.SubscriptionChangeBody, answer=shapes.SubscriptionAnswer, source=_SOURCE, differs=_ANYBODY,
    ),
    Operation(
        name="delete subscription", method="DELETE", service=Service.GATEWAY, path=_ONE,
        does=Commands(command=commands.DeleteSubscription, decode=decode.delete), query=shapes.OrganisationQuery,
        answer=Accepted, status=HTTPStatus.NO_CONTENT, source=_SOURCE, differs=_ANYBODY,
    ),
    Operation(
        name="versioned event types", method="GET", service=Service.GATEWAY, path="/v2/event-types",
        does=Reads(read=encode.versioned_event_types), query=shapes.OrganisationQuery,
        answer=shapes.VersionedEventTypesAnswer, source=_SOURCE,
        differs="The form of the answer, the names of the events of tasks and `task:1.0.0` are guesses. "
        "The vendor also has `agent:2.0.0`.",
    ),
    Operation(
        name="versioned subscriptions", method="GET", service=Service.GATEWAY, path=_PATH_2,
        does=Reads(read=encode.versioned_subscriptions), query=shapes.OrganisationQuery,
        answer=shapes.VersionedSubscriptionsAnswer, source=_SOURCE, differs=_ANYBODY,
    ),
    Operation(
        name="register versioned subscription", method="POST", service=Service.GATEWAY, path=_PATH_2,
        does=Commands(
            command=commands.RegisterSubscription, decode=decode.register_versioned, answer=encode.versioned_outcome
        ),
        body=shapes.VersionedSubscriptionBody, answer=shapes.VersionedSubscriptionAnswer, status=HTTPStatus.CREATED,
        source=_SOURCE,
        differs=f"{_ANYBODY} `destinationUrl` is on this machine, with http or https and any port. That all events are "
        "of the resource of `resourceVersion`, and that webhooks are the same in both versions, are guesses.",
    ),
    Operation(
        name="versioned subscription", method="GET", service=Service.GATEWAY, path=_ONE_2,
        does=Reads(read=encode.versioned_subscription), query=shapes.OrganisationQuery,
        answer=shapes.VersionedSubscriptionAnswer, source=_SOURCE, differs=_ANYBODY,
    ),
    Operation(
        name="change versioned subscription", method="PATCH", service=Service.GATEWAY, path=_ONE_2,
        does=Commands(
            command=commands.ChangeSubscription, decode=decode.change_versioned, answer=encode.versioned_outcome
        ),
        body=shapes.VersionedSubscriptionChangeBody, answer=shapes.VersionedSubscriptionAnswer, source=_SOURCE,
        differs=_ANYBODY,
    ),
    Operation(
        name="delete versioned subscription", method="DELETE", service=Service.GATEWAY, path=_ONE_2,
        does=Commands(command=commands.DeleteSubscription, decode=decode.delete_versioned),
        query=shapes.OrganisationQuery, answer=Accepted, status=HTTPStatus.NO_CONTENT, source=_SOURCE,
        differs=_ANYBODY,
    ),
)  # fmt: skip
