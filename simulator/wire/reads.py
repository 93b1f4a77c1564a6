"""The configuration as the product shows it over HTTP (PROTOCOL 2.2, 3.3, 5). Pure: a request in, an answer out."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import urlsplit

from pydantic import JsonValue

from deskproof.simulator.domain.configuration import WorkType
from deskproof.simulator.domain.values import SECOND, entity_id
from deskproof.simulator.wire import answers
from deskproof.simulator.wire.asked import Asked, NotFound
from deskproof.simulator.wire.lists import ids_asked_for, page_of
from deskproof.simulator.wire.requests import ListQuery
from deskproof.simulator.wire.shapes import Shape

SERVICES: Mapping[str, str] = {
    "u2c": "/u2c/api/v1",
    "wcc-api-gateway": "/wcc",
    "wdm": "/wdm/api/v1",
    "metrics": "/metrics/api/v1",
    "clientLogs": "/clientlogs/api/v1",
    "mobius": "/api/v1",
    "hydra": "/hydra/v1",
}
"""Where each service of the catalogue stands on the tenant's origin (docs/architecture.md, Addresses)."""

CALLING_CLUSTER = "urn:TEAM:us-east-2_a:mobius"
"""The name of a host that serves calls, which the vendor's calling client looks for and speaks https to."""

MULTIMEDIA_PROFILE = entity_id("multimedia-profile", "default")
DIAL_PLAN = entity_id("dial-plan", "any-format")
ADDRESS_BOOK = entity_id("address-book", "main")
OUTDIAL_ANI = entity_id("outdial-ani", "main")

ANY_FORMAT = r"^(\+[1-9][0-9]{6,14}|011[1-9][0-9]{6,14}|1[0-9]{10})$"
"""What the client lets through before the core judges it: E.164, IDD, or 1 and ten digits (domain/numbers)."""


def host_catalogue(asked: Asked) -> answers.HostCatalogue:
    links = {name: asked.place.desktop + path for name, path in SERVICES.items()}
    links |= {"idbroker": asked.place.identity, "entra": asked.place.teams}
    links["wcc-calling-rtms-domain"] = f"https://rtms.{asked.place.name}.example.com"
    desktop = urlsplit(asked.place.desktop)
    calling: JsonValue = {"host": desktop.netloc, "ttl": -1, "priority": 10, "id": CALLING_CLUSTER}
    # Under a key without the port: a key that is the host of a link makes the vendor's client put the port twice.
    hosts: dict[str, tuple[JsonValue, ...]] = {str(desktop.hostname): (calling,)} if desktop.scheme == "https" else {}
    return answers.HostCatalogue(service_links=links, host_catalog=hosts, format="hostmap")


def user(asked: Asked) -> answers.UserAnswer:
    person = asked.configuration.person(asked.path["agentId"])
    if person is None:
        raise NotFound(f"There is no user with the CI user id {asked.path['agentId']}.")
    return answers.UserAnswer(
        ci_user_id=person.agent_id,
        id=person.id,
        first_name=person.first_name,
        last_name=person.last_name,
        email=person.email,
        active=person.active,
        agent_profile_id=asked.configuration.profile_of(person).id,
        site_id=person.site_id,
        team_ids=tuple(team.id for team in asked.configuration.teams_of(person)),
        multimedia_profile_id=MULTIMEDIA_PROFILE,
        skill_profile_id=None if person.skill_profile is None else entity_id("skill-profile", person.skill_profile),
        db_id=person.id,
        primary_team_id=None if person.primary_team is None else entity_id("team", person.primary_team),
        default_dialled_number=person.default_dn or "",
        contact_center_enabled=person.contact_centre,
        roles=tuple(role.value for role in person.roles),
    )


def organisation(asked: Asked) -> answers.OrganisationAnswer:
    return answers.OrganisationAnswer(
        tenant_id=asked.place.org_id, name=asked.place.name, timezone="Europe/Stockholm", environment="simulated"
    )


def organisation_setting(asked: Asked) -> answers.Bare:
    settings = asked.configuration.settings
    return _bare(
        answers.OrganisationSetting(
            web_rtc_enabled=settings.web_rtc_enabled,
            mask_sensitive_data=False,
            campaign_manager_enabled=False,
            azure_sso_enabled=settings.azure_sso,
        )
    )


def tenant_configuration(asked: Asked) -> answers.Bare:
    settings = asked.configuration.settings
    return _bare(
        answers.TenantConfiguration(
            timeout_desktop_inactivity_enabled=settings.inactivity_minutes is not None,
            timeout_desktop_inactivity_mins=settings.inactivity_minutes,
            force_default_dn=settings.force_default_dn,
            reject_duplicate_dn=settings.reject_duplicate_dn,
            dn_default_regex=ANY_FORMAT,
            dn_other_regex=ANY_FORMAT,
            privacy_shield_visible=False,
            outdial_enabled=False,
            end_call_enabled=True,
            end_consult_enabled=True,
            call_variables_suppressed=False,
            lost_connection_recovery_timeout=settings.lost_connection_recovery_seconds * SECOND,
        )
    )


def url_mappings(asked: Asked) -> answers.Page:
    return page_of((), asked.query_as(ListQuery), asked.place.org_id)


def ai_features(asked: Asked) -> answers.Page:
    off = answers.AiFeature(id=entity_id("ai-feature", "main"), realtime_transcripts={"enable": False})
    return page_of((off,), asked.query_as(ListQuery), asked.place.org_id)


