"""Webhooks: signed, in order, lost, twice or late on demand; a target that does not answer harms nobody else."""

from __future__ import annotations

import asyncio
import hashlib
import hmac
import json
from typing import Any

import httpx
import pytest
import respx

from deskproof.simulator.app import Application
from deskproof.simulator.domain.commands import SignInStation, SignOutStation
from deskproof.simulator.domain.configuration import Role, StationOption
from deskproof.simulator.product.webhooks import SIGNATURE
from deskproof.simulator.runtime.faults import FaultKind
from deskproof.simulator.runtime.tenancy import Tenancy
from deskproof.simulator.runtime.traffic import Line, Verdict
from tests.simulator.product.conftest import ADA, MORNING
from tests.simulator.product.test_conformance import Workplace

pytestmark = pytest.mark.anyio

TARGET, OTHER = "http://hook.localhost/in", "http://other.localhost/in"
SECRET = "a secret of thirty-two characters"


class Receiver(Workplace):
    """Ada's client, and what the targets of her subscriptions get."""

    def __init__(self, application: Application, tenancy: Tenancy) -> None:
        super().__init__(application, tenancy)
        self.got: list[httpx.Request] = []
        self.came = asyncio.Event()

    async def subscribes(self, *types: str, target: str = TARGET, **more: str) -> str:
        body = {"name": "Wallboard", "eventTypes": list(types), "destinationUrl": target, **more}
        reply = await self.http.post("/v1/subscriptions", json=body)
        assert reply.status_code == 201, reply.text
        return str(reply.json()["data"]["id"])

    def takes(self, request: httpx.Request) -> httpx.Response:
        self.got.append(request)
        self.came.set()
        return httpx.Response(200)

    def signs_in(self) -> None:
        team = self.tenancy.configuration.teams[0].id
        self.tenancy.submit(
            SignInStation(
                agent_id=ADA.agent_id, option=StationOption.DIAL_NUMBER, number="+12015532447", team_id=team,
                roles=(Role.AGENT,),
            ),
            cause="test",
        )  # fmt: skip

    def signs_out(self) -> None:
        self.tenancy.submit(SignOutStation(agent_id=ADA.agent_id, reason="home"), cause="test")

    async def settled(self) -> list[str]:
        """The types of what has come, in order, when nothing is on its way."""
        await self.services.settled()
        return [json.loads(request.content)["type"] for request in self.got]

    def lines(self) -> list[Line]:
        return [line for line in self.tenancy.traffic.after() if line.way == "out"]


@pytest.fixture
async def receiver(application: Application, tenancy: Tenancy) -> Receiver:
    return Receiver(application, tenancy)


@respx.mock
async def test_what_is_subscribed_to_is_posted_in_order_and_signed(receiver: Receiver) -> None:
    respx.post(TARGET).mock(side_effect=receiver.takes)
    await receiver.subscribes("agent:login", "agent:logout", secret=SECRET)
    receiver.signs_in()
    receiver.signs_out()
    assert await receiver.settled() == ["agent:login", "agent:logout"]
    first = receiver.got[0]
    assert first.headers[SIGNATURE] == hmac.new(SECRET.encode(), first.content, hashlib.sha256).hexdigest()
    session = receiver.tenancy.configuration.teams[0]
    event: dict[str, Any] = json.loads(first.content)
    assert event["data"] | {"agentSessionId": "", "idleCodeId": ""} == {
        "agentId": ADA.agent_id, "agentSessionId": "", "teamId": session.id, "currentState": "idle", "idleCodeId": "",
        "createdTime": MORNING,
    }  # fmt: skip
    assert (event["id"], event["specversion"], event["comciscoorgid"]) == (
        "webhook-0001", "1.0", receiver.tenancy.org_id,
    )  # fmt: skip
    assert [(line.name, line.status, line.verdict) for line in receiver.lines()] == [
        ("agent:login", 200, Verdict.OK), ("agent:logout", 200, Verdict.OK),
    ]  # fmt: skip


