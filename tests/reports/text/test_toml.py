"""Sentences on TOML files: long values are shortened, the table is named."""

import tomllib
from pathlib import Path

import pytest
from pydantic import BaseModel, ConfigDict, ValidationError

from deskproof.reports.text.toml import sentence


class Settings(BaseModel):
    """Something to fill."""

    model_config = ConfigDict(extra="forbid")

    minutes: float


def refusal(**values: object) -> str:
    with pytest.raises(ValidationError) as caught:
        Settings.model_validate(values)
    return sentence(Path("gate.toml"), caught.value, within=("rules", "duration-budget"))


def test_the_place_the_value_and_the_wish_are_said() -> None:
    assert refusal() == "gate.toml lacks rules.duration-budget.minutes; add it."
    assert refusal(minutes=1, hours=2).startswith("gate.toml has rules.duration-budget.hours, which nothing reads")
    assert "minutes = 'xxxx" in refusal(minutes="x" * 500)
    assert len(refusal(minutes="x" * 500)) < 250


def test_what_is_no_toml_is_said_with_its_line() -> None:
    with pytest.raises(tomllib.TOMLDecodeError) as caught:
        tomllib.loads("a = 1\nb = two")
    assert "at line 2" in sentence(Path("gate.toml"), caught.value)
