"""The published operations at the gateway: each is answered at both of its addresses, or refused by its name."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from deskproof.simulator.app import Application
from deskproof.simulator.domain.commands import AnswerPhone, ChangeConfiguration, CustomerCalls
from deskproof.simulator.domain.configuration import AuxiliaryCode, EntryPoint, Queue, Role, WorkType
from deskproof.simulator.runtime.clock import Clock
from deskproof.simulator.runtime.tenancy import Tenancy
from deskproof.simulator.runtime.traffic import Verdict
from deskproof.simulator.wire.kernel.operation import Commands, Notifies
from deskproof.simulator.wire.published import PUBLISHED, Published
from tests.simulator.product.conftest import ADA, BO, MORNING, configuration_of
from tests.simulator.product.test_conformance import BODIES, BY_NAME, Workplace

pytestmark = pytest.mark.anyio

NUMBER, CUSTOMER = "+12015532447", "+46701740605"
BODIES_HERE: dict[str, dict[str, Any]] = {
    **BODIES,
    "create task": {"destination": "home", "entryPointId": "nowhere", "mediaType": "telephony"},
    "register subscription": {
        "name": "Wallboard",
        "eventTypes": ["agent:login"],
        "destinationUrl": "http://localhost/",
    },
    "register versioned subscription": {
        "name": "Wallboard",
        "eventTypes": ["agent:login"],
        "destinationUrl": "http://localhost/",
        "resourceVersion": "agent:1.0.0",
    },
    "change versioned subscription": {"resourceVersion": "agent:1.0.0"},
    "logout": {"logoutReason": "home"},
    "search": {"query": "{ taskDetails(from: 0 to: 1) { tasks { id } } }"},
    "consult": {"to": "nobody", "destinationType": "agent"},
    "transfer": {"to": "nobody", "destinationType": "agent"},
}
REFUSED_HERE = ("AGENT_NOT_FOUND", "MONITORING_NOT_PERMITTED", "NOT_FOUND", "SUBSCRIPTION_NOT_FOUND")
"""Errors of an agent who is not signed in, is no supervisor, and has no subscription."""
PERIOD = {"from": str(MORNING), "to": str(MORNING + 1)}
QUERIES: dict[str, dict[str, str]] = {
    "tasks": {"from": "0"}, "agent activities": PERIOD, "agent statistics": PERIOD,
}  # fmt: skip


@pytest.fixture
async def workplace(application: Application, tenancy: Tenancy) -> Workplace:
    workplace = Workplace(application, tenancy)
    await workplace.open_socket()
    workplace.frames()
    return workplace


def address(published: Published) -> str:
    return published.path.format(taskId="conversation-0001", campaignId="spring", requestId="m-1", id="s-1")


@pytest.mark.parametrize("prefix", ["", "/wcc"])
@pytest.mark.parametrize("published", PUBLISHED, ids=lambda one: one.label)
async def test_each_is_answered_or_refused_by_its_name(
    workplace: Workplace, published: Published, prefix: str
) -> None:  # fmt: skip
    """Ada is not signed in: what is answered is answered by the entry of the catalogue, with the frame of its refusal,
    or with its error.
    """
    reply = await workplace.http.request(
        published.method, prefix + address(published), json=BODIES_HERE.get(published.by, {}),
        params=QUERIES.get(published.by),
    )  # fmt: skip
    line = workplace.last_line()
    if not published.by:
        error = reply.json()["error"]
        assert (reply.status_code, error["key"], error["reason"]) == (501, "501", "NOT_SIMULATED")
        assert error["message"] == [
            f"{published.label} is published and not simulated: {published.why} docs/published.md lists what is."
        ]
        assert (line.name, line.verdict) == ("unknown", Verdict.UNKNOWN_REQUEST)
        return
    operation = BY_NAME[published.by]
    assert (line.name, line.verdict) == (operation.name, Verdict.OK), reply.text
    told = isinstance(operation.does, Commands | Notifies) and bool(operation.does.refusals)
    if told:
        assert reply.status_code == operation.status
        assert len(workplace.frames()) == 1
    elif reply.status_code != operation.status:
        assert reply.json()["error"]["reason"] in REFUSED_HERE


async def test_a_working_day_at_the_published_addresses(workplace: Workplace) -> None:
    tenancy = workplace.tenancy
    changed = replace(
        tenancy.configuration,
        queues=(Queue(key="help", name="Help"),),
        entry_points=(EntryPoint(key="main", name="Main", number="+12015550190", queue="help"),),
    )
    tenancy.submit(ChangeConfiguration(configuration=changed, changed=("queues",)), cause="test")
    team = changed.teams[0].id

    async def ask(method: str, path: str, **body: Any) -> dict[str, Any]:
        reply = await workplace.http.request(method, path, json=body)
        assert reply.status_code in (201, 202), reply.text
        return dict(reply.json())

    def types() -> list[str]:
        return [frame["type"] for frame in workplace.frames()]

    await ask("POST", "/v1/agents/login", dialNumber=NUMBER, teamId=team, deviceType="AGENT_DN", roles=["agent"])
    assert types() == ["AgentStationLoginSuccess", "AgentDNRegistered"]
    tenancy.submit(CustomerCalls(conversation_id="c-1", customer=CUSTOMER, queue="help"), cause="test")
    await ask("POST", "/v1/tasks/c-1/assign")
    assert types() == ["AgentContactAssignFailed"]
    await ask("PUT", "/v1/agents/session/state", state="Available", auxCodeId="0")
    assert types() == ["AgentStateChangeSuccess", "AgentContactReserved", "AgentOfferContact"]
    await ask("POST", "/v1/tasks/c-1/reject", mediaResourceId="c-1")
    assert types() == ["AgentOfferContactRona", "AgentStateChangeSuccess"]
    created = await ask(
        "POST", "/v1/tasks", destination=CUSTOMER, entryPointId=changed.entry_points[0].id, mediaType="telephony",
        outboundType="OUTDIAL",
    )  # fmt: skip
    assert created["meta"] == {"orgId": tenancy.org_id}
    assert created["data"]["id"] in tenancy.state.floor.conversations
    assert types() == ["AgentContactReserved", "AgentOfferContact"]
    await ask("POST", f"/v1/tasks/{created['data']['id']}/end")
    assert types() == ["ContactEnded"]
    await ask("PUT", "/v1/agents/logout", logoutReason="home")
    assert types() == ["AgentLogoutSuccess"]


async def test_a_supervisor_listens_speaks_and_takes_over(application: Application) -> None:
    signe = replace(BO, key="signe", email="signe.ek@example.com", roles=(Role.SUPERVISOR,))
    small = configuration_of((ADA, signe))
    solved = AuxiliaryCode(key="solved", name="Solved", work=WorkType.WRAP_UP)
    configuration = replace(
        small, queues=(Queue(key="help", name="Help"),), auxiliary_codes=(*small.auxiliary_codes, solved)
    )
    tenancy = application.tenants.create(configuration, clock=Clock.frozen(MORNING))
    agent, supervisor = Workplace(application, tenancy), Workplace(application, tenancy, signe)
    team = configuration.teams[0].id
    for desk, number, roles in ((agent, NUMBER, ["agent"]), (supervisor, "+12015532448", ["supervisor"])):
        await desk.open_socket()
        station = {"dialNumber": number, "teamId": team if desk is agent else "", "deviceType": "AGENT_DN"}
        await desk.http.post("/v1/agents/login", json={**station, "roles": roles})
    await agent.http.put("/v1/agents/session/state", json={"state": "Available", "auxCodeId": "0"})
    tenancy.submit(CustomerCalls(conversation_id="c-1", customer=CUSTOMER, queue="help"), cause="test")
    tenancy.submit(AnswerPhone(number=NUMBER), cause="test")
    agent.frames(), supervisor.frames()

    async def told(method: str, path: str, **body: Any) -> tuple[list[str], list[str]]:
        reply = await supervisor.http.request(method, path, json=body)
        assert reply.status_code == 202, reply.text
        return [frame["type"] for frame in supervisor.frames()], [frame["type"] for frame in agent.frames()]

    assert await told("POST", "/v1/monitor", id="m-1", monitorType="midcall", taskId="c-1") == (
        ["MonitoringOffered"], [],
    )  # fmt: skip
    tenancy.submit(AnswerPhone(number="+12015532448"), cause="test")
    supervisor.frames()
    spoken = "AgentMonitorStateChanged"
    assert await told("POST", "/v1/monitor/c-1/whisper") == ([spoken], [spoken])
    assert await told("POST", "/v1/monitor/c-1/bargeIn") == (["BargedIn"], [spoken])
    assert await told("POST", "/v1/monitor/c-1/bargeIn") == (["BargeInFailed"], [])
    idle = {"state": "Idle", "auxCodeId": configuration.default_idle_code.id, "agentId": ADA.agent_id}
    assert await told("PUT", "/v1/agents/session/state", **idle) == ([], ["AgentStateChangeSuccess"])
    assert await told("POST", "/v1/monitor/c-1/takeOver") == (
        ["MonitoringEnded", "AgentContactReserved", "AgentContactAssigned"], ["AgentBlindTransferred", "AgentWrapup"],
    )  # fmt: skip
    away = {"logoutReason": "the shift is over", "agentId": ADA.agent_id}
    assert await told("PUT", "/v1/agents/logout", **away) == (["AgentLogoutFailed"], [])
    await agent.http.post("/v1/tasks/c-1/wrapup", json={"wrapUpReason": "", "auxCodeId": solved.id})
    agent.frames()
    assert await told("PUT", "/v1/agents/logout", **away) == ([], ["AgentLogoutSuccess"])
    seen = await supervisor.http.get("/v1/agents/activities", params={"from": str(MORNING)})
    assert [row["currentState"] for row in seen.json()["data"] if row["agentId"] == ADA.agent_id] == [
        "idle", "available", "ringing", "connected", "idle", "wrapup",
    ]  # fmt: skip
    nobody = {**idle, "agentId": signe.agent_id}
    assert (await agent.http.put("/v1/agents/session/state", json=nobody)).status_code == 202
    assert [(frame["type"], frame["reason"]) for frame in agent.frames()] == [
        ("AgentStateChangeFailed", "AGENT_NOT_SUPERVISED")
    ]


async def test_only_an_agent_s_own_call_is_created(workplace: Workplace) -> None:
    body = {"destination": CUSTOMER, "entryPointId": "e", "mediaType": "telephony", "outboundType": "CALLBACK"}
    reply = await workplace.http.post("/v1/tasks", json=body)
    assert reply.status_code == 400
    assert reply.json()["error"]["message"] == [
        "outboundType is CALLBACK and mediaType telephony; only OUTDIAL of telephony is simulated."
    ]
