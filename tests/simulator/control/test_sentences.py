"""What is wrong with a document, in words."""

import pytest

from deskproof.simulator.control.sentences import shown


@pytest.mark.parametrize(("length", "seen"), [(58, f'"{"x" * 58}"'), (59, f'"{"x" * 58}…')])
def test_a_long_value_is_cut(length: int, seen: str) -> None:
    assert shown("x" * length) == seen


PERSON = {"password": "correct horse 7", "teamsPassword": "correct horse 8"}


@pytest.mark.parametrize("value", [PERSON, [PERSON], {"people": PERSON}], ids=["it", "listed", "within"])
def test_a_password_inside_a_value_is_not_repeated(value: object) -> None:
    assert "horse" not in shown(value)
