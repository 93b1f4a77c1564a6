"""What the notification socket carries: an envelope with an outer type, data with an inner (PROTOCOL 1, 3 to 6)."""

from __future__ import annotations

from typing import Literal

from deskproof.simulator.domain.configuration import Role, StationOption
from deskproof.simulator.domain.session import AgentState
from deskproof.simulator.wire.shapes import Shape

DESKTOP_MESSAGE = "AgentDesktopMessage"


class KeepAlive(Shape):
    """Both ways, every four seconds; the only message without an envelope."""

    keepalive: Literal["true"] = "true"


class Data(Shape):
    """What the `data` of every frame says."""

    event_type: str = DESKTOP_MESSAGE
    type: str
    agent_id: str
    org_id: str
    tracking_id: str


class Envelope(Shape):
    type: str
    org_id: str
    tracking_id: str
    data: Data

    def to_json(self) -> dict[str, object]:
        return {**super().to_json(), "data": self.data.to_json()}


class WelcomeData(Data):
    event_type: str = "WELCOME"


class SessionData(Data):
    """An agent session, as station login, silent re-login and state change tell it."""

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
    """The session with its station. `channelsMap` has to be there: the vendor's client reads into it unasked."""

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


class FailureData(Data):
    """A refusal. `reason` is the vendor's code; `field` names the row of Station Credentials at fault, if one is."""

    reason: str
    reason_code: int
    message: str
    field: str | None


class LogoutFailureData(FailureData):
    """`engagement` says what goes on, a conversation or monitoring, and `engagementState` where it stands."""

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
