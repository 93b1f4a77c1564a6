"""The registry: every tenant of this process, found by id or by organisation. Tenants share nothing."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from deskproof.simulator.domain.configuration import Configuration
from deskproof.simulator.domain.values import entity_id
from deskproof.simulator.runtime.clock import Clock
from deskproof.simulator.runtime.limits import Limits
from deskproof.simulator.runtime.tenancy import Origins, Services, Tenancy


@dataclass(kw_only=True)
class TenantRegistry:
    """Makes, finds and closes tenants. `attach` makes the services of each new tenant; they are detached when it is
    closed.
    """

    port: int
    scheme: str = "http"
    attach: Callable[[Tenancy], Services] | None = None
    limits: Limits = field(default_factory=Limits)
    _tenants: dict[str, Tenancy] = field(default_factory=dict)
    _leaving: set[asyncio.Task[None]] = field(default_factory=set)
    _made: int = 0

    def create(self, configuration: Configuration, *, clock: Clock, seed: int = 1) -> Tenancy:
        """A new tenant with an id that no tenant had before. `TooMany` where as many are open as there may be."""
        self.limits.require_tenant(len(self._tenants))
        self._made += 1
        id_ = f"t-{self._made:04}"
        host = f"{id_}.localhost:{self.port}"
        origins = Origins(
            desktop=f"{self.scheme}://{host}",
            identity=f"{self.scheme}://id.{host}",
            teams=f"{self.scheme}://teams.{host}",
        )
        tenancy = Tenancy(
            id_=id_,
            org_id=entity_id("organisation", id_),
            origins=origins,
            configuration=configuration,
            clock=clock,
            seed=seed,
            limits=self.limits,
        )
        self._tenants[id_] = tenancy
        if self.attach is not None:
            tenancy.services = self.attach(tenancy)
        return tenancy

    def tenant(self, id_: str) -> Tenancy | None:
        """The tenant with this id, if it is open."""
        return self._tenants.get(id_)

    def tenant_of_organisation(self, org_id: str) -> Tenancy | None:
        """The tenant with this organisation id, if it is open."""
        return next((tenancy for tenancy in self._tenants.values() if tenancy.org_id == org_id), None)

    def close(self, id_: str) -> None:
        """Close a tenant and detach its services. KeyError when it is not open."""
        tenancy = self._tenants.pop(id_)
        if tenancy.services is not None:
            tenancy.services.detach()
            leaving = asyncio.get_running_loop().create_task(tenancy.services.settled())
            self._leaving.add(leaving)
            leaving.add_done_callback(self._leaving.discard)
        tenancy.close()

    async def settled(self) -> None:
        """Return when the services of all closed tenants have ended."""
        await asyncio.gather(*self._leaving)

    def __iter__(self) -> Iterator[Tenancy]:
        return iter(tuple(self._tenants.values()))
