"""What clients send and frames carry from the subscription to sign-out (PROTOCOL 3, 4, 5)."""

from __future__ import annotations

from typing import Literal

from deskproof.simulator.domain.configuration import Role, StationOption
from deskproof.simulator.domain.sessions.model import AgentState
from deskproof.simulator.wire.kernel.frame import Data, FailureData
from deskproof.simulator.wire.kernel.shapes import Shape


class SubscribeBody(Shape):
    """PROTOCOL 3.1."""

    force: bool = True
    is_keep_alive_enabled: bool = False
    client_type: str
    allow_multi_login: bool = False


DESKTOP_PREFIX = "webrtc-"
"""What precedes the agent id in the device of a Desktop station. The vendor's client of 3.12 sends `dialNumber` without
it, newer ones with it (PROTOCOL 4.1, DOMAIN 2.4); both are taken, and returned as they came.
"""


class StationLoginBody(Shape):
    """PROTOCOL 4.1. `dialNumber` and `deviceId` say the same; the vendor's SDK sends both."""

    dial_number: str | None = None
    dn: str | None = None
    team_id: str | None = None
    team_name: str | None = None
    roles: tuple[Role, ...] = (Role.AGENT,)
    site_id: str = ""
    uses_other_d_n: bool = False
    skill_profile_id: str | None = None
    aux_code_id: str = ""
    is_extension: bool = False
    device_type: StationOption
    device_id: str | None = None
    is_emergency_modal_already_displayed: bool = False


class StateChangeBody(Shape):
    """PROTOCOL 5."""

    state: AgentState
    aux_code_id: str
    last_state_change_reason: str = ""
    agent_id: str | None = None


class LogoutBody(Shape):
    """PROTOCOL 4.3; `agentId` names the agent whom a supervisor signs out."""

    logout_reason: str = ""
    agent_id: str | None = None


class BuddyListBody(Shape):
    """PROTOCOL 5."""

    agent_profile_id: str
    media_type: str
    state: AgentState | None = None


class Subscription(Shape):
    web_socket_url: str
    subscription_id: str


class WelcomeData(Data):
    event_type: str = "WELCOME"


class SessionData(Data):
    """An agent session in the frames of station login, silent re-login and state change."""

    agent_session_id: str
    aux_code_id: str
    status: Literal["LoggedIn"] = "LoggedIn"
    sub_status: AgentState
    last_idle_code_change_timestamp: int
    last_state_change_timestamp: int
    last_state_change_reason: str


class StateChangeData(SessionData):
    changed_by: str | None = None
    changed_by_id: str | None = None
    changed_by_name: str | None = None


class StationData(SessionData):
    """The session with its station. `channelsMap` is required: the vendor's client reads it without a check."""

    team_id: str
    site_id: str
    interaction_ids: tuple[str, ...] = ()
    profile_type: str = "BLENDED"
    channels_map: dict[str, tuple[str, ...]]
    dial_number: str
    dn: str
    device_type: StationOption
    device_id: str
    is_extension: bool
    roles: tuple[Role, ...]


class DnRegisteredData(Data):
    dn: str
    device_type: StationOption


class LogoutData(Data):
    agent_session_id: str
    status: Literal["LoggedOut"] = "LoggedOut"
    sub_status: AgentState
    logged_out_by: str | None = None
    logout_reason: str
    roles: tuple[Role, ...]


class LogoutFailureData(FailureData):
    """`engagement` is what the agent has, a conversation or monitoring, and `engagementState` its state."""

    engagement: str | None
    engagement_state: str | None


class Buddy(Shape):
    agent_id: str
    agent_name: str
    dn: str
    site_id: str
    state: AgentState
    team_id: str


class BuddiesData(Data):
    agent_list: tuple[Buddy, ...]
