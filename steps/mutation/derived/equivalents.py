"""Derived defects that do not change the behaviour of the product, listed with a reason in `equivalents.toml`."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Sequence
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, ValidationError

FILE = Path(__file__).with_name("equivalents.toml")


class BadEquivalents(Exception):
    """The file cannot be used; the message says where, what was seen and what to do."""


class Equivalent(BaseModel):
    """Derived defects whose names fit `names`, in which `*` is anything, and why nobody could notice them."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    names: Annotated[str, Field(min_length=1)]
    reason: Annotated[str, Field(min_length=10)]


class _File(BaseModel):
    model_config = ConfigDict(extra="forbid")

    equivalent: tuple[Equivalent, ...] = ()


def equivalents(file: Path = FILE) -> tuple[Equivalent, ...]:
    """All entries. Raises BadEquivalents."""
    try:
        return _File.model_validate(tomllib.loads(file.read_text(encoding="utf-8"))).equivalent
    except tomllib.TOMLDecodeError as error:
        raise BadEquivalents(f"{file.name} is not TOML: {error}; correct that line.") from None
    except ValidationError as error:
        first = error.errors()[0]
        place = ".".join(str(part) for part in first["loc"])
        raise BadEquivalents(f"{file.name}: {place}: {first['msg']}; correct the entry.") from None


def equivalent_names(names: Iterable[str], entries: Sequence[Equivalent]) -> frozenset[str]:
    """Those of the names that an entry fits. Raises BadEquivalents for an entry that fits none."""
    found: set[str] = set()
    names = tuple(names)
    for entry in entries:
        fitting = {name for name in names if fnmatchcase(name, entry.names)}
        if not fitting:
            raise BadEquivalents(f"{FILE.name}: {entry.names!r} fits no derived defect; correct or remove the entry.")
        found |= fitting
    return frozenset(found)
