"""The Microsoft Teams connector of an organisation as the wire shows it (DOMAIN 2.5): a shape and a read.

The shape is that of `MicrosoftOrgConfig` in the types of the vendor's published Desktop SDK; an organisation whose
administrator has not set the connector up has an empty list.
"""

from __future__ import annotations

from deskproof.simulator.domain.values import entity_id
from deskproof.simulator.wire.asked import Asked
from deskproof.simulator.wire.shapes import Shape

ADMINISTRATOR = "administrator@example.com"
"""Who authorised the connector."""


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


def connector(asked: Asked) -> ConnectorAnswer:
    """The connector, if the administrator has set it up."""
    busy = asked.configuration.default_idle_code.id
    item = ConnectorItem(
        id=entity_id("microsoft-connector", asked.place.org_id),
        organization_id=asked.place.org_id,
        active=True,
        account_details=AccountDetails(
            name=asked.place.name,
            tenant_id=entity_id("entra-tenant", asked.place.org_id),
            user_name=ADMINISTRATOR,
        ),
        show_user_details=True,
        idle_codes=ConnectorIdleCodes(do_not_disturb_id=busy, on_a_call_id=busy, presenting_id=busy),
        state_synchronization=True,
        created_time=0,
        last_updated_time=0,
    )
    there = asked.configuration.settings.teams_connector
    return ConnectorAnswer(meta=ConnectorMeta(links=Links(), total_pages=1), data=(item,) if there else ())
