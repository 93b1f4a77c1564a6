"""The entries of the wire catalogue for reading the configuration."""

from __future__ import annotations

from collections.abc import Callable

from deskproof.simulator.wire.configuration import encode, shapes
from deskproof.simulator.wire.kernel.addresses import Service
from deskproof.simulator.wire.kernel.operation import Operation, Reads
from deskproof.simulator.wire.kernel.paging import Bare, Items, ListQuery, Page
from deskproof.simulator.wire.kernel.provenance import RAN, READ, Compared
from deskproof.simulator.wire.kernel.request import WireRequest
from deskproof.simulator.wire.kernel.shapes import NoQuery, Query, Shape


def _organisation_read(
    name: str, path: str, read: Callable[[WireRequest], Shape], answer: type[Shape], query: type[Query], source: str,
    compared: Compared = READ, differs: str = "", item: type[Shape] | None = None,
) -> Operation:  # fmt: skip
    return Operation(
        name=name, method="GET", service=Service.GATEWAY, path="/organization/{orgId}" + path, does=Reads(read=read),
        query=query, answer=answer, item=item, source=source, compared=compared, differs=differs,
    )  # fmt: skip


_LISTS = "Filters know `=in=`, `=out=`, `==` and `!=` joined by `;`; search looks at name and number."


CONFIGURATION_OPERATIONS: tuple[Operation, ...] = (
    _organisation_read(
        "user", "/user/by-ci-user-id/{agentId}", encode.user, shapes.UserAnswer, NoQuery,
        "PROTOCOL 3.3 no. 1; config/index.ts", RAN,
        "`roles` and `primaryTeamId` are ours: the vendor recognises a supervisor by licence and user profile. "
        "`defaultDialledNumber` is spelt as the client reads it.",
    ),
    _organisation_read(
        "organisation", "", encode.organisation, shapes.OrganisationAnswer, NoQuery,
        "PROTOCOL 3.3 no. 2; config/index.ts", RAN,
    ),
    _organisation_read(
        "organisation setting", "/v2/organization-setting", encode.organisation_setting, Bare,
        shapes.AgentViewQuery, "PROTOCOL 3.3 no. 3; config/index.ts", RAN,
        "`azureSsoEnabled` is ours: no public name was found.",
        item=shapes.OrganisationSetting,
    ),
    _organisation_read(
        "Teams connector", "/v2/microsoft-config", encode.connector, shapes.ConnectorAnswer,
        NoQuery, "@wxcc-desktop/sdk-types 1.0.32, MicrosoftOrgConfig",
        differs="The shape is published, the path is a guess. Both times are 0; every busy state of Teams has the "
        "default idle code; presence is not synchronised.",
    ),
    _organisation_read(
        "tenant configuration", "/v2/tenant-configuration", encode.tenant_configuration, Bare,
        shapes.AgentViewQuery, "PROTOCOL 3.3 no. 4; config/index.ts", RAN,
        item=shapes.TenantConfiguration,
    ),
    _organisation_read(
        "URL mappings", "/v2/org-url-mapping", encode.url_mappings, Page, ListQuery,
        "PROTOCOL 3.3 no. 5; config/index.ts", RAN, "Always empty.",
    ),
    _organisation_read(
        "AI features", "/v2/ai-feature", encode.ai_features, Page, ListQuery,
        "PROTOCOL 3.3 no. 6; config/index.ts", RAN, "All features are off.",
        item=shapes.AiFeature,
    ),
    _organisation_read(
        "auxiliary codes", "/v2/auxiliary-code", encode.auxiliary_codes, Page, ListQuery,
        "PROTOCOL 3.3 no. 7; config/index.ts", RAN, _LISTS,
        item=shapes.AuxiliaryCodeItem,
    ),
    _organisation_read(
        "desktop profile", "/agent-profile/{profileId}", encode.agent_profile, shapes.AgentProfileAnswer,
        NoQuery, "PROTOCOL 3.3 no. 8; config/index.ts", RAN,
        "Every profile has the dial plan of the tenant; call features are off.",
    ),
    _organisation_read(
        "site", "/site/{siteId}", encode.site, shapes.SiteAnswer, NoQuery,
        "PROTOCOL 3.3 no. 9; config/index.ts", RAN,
    ),
    _organisation_read(
        "teams", "/v2/team", encode.teams, Page, ListQuery, "PROTOCOL 3.3 no. 10; config/index.ts", RAN,
        _LISTS,
        item=shapes.TeamItem,
    ),
    _organisation_read(
        "desktop layouts", "/v2/desktop-layout", encode.layouts, Page, ListQuery,
        "published OpenAPI document, List Desktop Layout(s)", differs=f"Without the times. {_LISTS}",
        item=shapes.LayoutItem,
    ),
    _organisation_read(
        "desktop layout", "/desktop-layout/{layoutId}", encode.layout, shapes.LayoutAnswer, NoQuery,
        "published OpenAPI document, DesktopLayoutDTO",
        differs="Without the times. That an agent's own token may read it, as the desktop needs, is a guess: the "
        "document asks for an administrator's.",
    ),
    _organisation_read(
        "dial plans", "/dial-plan", encode.dial_plans, Items, shapes.AgentViewQuery,
        "PROTOCOL 3.3 no. 11; config/index.ts", RAN, "One plan, which accepts E.164, IDD and 1 with ten digits.",
        item=shapes.DialPlanItem,
    ),
    _organisation_read(
        "queues", "/v2/contact-service-queue", encode.queues, Page, ListQuery,
        "PROTOCOL 5; services/Queue.ts", RAN, _LISTS + " `desktopProfileFilter` and `provisioningView` change nothing.",
        item=shapes.QueueItem,
    ),
    _organisation_read(
        "entry points", "/v2/entry-point", encode.entry_points, Page, ListQuery,
        "PROTOCOL 5; services/EntryPoint.ts", RAN, _LISTS,
        item=shapes.EntryPointItem,
    ),
    _organisation_read(
        "address book", "/v2/address-book/{addressBookId}/entry", encode.address_book, Page, ListQuery,
        "PROTOCOL 5; services/AddressBook.ts", RAN, "A tenant has one address book. " + _LISTS,
        item=shapes.AddressBookItem,
    ),
    _organisation_read(
        "outdial numbers", "/v2/outdial-ani/{outdialAniId}/entry", encode.outdial_numbers, Page,
        ListQuery, "PROTOCOL 5; config/index.ts getOutdialAniEntries", RAN, _LISTS,
        item=shapes.OutdialNumberItem,
    ),
)  # fmt: skip
