"""No operation of the catalogue, and none that is added to it, opens to anybody but a person of its tenant, shows
anything of another organisation, or changes what belongs to a colleague. docs/isolation.md says what was tried.
"""

from __future__ import annotations

import asyncio

import pytest

from deskproof.simulator.wire.catalogue import OPERATIONS
from tests.simulator.product.attempts import COLLEAGUES, PAGE, STRANGERS, Outcome, Tried, page, tried

ELSEWHERE = {"no tenant": {421}, "other organisation": {400, 403}}
"""The statuses with which strangers are refused; the others get 401."""

MAY = {
    ("state change", "supervisor"),
    ("monitor", "supervisor"), ("monitor", "other supervisor"),
    *((name, kind) for name in ("agent activities", "agent statistics") for kind in ("supervisor", "other supervisor")),
    *((name, kind) for name in ("subscription", "change subscription", "delete subscription") for kind in COLLEAGUES),
}  # fmt: skip
"""The operations with which a colleague may change what belongs to another person."""


@pytest.fixture(scope="module")
def outcomes() -> Tried:
    return asyncio.run(tried())


@pytest.mark.parametrize("kind", STRANGERS)
def test_a_stranger_is_refused_everywhere(outcomes: Tried, kind: str) -> None:
    asked = {name: found[kind] for name, found in outcomes.items() if kind in found}
    assert [name for name, outcome in asked.items() if not outcome.refused] == []
    assert {outcome.status for outcome in asked.values()} <= ELSEWHERE.get(kind, {401})


def test_every_operation_that_needs_a_token_is_tried(outcomes: Tried) -> None:
    known = {operation.name for operation in OPERATIONS if not operation.open}
    for kind in STRANGERS.keys() - {"other organisation"}:
        assert {name for name, found in outcomes.items() if kind in found} == known


@pytest.mark.parametrize("kind", COLLEAGUES)
def test_a_colleague_is_refused_what_is_anothers(outcomes: Tried, kind: str) -> None:
    asked = {name: found[kind] for name, found in outcomes.items() if kind in found}
    assert len(asked) > 40
    assert {name for name, outcome in asked.items() if not outcome.refused} == {
        name for name, who in MAY if who == kind
    }


def test_the_traffic_of_the_tenant_tells_of_every_attempt_that_reached_it(outcomes: Tried) -> None:
    def reached(kind: str, outcome: Outcome) -> bool:
        return kind not in ("closed tenant", "no tenant")

    missing = [
        (name, kind)
        for name, found in outcomes.items()
        for kind, outcome in found.items()
        if outcome.recorded != reached(kind, outcome)
    ]
    assert missing == []


def test_the_page_says_what_was_tried(outcomes: Tried) -> None:
    assert PAGE.read_text(encoding="utf-8") == page(outcomes), "run: python -m tests.simulator.product.attempts"
