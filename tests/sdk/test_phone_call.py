"""The vendor's published client takes phone calls of the simulator: offered, answered, held, ended, wrapped up.

What these runs exercise is what the entries of the wire about tasks may call compared (docs/fidelity.md).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from deskproof.simulator.control.client import TenantControl
from deskproof.simulator.wire.catalogue import FRAMES, OPERATIONS
from deskproof.simulator.wire.kernel.provenance import RAN_CALLS
from deskproof.simulator.wire.monitoring.catalogue import MONITORING_FRAMES, MONITORING_OPERATIONS
from deskproof.simulator.wire.tasks.catalogue import TASK_FRAMES, TASK_OPERATIONS
from tests.sdk.conftest import Application, misfits

TASKS = Path(__file__).parent / "page" / "tasks.js"
NUMBER, CUSTOMER = "+12015532447", "+46701740605"

Open = Callable[[str], Application]


@pytest.fixture(autouse=True)
def _nothing_unknown(tenant: TenantControl) -> Iterator[None]:
    """Nothing the client asked for was unknown to the catalogue, and nothing did not fit it."""
    yield
    assert misfits(tenant) == []


@dataclass(frozen=True, kw_only=True)
class Agent:
    """An agent with the vendor's client, signed in and Available, who listens to tasks."""

    application: Application
    profile: Any

    def event(self, name: str) -> Any:
        """What the next event of this name tells; waits until there is one."""
        return self.application.page.wait_for_function("name => tasks.next(name)", arg=name).json_value()["data"]

    def does(self, task: str, name: str, *given: object) -> Any:
        answer = self._call(task, name, given)
        assert "value" in answer, f"{name} was rejected: {answer['error']}"
        return answer["value"]

    def is_refused(self, task: str, name: str, *given: object) -> Any:
        answer = self._call(task, name, given)
        assert "error" in answer, f"{name} was not rejected: {answer['value']}"
        return answer["error"]

    def _call(self, task: str, name: str, given: tuple[object, ...]) -> Any:
        asked = [task, name, list(given)]
        return self.application.page.evaluate("([task, name, given]) => tasks.call(task, name, ...given)", asked)


def opened(open_application: Open, key: str) -> Agent:
    """An application that listens to tasks, registered."""
    application = open_application(key)
    application.page.add_script_tag(path=TASKS)
    return Agent(application=application, profile=application.call("register"))


@pytest.fixture
def ada(open_application: Open) -> Agent:
    """Ada, on her phone and Available."""
    agent = opened(open_application, "ada")
    station = {"teamId": agent.profile["teams"][0]["id"], "loginOption": "AGENT_DN", "dialNumber": NUMBER}
    agent.application.call("stationLogin", station)
    turn_available(agent)
    return agent


def turn_available(agent: Agent) -> None:
    agent.application.call("setAgentState", {"state": "Available", "auxCodeId": "0", "lastStateChangeReason": ""})


def wraps_up(agent: Agent, task: str, name: str) -> None:
    """Wrap up with a code as the client got it from the tenant."""
    code = next(code for code in agent.profile["wrapupCodes"] if code["name"] == name)
    agent.does(task, "wrapup", {"wrapUpReason": code["name"], "auxCodeId": code["id"]})


def test_a_call_from_offer_to_wrap_up(ada: Agent, tenant: TenantControl) -> None:
    call = tenant.customer_calls(queue="support", number=CUSTOMER)
    incoming = ada.event("task:incoming")
    assert (incoming["interactionId"], incoming["interaction"]["state"]) == (call, "new")
    assert incoming["interaction"]["callAssociatedDetails"]["ani"] == CUSTOMER
    assert incoming["interaction"]["callAssociatedDetails"]["virtualTeamName"] == "Support Line"

    tenant.answer_phone(NUMBER)
    assigned = ada.event("task:assigned")
    assert assigned["interaction"]["participants"][ada.application.person.agent_id]["hasJoined"] is True

    ada.does(call, "hold")
    held = ada.event("task:hold")
    assert held["interaction"]["media"][call]["isHold"] is True
    ada.is_refused(call, "hold")
    ada.does(call, "resume")
    assert ada.event("task:resume")["interaction"]["media"][call]["isHold"] is False

    ada.does(call, "end")
    ended = ada.event("task:end")
    assert (ended["wrapUpRequired"], ended["interaction"]["isTerminated"]) == (True, True)
    refused = ada.application.call_rejected("stationLogout", {"logoutReason": "User requested logout"})
    assert refused["message"] == "CONVERSATION_ACTIVE"

    wraps_up(ada, call, "Solved")
    ada.event("task:wrappedup")
    assert tenant.conversations() == ()
    signed_out = ada.application.call("stationLogout", {"logoutReason": "User requested logout"})
    assert signed_out["data"]["type"] == "AgentLogoutSuccess"


