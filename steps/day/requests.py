"""The bodies of an agent's requests, as a desktop sends them (PROTOCOL 3.2 to 3.5, 4)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

SUBSCRIPTION: Mapping[str, Any] = {
    "force": True, "isKeepAliveEnabled": False, "clientType": "AgentDesktop", "allowMultiLogin": False,
}  # fmt: skip


def station(number: str, team_id: str, *, extension: bool = False) -> Mapping[str, Any]:
    """The sign-in of an agent to a station with this number."""
    return {
        "dialNumber": number, "teamId": team_id, "deviceType": "EXTENSION" if extension else "AGENT_DN",
        "isExtension": extension, "deviceId": number, "roles": ["agent"], "usesOtherDN": False,
        "auxCodeId": "", "siteId": "",
    }  # fmt: skip


def available(agent_id: str) -> Mapping[str, Any]:
    """The agent turns Available."""
    return _state("Available", "0", agent_id)


def idle(agent_id: str, code_id: str) -> Mapping[str, Any]:
    """The agent turns Idle, for the reason of the code."""
    return _state("Idle", code_id, agent_id)


def _state(state: str, code_id: str, agent_id: str) -> Mapping[str, Any]:
    return {"state": state, "auxCodeId": code_id, "lastStateChangeReason": "", "agentId": agent_id}