def auxiliary_codes(asked: Asked) -> answers.Page:
    items = (
        answers.AuxiliaryCodeItem(
            id=code.id,
            active=True,
            default_code=code.default,
            is_system_code=code.system,
            description=code.name,
            name=code.name,
            work_type_code=code.work.value,
        )
        for code in asked.configuration.auxiliary_codes
    )
    return page_of(items, asked.query_as(ListQuery), asked.place.org_id)


def agent_profile(asked: Asked) -> answers.AgentProfileAnswer:
    configuration = asked.configuration
    profile = next((one for one in configuration.profiles if one.id == asked.path["profileId"]), None)
    if profile is None:
        raise NotFound(f"There is no desktop profile {asked.path['profileId']}.")
    codes = {work: tuple(code.id for code in configuration.auxiliary_codes if code.work is work) for work in WorkType}
    return answers.AgentProfileAnswer(
        id=profile.id,
        name=profile.name,
        active=profile.active,
        login_voice_options=tuple(option.value for option in profile.login_voice_options),
        access_wrap_up_code="ALL",
        access_idle_code="ALL",
        wrap_up_codes=codes[WorkType.WRAP_UP],
        idle_codes=codes[WorkType.IDLE],
        agent_d_n_validation=profile.agent_dn_validation.value,
        auto_answer=False,
        dial_plan_enabled=True,
        dial_plans=(DIAL_PLAN,),
        auto_wrap_up=False,
        auto_wrap_after_seconds=None,
        last_agent_routing=False,
        allow_auto_wrap_up_extension=False,
        outdial_enabled=False,
        outdial_entry_point_id=None,
        outdial_a_n_i_id=OUTDIAL_ANI,
        address_book_id=ADDRESS_BOOK,
        consult_to_queue=False,
        agent_available_after_outdial=False,
        viewable_statistics=answers.ViewableStatistics(agent_stats=False),
        timeout_desktop_inactivity_custom_enabled=profile.inactivity_minutes is not None,
        timeout_desktop_inactivity_mins=profile.inactivity_minutes,
        show_user_details_m_s=configuration.settings.teams_connector,
        state_synchronization_m_s=configuration.settings.teams_connector,
        show_user_details_webex=False,
        state_synchronization_webex=False,
    )


def site(asked: Asked) -> answers.SiteAnswer:
    found = next((one for one in asked.configuration.sites if one.id == asked.path["siteId"]), None)
    if found is None:
        raise NotFound(f"There is no site {asked.path['siteId']}.")
    return answers.SiteAnswer(
        id=found.id,
        name=found.name,
        active=True,
        multimedia_profile_id=MULTIMEDIA_PROFILE,
        system_default=found == asked.configuration.sites[0],
    )


def teams(asked: Asked) -> answers.Page:
    query = asked.query_as(ListQuery)
    wanted = ids_asked_for(query)
    site_names = {one.key: one.name for one in asked.configuration.sites}
    items = (
        answers.TeamItem(
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
        for id_, team in asked.configuration.teams_by_id.items()
        if wanted is None or id_ in wanted
    )
    return page_of(items, query, asked.place.org_id, shape=answers.TeamItem)


def dial_plans(asked: Asked) -> answers.Items:
    plan = answers.DialPlanItem(
        id=DIAL_PLAN, name="Any Format", regular_expression=ANY_FORMAT, prefix="", stripped_chars=" ()-."
    )
    return answers.Items(items=(plan.model_dump(mode="json", by_alias=True),))


def queues(asked: Asked) -> answers.Page:
    items = (
        answers.QueueItem(
            id=queue.id,
            organization_id=asked.place.org_id,
            name=queue.name,
            description=queue.name,
            queue_type="INBOUND",
            channel_type=queue.channel,
            active=True,
        )
        for queue in asked.configuration.queues
    )
    return page_of(items, asked.query_as(ListQuery), asked.place.org_id)


def entry_points(asked: Asked) -> answers.Page:
    items = (
        answers.EntryPointItem(id=entry.id, name=entry.name, type="INBOUND", is_active=True, org_id=asked.place.org_id)
        for entry in asked.configuration.entry_points
    )
    return page_of(items, asked.query_as(ListQuery), asked.place.org_id)


def address_book(asked: Asked) -> answers.Page:
    if asked.path["addressBookId"] != ADDRESS_BOOK:
        raise NotFound(f"There is no address book {asked.path['addressBookId']}.")
    items = (
        answers.AddressBookItem(id=entry.id, organization_id=asked.place.org_id, name=entry.name, number=entry.number)
        for entry in asked.configuration.address_book
    )
    return page_of(items, asked.query_as(ListQuery), asked.place.org_id)


def outdial_numbers(asked: Asked) -> answers.Page:
    if asked.path["outdialAniId"] != OUTDIAL_ANI:
        raise NotFound(f"There is no outdial ANI {asked.path['outdialAniId']}.")
    items = (
        answers.OutdialNumberItem(id=entry.id, name=entry.name, number=entry.number)
        for entry in asked.configuration.outdial_numbers
    )
    return page_of(items, asked.query_as(ListQuery), asked.place.org_id)


def log_upload(asked: Asked) -> answers.LogUpload:
    """Where the client may put its logs: an address of the same service, which takes them without reading."""
    name = asked.next_id("log")
    address = f"{asked.place.desktop}{SERVICES['clientLogs']}/logs/files/{name}"
    return answers.LogUpload(temp_u_r_l=address, log_filename=name, upload_url=address, user_id=asked.caller)


def nothing(asked: Asked) -> answers.Accepted:
    """Side services take what they are sent and say nothing (PROTOCOL 8)."""
    return answers.Accepted()


def _bare(item: Shape) -> answers.Bare:
    return answers.Bare(data=(item.model_dump(mode="json", by_alias=True),))
