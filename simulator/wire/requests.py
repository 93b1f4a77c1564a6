"""Bodies and queries that clients send, up to sign-out (PROTOCOL 2.2, 3, 4, 5, 8)."""

from __future__ import annotations

from pydantic import ConfigDict

from deskproof.simulator.domain.configuration import Role, StationOption
from deskproof.simulator.domain.session import AgentState
from deskproof.simulator.wire.shapes import Query, Shape


class NoBody(Shape):
    """`{}` or nothing."""


class NoQuery(Query):
    """No query at all."""


class Anything(Shape):
    """A body the product takes without reading it (metrics, uploaded logs)."""

    model_config = ConfigDict(extra="allow")


class Unread(Shape):
    """A body that is no JSON and that nobody reads (the logs themselves)."""


class AnyQuery(Query):
    """A query the product takes without reading it."""

    model_config = ConfigDict(extra="allow")


class CatalogueQuery(Query):
    format: str = "hostmap"
    org_id: str | None = None
    """Read where the tenant is found, not here: the preauth catalogue carries no bearer."""


class ListQuery(Query):
    """What a list can be asked for: a page of it, the items that fit a filter or search, some attributes, an order."""

    page: int = 0
    page_size: int = 100
    filter: str | None = None
    search: str | None = None
    attributes: str | None = None
    sort: str | None = None
    """`name,ASC`."""
    sort_by: str | None = None
    sort_order: str | None = None
    desktop_profile_filter: bool | None = None
    provisioning_view: bool | None = None
    single_object_response: bool | None = None
    agent_view: bool | None = None


class AgentViewQuery(Query):
    agent_view: bool = False


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
    """PROTOCOL 4.3."""

    logout_reason: str = ""


class BuddyListBody(Shape):
    """PROTOCOL 5."""

    agent_profile_id: str
    media_type: str
    state: AgentState | None = None
