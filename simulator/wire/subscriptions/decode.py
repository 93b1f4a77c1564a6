"""Requests about subscriptions, to commands."""

from __future__ import annotations

from dataclasses import replace
from urllib.parse import urlsplit

from deskproof.simulator.domain.commands import ChangeSubscription, DeleteSubscription, RegisterSubscription
from deskproof.simulator.domain.values import Secret
from deskproof.simulator.wire.kernel.json_text import shortened
from deskproof.simulator.wire.kernel.request import WireRequest
from deskproof.simulator.wire.kernel.shapes import BadRequest
from deskproof.simulator.wire.subscriptions.encode import EVENT_TYPES, RESOURCE_VERSIONS, resource_of
from deskproof.simulator.wire.subscriptions.shapes import (
    OrganisationQuery,
    SubscriptionBody,
    SubscriptionChangeBody,
    VersionedSubscriptionBody,
    VersionedSubscriptionChangeBody,
)

LOOPBACK = ("127.0.0.1", "::1", "localhost")
"""The hosts to which webhooks are posted, with every name below the last."""


def register(request: WireRequest) -> RegisterSubscription:
    """A new subscription; `BadRequest` where its target or a type of event does not fit."""
    body = request.body_as(SubscriptionBody)
    request.check_organisation(body.org_id)
    return RegisterSubscription(
        subscription_id=request.next_id("subscription"),
        agent_id=request.caller,
        name=body.name,
        description=body.description,
        event_types=_known(body.event_types),
        target=_target(body.destination_url),
        secret=_secret(body.secret),
    )


def register_versioned(request: WireRequest) -> RegisterSubscription:
    """A new subscription of the second version; `BadRequest` also where its events are not of its resource."""
    body = request.body_as(VersionedSubscriptionBody)
    return replace(register(request), resource_version=_version(body.resource_version, body.event_types))


def change(request: WireRequest) -> ChangeSubscription:
    """Other parts for the subscription of the path; `BadRequest` as for a new one."""
    body = request.body_as(SubscriptionChangeBody)
    request.check_organisation(body.org_id)
    return ChangeSubscription(
        subscription_id=request.path["id"],
        agent_id=request.caller,
        description=body.description,
        event_types=None if body.event_types is None else _known(body.event_types),
        target=None if body.destination_url is None else _target(body.destination_url),
        secret=_secret(body.secret),
        active=None if body.status is None else body.status == "active",
    )


def change_versioned(request: WireRequest) -> ChangeSubscription:
    """Other parts for the subscription of the second version."""
    body = request.body_as(VersionedSubscriptionChangeBody)
    return replace(change(request), resource_version=_version(body.resource_version, body.event_types or ()))


def delete(request: WireRequest) -> DeleteSubscription:
    """The end of the subscription of the path."""
    request.check_organisation(request.query_as(OrganisationQuery).org_id)
    return DeleteSubscription(subscription_id=request.path["id"], agent_id=request.caller)


def delete_versioned(request: WireRequest) -> DeleteSubscription:
    """The end of the subscription of the second version."""
    return replace(delete(request), versioned=True)


def _secret(text: str | None) -> Secret | None:
    return None if text is None else Secret(text)


def _known(names: tuple[str, ...]) -> tuple[str, ...]:
    for name in names:
        if name not in EVENT_TYPES:
            raise BadRequest(f"eventTypes has {shortened(name)}; expected some of: {', '.join(EVENT_TYPES)}.")
    return tuple(dict.fromkeys(names))


def _version(named: str, event_types: tuple[str, ...]) -> str:
    resource = next((resource for resource, version in RESOURCE_VERSIONS.items() if version == named), None)
    if resource is None:
        known = " or ".join(RESOURCE_VERSIONS.values())
        raise BadRequest(f"resourceVersion is {shortened(named)}; expected {known}.")
    for name in event_types:
        if resource_of(name) != resource:
            raise BadRequest(f"eventTypes has {shortened(name)}; resourceVersion {named} is for those of {resource}.")
    return named


def _target(address: str) -> str:
    try:
        parts = urlsplit(address)
        host, _ = parts.hostname or "", parts.port
    except ValueError:
        raise BadRequest(f"destinationUrl is {shortened(address)}; expected an address with http or https.") from None
    if parts.scheme not in ("http", "https") or parts.username or parts.query or parts.fragment:
        raise BadRequest(
            f"destinationUrl is {shortened(address)}; expected http or https, a host and a path, and nothing else."
        )
    if host not in LOOPBACK and not host.endswith(".localhost"):
        raise BadRequest(
            f"destinationUrl names the host {shortened(host)}; webhooks are posted to this machine only: localhost."
        )
    return address
