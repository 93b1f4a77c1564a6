"""Secrets never print themselves."""

import pytest

from deskproof.simulator.domain.values import Secret, entity_id


def test_a_secret_is_compared_and_never_shown() -> None:
    secret = Secret("horse")
    assert secret == Secret("horse") != Secret("house")
    assert hash(secret) == hash(Secret("horse"))
    assert "horse" not in f"{secret} {secret!r} {[secret]}"
    assert secret.reveal() == "horse"
    assert secret != "horse"


def test_a_secret_is_not_empty() -> None:
    with pytest.raises(ValueError, match="cannot be empty"):
        Secret("")


def test_ids_depend_on_kind_and_key_alone() -> None:
    assert entity_id("team", "a") == entity_id("team", "a") != entity_id("site", "a")
