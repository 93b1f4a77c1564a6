"""The world: tenants are made once, found by id and organisation, and share nothing."""

from __future__ import annotations

import pytest

from deskproof.simulator.runtime.clock import Clock
from deskproof.simulator.runtime.world import World
from tests.simulator.domain.story import CONFIGURATION, MORNING


@pytest.fixture
def log() -> list[str]:
    return []


@pytest.fixture
def world(log: list[str]) -> World:
    return World(
        port=8400,
        furnish=lambda tenancy: log.append(f"furnish {tenancy.id}"),
        discard=lambda tenancy: log.append(f"discard {tenancy.id}"),
    )


def test_a_tenant_is_furnished_found_and_discarded(world: World, log: list[str]) -> None:
    tenancy = world.create(CONFIGURATION, clock=Clock.frozen(MORNING))
    assert (tenancy.id, tenancy.origins.identity) == ("t-0001", "http://id.t-0001.localhost:8400")
    assert world.tenant("t-0001") is world.tenant_of_organisation(tenancy.org_id) is tenancy
    assert list(world) == [tenancy]
    world.close("t-0001")
    assert (world.tenant("t-0001"), world.tenant_of_organisation(tenancy.org_id), list(world)) == (None, None, [])
    assert log == ["furnish t-0001", "discard t-0001"]


def test_an_id_is_never_given_twice(world: World) -> None:
    first = world.create(CONFIGURATION, clock=Clock.frozen(MORNING))
    world.close(first.id)
    second = world.create(CONFIGURATION, clock=Clock.frozen(MORNING))
    assert first.id != second.id
    assert first.org_id != second.org_id


def test_closing_what_is_not_open(world: World) -> None:
    with pytest.raises(KeyError):
        world.close("t-0001")
