"""JSON as it comes in: how deep it may be nested, and how much of it a refusal repeats."""

import pytest

from deskproof.simulator.wire.kernel.json_text import Unreadable, read_json, shortened


def test_a_hundred_objects_and_lists_may_be_nested() -> None:
    assert read_json("[" * 100 + "]" * 100)
    with pytest.raises(Unreadable, match="nests more than 100 objects and lists within each other, from character 100"):
        read_json("[" * 101 + "]" * 101)


@pytest.mark.parametrize(("length", "seen"), [(60, "x" * 60), (61, "x" * 59 + "…")])
def test_a_refusal_repeats_sixty_characters(length: int, seen: str) -> None:
    assert shortened("x" * length) == seen
