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


@pytest.mark.parametrize("kind", [kind for kind in FaultKind if kind is not CUT])
def test_a_fault_fires_as_often_as_armed_for(tenant: Tenant, kind: FaultKind) -> None:
    tenant.faults.arm(kind=kind, where="login", times=2)
    assert [tenant.faults.take(kind, "login") is not None for _ in range(3)] == [True, True, False]
    assert tenant.written() == [(kind.value, "login")] * 2
    assert not tenant.faults.all()[0].is_active(AT)


def test_a_sequence_works_once_then_fails_twice_then_works(tenant: Tenant) -> None:
    tenant.faults.arm(kind=FaultKind.ANSWERS_AN_ERROR, where="login", after=1, times=2)
    fired = [tenant.faults.take(FaultKind.ANSWERS_AN_ERROR, "login") is not None for _ in range(5)]
    assert fired == [False, True, True, False, False]
    assert (tenant.faults.all()[0].occasions, tenant.faults.all()[0].fired) == (3, 2)


def test_a_fault_without_a_number_of_times_fires_on_every_occasion(tenant: Tenant) -> None:
    fault = tenant.faults.arm(kind=FaultKind.ANSWERS_LATE, after=1, times=None)
    fired = [tenant.faults.take(FaultKind.ANSWERS_LATE, "login") is not None for _ in range(4)]
    assert fired == [False, True, True, True]
    tenant.faults.clear(fault.id)
    assert tenant.faults.take(FaultKind.ANSWERS_LATE, "login") is None


def test_all_that_fit_fire_on_one_occasion(tenant: Tenant) -> None:
    for where in ("login", "logout", "*", "login"):
        tenant.faults.arm(kind=FaultKind.ANSWERS_OTHERWISE, where=where)
    fitting = tenant.faults.take_each(FaultKind.ANSWERS_OTHERWISE, "login", fits=lambda fault: fault.id != "f-0004")
    assert [fault.id for fault in fitting] == ["f-0001", "f-0003"]
    assert [fault.occasions for fault in tenant.faults.all()] == [1, 0, 1, 0]


def test_whether_a_fault_may_fire_changes_nothing(tenant: Tenant) -> None:
    tenant.faults.arm(kind=FaultKind.ANSWERS_OTHERWISE, where="login")
    before = tenant.faults.all()
    assert tenant.faults.may_fire(FaultKind.ANSWERS_OTHERWISE, "login")
    assert not tenant.faults.may_fire(FaultKind.ANSWERS_OTHERWISE, "logout")
    assert not tenant.faults.may_fire(FaultKind.ANSWERS_LATE, "login")
    assert tenant.faults.all() == before


def test_asking_whether_a_fault_is_active_changes_nothing(tenant: Tenant) -> None:
    for kind in (FaultKind.ANSWERS_LATE, CUT):
        tenant.faults.arm(kind=kind, where="login", seconds=10)
    before = tenant.faults.all()
    for kind in (FaultKind.ANSWERS_LATE, CUT):
        assert [fault.is_active(AT) for fault in before if fault.kind is kind] == [True]
    assert (tenant.faults.all(), tenant.written()) == (before, [])


def firings(seed: int, probability: float, beside: int = 0) -> list[bool]:
    clock = Clock.frozen(AT)
    faults = Faults(journal=Journal(), now=clock.now, seed=seed)
    for _ in range(beside):
        faults.arm(kind=FaultKind.GOES_SILENT)
    faults.arm(kind=FaultKind.ANSWERS_AN_ERROR, times=1_000, probability=probability)
    return [faults.take(FaultKind.ANSWERS_AN_ERROR, "login") is not None for _ in range(200)]


def test_a_probability_is_drawn_from_the_seed(tenant: Tenant) -> None:
    assert firings(1, 0.25) == firings(1, 0.25)
    assert firings(1, 0.25) != firings(2, 0.25)
    assert 20 < sum(firings(1, 0.25)) < 80
    assert all(firings(1, 1.0))


def test_a_late_answer_takes_a_draw_of_its_range(tenant: Tenant) -> None:
    tenant.faults.arm(kind=FaultKind.ANSWERS_LATE, times=50, seconds=2, seconds_max=4)
    taken = [tenant.faults.take(FaultKind.ANSWERS_LATE, "login") for _ in range(50)]
    delays = [fault.delay for fault in taken if fault is not None]
    assert len(delays) == 50
    assert min(delays) >= 2 * SECOND
    assert max(delays) <= 4 * SECOND
    assert len(set(delays)) > 10


