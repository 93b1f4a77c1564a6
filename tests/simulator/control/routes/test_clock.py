"""A tenant's clock over the control plane: moved, frozen, and its range."""

import re

import httpx
import pytest

from deskproof.simulator.domain.commands import ChangeAgentState, Connect, Disconnect, SignInStation, Subscribe
from deskproof.simulator.domain.configuration import Role, StationOption
from deskproof.simulator.domain.sessions.model import AgentState
from deskproof.simulator.domain.values import AgentId, ConnectionId, Instant
from deskproof.simulator.runtime.blueprints import blueprint
from deskproof.simulator.runtime.clock import Clock
from deskproof.simulator.runtime.registry import TenantRegistry
from tests.simulator.control.conftest import create_tenant


async def test_time_moves_by_hand(plane: httpx.AsyncClient) -> None:
    await create_tenant(plane)
    moved = (await plane.post("/tenants/t-0001/clock/advance", json={"seconds": 900})).json()
    assert moved == {"now": "2026-01-15T09:15:00.000Z", "frozen": True, "nextDeadline": None, "moved": True}
    assert (await plane.post("/tenants/t-0001/clock/next")).json()["moved"] is False


async def test_a_running_clock_can_be_frozen(plane: httpx.AsyncClient) -> None:
    await create_tenant(plane, clock={"real": True})
    frozen = (await plane.post("/tenants/t-0001/clock/freeze")).json()
    assert frozen["frozen"] is True
    assert (await plane.get("/tenants/t-0001/clock")).json()["now"] == frozen["now"]


OUT_OF_RANGE = [
    "0001-01-01T00:00:00+14:00",
    "0001-01-01T00:00:00Z",
    "1969-12-31T23:59:59.999Z",
    "1970-01-01T00:00:00+00:01",
    "9998-01-01T00:00:00.001Z",
    "9998-01-01T00:00:00-00:01",
    "9999-12-31T23:59:59Z",
    "9999-12-31T23:59:59-12:00",
]


@pytest.mark.parametrize("instant", OUT_OF_RANGE)
async def test_a_clock_outside_its_range_is_refused_before_a_tenant_is_created(
    plane: httpx.AsyncClient, instant: str
) -> None:
    answer = await plane.post("/tenants", json={"clock": {"frozenAt": instant}})
    where = "before" if instant < "2" else "after"
    assert answer.status_code == 422
    assert answer.json()["error"] == (
        f'clock.frozenAt is "{instant}"; a clock shows instants from 1970-01-01T00:00:00Z to 9998-01-01T00:00:00Z, '
        f"in UTC; this one would be {where} them."
    )
    assert (await plane.get("/tenants")).json() == {"tenants": []}
    assert (await create_tenant(plane))["id"] == "t-0001"


@pytest.mark.parametrize("instant", ["1970-01-01T00:00:00Z", "9998-01-01T00:00:00Z"])
async def test_a_clock_shows_the_first_instant_and_the_last(plane: httpx.AsyncClient, instant: str) -> None:
    assert (await plane.post("/tenants", json={"clock": {"frozenAt": instant}})).status_code == 201


@pytest.mark.parametrize("real", [False, True])
async def test_a_clock_is_not_moved_past_the_last_instant(
    plane: httpx.AsyncClient, tenants: TenantRegistry, real: bool
) -> None:
    await create_tenant(plane, clock={"frozenAt": "9997-12-31T23:59:50Z"})
    if real:
        tenants.close("t-0001")
        clock = Clock.real()
        clock.move_to(Instant(253_339_228_790_000))
        tenancy = tenants.create(blueprint("standard"), clock=clock)
        path = f"/tenants/{tenancy.id}"
    else:
        path = "/tenants/t-0001"
    for seconds in (10.002, 366 * 24 * 3600):
        answer = await plane.post(f"{path}/clock/advance", json={"seconds": seconds})
        assert answer.status_code == 422
        assert re.fullmatch(
            r"The clock is at 9997-12-31T23:59:5\S+Z and was not moved: a clock shows .* after them\.",
            answer.json()["error"],
        )
    assert (await plane.post(f"{path}/clock/advance", json={"seconds": 5})).status_code == 200
    assert (await plane.get("/tenants")).status_code == 200


async def test_every_deadline_can_be_written(plane: httpx.AsyncClient, tenants: TenantRegistry) -> None:
    """At the last instant there is, with the longest deadlines there are, everything can still be written."""
    longest = {"lostConnectionRecoverySeconds": 31_622_400, "ronaSeconds": 31_622_400, "inactivityMinutes": 527_040}
    tenant = await create_tenant(plane, clock={"frozenAt": "9998-01-01T00:00:00Z"}, changes={"settings": longest})
    tenancy = tenants.tenant("t-0001")
    assert tenancy is not None
    agent, connection = AgentId(tenant["people"][0]["agentId"]), ConnectionId("connection-1")
    tenancy.submit(
        Subscribe(agent_id=agent, connection_id=connection, force=False, allow_multi_login=False), cause="test"
    )
    tenancy.submit(Connect(connection_id=connection), cause="test")
    team = tenancy.configuration.teams_of(tenancy.configuration.people[0])[0].id
    tenancy.submit(
        SignInStation(agent_id=agent, option=StationOption.EXTENSION, number="1001", team_id=team, roles=(Role.AGENT,)),
        cause="test",
    )
    tenancy.submit(Disconnect(connection_id=connection), cause="test")
    assert (await plane.get("/tenants")).json()["tenants"][0]["clock"]["nextDeadline"] == "9999-01-02T00:00:00.000Z"
    answer = await plane.post("/tenants/t-0001/clock/next")
    assert (answer.status_code, "was not moved" in answer.json()["error"]) == (422, True)
    for setting, longer in longest.items():
        answer = await plane.patch("/tenants/t-0001/configuration", json={"settings": {setting: longer + 1}})
        assert answer.json() == {
            "error": f"settings.{setting} is {longer + 1}; expected less than or equal to {longer}."
        }


async def test_a_clock_that_runs_again_meets_its_deadlines(plane: httpx.AsyncClient, tenants: TenantRegistry) -> None:
    await create_tenant(plane)
    tenancy = tenants.tenant("t-0001")
    assert tenancy is not None
    ada = next(person for person in tenancy.configuration.people if person.key == "ada")
    tenancy.submit(
        SignInStation(
            agent_id=ada.agent_id, option=StationOption.DIAL_NUMBER, number="+12015550123",
            team_id=tenancy.configuration.teams_of(ada)[0].id, roles=ada.roles,
        ),
        cause="test",
    )  # fmt: skip
    tenancy.submit(ChangeAgentState(agent_id=ada.agent_id, state=AgentState.AVAILABLE, idle_code_id=None), cause="test")
    await plane.post("/tenants/t-0001/conversations", json={"queue": "support", "number": "+46701740605"})
    await plane.post("/tenants/t-0001/clock/advance", json={"seconds": 17.99})
    running = (await plane.post("/tenants/t-0001/clock/run")).json()
    assert not running["frozen"]
    body = {"name": "OfferUnanswered", "timeoutSeconds": 30}
    assert (await plane.post("/tenants/t-0001/facts/wait", json=body)).status_code == 200
