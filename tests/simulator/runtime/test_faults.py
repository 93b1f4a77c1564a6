"""Faults: which fires where, how often, and what is written of it."""

from __future__ import annotations

import pytest

from deskproof.simulator.domain.values import SECOND, Instant
from deskproof.simulator.runtime.clock import Clock
from deskproof.simulator.runtime.faults import Fault, FaultKind, Faults
from deskproof.simulator.runtime.journal import Journal

AT = Instant(1_768_467_600_000)
CUT = FaultKind.CUTS_EVERYTHING


class Tenant:
    """The parts of a tenant that faults need."""

    def __init__(self) -> None:
        self.clock = Clock.frozen(AT)
        self.journal = Journal()
        self.faults = Faults(journal=self.journal, now=self.clock.now)

    def written(self) -> list[tuple[str, object]]:
        return [(entry.name, entry.data["where"]) for entry in self.journal.after()]


@pytest.fixture
def tenant() -> Tenant:
    return Tenant()


@pytest.mark.parametrize("kind", FaultKind)
def test_a_fault_fires_as_often_as_asked(tenant: Tenant, kind: FaultKind) -> None:
    tenant.faults.arm(kind=kind, where="login", times=2)
    assert [tenant.faults.take(kind, "login") is not None for _ in range(3)] == [True, True, False]
    assert tenant.written() == [(kind.value, "login")] * 2
    assert tenant.faults.all()[0].spent


def test_a_fault_fires_only_where_it_fits(tenant: Tenant) -> None:
    tenant.faults.arm(kind=FaultKind.LOSES_AN_EVENT, where="AgentSignedIn")
    assert tenant.faults.take(FaultKind.LOSES_AN_EVENT, "Logout") is None
    assert tenant.faults.take(FaultKind.DELIVERS_TWICE, "AgentSignedIn") is None
    assert tenant.faults.take(FaultKind.LOSES_AN_EVENT, "AgentStationLoginSuccess", "AgentSignedIn") is not None


def test_a_fault_for_anything_fires_anywhere(tenant: Tenant) -> None:
    tenant.faults.arm(kind=FaultKind.ANSWERS_LATE)
    assert tenant.faults.take(FaultKind.ANSWERS_LATE, "whatever") is not None


def test_faults_of_a_kind_fire_in_the_order_they_were_asked_for(tenant: Tenant) -> None:
    for status in (500, 503):
        tenant.faults.arm(kind=FaultKind.ANSWERS_AN_ERROR, status=status)
    fired = [tenant.faults.take(FaultKind.ANSWERS_AN_ERROR, "login") for _ in range(2)]
    assert [fault.status for fault in fired if fault] == [500, 503]


def test_a_mended_fault_stays_listed_and_fires_no_more(tenant: Tenant) -> None:
    fault = tenant.faults.arm(kind=FaultKind.ANSWERS_LATE, times=9)
    tenant.faults.mend(fault.id)
    assert tenant.faults.take(FaultKind.ANSWERS_LATE, "login") is None
    assert [(one.id, one.fired, one.mended) for one in tenant.faults.all()] == [("f-0001", 0, True)]
    with pytest.raises(KeyError):
        tenant.faults.mend("f-0002")


def test_a_cut_stands_until_it_is_mended_and_is_written_once(tenant: Tenant) -> None:
    fault = tenant.faults.arm(kind=CUT, where="ada")
    assert not tenant.faults.stands(CUT, "bo")
    assert [tenant.faults.stands(CUT, "ada") for _ in range(3)] == [True] * 3
    assert tenant.written() == [(CUT.value, "ada")]
    tenant.faults.mend(fault.id)
    assert not tenant.faults.stands(CUT, "ada")


def test_a_cut_with_seconds_counts_from_its_first_occasion(tenant: Tenant) -> None:
    tenant.faults.arm(kind=CUT, seconds=10)
    tenant.clock.move_to(Instant(AT + 60 * SECOND))
    assert tenant.faults.stands(CUT, "ada")
    tenant.clock.move_to(Instant(AT + 70 * SECOND - 1))
    assert tenant.faults.stands(CUT, "ada")
    tenant.clock.move_to(Instant(AT + 70 * SECOND))
    assert not tenant.faults.stands(CUT, "ada")


def test_listeners_are_told_at_once_and_arming_gives_the_fault_after_them(tenant: Tenant) -> None:
    told: list[Fault] = []
    tenant.faults.listen(told.append)
    tenant.faults.listen(lambda fault: told.clear() if not tenant.faults.stands(fault.kind) else None)
    fault = tenant.faults.arm(kind=CUT)
    assert [one.id for one in told] == [fault.id]
    assert fault.fired == 1
