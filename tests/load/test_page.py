"""The page of `make soak`, and the parts that its samples are counted for."""

from __future__ import annotations

import sys
from dataclasses import replace
from types import FrameType, SimpleNamespace
from typing import cast

import pytest

from tests.load.page import PAGE, goals, page, stored
from tests.load.sampled import REST, part_of


def test_the_page_is_the_one_of_the_stored_figures() -> None:
    assert PAGE.read_text(encoding="utf-8") == page(stored()), "run: make soak"


@pytest.mark.parametrize(
    ("pace", "late", "met"), [(1_000, 49.9, [True, True]), (999, 49.9, [False, True]), (1_000, 50, [True, False])]
)
def test_a_goal_is_met_where_the_slowest_clock_meets_it(pace: float, late: float, met: list[bool]) -> None:
    quick = replace(stored().contacts[0], commands=2_000, late=1)
    figures = replace(stored(), contacts=(quick, replace(quick, commands=pace, late=late)))
    assert [is_met for *_, is_met in goals(figures)][:2] == met


def test_shares_are_those_of_the_samples() -> None:
    shown = page(replace(stored(), parts={"the core": 1, REST: 3}))
    assert f"| {REST} | 75 % |\n| the core | 25 % |" in shown


def test_a_library_counts_for_the_part_that_calls_it() -> None:
    core, chain = _frame("/src/deskproof/simulator/domain/tenant.py"), _frame("/simulator/edge/chain.py")
    pydantic = _frame("/site-packages/pydantic/main.py", back=_frame("/simulator/wire/frame.py", back=chain))
    main = _frame("/src/deskproof/simulator/__main__.py")
    assert part_of(core).startswith("the core")
    assert part_of(pydantic).startswith("shapes of the wire")
    assert part_of(chain).startswith("the chain")
    assert part_of(_frame("/asyncio/queues.py", back=main)) == part_of(sys._getframe()) == REST


def _frame(file: str, back: FrameType | None = None) -> FrameType:
    code = SimpleNamespace(co_filename=file)
    return cast(FrameType, SimpleNamespace(f_code=code, f_back=back))