def test_a_call_nobody_answers_is_taken_back_and_comes_again(ada: Agent, tenant: TenantControl) -> None:
    tenant.set_phone(NUMBER, ready=False)
    call = tenant.customer_calls(queue="support", number=CUSTOMER)
    ada.event("task:incoming")
    tenant.advance(seconds=18)
    assert ada.event("task:rejected") == "RONA_TIMER_EXPIRED"
    tenant.wait_for("AgentStateChanged", agent="ada", state="RONA")
    tenant.set_phone(NUMBER, ready=True)
    turn_available(ada)
    assert ada.event("task:incoming")["interactionId"] == call
    tenant.customer_hangs_up(call)
    assert ada.event("task:end")["wrapUpRequired"] is False


def test_a_customer_who_hangs_up_leaves_wrap_up(ada: Agent, tenant: TenantControl) -> None:
    call = tenant.customer_calls(queue="support", number=CUSTOMER)
    ada.event("task:incoming")
    tenant.answer_phone(NUMBER)
    ada.event("task:assigned")
    tenant.customer_hangs_up(call)
    assert ada.event("task:end")["wrapUpRequired"] is True
    wraps_up(ada, call, "Call Back")
    ada.event("task:wrappedup")


def test_a_call_outlives_a_dropped_socket(ada: Agent, tenant: TenantControl) -> None:
    call = tenant.customer_calls(queue="support", number=CUSTOMER)
    ada.event("task:incoming")
    tenant.answer_phone(NUMBER)
    ada.event("task:assigned")
    tenant.arm_fault("closes the notification socket", where="ada")
    tenant.wait_for("SessionReloaded", agent="ada")
    ada.does(call, "hold")
    assert ada.event("task:hold")["interaction"]["media"][call]["isHold"] is True


def test_another_instance_is_given_the_call(ada: Agent, open_application: Open, tenant: TenantControl) -> None:
    call = tenant.customer_calls(queue="support", number=CUSTOMER)
    ada.event("task:incoming")
    tenant.answer_phone(NUMBER)
    ada.event("task:assigned")
    ada.does(call, "hold")
    again = opened(open_application, "ada")
    given = again.event("task:hydrate")
    assert (given["interactionId"], given["interaction"]["media"][call]["isHold"]) == (call, True)
    again.does(call, "resume")
    again.event("task:resume")


def test_a_ringing_call_rings_on_in_another_instance(
    ada: Agent, open_application: Open, tenant: TenantControl
) -> None:  # fmt: skip
    call = tenant.customer_calls(queue="support", number=CUSTOMER)
    ada.event("task:incoming")
    again = opened(open_application, "ada")
    assert again.event("task:incoming")["interactionId"] == call
    tenant.answer_phone(NUMBER)
    again.event("task:assigned")


def test_what_is_marked_as_compared_is_exercised(ada: Agent, open_application: Open, tenant: TenantControl) -> None:
    """Everything in one sitting; afterwards the traffic names exactly the entries marked with this test."""
    tenant.customer_hangs_up(tenant.customer_calls(queue="support", number=CUSTOMER))
    ada.event("task:end")
    call = tenant.customer_calls(queue="support", number=CUSTOMER)
    tenant.advance(seconds=18)
    ada.event("task:rejected")
    turn_available(ada)
    ada.event("task:incoming")
    tenant.answer_phone(NUMBER)
    ada.event("task:assigned")
    assert ada.is_refused(call, "resume")
    ada.does(call, "hold")
    assert ada.is_refused(call, "hold")
    ada.does(call, "resume")
    ada = opened(open_application, "ada")
    ada.event("task:hydrate")
    ada.does(call, "end")
    assert ada.is_refused(call, "end")
    assert ada.is_refused(call, "wrapup", {"wrapUpReason": "Whim", "auxCodeId": "no-such-code"})
    ada.application.call_rejected("stationLogout", {"logoutReason": "User requested logout"})
    wraps_up(ada, call, "Solved")

    marks = {entry.name: entry.compared for entry in OPERATIONS} | {entry.name: entry.compared for entry in FRAMES}
    marked = {name for name, mark in marks.items() if mark == RAN_CALLS}
    of_tasks = {entry.name for entry in (*TASK_OPERATIONS, *MONITORING_OPERATIONS)}
    of_tasks |= {entry.name for entry in (*TASK_FRAMES, *MONITORING_FRAMES)}
    assert {line.name for line in tenant.traffic()} & (marked | of_tasks) == marked
