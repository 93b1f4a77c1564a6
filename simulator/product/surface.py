"""The emulated product as one ASGI surface: service catalogue, API gateway and notification sockets of every tenant.

A tenant's desktop origin hands it the paths it `owns`; any other accepted host hands it everything, and the tenant is then
the one the request speaks for (docs/architecture.md, Addresses).
"""

from __future__ import annotations

from collections.abc import Callable

from starlette.types import ASGIApp, Receive, Scope, Send

from simulator.product.tokens import Keyring
from simulator.runtime.tenancy import Tenancy

PREFIXES = ("/u2c/", "/wcc/", "/notifs/", "/metrics/", "/clientlogs/", "/wdm/", "/api/v1/")
"""The paths of the product on a tenant's desktop origin; all others are the desktop's."""


def owns(path: str) -> bool:
    """Whether a path on a tenant's desktop origin belongs to the product."""
    return path.startswith(PREFIXES)


class Product:
    """Attaches to every tenant the world makes, and answers its clients."""

    def __init__(self, *, keyring: Keyring, tenant_of_organisation: Callable[[str], Tenancy | None]) -> None:
        self._keyring = keyring
        self._tenant_of_organisation = tenant_of_organisation

    def furnish(self, tenancy: Tenancy) -> None:
        """Attach sockets to a new tenant."""
        raise NotImplementedError

    def discard(self, tenancy: Tenancy) -> None:
        """Close what is open for a tenant that ends."""
        raise NotImplementedError

    def of(self, tenancy: Tenancy) -> ASGIApp:
        """The product as seen on this tenant's own origin."""
        raise NotImplementedError

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """The product on a host that is no tenant's: the tenant is the bearer token's `realm`, or `orgId` in the query."""
        raise NotImplementedError
