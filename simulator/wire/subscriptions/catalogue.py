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
)  # fmt: skip
