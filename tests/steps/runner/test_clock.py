"""Tenant and browsers move together, the tenant first."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from deskproof.steps.errors import HarnessError
from deskproof.steps.runner.clock import START, Clock, whole_minutes

BEGIN = datetime(2026, 1, 15, 9, tzinfo=UTC)


class _Tenant:
    """A tenant that only has a clock."""

    def __init__(self, log: list[object]) -> None:
        self._log = log
        self._now = BEGIN

    def now(self) -> datetime:
        return self._now

    def advance(self, *, seconds: float) -> datetime:
        self._now += timedelta(seconds=seconds)
        self._log.append(("tenant", self._now))
        return self._now

    def run_to_next_deadline(self) -> None:
        self.advance(seconds=50)


class _Context:
    """A browser context that only has a clock."""

    def __init__(self, log: list[object], name: str) -> None:
        self.clock = self
        self._log = log
        self._name = name
        self._closers: list[Any] = []

    def set_fixed_time(self, at: datetime) -> None:
        self._log.append((self._name, at))

    def fast_forward(self, milliseconds: int) -> None:
        self._log.append((self._name, milliseconds))

    def on(self, _event: str, closer: Any) -> None:
        self._closers.append(closer)

    def close(self) -> None:
        for closer in self._closers:
            closer(self)


@pytest.fixture
def log() -> list[object]:
    return []


@pytest.fixture
def clock(log: list[object]) -> Clock:
    return Clock(_Tenant(log))  # type: ignore[arg-type]


def test_a_scenario_begins_at_nine(clock: Clock) -> None:
    assert clock.now == BEGIN == datetime.fromisoformat(START)


def test_a_new_context_gets_the_present_instant(clock: Clock, log: list[object]) -> None:
    clock.advance(60)
    clock.follow(_Context(log, "ada"))  # type: ignore[arg-type]
    assert log[-1] == ("ada", BEGIN + timedelta(minutes=1))


def test_time_passes_for_the_tenant_first_and_then_for_every_context(clock: Clock, log: list[object]) -> None:
    for name in ("ada", "bo"):
        clock.follow(_Context(log, name))  # type: ignore[arg-type]
    log.clear()
    clock.advance(900)
    later = BEGIN + timedelta(minutes=15)
    assert log == [("tenant", later), ("ada", later), ("ada", 900_000), ("bo", later), ("bo", 900_000)]
    assert clock.now == later


def test_the_next_deadline_moves_contexts_as_far_as_the_tenant(clock: Clock, log: list[object]) -> None:
    clock.follow(_Context(log, "ada"))  # type: ignore[arg-type]
    clock.run_to_next_deadline()
    assert log[-1] == ("ada", 50_000)


def test_a_closed_context_is_left_alone(clock: Clock, log: list[object]) -> None:
    context = _Context(log, "ada")
    clock.follow(context)  # type: ignore[arg-type]
    context.close()
    log.clear()
    clock.advance(1)
    assert log == [("tenant", BEGIN + timedelta(seconds=1))]


@pytest.mark.parametrize("seconds", [0, -1])
def test_time_only_goes_forward(clock: Clock, seconds: int) -> None:
    with pytest.raises(HarnessError, match=f"Time cannot move by {seconds} seconds; write a duration above 0"):
        clock.advance(seconds)


def test_a_limit_is_whole_minutes() -> None:
    assert whole_minutes(120) == 2
    for seconds in (0, 30, 90):
        with pytest.raises(HarnessError, match=f"the step says {seconds} seconds; write minutes"):
            whole_minutes(seconds)
