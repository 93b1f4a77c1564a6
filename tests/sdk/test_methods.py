"""Every public method of the vendor's client is called by the tests beside this one, or has a reason why not.

The methods are those that the client itself has when it runs; which are called is read from the tests.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from deskproof.simulator.control.client import TenantControl
from deskproof.simulator.server import Server
from tests.sdk.conftest import FROZEN_AT, OWN_OPTIONS, Application, misfits
from tests.sdk.test_phone_call import CUSTOMER, NUMBER, Open, opened, turn_available, wraps_up

CALLERS = ("call", "call_rejected", "does", "is_refused")
"""The helpers of these tests that call a method, whose name is their first text."""

NOT_CALLED: Mapping[str, Mapping[str, str]] = {
    "cc": {
        "incomingTaskListener": "private: the client calls it when it registers",
        "connectWebsocket": "private: the client calls it when it registers",
        "getDeviceId": "private: a part of stationLogin",
        "setupEventListeners": "private: the client calls it when it is ready",
        "getConnectionConfig": "private: a part of register",
        "handleConnectionLost": "private: the client calls it when its socket closes",
        "silentRelogin": "private: the client calls it when it registers or its socket is back",
        "handleDeviceType": "private: a part of silentRelogin",
        "handleIncomingTask": "private: passes an event on",
        "handleTaskHydrate": "private: passes an event on",
        "handleTaskMerged": "private: passes an event on",
        "handleCampaignPreviewReservation": "private: passes an event on",
        "handleWebsocketMessage": "private: takes a frame",
        "LoggerProxy": "a class of the client's, not a method",
    },
    "task": {
        "setupAutoWrapupTimer": "private: the client calls it when a call ends",
        "registerWebCallListeners": "private: the client calls it when a call comes to the browser",
        "unregisterWebCallListeners": "the client calls it when a call in the browser ends",
        "reconcileData": "private: a part of taking a frame",
        "handleRemoteMedia": "private: the client calls it when the sound of a call has come",
        "updateTaskData": "the client calls it with each frame about the task",
    },
    "addressBook": {"getAddressBookId": "private: a part of getEntries"},
}
"""What the tests do not call, and why: `private` in the vendor's published types, or only for the client itself."""

_OWN = """() => {
  const own = (thing) => [
    ...Object.getOwnPropertyNames(Object.getPrototypeOf(thing)).filter((name) => name !== "constructor"),
    ...Object.keys(thing).filter((name) => typeof thing[name] === "function"),
  ];
  const { addressBook } = application.cc;
  return { cc: own(application.cc), task: own(Object.values(tasks.held)[0]), addressBook: own(addressBook) };
}"""

AUTO_WRAP_UP_SECONDS = 600


@pytest.fixture
def tenant(server: Server) -> Iterator[TenantControl]:
    """A tenant whose agents are wrapped up by their client, after longer than a test takes."""
    voice = ["AGENT_DN", "EXTENSION"]
    profile = {"key": "agents", "loginVoiceOptions": voice, "autoWrapUpSeconds": AUTO_WRAP_UP_SECONDS}
    changes = {**OWN_OPTIONS, "profiles": [profile]}
    with server.control() as control:
        tenant = control.create_tenant("standard", changes=changes, frozen_at=FROZEN_AT)
        yield tenant
        tenant.close()


@pytest.fixture(autouse=True)
def _nothing_unknown(tenant: TenantControl) -> Iterator[None]:
    """Nothing the client asked for was unknown to the catalogue, and nothing did not fit it."""
    yield
    assert misfits(tenant) == []


def called() -> set[str]:
    """The methods that the tests of this folder call."""
    found: set[str] = set()
    for file in Path(__file__).parent.glob("test_*.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Call):
                continue
            name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            texts = [arg.value for arg in node.args if isinstance(arg, ast.Constant) and isinstance(arg.value, str)]
            if name in CALLERS and texts:
                found.add(texts[0])
            if name == "entries":
                found.add("getEntries")
    return found


def test_every_method_of_the_client_is_called_or_has_a_reason(open_application: Open, tenant: TenantControl) -> None:
    ada = opened(open_application, "ada")
    station = {"teamId": ada.profile["teams"][0]["id"], "loginOption": "AGENT_DN", "dialNumber": NUMBER}
    ada.application.call("stationLogin", station)
    turn_available(ada)
    tenant.customer_calls(queue="support", number=CUSTOMER)
    ada.event("task:incoming")
    own: dict[str, list[str]] = ada.application.page.evaluate(_OWN)
    assert {thing: set(names) - called() for thing, names in own.items()} == {
        thing: set(reasons) for thing, reasons in NOT_CALLED.items()
    }


def test_an_agent_changes_the_station(open_application: Open, tenant: TenantControl) -> None:
    ada = open_application("ada")
    team = ada.call("register")["teams"][0]["id"]
    ada.call("stationLogin", {"teamId": team, "loginOption": "AGENT_DN", "dialNumber": NUMBER})
    changed = ada.call("updateAgentProfile", {"teamId": team, "loginOption": "EXTENSION", "dialNumber": "1001"})
    assert (changed["deviceType"], changed["dn"]) == ("EXTENSION", "1001")
    signed_out = tenant.wait_for("AgentSignedOut", agent="ada")
    assert tenant.wait_for("AgentSignedIn", agent="ada", after=signed_out.seq).data["station"]["number"] == "1001"


def test_the_client_uploads_its_logs(open_application: Open, tenant: TenantControl) -> None:
    ada: Application = open_application("ada")
    ada.call("register")
    ada.call("uploadLogs")
    assert [line.name for line in tenant.traffic() if line.name.startswith("log ")][-3:] == [
        "log address", "log upload", "log description",
    ]  # fmt: skip


def test_automatic_wrap_up_is_cancelled(open_application: Open, tenant: TenantControl) -> None:
    ada = opened(open_application, "ada")
    station = {"teamId": ada.profile["teams"][0]["id"], "loginOption": "AGENT_DN", "dialNumber": NUMBER}
    ada.application.call("stationLogin", station)
    turn_available(ada)
    call = tenant.customer_calls(queue="support", number=CUSTOMER)
    ada.event("task:incoming")
    tenant.answer_phone(NUMBER)
    ada.event("task:assigned")
    ada.does(call, "end")
    ada.event("task:end")
    has_timer = "id => tasks.held[id].autoWrapup !== undefined"
    assert ada.application.page.evaluate(has_timer, call) is True
    ada.does(call, "cancelAutoWrapupTimer")
    assert ada.application.page.evaluate(has_timer, call) is False
    wraps_up(ada, call, "Solved")
