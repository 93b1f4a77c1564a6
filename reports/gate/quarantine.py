"""`quarantine.toml`: the scenarios that are known not to pass, each with owner, reason and expiry.

Rule: quarantine always ends and always has an owner. A quarantined scenario still runs; the gate checks expiry, number
and scenarios that pass again. `today` comes from the caller.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, ValidationError

from deskproof.reports.text.toml import sentence

NAME = "quarantine.toml"

_Said = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]


class BadQuarantine(Exception):
    """The file cannot be used; the message says where, what was found and what was expected."""


@dataclass(frozen=True, kw_only=True)
class QuarantinedScenario:
    """A scenario in quarantine. It is valid until the end of the day `expires`."""

    scenario: str
    owner: str
    reason: str
    expires: date

    def expired(self, today: date) -> bool:
        """Whether it has expired."""
        return self.expires < today


@dataclass(frozen=True, kw_only=True)
class Quarantine:
    """Every entry, and how many there may be."""

    at_most: int = 0
    entries: tuple[QuarantinedScenario, ...] = ()

    @property
    def ids(self) -> frozenset[str]:
        """The ids of the scenarios in quarantine."""
        return frozenset(entry.scenario for entry in self.entries)

    def unknown(self, known: Iterable[str]) -> tuple[QuarantinedScenario, ...]:
        """The entries whose scenario is not among `known`."""
        there = set(known)
        return tuple(entry for entry in self.entries if entry.scenario not in there)


class _Entry(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)

    id: _Said
    owner: _Said
    reason: _Said
    expires: date


class _File(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)

    at_most: Annotated[int, Field(ge=0)]
    scenario: list[_Entry] = []


def load(file: Path | str) -> Quarantine:
    """What `file` says; an empty quarantine that allows nothing where there is no such file. Raises BadQuarantine."""
    path = Path(file)
    try:
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        return Quarantine()
    except (OSError, UnicodeDecodeError) as error:
        raise BadQuarantine(f"{path} cannot be read ({error}); it should be a text file in UTF-8.") from error
    try:
        content = _File.model_validate(tomllib.loads(text))
    except (tomllib.TOMLDecodeError, ValidationError) as error:
        raise BadQuarantine(sentence(path, error)) from error
    entries = tuple(
        QuarantinedScenario(
            scenario=scenario.id, owner=scenario.owner, reason=scenario.reason, expires=scenario.expires
        )
        for scenario in content.scenario
    )
    ids = [entry.scenario for entry in entries]
    if twice := next((id for id in ids if ids.count(id) > 1), None):
        raise BadQuarantine(f"{path} has {twice} twice; keep one [[scenario]] for it.")
    return Quarantine(at_most=content.at_most, entries=entries)
