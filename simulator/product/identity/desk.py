"""What the identity pages of one tenant work with: the tenant, its provider and the sign-ins under way."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from weakref import WeakKeyDictionary

from starlette.exceptions import HTTPException
from starlette.requests import Request

from deskproof.simulator.product.identity.transactions import Transactions
from deskproof.simulator.product.openid.provider import Provider
from deskproof.simulator.product.openid.request import Client
from deskproof.simulator.product.tokens import Keyring
from deskproof.simulator.runtime.tenancy import Tenancy

CLIENT = "agent-desktop"
"""The one client: the agent desktop, public, at the tenant's own origin (docs/architecture.md, Identity)."""

SCOPES = ("openid", "profile", "email", "cjp:user")

COOKIE = "deskproof_identity"


@dataclass(frozen=True, kw_only=True)
class _Kept:
    provider: Provider
    transactions: Transactions


@dataclass(frozen=True, kw_only=True)
class Desk:
    """One tenant's side of a request."""

    tenancy: Tenancy
    provider: Provider
    transactions: Transactions

    @property
    def home(self) -> str:
        """Where a person starts: the desktop."""
        return f"{self.tenancy.origins.desktop}/"


class Desks:
    """The desk of every tenant; each is forgotten together with its tenant."""

    def __init__(self, find: Callable[[Request], Tenancy | None], keyring: Keyring) -> None:
        self._find = find
        self._keyring = keyring
        self._kept: WeakKeyDictionary[Tenancy, _Kept] = WeakKeyDictionary()

    def of(self, request: Request) -> Desk:
        """The desk a request is for. HTTPException 421 when no tenant has that address."""
        tenancy = self._find(request)
        if tenancy is None:
            raise HTTPException(421)
        kept = self._kept.get(tenancy)
        if kept is None:
            kept = self._kept[tenancy] = _Kept(provider=self._provider(tenancy), transactions=Transactions())
        return Desk(tenancy=tenancy, provider=kept.provider, transactions=kept.transactions)

    def _provider(self, tenancy: Tenancy) -> Provider:
        origin = tenancy.origins.desktop
        client = Client(
            id=CLIENT,
            origin=origin,
            scopes=SCOPES,
            redirect_uris=(f"{origin}/signed-in",),
            post_logout_redirect_uris=(origin, f"{origin}/"),
        )
        return Provider(tenancy, tokens=self._keyring.of(tenancy), clients=(client,))
