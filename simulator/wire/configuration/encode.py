"""The configuration as the product shows it over HTTP (PROTOCOL 3.3, 5). Pure: a request in, an answer out."""

from __future__ import annotations

from deskproof.simulator.domain.configuration import Configuration, Layout, WorkType
from deskproof.simulator.domain.values import SECOND, entity_id
from deskproof.simulator.wire.configuration import shapes
from deskproof.simulator.wire.configuration.shapes import (
    AccountDetails,
    ConnectorAnswer,
    ConnectorIdleCodes,
    ConnectorItem,
    ConnectorMeta,
    LayoutAnswer,
    LayoutItem,
    Links,
)
from deskproof.simulator.wire.kernel.paging import Bare, Items, ListQuery, Page, _bare, page_of, requested_ids
from deskproof.simulator.wire.kernel.request import NotFound, WireRequest

MULTIMEDIA_PROFILE = entity_id("multimedia-profile", "default")


DIAL_PLAN = entity_id("dial-plan", "any-format")


ADDRESS_BOOK = entity_id("address-book", "main")


OUTDIAL_ANI = entity_id("outdial-ani", "main")


ANY_FORMAT = r"^(\+[1-9][0-9]{6,14}|011[1-9][0-9]{6,14}|1[0-9]{10})$"
"""What the client accepts before the core checks it: E.164, IDD, or 1 and ten digits (domain/numbers)."""


ADMINISTRATOR = "administrator@example.com"
"""Who authorised the connector."""


def user(request: WireRequest) -> shapes.UserAnswer:
    """The person with the agent id of the path (PROTOCOL 3.3 no. 1). `NotFound` where there is none."""
    person = request.configuration.person(request.path["agentId"])
    if person is None:
        raise NotFound(f"There is no user with the CI user id {request.path['agentId']}.")
    return shapes.UserAnswer(
        ci_user_id=person.agent_id,
        id=person.id,
        first_name=person.first_name,
        last_name=person.last_name,
        email=person.email,
        active=person.active,
        agent_profile_id=request.configuration.profile_of(person).id,
        site_id=person.site_id,
        team_ids=tuple(team.id for team in request.configuration.teams_of(person)),
        multimedia_profile_id=MULTIMEDIA_PROFILE,
        skill_profile_id=None if person.skill_profile is None else entity_id("skill-profile", person.skill_profile),
        db_id=person.id,
        primary_team_id=None if person.primary_team is None else entity_id("team", person.primary_team),
        default_dialled_number=person.default_dn or "",
        contact_center_enabled=person.contact_centre,
        roles=tuple(role.value for role in person.roles),
    )


def organisation(request: WireRequest) -> shapes.OrganisationAnswer:
    """The organisation of the tenant (PROTOCOL 3.3 no. 2)."""
    return shapes.OrganisationAnswer(
        tenant_id=request.place.org_id, name=request.place.name, timezone="Europe/Stockholm", environment="simulated"
    )


def organisation_setting(request: WireRequest) -> Bare:
    """Settings of the organisation (PROTOCOL 3.3 no. 3)."""
    settings = request.configuration.settings
    return _bare(
        shapes.OrganisationSetting(
            web_rtc_enabled=settings.web_rtc_enabled,
            mask_sensitive_data=False,
            campaign_manager_enabled=False,
            azure_sso_enabled=settings.azure_sso,
        )
    )


def tenant_configuration(request: WireRequest) -> Bare:
    """Settings of the tenant, the recovery timeout in milliseconds (PROTOCOL 3.3 no. 4)."""
    settings = request.configuration.settings
    return _bare(
        shapes.TenantConfiguration(
            timeout_desktop_inactivity_enabled=settings.inactivity_minutes is not None,
            timeout_desktop_inactivity_mins=settings.inactivity_minutes,
            force_default_dn=settings.force_default_dn,
            reject_duplicate_dn=settings.reject_duplicate_dn,
            dn_default_regex=ANY_FORMAT,
            dn_other_regex=ANY_FORMAT,
            privacy_shield_visible=False,
            outdial_enabled=_outdial_entry_point(request.configuration) is not None,
            end_call_enabled=True,
            end_consult_enabled=True,
            call_variables_suppressed=False,
            lost_connection_recovery_timeout=settings.lost_connection_recovery_seconds * SECOND,
        )
    )


def _outdial_entry_point(configuration: Configuration) -> str | None:
    """The id of the entry point for outgoing calls; None where agents make none."""
    return next((one.id for one in configuration.entry_points if one.channel == "OUTDIAL"), None)


