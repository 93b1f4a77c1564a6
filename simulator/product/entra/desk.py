"""What the Teams sign-in of one tenant works with: the tenant and its provider."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from weakref import WeakKeyDictionary, proxy

from starlette.exceptions import HTTPException
from starlette.requests import Request

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
"""The desktop's page that hands the answer to the window which asked."""


@dataclass(frozen=True, kw_only=True)
class Desk:
    """One tenant's side of a request."""

    tenancy: Tenancy
    provider: Provider


class Desks:
    """The desk of every tenant; each is forgotten together with its tenant."""

    def __init__(self, find: Callable[[Request], Tenancy | None]) -> None:
        self._find = find
        self._providers: WeakKeyDictionary[Tenancy, Provider] = WeakKeyDictionary()

    def of(self, request: Request) -> Desk:
        """The desk a request is for. HTTPException 421 when no tenant has that address."""
        tenancy = self._find(request)
        if tenancy is None:
            raise HTTPException(421)
        provider = self._providers.get(tenancy)
        if provider is None:
            provider = self._providers[tenancy] = _provider(tenancy)
        return Desk(tenancy=tenancy, provider=provider)


def _provider(tenancy: Tenancy) -> Provider:
    issuer, desktop = tenancy.origins.teams, tenancy.origins.desktop
    tenant: Tenancy = proxy(tenancy)  # weak, so that the provider is forgotten together with its tenant

    def redeemed(agent_id: AgentId) -> None:
        tenant.submit(SignInTeams(agent_id=agent_id), cause="entra token")

    client = Client(
        id=CLIENT,
        origin=desktop,
        scopes=SCOPES,
        redirect_uris=(f"{desktop}{ANSWERED_AT}",),
        post_logout_redirect_uris=(desktop, f"{desktop}/"),
    )
    tokens = Tokens(tenancy, issuer=issuer, audience=issuer)
    return Provider(tenancy, tokens=tokens, clients=(client,), redeemed=redeemed)
