"""What a subscription may say: its lengths, its events, its target."""

from __future__ import annotations

import json
from typing import Any

import pytest

from deskproof.simulator.domain.values import Secret
from deskproof.simulator.wire.kernel.request import Place, WireRequest
from deskproof.simulator.wire.kernel.shapes import BadRequest, NoQuery, body_of
from deskproof.simulator.wire.subscriptions import decode
from deskproof.simulator.wire.subscriptions.shapes import (
    SubscriptionBody,
    SubscriptionChangeBody,
    VersionedSubscriptionChangeBody,
)
from tests.simulator.domain.story import AGENTS, MORNING, Story

PLACE = Place(org_id="the-organisation", name="t-0001", desktop="http://d", identity="http://i", teams="http://e")
BODY = {"name": "Wallboard", "eventTypes": ["agent:login"], "destinationUrl": "http://localhost:9000/hook"}


def asked(body: dict[str, Any], model: Any = SubscriptionBody) -> WireRequest:
    return WireRequest(
        place=PLACE, state=Story().state, now=MORNING, next_id=lambda kind: f"{kind}-1", agent_id=AGENTS["ada"],
        path={"id": "s1"}, query=NoQuery(), body=body_of(model, json.dumps(body).encode()),
    )  # fmt: skip


def test_a_registration_says_everything() -> None:
    secret = "s" * 32
    command = decode.register(asked({**BODY, "description": "in the hall", "secret": secret, "orgId": PLACE.org_id}))
    assert (command.subscription_id, command.agent_id, command.name) == ("subscription-1", AGENTS["ada"], "Wallboard")
    assert (command.event_types, command.target) == (("agent:login",), "http://localhost:9000/hook")
    assert (command.description, command.secret) == ("in the hall", Secret(secret))


def test_a_change_says_what_it_changes() -> None:
    command = decode.change(asked({"status": "inactive"}, SubscriptionChangeBody))
    assert (command.subscription_id, command.active) == ("s1", False)
    assert (command.target, command.event_types, command.secret, command.description) == (None, None, None, None)
    again = decode.change(asked({"status": "active", "eventTypes": ["task:ended"]}, SubscriptionChangeBody))
    assert (again.active, again.event_types) == (True, ("task:ended",))


@pytest.mark.parametrize("types", [{}, {"eventTypes": ["task:ended"]}])
def test_a_change_of_the_second_version_says_which_version(types: dict[str, Any]) -> None:
    body = {"status": "inactive", "resourceVersion": "task:1.0.0", **types}
    command = decode.change_versioned(asked(body, VersionedSubscriptionChangeBody))
    assert (command.resource_version, command.event_types) == ("task:1.0.0", ("task:ended",) if types else None)
    other = asked({**body, "eventTypes": ["agent:login"]}, VersionedSubscriptionChangeBody)
    with pytest.raises(
        BadRequest, match=r"eventTypes has agent:login; resourceVersion task:1\.0\.0 is for those of task"
    ):
        decode.change_versioned(other)


@pytest.mark.parametrize(
    ("field", "shortest", "longest"),
    [("name", "x" * 4, "x" * 64), ("description", "", "x" * 1_024), ("secret", "x" * 32, "x" * 256)],
)
def test_texts_have_a_shortest_and_a_longest(field: str, shortest: str, longest: str) -> None:
    for fits in (shortest, longest):
        assert decode.register(asked({**BODY, field: fits})).name
    for misfit in (shortest[1:], longest + "x") if shortest else (longest + "x",):
        with pytest.raises(BadRequest, match=f"{field}: string should have at"):
            asked({**BODY, field: misfit})


def test_a_subscription_has_one_to_thirty_two_events() -> None:
    assert decode.register(asked({**BODY, "eventTypes": ["task:new"] * 32})).event_types == ("task:new",)
    for misfit in ([], ["task:new"] * 33):
        with pytest.raises(BadRequest, match="eventTypes: tuple should have at"):
            asked({**BODY, "eventTypes": misfit})


@pytest.mark.parametrize(
    "target",
    ["http://127.0.0.1/", "https://localhost:8443/x", "http://[::1]:9000/", "http://hook.localhost/"],
)  # fmt: skip
def test_a_target_is_on_this_machine(target: str) -> None:
    assert decode.register(asked({**BODY, "destinationUrl": target})).target == target


@pytest.mark.parametrize(
    ("target", "sentence"),
    [
        ("https://example.com/", "names the host example.com; webhooks are posted to this machine only: localhost."),
        ("http://127.0.0.1.example.com/", "webhooks are posted to this machine only: localhost."),
        ("http://169.254.169.254/", "webhooks are posted to this machine only: localhost."),
        ("ftp://localhost/", "expected http or https, a host and a path, and nothing else."),
        ("http://me@localhost/", "expected http or https, a host and a path, and nothing else."),
        ("http://localhost/?a=b", "expected http or https, a host and a path, and nothing else."),
        ("http://localhost/#here", "expected http or https, a host and a path, and nothing else."),
        ("http://[localhost/", "expected an address with http or https."),
        ("http://localhost:99999/", "expected an address with http or https."),
    ],
)
def test_any_other_target_is_refused(target: str, sentence: str) -> None:
    with pytest.raises(BadRequest) as refused:
        decode.register(asked({**BODY, "destinationUrl": target}))
    assert str(refused.value).endswith(sentence)
    with pytest.raises(BadRequest):
        decode.change(asked({"destinationUrl": target}, SubscriptionChangeBody))


def test_an_unknown_event_and_another_organisation_are_refused() -> None:
    with pytest.raises(BadRequest, match="eventTypes has agent:coffee; expected some of: agent:login, "):
        decode.register(asked({**BODY, "eventTypes": ["agent:coffee"]}))
    with pytest.raises(BadRequest, match="orgId names another organisation"):
        decode.register(asked({**BODY, "orgId": "other"}))
