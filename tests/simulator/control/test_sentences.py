"""What is wrong with a document, in words."""

import pytest

from deskproof.simulator.control.sentences import shown


@pytest.mark.parametrize(("length", "seen"), [(58, f'"{"x" * 58}"'), (59, f'"{"x" * 58}…')])
def test_a_long_value_is_cut(length: int, seen: str) -> None:
    assert shown("x" * length) == seen