def url_mappings(request: WireRequest) -> Page:
    """An empty page (PROTOCOL 3.3 no. 5). `BadRequest` as in `page_of`, which holds for every list here."""
    return page_of((), request.query_as(ListQuery), request.place.org_id)


def ai_features(request: WireRequest) -> Page:
    """The AI features, all off (PROTOCOL 3.3 no. 6)."""
    off = shapes.AiFeature(id=entity_id("ai-feature", "main"), realtime_transcripts={"enable": False})
    return page_of((off,), request.query_as(ListQuery), request.place.org_id)


def auxiliary_codes(request: WireRequest) -> Page:
    """A page of idle and wrap-up codes (PROTOCOL 3.3 no. 7)."""
    items = (
        shapes.AuxiliaryCodeItem(
            id=code.id,
            active=True,
            default_code=code.default,
            is_system_code=code.system,
            description=code.name,
            name=code.name,
            work_type_code=code.work.value,
        )
        for code in request.configuration.auxiliary_codes
    )
    return page_of(items, request.query_as(ListQuery), request.place.org_id)


def agent_profile(request: WireRequest) -> shapes.AgentProfileAnswer:
    """The desktop profile with the id of the path (PROTOCOL 3.3 no. 8). `NotFound` where there is none."""
    configuration = request.configuration
    profile = next((profile for profile in configuration.profiles if profile.id == request.path["profileId"]), None)
    if profile is None:
        raise NotFound(f"There is no desktop profile {request.path['profileId']}.")
    codes = {work: tuple(code.id for code in configuration.auxiliary_codes if code.work is work) for work in WorkType}
    return shapes.AgentProfileAnswer(
        id=profile.id,
        name=profile.name,
        active=profile.active,
        login_voice_options=tuple(option.value for option in profile.login_voice_options),
        access_wrap_up_code="ALL",
        access_idle_code="ALL",
        wrap_up_codes=codes[WorkType.WRAP_UP],
        idle_codes=codes[WorkType.IDLE],
        agent_d_n_validation=profile.agent_dn_validation.value,
        auto_answer=profile.auto_answer,
        dial_plan_enabled=True,
        dial_plans=(DIAL_PLAN,),
        auto_wrap_up=profile.auto_wrap_up_seconds is not None,
        auto_wrap_after_seconds=profile.auto_wrap_up_seconds,
        last_agent_routing=False,
        allow_auto_wrap_up_extension=False,
        outdial_enabled=_outdial_entry_point(configuration) is not None,
        outdial_entry_point_id=_outdial_entry_point(configuration),
        outdial_a_n_i_id=OUTDIAL_ANI,
        address_book_id=ADDRESS_BOOK,
        consult_to_queue=True,
        agent_available_after_outdial=False,
        viewable_statistics=shapes.ViewableStatistics(agent_stats=False),
        timeout_desktop_inactivity_custom_enabled=profile.inactivity_minutes is not None,
        timeout_desktop_inactivity_mins=profile.inactivity_minutes,
        show_user_details_m_s=configuration.settings.teams_connector,
        state_synchronization_m_s=configuration.settings.teams_connector,
        show_user_details_webex=False,
        state_synchronization_webex=False,
    )


def site(request: WireRequest) -> shapes.SiteAnswer:
    """The site with the id of the path (PROTOCOL 3.3 no. 9). `NotFound` where there is none."""
    found = next((site for site in request.configuration.sites if site.id == request.path["siteId"]), None)
    if found is None:
        raise NotFound(f"There is no site {request.path['siteId']}.")
    return shapes.SiteAnswer(
        id=found.id,
        name=found.name,
        active=True,
        multimedia_profile_id=MULTIMEDIA_PROFILE,
        system_default=found == request.configuration.sites[0],
    )


def teams(request: WireRequest) -> Page:
    """A page of teams (PROTOCOL 3.3 no. 10)."""
    query = request.query_as(ListQuery)
    requested = requested_ids(query)
    site_names = {site.key: site.name for site in request.configuration.sites}
    items = (
        shapes.TeamItem(
            id=id_,
            name=team.name,
            team_type="AGENT",
            team_status="IN_SERVICE",
            active=True,
            site_id=entity_id("site", team.site),
            site_name=site_names[team.site],
            multi_media_profile_id=MULTIMEDIA_PROFILE,
            desktop_layout_id=None if team.layout is None else entity_id("desktop-layout", team.layout),
        )
        for id_, team in request.configuration.teams_by_id.items()
        if requested is None or id_ in requested
    )
    return page_of(items, query, request.place.org_id, shape=shapes.TeamItem)


