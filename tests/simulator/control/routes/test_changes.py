"""What whoever watches a tenant reads: the agents, and the tenant as soon as something has changed."""

import asyncio
from collections.abc import Callable
from typing import Any

import httpx
import pytest

from deskproof.simulator.domain import commands
from deskproof.simulator.domain.configuration import StationOption
from deskproof.simulator.domain.sessions.model import AgentState
from deskproof.simulator.runtime.registry import TenantRegistry
from deskproof.simulator.runtime.tenancy import Tenancy
from tests.simulator.control.conftest import create_tenant

NUMBER = "+12015532447"
NINE = "2026-01-15T09:00:00.000Z"


@pytest.fixture
async def tenancy(plane: httpx.AsyncClient, tenants: TenantRegistry) -> Tenancy:
    document = await create_tenant(plane)
    found = tenants.tenant(document["id"])
    assert found is not None
    return found


def sign_in(tenancy: Tenancy) -> None:
    ada = next(person for person in tenancy.configuration.people if person.key == "ada")
    team = tenancy.configuration.teams_of(ada)[0]
    tenancy.submit(
        commands.SignInStation(
            agent_id=ada.agent_id, option=StationOption.DIAL_NUMBER, number=NUMBER, team_id=team.id, roles=ada.roles
        ),
        cause="test",
    )


async def changes(plane: httpx.AsyncClient, tenancy: Tenancy, **query: float) -> dict[str, Any]:
    answer = await plane.get(f"/tenants/{tenancy.id}/changes", params=query)
    assert answer.status_code == 200, answer.text
    document: dict[str, Any] = answer.json()
    return document


async def test_agents_have_their_state_and_since_when(plane: httpx.AsyncClient, tenancy: Tenancy) -> None:
    sign_in(tenancy)
    tenancy.advance(60_000)
    ada = next(person for person in tenancy.configuration.people if person.key == "ada")
    tenancy.submit(
        commands.ChangeAgentState(agent_id=ada.agent_id, state=AgentState.AVAILABLE, idle_code_id=None), cause="test"
    )
    assert (await plane.get(f"/tenants/{tenancy.id}/agents")).json() == {
        "agents": [
            {
                "agent": "ada", "station": "AGENT_DN", "number": NUMBER, "team": "support", "roles": ["agent"],
                "state": "Available", "idleCode": None, "reason": "", "engaged": False, "connected": True,
                "monitors": None, "monitoring": None,
                "signedInAt": NINE, "stateSince": "2026-01-15T09:01:00.000Z", "codeSince": "2026-01-15T09:01:00.000Z",
            }
        ]
    }  # fmt: skip


async def test_at_once_it_is_the_tenant_as_it_is(plane: httpx.AsyncClient, tenancy: Tenancy) -> None:
    sign_in(tenancy)
    seen = await changes(plane, tenancy)
    assert [entry["name"] for entry in seen["entries"]] == ["SignInStation", "AgentSignedIn"]
    assert [agent["agent"] for agent in seen["agents"]] == ["ada"]
    assert [phone["number"] for phone in seen["phones"]] == [NUMBER]
    assert seen["clock"]["now"] == NINE
    assert (seen["conversations"], seen["faults"], seen["mails"], seen["lines"]) == ([], [], [], [])
    assert (await changes(plane, tenancy, journal=2))["entries"] == []


async def test_of_a_long_journal_it_is_the_latest_five_hundred(plane: httpx.AsyncClient, tenancy: Tenancy) -> None:
    for _ in range(251):
        tenancy.submit(commands.SetPhone(number=NUMBER, ready=False), cause="test")
        tenancy.submit(commands.SetPhone(number=NUMBER, ready=True), cause="test")
    entries = (await changes(plane, tenancy))["entries"]
    assert len(entries) == 500
    assert entries[-1]["seq"] == len(tenancy.journal.after())


def _calls(tenancy: Tenancy) -> None:
    tenancy.submit(
        commands.CustomerCalls(conversation_id="conversation-0001", customer=NUMBER, queue="support", dialled=""),
        cause="test",
    )


def _passes(tenancy: Tenancy) -> None:
    tenancy.traffic.add(at=tenancy.clock.now(), way="http", name="people")


def _moves(tenancy: Tenancy) -> None:
    tenancy.advance(1_000)


def _runs(tenancy: Tenancy) -> None:
    tenancy.run_clock()


@pytest.mark.parametrize("happens", [_calls, _passes, _moves, _runs])
async def test_it_waits_for_what_happens(
    plane: httpx.AsyncClient, tenancy: Tenancy, happens: Callable[[Tenancy], None]
) -> None:
    before = await changes(plane, tenancy)
    waiting = asyncio.ensure_future(changes(plane, tenancy, timeoutSeconds=60))
    await asyncio.ensure_future(changes(plane, tenancy))  # answered after the wait has begun
    assert not waiting.done()
    happens(tenancy)
    after = await waiting
    assert after != before


async def test_it_ends_with_its_timeout(plane: httpx.AsyncClient, tenancy: Tenancy) -> None:
    assert (await changes(plane, tenancy, timeoutSeconds=0.01))["entries"] == []


async def test_it_ends_with_its_tenant(plane: httpx.AsyncClient, tenants: TenantRegistry, tenancy: Tenancy) -> None:
    waiting = asyncio.ensure_future(plane.get(f"/tenants/{tenancy.id}/changes", params={"timeoutSeconds": 60}))
    await asyncio.ensure_future(changes(plane, tenancy))  # answered after the wait has begun
    tenants.close(tenancy.id)
    answer = await waiting
    assert answer.status_code == 409
    assert answer.json() == {"error": f"Tenant {tenancy.id} was closed during the wait for changes."}


@pytest.mark.parametrize("query", [{"journal": -1}, {"traffic": "x"}, {"timeoutSeconds": 61}])
async def test_a_bad_question_has_one_sentence(
    plane: httpx.AsyncClient, tenancy: Tenancy, query: dict[str, Any]
) -> None:
    answer = await plane.get(f"/tenants/{tenancy.id}/changes", params=query)
    assert answer.status_code == 422
    assert next(iter(query)) in answer.json()["error"]
