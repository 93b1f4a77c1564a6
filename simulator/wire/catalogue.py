"""The wire catalogue: every operation a client may ask for and every frame it may get.

This is the only place that knows the product's addresses and types. Routes are made from `OPERATIONS`, notifications
from `FRAMES`, and docs/fidelity.md from both. What is not here is refused, and recorded as unknown.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from deskproof.simulator.domain import commands, events
from deskproof.simulator.domain.events import Event
from deskproof.simulator.wire import (
    answers,
    collaboration,
    decode,
    encode,
    frames,
    layouts,
    reads,
    requests,
)
from deskproof.simulator.wire.asked import Asked
from deskproof.simulator.wire.calling import catalogue as calling_catalogue
from deskproof.simulator.wire.entries import (
    RAN,
    RAN_CALLS,
    READ,
    Address,
    Commands,
    Compared,
    Frame,
    Operation,
    Reads,
    Service,
    Tells,
)
from deskproof.simulator.wire.floor import catalogue as floor_catalogue
from deskproof.simulator.wire.shapes import Query, Shape

SESSION_FRAMES: tuple[Frame, ...] = (
    Frame(
        name="WELCOME", outer="Welcome", event=events.Connected, model=frames.WelcomeData, encode=encode.welcome,
        to=Address.CONNECTION, source="PROTOCOL 3.2; WebSocketManager.ts", compared=RAN,
        differs="`data.type` is ours; the client reads only `data.agentId`.",
    ),
    Frame(
        name="AgentMultiLoginCloseSession", outer="AGENT_MULTI_LOGIN", event=events.ConnectionSuperseded,
        model=frames.Data, encode=encode.superseded, to=Address.CONNECTION,
        source="PROTOCOL 8a; WebSocketManager.ts", compared=RAN,
        differs="When the vendor's server takes over (`force`, `allowMultiLogin`) is not in the client's sources.",
    ),
    Frame(
        name="AgentStationLoginSuccess", outer="StationLogin", event=events.AgentSignedIn, model=frames.StationData,
        encode=encode.station, source="PROTOCOL 4.1; agent/types.ts StationLoginSuccess", compared=RAN,
        differs="`channelsMap` always names one telephony channel and no other.",
    ),
    Frame(
        name="AgentDNRegistered", outer="AgentDNRegistered", event=events.AgentSignedIn, model=frames.DnRegisteredData,
        encode=encode.dn_registered, source="PROTOCOL 4.1; config/types.ts AGENT_DN_REGISTERED", compared=RAN,
        differs="The fields beside `type` and `agentId` are ours; the client reads none.",
    ),
    Frame(
        name="AgentStationLoginFailed", outer="StationLogin", event=None, model=frames.FailureData,
        encode=encode.failure, source="PROTOCOL 4.2; core/Utils.ts getStationLoginErrorData", compared=RAN,
        differs="`reasonCode`, `message` and `field` are ours, and so are most reasons; the client knows "
        "DUPLICATE_LOCATION and INVALID_DIAL_NUMBER.",
    ),
    Frame(
        name="AgentReloginSuccess", outer="AgentReloginSuccess", event=events.SessionReloaded, model=frames.StationData,
        encode=encode.station, source="PROTOCOL 3.5; agent/types.ts ReloginSuccess", compared=RAN,
    ),
    Frame(
        name="AgentReloginFailed", outer="AgentReloginFailed", event=None, model=frames.FailureData,
        encode=encode.failure, source="PROTOCOL 3.5; cc.ts silentRelogin", compared=RAN,
        differs="`reasonCode` and `message` are ours.",
    ),
    Frame(
        name="AgentStateChangeSuccess", outer="AgentStateChange", event=events.AgentStateChanged,
        model=frames.StateChangeData, encode=encode.state_changed,
        source="PROTOCOL 5; agent/types.ts StateChangeSuccess", compared=RAN,
        differs="`changedBy` is always null: only the agent and the back end change an agent's state.",
    ),
    Frame(
        name="AgentStateChangeFailed", outer="AgentStateChange", event=None, model=frames.FailureData,
        encode=encode.failure, source="PROTOCOL 5; agent/index.ts", differs="`reason` and `reasonCode` are ours.",
    ),
    Frame(
        name="AgentLogoutSuccess", outer="Logout", event=events.AgentSignedOut, model=frames.LogoutData,
        encode=encode.signed_out, source="PROTOCOL 4.3; agent/types.ts LogoutSuccess", compared=RAN,
        differs="`logoutReason` is ours.",
    ),
    Frame(
        name="AgentLogoutFailed", outer="Logout", event=None, model=frames.LogoutFailureData,
        encode=encode.logout_failure, source="PROTOCOL 4.3; agent/index.ts", compared=RAN_CALLS,
        differs="`reason`, `reasonCode`, `engagement` and `engagementState` are ours.",
    ),
    Frame(
        name="BuddyAgents", outer="BuddyAgents", event=None, model=frames.BuddiesData, encode=encode.buddies,
        source="PROTOCOL 5; agent/types.ts BuddyAgentsSuccess", compared=RAN,
        differs="Every other signed-in agent of the tenant is a buddy, whatever the profile's buddy teams.",
    ),
    Frame(
        name="BuddyAgentsRetrieveFailed", outer="BuddyAgents", event=None, model=frames.FailureData,
        encode=encode.failure, source="PROTOCOL 5; agent/index.ts", differs="`reason` and `reasonCode` are ours.",
    ),
)  # fmt: skip


def _organisation_read(
    name: str, path: str, read: Callable[[Asked], Shape], answer: type[Shape], query: type[Query], source: str,
    compared: Compared = READ, differs: str = "", item: type[Shape] | None = None,
) -> Operation:  # fmt: skip
    return Operation(
        name=name, method="GET", service=Service.GATEWAY, path="/organization/{orgId}" + path, does=Reads(read=read),
        query=query, answer=answer, item=item, source=source, compared=compared, differs=differs,
    )  # fmt: skip


_LISTS = "Filters know `=in=`, `=out=`, `==` and `!=` joined by `;`; search looks at name and number."

PLATFORM_OPERATIONS: tuple[Operation, ...] = (
    Operation(
        name="catalogue before sign-in", method="GET", service=Service.U2C, path="/limited/catalog",
        does=Reads(read=reads.host_catalogue), query=requests.CatalogueQuery, answer=answers.HostCatalogue, open=True,
        source="PROTOCOL 2.2; webex-core services.js", compared=RAN,
        differs="`hostCatalog` is empty on plain http and names the host for calls on https. "
        "`entra`, where Teams accounts sign in, is ours.",
    ),
    Operation(
        name="catalogue", method="GET", service=Service.U2C, path="/catalog",
        does=Reads(read=reads.host_catalogue), query=requests.CatalogueQuery, answer=answers.HostCatalogue,
        source="PROTOCOL 2.2; webex-core services.js", compared=RAN, differs="As before sign-in.",
    ),
    Operation(
        name="metrics", method="POST", service=Service.METRICS, path="/clientmetrics", does=Reads(read=reads.nothing),
        body=requests.Anything, query=requests.AnyQuery, source="PROTOCOL 8", compared=RAN,
        differs="Taken and not kept.",
    ),
    Operation(
        name="metrics before sign-in", method="POST", service=Service.METRICS, path="/clientmetrics-prelogin",
        does=Reads(read=reads.nothing), body=requests.Anything, query=requests.AnyQuery, open=True,
        source="PROTOCOL 8", differs="Taken and not kept.",
    ),
    Operation(
        name="log address", method="POST", service=Service.LOGS, path="/logs/urls", does=Reads(read=reads.log_upload),
        body=requests.Anything, answer=answers.LogUpload, source="PROTOCOL 8", compared=RAN,
    ),
    Operation(
        name="log upload", method="PUT", service=Service.LOGS, path="/logs/files/{name}",
        does=Reads(read=reads.nothing), body=requests.Unread, open=True, source="PROTOCOL 8", compared=RAN,
        differs="Taken and not kept.",
    ),
    Operation(
        name="log description", method="POST", service=Service.LOGS, path="/logs/meta", does=Reads(read=reads.nothing),
        body=requests.Anything, source="PROTOCOL 8", compared=RAN, differs="Taken and not kept.",
    ),
)  # fmt: skip

SESSION_OPERATIONS: tuple[Operation, ...] = (
    Operation(
        name="subscribe", method="POST", service=Service.GATEWAY, path="/v1/notification/subscribe",
        does=Commands(command=commands.Subscribe, decode=decode.subscribe), body=requests.SubscribeBody,
        answer=answers.Subscription, source="PROTOCOL 3.1; WebSocketManager.ts", compared=RAN,
        differs="A socket address works once; the vendor's rule for `force: false` is not in the client's sources.",
    ),
    Operation(
        name="reload", method="POST", service=Service.GATEWAY, path="/v1/agents/reload",
        does=Commands(command=commands.ReloadSession, decode=decode.reload_session, refused="AgentReloginFailed"),
        status=202, source="PROTOCOL 3.5; agent/index.ts", compared=RAN,
    ),
    Operation(
        name="station login", method="POST", service=Service.GATEWAY, path="/v1/agents/login",
        does=Commands(command=commands.SignInStation, decode=decode.sign_in_station, refused="AgentStationLoginFailed"),
        body=requests.StationLoginBody, status=202, source="PROTOCOL 4.1; agent/index.ts", compared=RAN,
        differs="`teamName`, `siteId`, `usesOtherDN`, `skillProfileId` and `auxCodeId` are taken and not used.",
    ),
    Operation(
        name="logout", method="POST", service=Service.GATEWAY, path="/v1/agents/logout",
        does=Commands(command=commands.SignOutStation, decode=decode.sign_out_station, refused="AgentLogoutFailed"),
        body=requests.LogoutBody, status=202, source="PROTOCOL 4.3; agent/index.ts", compared=RAN,
    ),
    Operation(
        name="state change", method="PUT", service=Service.GATEWAY, path="/v1/agents/session/state",
        does=Commands(
            command=commands.ChangeAgentState, decode=decode.change_agent_state, refused="AgentStateChangeFailed"
        ),
        body=requests.StateChangeBody, status=202, source="PROTOCOL 5; agent/index.ts", compared=RAN,
        differs="`state` is Available or Idle.",
    ),
    Operation(
        name="buddy list", method="POST", service=Service.GATEWAY, path="/v1/agents/buddyList",
        does=Tells(frame="BuddyAgents", refused="BuddyAgentsRetrieveFailed"), body=requests.BuddyListBody, status=202,
        source="PROTOCOL 5; agent/index.ts", compared=RAN, differs="`mediaType` is taken and not used.",
    ),
)  # fmt: skip

CONFIGURATION_OPERATIONS: tuple[Operation, ...] = (
    _organisation_read(
        "user", "/user/by-ci-user-id/{agentId}", reads.user, answers.UserAnswer, requests.NoQuery,
        "PROTOCOL 3.3 no. 1; config/index.ts", RAN,
        "`roles` and `primaryTeamId` are ours: the vendor tells a supervisor by licence and user profile. "
        "`defaultDialledNumber` is spelt as the client reads it.",
    ),
    _organisation_read(
        "organisation", "", reads.organisation, answers.OrganisationAnswer, requests.NoQuery,
        "PROTOCOL 3.3 no. 2; config/index.ts", RAN,
    ),
    _organisation_read(
        "organisation setting", "/v2/organization-setting", reads.organisation_setting, answers.Bare,
        requests.AgentViewQuery, "PROTOCOL 3.3 no. 3; config/index.ts", RAN,
        "`azureSsoEnabled` is ours: no public name was found.",
        item=answers.OrganisationSetting,
    ),
    _organisation_read(
        "Teams connector", "/v2/microsoft-config", collaboration.connector, collaboration.ConnectorAnswer,
        requests.NoQuery, "@wxcc-desktop/sdk-types 1.0.32, MicrosoftOrgConfig",
        differs="The shape is published, the path is a guess. Both times are 0; every busy state of Teams has the "
        "default idle code; presence is not synchronised.",
    ),
    _organisation_read(
        "tenant configuration", "/v2/tenant-configuration", reads.tenant_configuration, answers.Bare,
        requests.AgentViewQuery, "PROTOCOL 3.3 no. 4; config/index.ts", RAN,
        item=answers.TenantConfiguration,
    ),
    _organisation_read(
        "URL mappings", "/v2/org-url-mapping", reads.url_mappings, answers.Page, requests.ListQuery,
        "PROTOCOL 3.3 no. 5; config/index.ts", RAN, "Always empty.",
    ),
    _organisation_read(
        "AI features", "/v2/ai-feature", reads.ai_features, answers.Page, requests.ListQuery,
        "PROTOCOL 3.3 no. 6; config/index.ts", RAN, "All features are off.",
        item=answers.AiFeature,
    ),
    _organisation_read(
        "auxiliary codes", "/v2/auxiliary-code", reads.auxiliary_codes, answers.Page, requests.ListQuery,
        "PROTOCOL 3.3 no. 7; config/index.ts", RAN, _LISTS,
        item=answers.AuxiliaryCodeItem,
    ),
    _organisation_read(
        "desktop profile", "/agent-profile/{profileId}", reads.agent_profile, answers.AgentProfileAnswer,
        requests.NoQuery, "PROTOCOL 3.3 no. 8; config/index.ts", RAN,
        "Every profile has the dial plan of the tenant; call features are off.",
    ),
    _organisation_read(
        "site", "/site/{siteId}", reads.site, answers.SiteAnswer, requests.NoQuery,
        "PROTOCOL 3.3 no. 9; config/index.ts", RAN,
    ),
    _organisation_read(
        "teams", "/v2/team", reads.teams, answers.Page, requests.ListQuery, "PROTOCOL 3.3 no. 10; config/index.ts", RAN,
        _LISTS,
        item=answers.TeamItem,
    ),
    _organisation_read(
        "desktop layouts", "/v2/desktop-layout", layouts.layouts, answers.Page, requests.ListQuery,
        "published OpenAPI document, List Desktop Layout(s)", differs=f"Without the times. {_LISTS}",
        item=layouts.LayoutItem,
    ),
    _organisation_read(
        "desktop layout", "/desktop-layout/{layoutId}", layouts.layout, layouts.LayoutAnswer, requests.NoQuery,
        "published OpenAPI document, DesktopLayoutDTO",
        differs="Without the times. That an agent's own token may read it, as the desktop needs, is a guess: the "
        "document asks for an administrator's.",
    ),
    _organisation_read(
        "dial plans", "/dial-plan", reads.dial_plans, answers.Items, requests.AgentViewQuery,
        "PROTOCOL 3.3 no. 11; config/index.ts", RAN, "One plan, which lets E.164, IDD and 1 with ten digits through.",
        item=answers.DialPlanItem,
    ),
    _organisation_read(
        "queues", "/v2/contact-service-queue", reads.queues, answers.Page, requests.ListQuery,
        "PROTOCOL 5; services/Queue.ts", RAN, _LISTS + " `desktopProfileFilter` and `provisioningView` change nothing.",
        item=answers.QueueItem,
    ),
    _organisation_read(
        "entry points", "/v2/entry-point", reads.entry_points, answers.Page, requests.ListQuery,
        "PROTOCOL 5; services/EntryPoint.ts", RAN, _LISTS,
        item=answers.EntryPointItem,
    ),
    _organisation_read(
        "address book", "/v2/address-book/{addressBookId}/entry", reads.address_book, answers.Page, requests.ListQuery,
        "PROTOCOL 5; services/AddressBook.ts", RAN, "A tenant has one address book. " + _LISTS,
        item=answers.AddressBookItem,
    ),
    _organisation_read(
        "outdial numbers", "/v2/outdial-ani/{outdialAniId}/entry", reads.outdial_numbers, answers.Page,
        requests.ListQuery, "PROTOCOL 5; config/index.ts getOutdialAniEntries", RAN, _LISTS,
        item=answers.OutdialNumberItem,
    ),
)  # fmt: skip


FRAMES: tuple[Frame, ...] = (*SESSION_FRAMES, *floor_catalogue.TASK_FRAMES, *floor_catalogue.MONITORING_FRAMES)

OPERATIONS: tuple[Operation, ...] = (
    *PLATFORM_OPERATIONS,
    *SESSION_OPERATIONS,
    *CONFIGURATION_OPERATIONS,
    *floor_catalogue.TASK_OPERATIONS,
    *floor_catalogue.MONITORING_OPERATIONS,
    *calling_catalogue.CALLING_OPERATIONS,
)


def frames_for(event: Event) -> tuple[Frame, ...]:
    """The frames an event causes, in the order they are sent."""
    return tuple(frame for frame in FRAMES if frame.event is type(event))


FRAME: Mapping[str, Frame] = {frame.name: frame for frame in FRAMES}
"""Frames by name, which is their inner type."""
