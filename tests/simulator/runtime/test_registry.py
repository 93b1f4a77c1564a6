"""The registry: tenants are made once, found by id and organisation, and share nothing."""

from __future__ import annotations

from functools import partial

import pytest

from deskproof.simulator.runtime.clock import Clock
from deskproof.simulator.runtime.registry import TenantRegistry
from deskproof.simulator.runtime.tenancy import Tenancy
from tests.simulator.domain.story import CONFIGURATION, MORNING


class Services:
    """Services that write down what becomes of them."""

    def __init__(self, log: list[str], tenancy: Tenancy) -> None:
        self._log, self._tenancy = log, tenancy
        log.append(f"attach {tenancy.id}")

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
