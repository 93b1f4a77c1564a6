"""The vendor's published client, unmodified, against the simulator: only `services.discovery.u2c` points at the tenant.

What these runs exercise is what the wire catalogue may call compared (docs/fidelity.md).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest

from deskproof.simulator.control.client import TenantControl
from deskproof.simulator.wire.catalogue import FRAMES, OPERATIONS
from deskproof.simulator.wire.kernel.provenance import RAN
from tests.sdk.conftest import Application, misfits
from tests.sdk.published import CLIENT

Open = Callable[[str], Application]

DIAL_NUMBER = "+12015532447"
DUPLICATE_NUMBER = (
    "Dial number is in use. Try a different one. For help, reach out to your administrator or support team."
)


@pytest.fixture(autouse=True)
def _nothing_unknown(tenant: TenantControl) -> Iterator[None]:
    """Nothing the client asked for was unknown to the catalogue, and nothing did not fit it."""
    yield
    assert misfits(tenant) == []


def station(application: Application, option: str, number: str) -> dict[str, str]:
    """Registers; gives station credentials as the SDK takes them, for the person's first team."""
    return credentials(application.call("register"), option, number)


def credentials(profile: dict[str, Any], option: str, number: str) -> dict[str, str]:
    """Station credentials as the SDK takes them, for the profile's first team."""
    return {"teamId": profile["teams"][0]["id"], "loginOption": option, "dialNumber": number}


def test_register_gives_the_profile_the_administrator_made(open_application: Open) -> None:
    ada = open_application("ada")
    profile = ada.call("register")
    assert profile["agentId"] == ada.person.agent_id
    assert profile["agentName"] == ada.person.name
    assert profile["agentMailId"] == ada.person.email
    assert [team["name"] for team in profile["teams"]] == ["Support", "Sales", "Returns"]
    assert profile["loginVoiceOptions"] == ["AGENT_DN", "EXTENSION"]
    assert {code["name"] for code in profile["idleCodes"]} >= {"Meeting", "Lunch Break", "Training", "Available"}
    assert not profile.get("isAgentLoggedIn")


def test_a_bad_number_never_leaves_the_client(open_application: Open, tenant: TenantControl) -> None:
    ada = open_application("ada")
    refused = ada.call_rejected("stationLogin", station(ada, "AGENT_DN", "123"))
    assert refused["data"]["fieldName"] == "AGENT_DN"
    assert refused["message"] == "INVALID_DIAL_NUMBER"
    assert "station login" not in [line.name for line in tenant.traffic()]


@pytest.mark.parametrize(
    ("option", "number", "sentence"),
    [("AGENT_DN", DIAL_NUMBER, DUPLICATE_NUMBER), ("EXTENSION", "1001", "This extension is already in use")],
)
def test_a_number_another_agent_uses_is_refused_at_its_field(
    open_application: Open, option: str, number: str, sentence: str
) -> None:
    bo, ada = open_application("bo"), open_application("ada")
    bo.call("stationLogin", station(bo, option, number))
    refused = ada.call_rejected("stationLogin", station(ada, option, number))
    assert refused["message"] == "DUPLICATE_LOCATION"
    assert refused["data"] == {"message": sentence, "fieldName": option}


@pytest.mark.parametrize(("option", "number"), [("AGENT_DN", DIAL_NUMBER), ("EXTENSION", "1001")])
def test_an_agent_signs_in_with_a_station(
    open_application: Open, tenant: TenantControl, option: str, number: str
) -> None:
    ada = open_application("ada")
    signed_in = ada.call("stationLogin", station(ada, option, number))
    assert signed_in["type"] == "AgentStationLoginSuccess"
    assert (signed_in["deviceType"], signed_in["dn"], signed_in["subStatus"]) == (option, number, "Idle")
    assert ada.seen("agent:dnRegistered")["agentId"] == ada.person.agent_id
    assert tenant.wait_for("AgentSignedIn", agent="ada").cause == "SignInStation"


def test_a_second_instance_takes_over(open_application: Open) -> None:
    first = open_application("ada")
    first.call("stationLogin", station(first, "AGENT_DN", DIAL_NUMBER))
    second = open_application("ada")
    profile = second.call("register")
    assert first.seen("agent:multiLogin")["type"] == "AgentMultiLoginCloseSession"
    assert profile["isAgentLoggedIn"] is True
    assert profile["deviceType"] == "AGENT_DN"


def test_a_working_day_uses_all_that_is_marked_as_compared(open_application: Open, tenant: TenantControl) -> None:
    """Afterwards the traffic names exactly those entries that the catalogue marks with this client."""
    bo = open_application("bo")
    bo.call("stationLogin", station(bo, "EXTENSION", "1001"))
    bo.call("setAgentState", {"state": "Available", "auxCodeId": "0", "lastStateChangeReason": ""})

    ada = open_application("ada")
    profile = ada.call("register")
    ada.call_rejected("stationLogin", credentials(profile, "EXTENSION", "1001"))
    ada.call("stationLogin", credentials(profile, "AGENT_DN", DIAL_NUMBER))

    available = ada.call("setAgentState", {"state": "Available", "auxCodeId": "0", "lastStateChangeReason": "ready"})[
        "data"
    ]
    assert (available["subStatus"], available["auxCodeId"]) == ("Available", "0")

    ask = {"mediaType": "telephony", "state": "Available"}
    buddies = ada.call("getBuddyAgents", ask)["data"]["agentList"]
    shown = [(buddy["agentName"], buddy["dn"], buddy["state"]) for buddy in buddies]
    assert shown == [(bo.person.name, "1001", "Available")]

    queues = ada.call("getQueues")
    assert queues["meta"]["totalRecords"] == len(queues["data"]) > 0
    first = queues["data"][0]
    assert [queue["id"] for queue in ada.call("getQueues", {"search": first["name"]})["data"]] == [first["id"]]
    assert ada.call("getEntryPoints")["data"]
    assert ada.entries()["data"]
    assert isinstance(ada.call("getOutdialAniEntries", {"outdialANI": profile["outdialANIId"]}), list)

    before = tenant.journal()[-1].seq
    tenant.arm_fault("closes the notification socket", where="ada")
    again = ada.seen("agent:reloginSuccess")
    assert (again["dn"], again["deviceType"], again["subStatus"]) == (DIAL_NUMBER, "AGENT_DN", "Idle")
    reloaded = tenant.wait_for("SessionReloaded", after=before)
    tenant.wait_for("AgentStateChanged", after=reloaded.seq)  # the client makes the agent Available again by itself

    meeting = next(code["id"] for code in profile["idleCodes"] if code["name"] == "Meeting")
    idle = ada.call("setAgentState", {"state": "Idle", "auxCodeId": meeting, "lastStateChangeReason": ""})["data"]
    assert (idle["subStatus"], idle["auxCodeId"]) == ("Idle", meeting)

    bo_again = open_application("bo")
    bo_again.call("register")
    bo.seen("agent:multiLogin")

    signed_out = ada.call("stationLogout", {"logoutReason": "User requested logout"})
    assert signed_out["data"]["type"] == "AgentLogoutSuccess"
    ada.call("deregister")
    tenant.wait_for("AgentSignedOut", agent="ada")

    compared = {entry.name: entry.compared for entry in OPERATIONS} | {entry.name: entry.compared for entry in FRAMES}
    seen = {line.name for line in tenant.traffic()} & compared.keys()
    assert RAN.client.endswith(CLIENT.version)
    assert seen == {name for name, mark in compared.items() if mark == RAN}
