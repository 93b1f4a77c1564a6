"""The vendor's published client takes phone calls of the simulator: offered, answered at the phone, held, ended, wrapped up.

What these runs exercise is what the entries of the wire about tasks may call compared (docs/fidelity.md).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from simulator.control.client import TenantControl
from simulator.wire.entries import RAN
from simulator.wire.floor.catalogue import FRAMES, OPERATIONS
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

    def told(self, name: str) -> Any:
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


def listening(application: Application) -> Agent:
    application.page.add_script_tag(path=TASKS)
    return Agent(application=application)


@pytest.fixture
def ada(open_application: Open) -> Agent:
    agent = listening(open_application("ada"))
    profile = agent.application.call("register")
    station = {"teamId": profile["teams"][0]["id"], "loginOption": "AGENT_DN", "dialNumber": NUMBER}
    agent.application.call("stationLogin", station)
    agent.application.call("setAgentState", {"state": "Available", "auxCodeId": "0", "lastStateChangeReason": ""})
    return agent


def wrap_up_code(tenant: TenantControl, agent: Agent) -> dict[str, str]:
    """A wrap-up code as the client got it from the tenant."""
    codes = agent.application.call("register")["wrapupCodes"]
    return next({"wrapUpReason": code["name"], "auxCodeId": code["id"]} for code in codes if code["name"] == "Solved")


def test_a_call_from_offer_to_wrap_up(ada: Agent, tenant: TenantControl) -> None:
    call = tenant.customer_calls(queue="support", number=CUSTOMER)
    incoming = ada.told("task:incoming")
    assert (incoming["interactionId"], incoming["interaction"]["state"]) == (call, "new")
    assert incoming["interaction"]["callAssociatedDetails"]["ani"] == CUSTOMER
    assert incoming["interaction"]["callAssociatedDetails"]["virtualTeamName"] == "Support Line"

    tenant.answer_phone(NUMBER)
    assigned = ada.told("task:assigned")
    assert assigned["interaction"]["participants"][ada.application.person.agent_id]["hasJoined"] is True

    ada.does(call, "hold")
    held = ada.told("task:hold")
    assert held["interaction"]["media"][call]["isHold"] is True
    ada.is_refused(call, "hold")
    ada.does(call, "resume")
    assert ada.told("task:resume")["interaction"]["media"][call]["isHold"] is False

    ada.does(call, "end")
    ended = ada.told("task:end")
    assert (ended["wrapUpRequired"], ended["interaction"]["isTerminated"]) == (True, True)
    refused = ada.application.call_rejected("stationLogout", {"logoutReason": "User requested logout"})
    assert refused["reason"] == "CONVERSATION_ACTIVE"

    solved = next(
        code["id"] for code in tenant.configuration()["auxiliaryCodes"] if code["key"] == "solved"
    )  # fmt: skip
    ada.does(call, "wrapup", {"wrapUpReason": "Solved", "auxCodeId": solved})
    ada.told("task:wrappedup")
    assert tenant.conversations() == ()
    assert ada.application.call("stationLogout", {"logoutReason": "User requested logout"})["type"] == "AgentLogoutSuccess"
