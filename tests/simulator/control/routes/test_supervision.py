"""Supervisors on the control plane: by its client, over its own application, on a tenant with a call."""

from __future__ import annotations

from typing import Any, get_args

import pytest

from deskproof.simulator.control.client import ControlError, TenantControl
from deskproof.simulator.control.routes.supervision import SupervisorAct
from deskproof.simulator.control.supervising import SupervisorAct as NamedAct
from deskproof.simulator.runtime.tenancy import Tenancy
from tests.simulator.control.routes.conftest import CUSTOMER, NUMBER, sign_in

PHONE = "+12015550150"


@pytest.fixture
def call(tenant: TenantControl, tenancy: Tenancy) -> str:
    """A call that Ada has answered, with Signe signed in at a phone."""
    sign_in(tenancy, "ada", available=True)
    id_ = tenant.customer_calls(queue="support", number=CUSTOMER)
    tenant.answer_phone(NUMBER)
    tenant.sign_in_supervisor("signe", number=PHONE)
    return id_


def listens(tenant: TenantControl) -> tuple[str | None, str | None]:
    """What Signe monitors, and how."""
    (signe,) = (agent for agent in tenant.agents() if agent.agent == "signe")
    return signe.monitors, signe.monitoring


def test_a_supervisor_signs_in_at_a_phone_without_a_desktop(tenant: TenantControl) -> None:
    tenant.sign_in_supervisor("signe", number=PHONE)
    (signe,) = tenant.agents()
    assert (signe.agent, signe.station, signe.number, signe.team) == ("signe", "AGENT_DN", PHONE, None)
    assert (signe.roles, signe.connected) == (("supervisor",), True)
    tenant.advance(seconds=3_600)
    assert [one.agent for one in tenant.agents()] == ["signe"]


def test_monitoring_rings_at_the_phone_of_the_supervisor(tenant: TenantControl, call: str) -> None:
    assert listens(tenant) == (None, None)
    tenant.supervise(call, supervisor="signe", act="monitor")
    assert listens(tenant) == (call, "requested")
    assert [(phone.number, phone.rings) for phone in tenant.phones()][1] == (PHONE, "monitoring")
    tenant.answer_phone(PHONE)
    assert listens(tenant) == (call, "active")
    assert tenant.conversations()[0].monitored_by == ("signe",)


def test_each_act_on_a_call(tenant: TenantControl, call: str) -> None:
    tenant.supervise(call, supervisor="signe", act="monitor")
    tenant.answer_phone(PHONE)
    seen: list[str | None] = []
    acts: tuple[NamedAct, ...] = ("pause", "resume", "whisper", "resume", "whisper", "barge-in", "end")
    for act in acts:
        tenant.supervise(call, supervisor="signe", act=act)
        seen.append(listens(tenant)[1])
    assert seen == ["paused", "active", "whispering", "active", "whispering", "barged in", None]
    assert set(get_args(NamedAct)) == {act.value for act in SupervisorAct}


def test_a_call_is_taken_over(tenant: TenantControl, call: str) -> None:
    tenant.supervise(call, supervisor="signe", act="monitor")
    tenant.answer_phone(PHONE)
    tenant.supervise(call, supervisor="signe", act="take-over")
    (conversation,) = tenant.conversations()
    assert (conversation.agent, conversation.wrapping_up) == ("signe", ("ada",))
    assert listens(tenant) == (None, None)


def test_an_agent_is_made_idle_available_and_signed_out(tenant: TenantControl, tenancy: Tenancy) -> None:
    sign_in(tenancy, "ada")
    tenant.sign_in_supervisor("signe", number=PHONE)
    tenant.change_agent_state("ada", supervisor="signe", state="Idle", idle_code="lunch")
    assert next((one.state, one.idle_code) for one in tenant.agents()) == ("Idle", "lunch")
    tenant.change_agent_state("ada", supervisor="signe", state="Available")
    assert next((one.state, one.idle_code) for one in tenant.agents()) == ("Available", None)
    signe = tenant.people["signe"].agent_id
    assert tenant.wait_for("AgentStateChanged", agent="ada", state="Available").data["by"] == signe
    tenant.sign_out_agent("ada", supervisor="signe")
    assert tenant.wait_for("AgentSignedOut", agent="ada").data["by"] == signe
    tenant.sign_out_agent("signe", supervisor="signe")
    assert tenant.wait_for("AgentSignedOut", agent="signe").data["by"] is None
    assert tenant.agents() == ()


@pytest.mark.parametrize(
    ("method", "path", "body", "status", "sentence"),
    [
        ("POST", "/supervisors", {"supervisor": "zoe", "number": PHONE}, 422,
         'supervisor is "zoe"; expected the key of a person: ada, bo, '),
        ("POST", "/supervisors", {"supervisor": "bo", "number": PHONE}, 409, "You cannot sign in with this role."),
        ("POST", "/supervisors", {"supervisor": "signe", "number": PHONE}, 409,
         "You are already signed in to a station."),
        ("POST", "/supervisors", {"supervisor": "lars", "number": "bell"}, 422, 'number is "bell"; expected E.164'),
        ("POST", "/conversations/conversation-0009/supervision", {"supervisor": "signe", "act": "monitor"}, 404,
         "The conversation conversation-0009 is not in progress."),
        ("POST", "/conversations/conversation-0001/supervision", {"supervisor": "signe", "act": "whisper"}, 409,
         "You are not monitoring the conversation conversation-0001."),
        ("POST", "/conversations/conversation-0001/supervision", {"supervisor": "bo", "act": "monitor"}, 409,
         "Only a signed-in supervisor can monitor."),
        ("POST", "/conversations/conversation-0001/supervision", {"supervisor": "signe", "act": "shout"}, 422,
         'act is "shout"; expected '),
        ("PUT", "/agents/zoe/state", {"supervisor": "signe", "state": "Available"}, 422, 'agent is "zoe"; expected'),
        ("PUT", "/agents/bo/state", {"supervisor": "signe", "state": "Available"}, 409,
         "The agent is not signed in to a station."),
        ("PUT", "/agents/ada/state", {"supervisor": "signe", "state": "RONA"}, 422, 'state is "RONA"; expected '),
        ("PUT", "/agents/ada/state", {"supervisor": "signe", "state": "Idle"}, 422, "idleCode is missing; expected"),
        ("PUT", "/agents/ada/state", {"supervisor": "signe", "state": "Idle", "idleCode": "nap"}, 422,
         'idleCode is "nap"; expected one of '),
        ("PUT", "/agents/ada/state", {"supervisor": "signe", "state": "Available", "idleCode": "lunch"}, 422,
         'idleCode is "lunch"; Available has none.'),
        ("POST", "/agents/ada/sign-out", {"supervisor": "signe"}, 409, "A conversation is connected."),
    ],
)  # fmt: skip
def test_what_cannot_be_is_refused_in_a_sentence(
    tenant: TenantControl, call: str, method: str, path: str, body: dict[str, Any], status: int, sentence: str
) -> None:
    with pytest.raises(ControlError) as refused:
        tenant._call(method, path, body=body)
    assert refused.value.status == status
    assert str(refused.value).startswith(sentence)