def test_a_late_answer_without_a_range_takes_its_seconds(tenant: Tenant) -> None:
    tenant.faults.arm(kind=FaultKind.ANSWERS_LATE, seconds=3)
    fault = tenant.faults.take(FaultKind.ANSWERS_LATE, "login")
    assert fault is not None
    assert fault.delay == 3 * SECOND


def test_the_journal_names_the_place_that_the_fault_was_armed_for(tenant: Tenant) -> None:
    tenant.faults.arm(kind=FaultKind.ANSWERS_LATE, where="identity")
    tenant.faults.take(FaultKind.ANSWERS_LATE, "identity password", "identity")
    tenant.faults.arm(kind=FaultKind.ANSWERS_LATE)
    tenant.faults.take(FaultKind.ANSWERS_LATE, "identity password", "identity")
    assert [where for _, where in tenant.written()] == ["identity", "identity password"]


def test_a_fault_fires_only_where_it_fits(tenant: Tenant) -> None:
    tenant.faults.arm(kind=FaultKind.LOSES_AN_EVENT, where="AgentSignedIn")
    assert tenant.faults.take(FaultKind.LOSES_AN_EVENT, "Logout") is None
    assert tenant.faults.take(FaultKind.DELIVERS_TWICE, "AgentSignedIn") is None
    assert tenant.faults.take(FaultKind.LOSES_AN_EVENT, "AgentStationLoginSuccess", "AgentSignedIn") is not None


def test_a_fault_for_anything_fires_anywhere(tenant: Tenant) -> None:
    tenant.faults.arm(kind=FaultKind.ANSWERS_LATE)
    assert tenant.faults.take(FaultKind.ANSWERS_LATE, "whatever") is not None


def test_faults_of_a_kind_fire_in_the_order_they_were_armed(tenant: Tenant) -> None:
    for status in (500, 503):
        tenant.faults.arm(kind=FaultKind.ANSWERS_AN_ERROR, status=status)
    fired = [tenant.faults.take(FaultKind.ANSWERS_AN_ERROR, "login") for _ in range(2)]
    assert [fault.status for fault in fired if fault] == [500, 503]


def test_a_cleared_fault_stays_listed_and_fires_no_more(tenant: Tenant) -> None:
    fault = tenant.faults.arm(kind=FaultKind.ANSWERS_LATE, times=9)
    tenant.faults.clear(fault.id)
    assert tenant.faults.take(FaultKind.ANSWERS_LATE, "login") is None
    assert [(fault.id, fault.fired, fault.cleared) for fault in tenant.faults.all()] == [("f-0001", 0, True)]
    with pytest.raises(KeyError):
        tenant.faults.clear("f-0002")


def test_a_cut_lasts_until_it_is_cleared_and_is_written_once(tenant: Tenant) -> None:
    fault = tenant.faults.arm(kind=CUT, where="ada")
    assert tenant.faults.take(CUT, "bo") is None
    assert [tenant.faults.take(CUT, "ada") is not None for _ in range(3)] == [True] * 3
    assert tenant.written() == [(CUT.value, "ada")]
    tenant.faults.clear(fault.id)
    assert tenant.faults.take(CUT, "ada") is None


def test_a_cut_with_seconds_counts_from_its_first_occasion(tenant: Tenant) -> None:
    tenant.faults.arm(kind=CUT, seconds=10)
    tenant.clock.move_to(Instant(AT + 60 * SECOND))
    assert tenant.faults.take(CUT, "ada") is not None
    tenant.clock.move_to(Instant(AT + 70 * SECOND - 1))
    assert tenant.faults.take(CUT, "ada") is not None
    tenant.clock.move_to(Instant(AT + 70 * SECOND))
    assert tenant.faults.take(CUT, "ada") is None


def test_listeners_are_called_at_once_and_arming_gives_the_fault_after_them(tenant: Tenant) -> None:
    armed: list[Fault] = []
    tenant.faults.listen(armed.append)
    tenant.faults.listen(lambda fault: armed.clear() if tenant.faults.take(fault.kind) is None else None)
    fault = tenant.faults.arm(kind=CUT)
    assert [fault.id for fault in armed] == [fault.id]
    assert fault.fired == 1
