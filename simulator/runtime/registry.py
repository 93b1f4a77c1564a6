"""The registry: every tenant of this process, found by id or by organisation. Tenants share nothing."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from deskproof.simulator.domain.configuration import Configuration
from deskproof.simulator.domain.values import Instant, entity_id
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
    clock: Clock = field(default_factory=Clock.real)
    """By which tenants expire that nobody uses; not the clock of a tenant, which may be frozen."""
    _tenants: dict[str, Tenancy] = field(default_factory=dict)
    _leaving: set[asyncio.Task[None]] = field(default_factory=set)
    _used_at: dict[str, Instant] = field(default_factory=dict)
    _expiries: dict[str, asyncio.Task[None]] = field(default_factory=dict)
    _made: int = 0

    def create(
        self, configuration: Configuration, *, clock: Clock, seed: int = 1, expires_after: int | None = None
    ) -> Tenancy:
        """A new tenant with an id that no tenant had before. `TooMany` where as many are open as there may be.

        `expires_after` is the time in milliseconds after which it closes where nobody has requested anything of it and
        no client was connected; after a client has left, it may take twice as long.
        """
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
        if expires_after is not None:
            self._used_at[id_] = self.clock.now()
            self._expiries[id_] = asyncio.get_running_loop().create_task(self._expire(tenancy, expires_after))
        return tenancy

    def tenant(self, id_: str) -> Tenancy | None:
        """The tenant with this id, if it is open."""
        tenancy = self._tenants.get(id_)
        if tenancy is not None and id_ in self._used_at:
            self._used_at[id_] = self.clock.now()
        return tenancy

    def tenant_of_organisation(self, org_id: str) -> Tenancy | None:
        """The tenant with this organisation id, if it is open."""
        id_ = next((tenancy.id for tenancy in self._tenants.values() if tenancy.org_id == org_id), "")
        return self.tenant(id_)

    def close(self, id_: str) -> None:
        """Close a tenant and detach its services. KeyError when it is not open."""
        tenancy = self._tenants.pop(id_)
        self._used_at.pop(id_, None)
        expiry = self._expiries.pop(id_, None)
        if expiry is not None and expiry is not asyncio.current_task():
            expiry.cancel()
        if (services := tenancy.services) is not None:
            services.detach()
            leaving = asyncio.get_running_loop().create_task(services.settled())
            self._leaving.add(leaving)
            leaving.add_done_callback(self._leaving.discard)
        tenancy.close()

    async def _expire(self, tenancy: Tenancy, after: int) -> None:
        connected = False
        while True:
            was_connected, connected = connected, tenancy.services is not None and tenancy.services.connected
            if connected or was_connected:  # when a client left is not known, so its time begins again
                self._used_at[tenancy.id] = self.clock.now()
            ends = Instant(self._used_at[tenancy.id] + after)
            if self.clock.now() >= ends:
                break
            await self.clock.reach(ends)
        self.close(tenancy.id)

    async def settled(self) -> None:
        """Return when the services of all closed tenants have ended."""
        await asyncio.gather(*self._leaving)

    def __iter__(self) -> Iterator[Tenancy]:
        return iter(tuple(self._tenants.values()))
