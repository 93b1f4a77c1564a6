"""The journal and facts over the control plane: waiting, its limits and its refusals."""

import asyncio
from typing import Any

import httpx
import pytest

from deskproof.simulator.domain.commands import EnterPassword, SendRecoveryCode
from deskproof.simulator.domain.values import Secret
from deskproof.simulator.runtime.registry import TenantRegistry
from tests.simulator.control.conftest import create_tenant


async def test_a_wait_returns_the_fact_when_it_happens(plane: httpx.AsyncClient, tenants: TenantRegistry) -> None:
    tenant = await create_tenant(plane)
    tenancy = tenants.tenant("t-0001")
    assert tenancy is not None
    body = {"name": "PasswordAccepted", "parts": {"agent": "ada"}}
    waiting = asyncio.ensure_future(plane.post("/tenants/t-0001/facts/wait", json=body))
    for person in (tenant["people"][1], tenant["people"][0]):
        tenancy.submit(EnterPassword(email=person["email"], password=Secret(person["password"])), cause="test")
    entry = (await waiting).json()
    assert (entry["name"], entry["data"]["agent"]) == ("PasswordAccepted", "ada")


async def test_a_wait_that_times_out_lists_the_entries_since(plane: httpx.AsyncClient) -> None:
    await create_tenant(plane)
    await plane.patch("/tenants/t-0001/configuration", json={"settings": {"forceDefaultDn": True}})
    body = {"name": "AgentSignedIn", "parts": {"agent": "ada"}, "timeoutSeconds": 0.01}
    answer = await plane.post("/tenants/t-0001/facts/wait", json=body)
    assert answer.status_code == 408
    assert answer.json() == {
        "error": "AgentSignedIn, agent=ada was not seen after entry 0 within 0.01 seconds; the journal has since then: "
        "1 ChangeConfiguration; 2 ConfigurationChanged."
    }


async def test_a_wait_ends_with_its_tenant(plane: httpx.AsyncClient, tenants: TenantRegistry) -> None:
    await create_tenant(plane)
    waiting = asyncio.ensure_future(plane.post("/tenants/t-0001/facts/wait", json={"name": "AgentSignedIn"}))
    reached = asyncio.ensure_future(plane.get("/tenants/t-0001/clock"))  # answered after the wait has begun
    await reached
    tenants.close("t-0001")
    answer = await waiting
    assert answer.status_code == 409
    assert answer.json()["error"] == "Tenant t-0001 was closed during the wait for AgentSignedIn."


@pytest.mark.parametrize(("seconds", "status"), [(60, 200), (61, 422)])
async def test_a_wait_lasts_a_minute_at_most(
    plane: httpx.AsyncClient, tenants: TenantRegistry, seconds: int, status: int
) -> None:
    tenant = await create_tenant(plane)
    tenancy = tenants.tenant("t-0001")
    assert tenancy is not None
    ada = tenant["people"][0]
    tenancy.submit(EnterPassword(email=ada["email"], password=Secret(ada["password"])), cause="test")
    body = {"name": "PasswordAccepted", "timeoutSeconds": seconds}
    assert (await plane.post("/tenants/t-0001/facts/wait", json=body)).status_code == status


async def test_a_wait_that_times_out_lists_the_latest_twelve_entries(
    plane: httpx.AsyncClient, tenants: TenantRegistry
) -> None:
    await create_tenant(plane)
    tenancy = tenants.tenant("t-0001")
    assert tenancy is not None
    for number in range(7):
        tenancy.submit(SendRecoveryCode(email="ada.lindqvist@example.com", code=Secret(f"12345{number}")), cause="test")
    body = {"name": "AgentSignedIn", "timeoutSeconds": 0.01}
    error = (await plane.post("/tenants/t-0001/facts/wait", json=body)).json()["error"]
    entries = error.partition("since then: ")[2].split("; ")
    assert (len(entries), entries[0].split()[0]) == (12, "3")


@pytest.mark.parametrize(
    ("body", "sentence"),
    [
        (
            {"name": "AgentSignedin"},
            'There is no fact "AgentSignedin"; did you mean "AgentSignedIn"? GET /_control/v1/facts ',
        ),
        (
            {"name": "Nothing at all!"},
            'There is no fact "Nothing at all!"; check the spelling. GET /_control/v1/facts ',
        ),
        (
            {"name": "PasswordAccepted", "parts": {"agnet": "ada"}},
            'PasswordAccepted has no part "agnet"; it has agent, ',
        ),
    ],
)
async def test_a_wait_that_could_never_end_is_refused(
    plane: httpx.AsyncClient, body: dict[str, Any], sentence: str
) -> None:
    await create_tenant(plane)
    answer = await plane.post("/tenants/t-0001/facts/wait", json=body)
    assert (answer.status_code, answer.json()["error"].startswith(sentence)) == (422, True), answer.text


async def test_the_facts_are_listed_with_their_parts(plane: httpx.AsyncClient) -> None:
    listed = (await plane.get("/facts")).json()["facts"]
    assert {"name": "answers late", "kind": "fault", "parts": ["times", "where"]} in listed
    assert len({fact["name"] for fact in listed}) == len(listed)
