"""How a day goes by."""

import math
import threading

from deskproof.steps.day.pace import Fastest, Paced


def test_the_fastest_day_leaves_all_to_the_clock() -> None:
    assert Fastest().wait(90.0) == 90.0


def test_a_clock_that_runs_lacks_nothing_at_its_own_speed() -> None:
    assert Paced(1.0, runs=True, happened=threading.Event()).wait(0.001) == 0.0


def test_a_frozen_clock_lacks_all_that_has_gone_by() -> None:
    assert Paced(1_000.0, runs=False, happened=threading.Event()).wait(1.0) == 1.0


def test_at_a_higher_speed_a_clock_that_runs_lacks_the_difference() -> None:
    assert 0.0 < Paced(1_000.0, runs=True, happened=threading.Event()).wait(1.0) < 1.0


def test_what_happens_ends_the_wait_once() -> None:
    happened = threading.Event()
    happened.set()
    gone = Paced(1.0, runs=False, happened=happened).wait(math.inf)
    assert 0.0 <= gone < math.inf
    assert not happened.is_set()