@respx.mock
async def test_when_nothing_is_on_its_way_no_connection_is_open(receiver: Receiver) -> None:
    respx.post(TARGET).mock(side_effect=receiver.takes)
    await receiver.subscribes("agent:login", "agent:logout")
    receiver.signs_in()
    await receiver.came.wait()
    http = receiver.services.webhooks._client()
    assert await receiver.settled() == ["agent:login"]
    assert http.is_closed
    receiver.signs_out()
    assert await receiver.settled() == ["agent:login", "agent:logout"]


@respx.mock
async def test_without_a_secret_nothing_is_signed(receiver: Receiver) -> None:
    respx.post(TARGET).mock(side_effect=receiver.takes)
    await receiver.subscribes("agent:login")
    receiver.signs_in()
    await receiver.settled()
    assert SIGNATURE not in receiver.got[0].headers


@respx.mock
async def test_an_inactive_or_deleted_subscription_gets_nothing(receiver: Receiver) -> None:
    id_ = await receiver.subscribes("agent:login", "agent:logout")
    reply = await receiver.http.patch(f"/v1/subscriptions/{id_}", json={"status": "inactive"})
    assert reply.json()["data"]["status"] == "inactive"
    receiver.signs_in()
    await receiver.http.patch(f"/v1/subscriptions/{id_}", json={"status": "active"})
    gone = await receiver.http.delete(f"/v1/subscriptions/{id_}")
    assert (gone.status_code, gone.content) == (204, b"")
    receiver.signs_out()
    assert await receiver.settled() == []
    assert (await receiver.http.get(f"/v1/subscriptions/{id_}")).status_code == 404


@respx.mock
@pytest.mark.parametrize(
    ("kind", "types"),
    [
        (FaultKind.LOSES_AN_EVENT, ["agent:logout"]),
        (FaultKind.DELIVERS_TWICE, ["agent:login", "agent:login", "agent:logout"]),
    ],
)
async def test_a_fault_loses_a_webhook_or_posts_it_twice(
    receiver: Receiver, kind: FaultKind, types: list[str]
) -> None:  # fmt: skip
    respx.post(TARGET).mock(side_effect=receiver.takes)
    await receiver.subscribes("agent:login", "agent:logout")
    receiver.tenancy.faults.arm(kind=kind, where="agent:login")
    receiver.signs_in()
    receiver.signs_out()
    assert await receiver.settled() == types


@respx.mock
async def test_a_late_webhook_comes_after_others(receiver: Receiver) -> None:
    respx.post(TARGET).mock(side_effect=receiver.takes)
    await receiver.subscribes("agent:login", "agent:logout")
    receiver.tenancy.faults.arm(kind=FaultKind.ANSWERS_LATE, where="agent:login", seconds=60)
    receiver.signs_in()
    receiver.signs_out()
    await receiver.came.wait()
    receiver.tenancy.advance(59_999)
    assert len(receiver.got) == 1
    receiver.tenancy.advance(1)
    assert await receiver.settled() == ["agent:logout", "agent:login"]


@respx.mock
async def test_a_target_that_does_not_answer_harms_no_other(receiver: Receiver) -> None:
    respx.post(OTHER).mock(side_effect=httpx.ReadTimeout)
    respx.post(TARGET).mock(side_effect=receiver.takes)
    await receiver.subscribes("agent:login", target=OTHER)
    await receiver.subscribes("agent:login")
    receiver.signs_in()
    assert await receiver.settled() == ["agent:login"]
    assert {(line.status, line.detail) for line in receiver.lines()} == {
        (None, "webhook-0001: the target did not answer: ReadTimeout"), (200, "webhook-0002: subscription-0002"),
    }  # fmt: skip


@respx.mock
async def test_five_hundred_webhooks_wait_for_a_target(receiver: Receiver) -> None:
    respx.post(TARGET).mock(side_effect=receiver.takes)
    await receiver.subscribes("agent:login")
    for _ in range(501):
        receiver.signs_in()
        receiver.signs_out()
    assert len(await receiver.settled()) == 500
    (dropped,) = [line for line in receiver.lines() if line.verdict is Verdict.BAD_REQUEST]
    assert dropped.detail == "webhook-0501: dropped: 500 wait for the target already"


