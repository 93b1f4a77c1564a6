"""The configuration over HTTP: the fields are those that a client reads (PROTOCOL 3.3, 5).

The Teams connector has the shape of `MicrosoftOrgConfig` in the types of the vendor's published Desktop SDK.
"""

from __future__ import annotations

from pydantic import Field

from deskproof.simulator.wire.kernel.shapes import Query, Shape


class AgentViewQuery(Query):
    agent_view: bool | None = None


class UserAnswer(Shape):
    ci_user_id: str
    id: str
    first_name: str
    last_name: str
    email: str
    active: bool
    agent_profile_id: str
    site_id: str
    team_ids: tuple[str, ...]
    multimedia_profile_id: str
    skill_profile_id: str | None
    db_id: str
    primary_team_id: str | None
    default_dialled_number: str
    contact_center_enabled: bool
    roles: tuple[str, ...]


class OrganisationAnswer(Shape):
    tenant_id: str
    name: str
    timezone: str
    environment: str


class OrganisationSetting(Shape):
    web_rtc_enabled: bool
    mask_sensitive_data: bool
    campaign_manager_enabled: bool
    azure_sso_enabled: bool


class TenantConfiguration(Shape):
    timeout_desktop_inactivity_enabled: bool
    timeout_desktop_inactivity_mins: int | None
    force_default_dn: bool
    reject_duplicate_dn: bool
    dn_default_regex: str
    dn_other_regex: str
    privacy_shield_visible: bool
    outdial_enabled: bool
    end_call_enabled: bool
    end_consult_enabled: bool
    call_variables_suppressed: bool
    lost_connection_recovery_timeout: int
    """Milliseconds."""


class AiFeature(Shape):
    id: str
    realtime_transcripts: dict[str, bool]


class AuxiliaryCodeItem(Shape):
    id: str
    active: bool
    default_code: bool
    is_system_code: bool
    description: str
    name: str
    work_type_code: str


class ViewableStatistics(Shape):
    agent_stats: bool


class AgentProfileAnswer(Shape):
    id: str
    name: str
    active: bool
    login_voice_options: tuple[str, ...]
    access_wrap_up_code: str
    access_idle_code: str
    wrap_up_codes: tuple[str, ...]
    idle_codes: tuple[str, ...]
    agent_d_n_validation: str
    auto_answer: bool
    dial_plan_enabled: bool
    dial_plans: tuple[str, ...]
    auto_wrap_up: bool
    auto_wrap_after_seconds: int | None
    last_agent_routing: bool
    allow_auto_wrap_up_extension: bool
    outdial_enabled: bool
    outdial_entry_point_id: str | None
    outdial_a_n_i_id: str | None
    address_book_id: str | None
    consult_to_queue: bool
    agent_available_after_outdial: bool
    viewable_statistics: ViewableStatistics
    timeout_desktop_inactivity_custom_enabled: bool
    timeout_desktop_inactivity_mins: int | None
    show_user_details_m_s: bool
    state_synchronization_m_s: bool
    show_user_details_webex: bool
    state_synchronization_webex: bool


class SiteAnswer(Shape):
    id: str
    name: str
    active: bool
    multimedia_profile_id: str
    system_default: bool


class TeamItem(Shape):
    id: str
    name: str
    team_type: str
    team_status: str
    active: bool
    site_id: str
    site_name: str
    multi_media_profile_id: str
    desktop_layout_id: str | None


class DialPlanItem(Shape):
    id: str
    name: str
    regular_expression: str
    prefix: str
    stripped_chars: str


class QueueItem(Shape):
    id: str
    organization_id: str
    name: str
    description: str
    queue_type: str
    channel_type: str
    active: bool


class EntryPointItem(Shape):
    id: str
    name: str
    type: str
    is_active: bool
    org_id: str


class AddressBookItem(Shape):
    id: str
    organization_id: str
    name: str
    number: str


class OutdialNumberItem(Shape):
    id: str
    name: str
    number: str


class LayoutItem(Shape):
    """A layout in a list. Fields follow the vendor's DesktopLayoutDTO."""

    organization_id: str
    id: str
    version: int
    name: str
    description: str
    edited_by: str
    json_file_name: str
    default_json_modified: bool
    validated: bool
    status: bool
    """Whether it is in use."""
    team_ids: tuple[str, ...]
    system_default: bool
    is_global: bool = Field(alias="global")


class LayoutAnswer(LayoutItem):
    """One layout with its document."""

    json_file_content: str


class Links(Shape):
    """Where further pages are; there are none."""


class ConnectorMeta(Shape):
    links: Links
    total_pages: int


class AccountDetails(Shape):
    name: str
    tenant_id: str
    user_name: str


class ConnectorIdleCodes(Shape):
    """Which idle code an agent gets who is busy in Teams."""

    do_not_disturb_id: str
    on_a_call_id: str
    presenting_id: str


class ConnectorItem(Shape):
    id: str
    organization_id: str
    active: bool
    account_details: AccountDetails
    show_user_details: bool
    idle_codes: ConnectorIdleCodes
    state_synchronization: bool
    created_time: int
    last_updated_time: int


class ConnectorAnswer(Shape):
    meta: ConnectorMeta
    data: tuple[ConnectorItem, ...]
