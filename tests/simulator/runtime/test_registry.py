"""The registry: tenants are made once, found by id and organisation, and share nothing."""

from __future__ import annotations

from functools import partial

import anyio.lowlevel
import pytest

from deskproof.simulator.domain.values import Instant
from deskproof.simulator.runtime.clock import Clock
from deskproof.simulator.runtime.registry import TenantRegistry
from deskproof.simulator.runtime.tenancy import Tenancy
from tests.simulator.domain.story import CONFIGURATION, MORNING


class Services:
    """Services that write down what becomes of them."""

    def __init__(self, log: list[str], tenancy: Tenancy) -> None:
        self._log, self._tenancy = log, tenancy
        log.append(f"attach {tenancy.id}")

    connected = False

    def detach(self) -> None:
        self._log.append(f"detach {self._tenancy.id}")

    async def settled(self) -> None:
        self._log.append(f"settled {self._tenancy.id}")


@pytest.fixture
def log() -> list[str]:
    return []


@pytest.fixture
def tenants(log: list[str]) -> TenantRegistry:
    return TenantRegistry(port=8400, attach=partial(Services, log))


@pytest.mark.anyio
async def test_a_tenant_is_attached_found_and_detached(tenants: TenantRegistry, log: list[str]) -> None:
    tenancy = tenants.create(CONFIGURATION, clock=Clock.frozen(MORNING))
    assert (tenancy.id, tenancy.origins.identity) == ("t-0001", "http://id.t-0001.localhost:8400")
    assert tenants.tenant("t-0001") is tenants.tenant_of_organisation(tenancy.org_id) is tenancy
    assert list(tenants) == [tenancy]
    tenants.close("t-0001")
    assert (tenants.tenant("t-0001"), tenants.tenant_of_organisation(tenancy.org_id), list(tenants)) == (None, None, [])
    assert log == ["attach t-0001", "detach t-0001"]
    await tenants.settled()
    assert log[2:] == ["settled t-0001"]


@pytest.mark.anyio
async def test_an_id_is_never_given_twice(tenants: TenantRegistry) -> None:
    first = tenants.create(CONFIGURATION, clock=Clock.frozen(MORNING))
    tenants.close(first.id)
    second = tenants.create(CONFIGURATION, clock=Clock.frozen(MORNING))
    assert first.id != second.id
    assert first.org_id != second.org_id


def test_closing_what_is_not_open(tenants: TenantRegistry) -> None:
    with pytest.raises(KeyError):
        tenants.close("t-0001")


HOUR = 60 * 60 * 1_000


@pytest.fixture
def real() -> Clock:
    """The clock by which tenants expire."""
    return Clock.frozen(MORNING)


def expiring(tenants: TenantRegistry, real: Clock) -> Tenancy:
    tenants.clock = real
    return tenants.create(CONFIGURATION, clock=Clock.frozen(MORNING), expires_after=HOUR)


async def passes(tenants: TenantRegistry, real: Clock, milliseconds: int) -> list[Tenancy]:
    """The open tenants after so much time, when everything that waited for it has run."""
    real.move_to(Instant(real.now() + milliseconds))
    for _ in range(5):
        await anyio.lowlevel.checkpoint()
    return list(tenants)


@pytest.mark.anyio
async def test_a_tenant_expires_that_nobody_uses(tenants: TenantRegistry, real: Clock, log: list[str]) -> None:
    tenancy = expiring(tenants, real)
    assert await passes(tenants, real, HOUR - 1) == [tenancy]
    assert await passes(tenants, real, 1) == []
    assert log == ["attach t-0001", "detach t-0001", "settled t-0001"]
    assert tenancy.closed.is_set()


@pytest.mark.anyio
@pytest.mark.parametrize("by", ["its id", "its organisation"])
async def test_whoever_finds_a_tenant_uses_it(tenants: TenantRegistry, real: Clock, by: str) -> None:
    tenancy = expiring(tenants, real)
    await passes(tenants, real, HOUR - 1)
    found = tenants.tenant("t-0001") if by == "its id" else tenants.tenant_of_organisation(tenancy.org_id)
    assert found is tenancy
    assert await passes(tenants, real, HOUR - 1) == [tenancy]
    assert await passes(tenants, real, 1) == []


@pytest.mark.anyio
async def test_a_tenant_with_a_connected_client_does_not_expire(tenants: TenantRegistry, real: Clock) -> None:
    tenancy = expiring(tenants, real)
    services = tenancy.services
    assert isinstance(services, Services)
    services.connected = True
    assert await passes(tenants, real, 10 * HOUR) == [tenancy]
    services.connected = False
    assert await passes(tenants, real, HOUR) == [tenancy]
    assert await passes(tenants, real, HOUR) == []


@pytest.mark.anyio
async def test_a_tenant_that_is_closed_does_not_expire_as_well(tenants: TenantRegistry, real: Clock) -> None:
    expiring(tenants, real)
    tenants.close("t-0001")
    other = tenants.create(CONFIGURATION, clock=Clock.frozen(MORNING))
    assert await passes(tenants, real, 10 * HOUR) == [other]
