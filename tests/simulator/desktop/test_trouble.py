"""Faults at the desktop's files: which file they strike, with which status, and how long they keep it."""

import asyncio

import pytest

from deskproof.simulator.desktop.trouble import suffer
from deskproof.simulator.domain.values import SECOND, Instant
from deskproof.simulator.runtime.blueprints import blueprint
from deskproof.simulator.runtime.clock import Clock
from deskproof.simulator.runtime.faults import FaultKind
from deskproof.simulator.runtime.tenancy import Origins, Tenancy

AT = Instant(1_768_467_600_000)


@pytest.fixture
def tenancy() -> Tenancy:
    return Tenancy(
        id_="t-0001",
        org_id="org",
        origins=Origins(desktop="http://d", identity="http://i", teams="http://t"),
        configuration=blueprint("standard"),
        clock=Clock.frozen(AT),
        seed=1,
    )


def test_an_untroubled_file_is_served(tenancy: Tenancy) -> None:
    assert asyncio.run(suffer(tenancy, "main.js")) is None


def test_a_fault_strikes_the_file_it_names_and_no_other(tenancy: Tenancy) -> None:
    tenancy.faults.arm(kind=FaultKind.ANSWERS_AN_ERROR, where="main.js", times=2, status=404)
    assert asyncio.run(suffer(tenancy, "agent.js")) is None
    assert [asyncio.run(suffer(tenancy, "main.js")) for _ in range(3)] == [404, 404, None]


def test_a_fault_can_strike_any_file(tenancy: Tenancy) -> None:
    tenancy.faults.arm(kind=FaultKind.ANSWERS_AN_ERROR, where="desktop file", status=503)
    assert asyncio.run(suffer(tenancy, "style.css")) == 503


def test_a_late_file_comes_when_the_tenant_s_time_has_passed(tenancy: Tenancy) -> None:
    async def ask() -> int | None:
        asked = asyncio.ensure_future(suffer(tenancy, "main.js"))
        await asyncio.wait([asked], timeout=0)
        assert not asked.done()
        tenancy.clock.move_to(Instant(AT + 5 * SECOND))
        return await asked

    tenancy.faults.arm(kind=FaultKind.ANSWERS_LATE, where="main.js", seconds=5)
    assert asyncio.run(ask()) is None
