"""What the identity pages of one tenant work with: the tenant, its provider and the sign-ins under way."""

from __future__ import annotations

from dataclasses import dataclass

from deskproof.simulator.product.identity.transactions import Transactions
from deskproof.simulator.product.openid.provider import Provider
from deskproof.simulator.product.openid.request import Client
from deskproof.simulator.product.tokens import Tokens
from deskproof.simulator.runtime.tenancy import Tenancy

CLIENT = "agent-desktop"
"""The one client: the agent desktop, public, at the tenant's own origin (docs/architecture.md, Identity)."""

SCOPES = ("openid", "profile", "email", "cjp:user")

COOKIE = "deskproof_identity"


@dataclass(frozen=True, kw_only=True)
class IdentityService:
    """The identity provider of one tenant."""

    tenancy: Tenancy
    provider: Provider
    transactions: Transactions


def identity_service(tenancy: Tenancy, tokens: Tokens) -> IdentityService:
    """The identity provider of a new tenant; it issues `tokens`."""
    origin = tenancy.origins.desktop
    client = Client(
        id=CLIENT,
        origin=origin,
        scopes=SCOPES,
        redirect_uris=(f"{origin}/signed-in",),
        post_logout_redirect_uris=(origin, f"{origin}/"),
    )
    provider = Provider(tenancy, tokens=tokens, clients=(client,))
    return IdentityService(tenancy=tenancy, provider=provider, transactions=Transactions())
