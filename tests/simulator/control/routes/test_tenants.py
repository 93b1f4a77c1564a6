"""Tenants over the control plane: created, changed, isolated, closed; their mails."""

import httpx
import pytest

from deskproof.simulator.domain.commands import SendRecoveryCode, Subscribe
from deskproof.simulator.domain.values import ConnectionId, Instant, Secret
from deskproof.simulator.product.services import services_of
from deskproof.simulator.runtime.clock import Clock
from deskproof.simulator.runtime.registry import TenantRegistry
from tests.simulator.control.conftest import create_tenant


async def test_a_tenant_is_created_read_and_closed(plane: httpx.AsyncClient, tenants: TenantRegistry) -> None:
    tenant = await create_tenant(plane)
    assert tenant["id"] == "t-0001"
    assert tenant["desktopUrl"] == "http://t-0001.localhost:8400"
    assert tenant["identityUrl"] == "http://id.t-0001.localhost:8400"
    assert tenant["clock"] == {"now": "2026-01-15T09:00:00.000Z", "frozen": True, "nextDeadline": None, "moved": False}
    assert tenant["people"][0] | {"password": "", "teamsPassword": ""} == {
        "key": "ada",
        "name": "Ada Lindqvist",
        "email": "ada.lindqvist@example.com",
        "password": "",
        "teamsPassword": "",
        "agentId": tenants.tenant("t-0001").configuration.people[0].agent_id,  # type: ignore[union-attr]
        "roles": ["agent"],
        "teams": ["support", "sales", "returns"],
    }
    assert (await plane.get("/tenants/t-0001")).json() == tenant
    assert (await plane.get("/tenants")).json() == {"tenants": [tenant]}
    assert (await plane.delete("/tenants/t-0001")).status_code == 204
    assert (await plane.get("/tenants")).json() == {"tenants": []}


async def test_a_tenant_can_start_changed(plane: httpx.AsyncClient) -> None:
    await create_tenant(plane, changes={"people": [{"key": "ada", "defaultDn": "+12015532447"}]})
    configuration = (await plane.get("/tenants/t-0001/configuration")).json()
    assert configuration["people"][0]["defaultDn"] == "+12015532447"


async def test_tenants_are_isolated_from_each_other(plane: httpx.AsyncClient) -> None:
    await create_tenant(plane)
    await create_tenant(plane)
    before = (await plane.get("/tenants/t-0002/configuration")).json()
    await plane.patch("/tenants/t-0001/configuration", json={"settings": {"forceDefaultDn": True}})
    await plane.post("/tenants/t-0001/clock/advance", json={"seconds": 60})
    await plane.post("/tenants/t-0001/faults", json={"kind": "goes silent"})
    assert (await plane.get("/tenants/t-0002/configuration")).json() == before
    assert (await plane.get("/tenants/t-0002/clock")).json()["now"] == "2026-01-15T09:00:00.000Z"
    assert (await plane.get("/tenants/t-0002/faults")).json() == {"faults": []}
    assert (await plane.get("/tenants/t-0002/journal")).json()["entries"] == []


async def test_a_change_is_in_the_journal_with_its_cause_and_without_passwords(plane: httpx.AsyncClient) -> None:
    await create_tenant(plane)
    patch = {"people": [{"key": "ada", "password": "very-secret-1", "defaultDn": "1001"}]}
    answer = await plane.patch("/tenants/t-0001/configuration", json=patch)
    assert answer.json()["changed"] == ["people.ada.password = •••", "people.ada.defaultDn = 1001"]
    assert answer.json()["people"][0]["password"] == "very-secret-1"
    journal = await plane.get("/tenants/t-0001/journal")
    assert [(e["seq"], e["kind"], e["name"], e["cause"]) for e in journal.json()["entries"]] == [
        (1, "command", "ChangeConfiguration", "control"),
        (2, "event", "ConfigurationChanged", "ChangeConfiguration"),
    ]
    assert "very-secret-1" not in journal.text
    assert len((await plane.get("/tenants/t-0001/journal", params={"after": 1})).json()["entries"]) == 1


async def test_a_change_of_nothing_leaves_no_entry(plane: httpx.AsyncClient) -> None:
    await create_tenant(plane)
    answer = await plane.patch("/tenants/t-0001/configuration", json={"settings": {"forceDefaultDn": False}})
    assert answer.json()["changed"] == []
    assert (await plane.get("/tenants/t-0001/journal")).json()["entries"] == []


async def test_a_mailbox_has_the_mails_to_its_address(plane: httpx.AsyncClient, tenants: TenantRegistry) -> None:
    await create_tenant(plane)
    tenancy = tenants.tenant("t-0001")
    assert tenancy is not None
    command = SendRecoveryCode(email="ada.lindqvist@example.com", code=Secret("123456"))
    tenancy.submit(command, cause="test")
    (mail,) = (await plane.get("/tenants/t-0001/mailboxes/Ada.Lindqvist@example.com")).json()["mails"]
    assert mail["code"] == "123456"
    assert mail["at"] == "2026-01-15T09:00:00.000Z"
    assert (await plane.get("/tenants/t-0001/mailboxes/bo.ekstrom@example.com")).json() == {"mails": []}


async def test_a_tenant_expires_that_nobody_uses_where_it_was_asked_for(
    plane: httpx.AsyncClient, tenants: TenantRegistry
) -> None:
    tenants.clock = Clock.frozen(Instant(1_768_467_600_000))
    await create_tenant(plane, expiresAfterMinutes=60)
    await create_tenant(plane)
    await plane.get("/tenants/t-0001")
    tenants.clock.move_to(Instant(tenants.clock.now() + 59 * 60_000))
    assert (await plane.get("/tenants/t-0001")).status_code == 200
    tenancy = tenants.tenant("t-0001")
    assert tenancy is not None
    sockets = services_of(tenancy).sockets
    ada = tenancy.configuration.people[0].agent_id
    tenancy.submit(
        Subscribe(agent_id=ada, connection_id=ConnectionId("c"), force=True, allow_multi_login=False), cause="test"
    )
    socket = sockets.open(sockets.address_for(ConnectionId("c")))
    assert socket is not None
    tenants.clock.move_to(Instant(tenants.clock.now() + 600 * 60_000))
    assert len((await plane.get("/tenants")).json()["tenants"]) == 2
    sockets.closed(socket)
    for _ in range(2):
        tenants.clock.move_to(Instant(tenants.clock.now() + 60 * 60_000))
        await plane.get("/tenants")
    await tenancy.closed.wait()
    assert [tenant["id"] for tenant in (await plane.get("/tenants")).json()["tenants"]] == ["t-0002"]


@pytest.mark.parametrize("minutes", [0, -1, 527_041, 1.5, "60"])
async def test_what_is_not_a_time_to_expire_is_refused(plane: httpx.AsyncClient, minutes: object) -> None:
    answer = await plane.post("/tenants", json={"expiresAfterMinutes": minutes})
    assert answer.status_code == 422
    assert answer.json()["error"].startswith("expiresAfterMinutes is ")