def dial_plans(request: WireRequest) -> Items:
    """The one dial plan, which accepts E.164, IDD and 1 with ten digits (PROTOCOL 3.3 no. 11)."""
    plan = shapes.DialPlanItem(
        id=DIAL_PLAN, name="Any Format", regular_expression=ANY_FORMAT, prefix="", stripped_chars=" ()-."
    )
    return Items(items=(plan.model_dump(mode="json", by_alias=True),))


def queues(request: WireRequest) -> Page:
    """A page of contact service queues (PROTOCOL 5)."""
    items = (
        shapes.QueueItem(
            id=queue.id,
            organization_id=request.place.org_id,
            name=queue.name,
            description=queue.name,
            queue_type="INBOUND",
            channel_type=queue.channel,
            active=True,
        )
        for queue in request.configuration.queues
    )
    return page_of(items, request.query_as(ListQuery), request.place.org_id)


def entry_points(request: WireRequest) -> Page:
    """A page of entry points (PROTOCOL 5)."""
    items = (
        shapes.EntryPointItem(id=entry.id, name=entry.name, type="INBOUND", is_active=True, org_id=request.place.org_id)
        for entry in request.configuration.entry_points
    )
    return page_of(items, request.query_as(ListQuery), request.place.org_id)


def address_book(request: WireRequest) -> Page:
    """A page of the tenant's address book (PROTOCOL 5). `NotFound` for another book."""
    if request.path["addressBookId"] != ADDRESS_BOOK:
        raise NotFound(f"There is no address book {request.path['addressBookId']}.")
    items = (
        shapes.AddressBookItem(id=entry.id, organization_id=request.place.org_id, name=entry.name, number=entry.number)
        for entry in request.configuration.address_book
    )
    return page_of(items, request.query_as(ListQuery), request.place.org_id)


def outdial_numbers(request: WireRequest) -> Page:
    """A page of outdial numbers (PROTOCOL 5). `NotFound` for another list."""
    if request.path["outdialAniId"] != OUTDIAL_ANI:
        raise NotFound(f"There is no outdial ANI {request.path['outdialAniId']}.")
    items = (
        shapes.OutdialNumberItem(id=entry.id, name=entry.name, number=entry.number)
        for entry in request.configuration.outdial_numbers
    )
    return page_of(items, request.query_as(ListQuery), request.place.org_id)


def layouts(request: WireRequest) -> Page:
    """Every layout of the tenant, documents left out as the vendor leaves them out."""
    items = (LayoutItem.model_validate(_facts(request, layout)) for layout in request.configuration.layouts)
    return page_of(items, request.query_as(ListQuery), request.place.org_id)


def layout(request: WireRequest) -> LayoutAnswer:
    """One layout. `NotFound` when there is none with this id."""
    found = next((layout for layout in request.configuration.layouts if layout.id == request.path["layoutId"]), None)
    if found is None:
        raise NotFound(f"There is no desktop layout {request.path['layoutId']}.")
    return LayoutAnswer.model_validate({**_facts(request, found), "json_file_content": found.document})


def _facts(request: WireRequest, layout: Layout) -> dict[str, object]:
    configuration = request.configuration
    return {
        "organization_id": request.place.org_id,
        "id": layout.id,
        "version": 0,
        "name": layout.name,
        "description": layout.description,
        "edited_by": "Administrator",
        "json_file_name": f"{layout.name}.json",
        "default_json_modified": True,
        "validated": False,
        "status": True,
        "team_ids": _team_ids(configuration, layout),
        "system_default": False,
        "is_global": configuration.settings.global_layout == layout.key,
    }


def _team_ids(configuration: Configuration, layout: Layout) -> tuple[str, ...]:
    return tuple(team.id for team in configuration.teams if team.layout == layout.key)


def connector(request: WireRequest) -> ConnectorAnswer:
    """The connector, if the administrator has set it up."""
    busy = request.configuration.default_idle_code.id
    item = ConnectorItem(
        id=entity_id("microsoft-connector", request.place.org_id),
        organization_id=request.place.org_id,
        active=True,
        account_details=AccountDetails(
            name=request.place.name,
            tenant_id=entity_id("entra-tenant", request.place.org_id),
            user_name=ADMINISTRATOR,
        ),
        show_user_details=True,
        idle_codes=ConnectorIdleCodes(do_not_disturb_id=busy, on_a_call_id=busy, presenting_id=busy),
        state_synchronization=True,
        created_time=0,
        last_updated_time=0,
    )
    there = request.configuration.settings.teams_connector
    return ConnectorAnswer(meta=ConnectorMeta(links=Links(), total_pages=1), data=(item,) if there else ())
