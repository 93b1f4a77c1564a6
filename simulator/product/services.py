"""Everything the product stores for one tenant, in one object: attached when the tenant is made, detached when it is
closed.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from starlette.types import Scope

from deskproof.simulator.edge.context import RequestContext, context_of
from deskproof.simulator.product.calling import Exchange
from deskproof.simulator.product.entra.service import TeamsService, teams_service
from deskproof.simulator.product.identity.service import IdentityService, identity_service
from deskproof.simulator.product.sockets import Sockets
from deskproof.simulator.product.tokens import Tokens
from deskproof.simulator.product.webhooks import Webhooks
from deskproof.simulator.runtime.tenancy import Tenancy
from deskproof.simulator.vendor_hosts import HOSTS, is_vendors
from deskproof.simulator.wire.kernel.request import Place


@dataclass(frozen=True, kw_only=True)
class ProductServices:
    """One tenant as its clients see it."""

    tenancy: Tenancy
    tokens: Tokens
    place: Place
    sockets: Sockets
    exchange: Exchange
    identity: IdentityService
    teams: TeamsService
    webhooks: Webhooks

    def place_at(self, host: str) -> Place:
        """The tenant as a client sees it that reached it at this host: on the vendor's, the services are on the
        vendor's hosts too.
        """
        return replace(self.place, hosts=HOSTS) if is_vendors(host) else self.place

    @property
    def connected(self) -> bool:
        """Whether a client has a notification socket open."""
        return self.sockets.any_open

    def detach(self) -> None:
        """Close what is open, because the tenant is closed."""
        self.sockets.close_all()
        self.exchange.close()
        self.webhooks.close()

    async def settled(self) -> None:
        """Return when every call has ended, and nothing is posted any more."""
        await self.exchange.settled()
        await self.webhooks.settled()


def attach(tenancy: Tenancy) -> ProductServices:
    """The services of a new tenant."""
    place = Place(
        org_id=tenancy.org_id,
        name=tenancy.id,
        desktop=tenancy.origins.desktop,
        identity=tenancy.origins.identity,
        teams=tenancy.origins.teams,
    )
    tokens = Tokens(tenancy)
    exchange = Exchange(tenancy, place)  # before the sockets: the vendor's client wants the call before its offer
    sockets = Sockets(tenancy, place)
    tokens.listen(sockets.revoke)
    tokens.listen(exchange.revoke)
    return ProductServices(
        tenancy=tenancy,
        tokens=tokens,
        place=place,
        sockets=sockets,
        exchange=exchange,
        identity=identity_service(tenancy, tokens),
        teams=teams_service(tenancy),
        webhooks=Webhooks(tenancy, place),
    )


def services_of(holder: Tenancy | RequestContext) -> ProductServices:
    """The services of an open tenant, or of the tenant that a request is for."""
    services = holder.services
    assert isinstance(services, ProductServices)  # noqa: S101  the registry attaches nothing else
    return services


def services_at(scope: Scope) -> ProductServices:
    """The services of the tenant that a request is for."""
    return services_of(context_of(scope))
