"""Bodies of HTTP answers (PROTOCOL 2.2, 3.1, 3.3, 5, 8). The fields are those a client reads."""

from __future__ import annotations

from pydantic import JsonValue

from deskproof.simulator.wire.shapes import Shape


class Accepted(Shape):
    """`{}`: the request was taken; what came of it is a frame (PROTOCOL 1)."""


class ErrorBody(Shape):
    key: str
    reason: str
    message: tuple[str, ...]


class ErrorAnswer(Shape):
    """The product's error shape."""

    tracking_id: str
    error: ErrorBody


class HostCatalogue(Shape):
    """On plain http `hostCatalog` is empty: the links are used as they are (PROTOCOL 2.2)."""

    service_links: dict[str, str]
    host_catalog: dict[str, tuple[JsonValue, ...]]
    format: str


class Subscription(Shape):
    web_socket_url: str
    subscription_id: str


class Meta(Shape):
    page: int
    page_size: int
    total_pages: int
    total_records: int
    orgid: str


class Page(Shape):
    """One page of a list. Items were built from their own shape; those of a list with `attributes` hold only these."""

    meta: Meta
    data: tuple[dict[str, JsonValue], ...]


class Bare(Shape):
    """A `data` list without pages."""

    data: tuple[dict[str, JsonValue], ...]


class Items(Shape):
    """A bare array; `to_json` of its items is what leaves."""

    items: tuple[dict[str, JsonValue], ...]


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


class LogUpload(Shape):
    temp_u_r_l: str
    log_filename: str
    upload_url: str
    user_id: str
