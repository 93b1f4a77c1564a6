"""What the Teams sign-in of one tenant works with: the tenant and its provider."""

from __future__ import annotations

from dataclasses import dataclass

from deskproof.simulator.domain.commands import SignInTeams
from deskproof.simulator.domain.values import AgentId
from deskproof.simulator.product.openid.provider import Provider
from deskproof.simulator.product.openid.request import Client
from deskproof.simulator.product.tokens import Tokens
from deskproof.simulator.runtime.tenancy import Tenancy

CLIENT = "agent-desktop-teams"
"""The one client: the agent desktop, public, at the tenant's own origin."""

SCOPES = ("openid", "profile", "email", "Presence.Read")

ANSWERED_AT = "/teams-signed-in"
"""The desktop's page that passes the answer to the window that opened the sign-in."""


@dataclass(frozen=True, kw_only=True)
class TeamsService:
    """The Teams sign-in of one tenant."""

    tenancy: Tenancy
    provider: Provider


def teams_service(tenancy: Tenancy) -> TeamsService:
    """The Teams sign-in of a new tenant; it signs with its own key."""
    issuer, desktop = tenancy.origins.teams, tenancy.origins.desktop

    def redeemed(agent_id: AgentId) -> None:
        tenancy.submit(SignInTeams(agent_id=agent_id), cause="entra token")

    client = Client(
        id=CLIENT,
        origin=desktop,
        scopes=SCOPES,
        redirect_uris=(f"{desktop}{ANSWERED_AT}",),
        post_logout_redirect_uris=(desktop, f"{desktop}/"),
    )
    tokens = Tokens(tenancy, issuer=issuer, audience=issuer)
    return TeamsService(
        tenancy=tenancy, provider=Provider(tenancy, tokens=tokens, clients=(client,), redeemed=redeemed)
    )
