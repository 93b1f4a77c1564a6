"""The short form of `make fuzz` (docs/decisions/0046-fuzzing.md): the same examples every time."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.fuzz.surfaces import SURFACES, Round
from tests.fuzz.target import Target

_EXAMPLES = 40


@pytest.fixture(scope="module")
def target() -> Iterator[Target]:
    """One simulator for all surfaces."""
    with Target() as target:
        yield target


# A strategy of schemathesis has a text of the size of its document, which only this warning is about.
@pytest.mark.filterwarnings("ignore:Generating overly large repr:hypothesis.errors.HypothesisWarning")
@pytest.mark.parametrize("surface", SURFACES)
def test_a_surface_withstands_what_nobody_expects(target: Target, surface: str) -> None:
    SURFACES[surface](target, Round(examples=_EXAMPLES))
