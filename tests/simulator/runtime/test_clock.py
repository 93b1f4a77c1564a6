"""A frozen clock moves by hand, a running one with real time; waiting is for an instant."""

from __future__ import annotations

import asyncio

import pytest

from deskproof.simulator.domain.values import SECOND, Instant
from deskproof.simulator.runtime.clock import Clock, OutOfTime

AT = Instant(1_768_467_600_000)


def test_a_frozen_clock_shows_the_same_instant_until_moved() -> None:
    clock = Clock.frozen(AT)
    assert clock.now() == clock.now() == AT
    clock.move_to(Instant(AT + SECOND))
    assert clock.now() == AT + SECOND


def test_a_running_clock_can_jump_and_goes_on() -> None:
    clock = Clock.real()
    before = clock.now()
    clock.move_to(Instant(before + 3_600 * SECOND))
    assert not clock.is_frozen
    assert 3_600 * SECOND <= clock.now() - before < 3_700 * SECOND


def test_freezing_keeps_the_instant() -> None:
    clock = Clock.real()
    clock.freeze()
    assert clock.is_frozen
    assert clock.now() == clock.now()


@pytest.mark.parametrize("clock", [Clock.frozen(AT), Clock.real()])
def test_no_clock_goes_back(clock: Clock) -> None:
    with pytest.raises(ValueError, match="only moves forward"):
        clock.move_to(Instant(AT - SECOND))


async def test_waiting_ends_when_the_instant_comes_and_not_before() -> None:
    clock = Clock.frozen(AT)
    waiting = asyncio.ensure_future(clock.reach(Instant(AT + 2 * SECOND)))
    moved = asyncio.ensure_future(clock.reach(Instant(AT + SECOND)))
    clock.move_to(Instant(AT + SECOND))
    await moved
    assert not waiting.done()
    clock.move_to(Instant(AT + 2 * SECOND))
    await waiting


async def test_an_instant_that_is_past_is_not_waited_for() -> None:
    await Clock.frozen(AT).reach(AT)


async def test_a_running_clock_is_waited_for_in_real_time() -> None:
    clock = Clock.real()
    until = Instant(clock.now() + 5)
    await clock.reach(until)
    assert clock.now() >= until


@pytest.mark.parametrize("instant", [-1, 253_339_228_800_001, -(10**18), 10**18])
def test_no_clock_shows_what_cannot_be_written(instant: int) -> None:
    with pytest.raises(
        OutOfTime, match=r"^a clock shows instants from 1970-\S+ to 9998-\S+, in UTC; this one would be"
    ):
        Clock.frozen(Instant(instant))
    clock = Clock.frozen(AT)
    with pytest.raises(ValueError, match="clock"):
        clock.move_to(Instant(instant))
    assert clock.now() == AT


def test_a_frozen_clock_goes_on_from_where_it_is() -> None:
    clock = Clock.frozen(AT)
    clock.run()
    assert not clock.is_frozen
    assert AT <= clock.now() < AT + 60_000
    clock.freeze()
    assert AT <= clock.now() < AT + 60_000


async def test_whoever_waits_for_a_move_sees_each() -> None:
    clock = Clock.frozen(AT)
    clock.move_to(AT)
    await clock.moved(after=0)
    waiting = asyncio.ensure_future(clock.moved(after=clock.moves))
    await asyncio.ensure_future(clock.moved(after=0))
    assert not waiting.done()
    clock.run()
    await waiting
