"""Transition tables as people read them, so that a test has its own copy of each row."""

from collections.abc import Mapping
from typing import Any


def rows(table: Mapping[Any, str]) -> list[str]:
    """Each row as `state, act: next state`."""
    return [f"{state}, {act}: {becomes}" for (state, act), becomes in table.items()]


def written(text: str) -> list[str]:
    """The rows of a table in a test."""
    return [line.strip() for line in text.strip().splitlines()]