async def test_the_list_of_subscriptions_shows_no_secret(receiver: Receiver) -> None:
    await receiver.subscribes("agent:login", secret=SECRET)
    listed = (await receiver.http.get("/v1/subscriptions")).json()
    assert (listed["meta"]["subscriptionCount"], len(listed["data"])) == (1, 1)
    assert listed["data"][0]["createdBy"] == ADA.email
    assert SECRET not in json.dumps(listed) + str(receiver.tenancy.journal.after())
    types = (await receiver.http.get("/v1/event-types")).json()["data"]
    assert {"name": "agent:login", "resource": "agent", "action": "login"} in types


VERSIONED = {
    "name": "Wallboard", "eventTypes": ["agent:login"], "destinationUrl": TARGET, "resourceVersion": "agent:1.0.0",
}  # fmt: skip


async def test_a_subscription_is_of_one_version_of_the_api(receiver: Receiver) -> None:
    first = await receiver.subscribes("agent:login")
    reply = await receiver.http.post("/v2/subscriptions", json=VERSIONED)
    assert reply.status_code == 201, reply.text
    assert reply.json()["meta"] == {"orgId": receiver.tenancy.org_id}
    second = reply.json()["data"]
    assert (second["resourceVersion"], second["status"]) == ("agent:1.0.0", "active")
    for version, own, other in (("v1", first, second["id"]), ("v2", second["id"], first)):
        listed = (await receiver.http.get(f"/{version}/subscriptions")).json()
        assert [one["id"] for one in listed["data"]] == [own]
        assert (await receiver.http.get(f"/{version}/subscriptions/{own}")).json()["data"] == listed["data"][0]
        change = {"status": "inactive", **({"resourceVersion": "agent:1.0.0"} if version == "v2" else {})}
        changed = await receiver.http.patch(f"/{version}/subscriptions/{own}", json=change)
        assert (changed.status_code, changed.json()["data"]["status"]) == (200, "inactive")
        for refused in (
            await receiver.http.get(f"/{version}/subscriptions/{other}"),
            await receiver.http.patch(f"/{version}/subscriptions/{other}", json=change),
            await receiver.http.delete(f"/{version}/subscriptions/{other}"),
        ):
            assert refused.status_code == 404
        assert (await receiver.http.delete(f"/{version}/subscriptions/{own}")).status_code == 204
    assert receiver.tenancy.state.subscriptions == {}


@respx.mock
async def test_a_subscription_of_the_second_version_is_posted_to(receiver: Receiver) -> None:
    respx.post(TARGET).mock(side_effect=receiver.takes)
    assert (await receiver.http.post("/v2/subscriptions", json=VERSIONED)).status_code == 201
    receiver.signs_in()
    assert await receiver.settled() == ["agent:login"]


async def test_the_second_version_lists_the_versions_of_each_event(receiver: Receiver) -> None:
    types = (await receiver.http.get("/v2/event-types")).json()["data"]
    login = {"name": "agent:login", "resource": "agent", "action": "login", "resourceVersions": ["agent:1.0.0"]}
    assert login in types
    assert {version for one in types for version in one["resourceVersions"]} == {"agent:1.0.0", "task:1.0.0"}


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"resourceVersion": "agent:9.0.0"}, "resourceVersion is agent:9.0.0; expected agent:1.0.0 or task:1.0.0."),
        (
            {"resourceVersion": "task:1.0.0"},
            "eventTypes has agent:login; resourceVersion task:1.0.0 is for those of",
        ),
        ({"resourceVersion": None}, "resourceVersion"),
    ],
)
async def test_what_does_not_fit_the_version_is_refused(
    receiver: Receiver, change: dict[str, Any], sentence: str
) -> None:  # fmt: skip
    made = await receiver.http.post("/v2/subscriptions", json=VERSIONED)
    for reply in (
        await receiver.http.post("/v2/subscriptions", json={**VERSIONED, **change}),
        await receiver.http.patch(
            f"/v2/subscriptions/{made.json()['data']['id']}", json={"eventTypes": ["agent:login"], **change}
        ),
    ):
        assert reply.status_code == 400
        assert sentence in reply.text
