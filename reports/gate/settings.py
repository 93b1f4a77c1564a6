"""`gate.toml`: the settings of the gate, and the rules that packages add.

Rule: every rule is on unless the file says why it is off. An unknown key is an error: a misspelt rule must not look as
if it applied.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from importlib import metadata
from pathlib import Path
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, StringConstraints, TypeAdapter, ValidationError

from deskproof.reports.gate.case import Removed, Rule
from deskproof.reports.gate.rules import RULES
from deskproof.reports.text.toml import sentence

NAME = "gate.toml"
ENTRY_POINTS = "deskproof.gate_rules"
_RENAMED = {"seen-to-fail": "detected"}
"""Former names of rules, each with the present one."""

_Said = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]


class BadGate(Exception):
    """The gate cannot be set up; the message says where, what was found and what was expected."""


@dataclass(frozen=True, kw_only=True)
class Agreed:
    """A rule with its settings; `off` is the reason for which it is switched off."""

    rule: Rule
    settings: object = None
    off: str | None = None


@dataclass(frozen=True, kw_only=True)
class Agreement:
    """What `gate.toml` says."""

    rules: tuple[Agreed, ...]
    baseline_required: bool = False
    removed: tuple[Removed, ...] = ()


class _Base(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True)

    required: bool = False


class _Removed(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True)

    scenario: _Said
    reason: _Said


class _Off(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True)

    off: _Said


class _File(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True)

    base: _Base = _Base()
    removed: list[_Removed] = []
    rules: dict[str, dict[str, Any]] = {}


def read(file: Path, rules: Iterable[Rule]) -> Agreement:
    """What `file` says of `rules`. Raises BadGate."""
    known = {rule.name: rule for rule in rules}
    try:
        content = _File.model_validate(tomllib.loads(file.read_text(encoding="utf-8")))
    except FileNotFoundError:
        raise BadGate(
            f"There is no {file}, so nothing says what a release needs; take the one of the Deskproof project "
            "and name it with --rules."
        ) from None
    except (OSError, UnicodeDecodeError) as error:
        raise BadGate(f"{file} cannot be read ({error}); it should be a text file in UTF-8.") from error
    except (tomllib.TOMLDecodeError, ValidationError) as error:
        raise BadGate(sentence(file, error)) from error
    if renamed := sorted(_RENAMED.keys() & content.rules.keys() - known.keys()):
        raise BadGate(
            f"{file} has rules.{renamed[0]}, a rule that is now called {_RENAMED[renamed[0]]}; rename the table to "
            f"[rules.{_RENAMED[renamed[0]]}]."
        )
    if unknown := sorted(content.rules.keys() - known.keys()):
        raise BadGate(f"{file} has rules.{unknown[0]}, which is not a rule; the rules are {', '.join(known)}.")
    return Agreement(
        rules=tuple(_agreed(file, rule, content.rules.get(rule.name, {})) for rule in known.values()),
        baseline_required=content.base.required,
        removed=tuple(Removed(scenario=removed.scenario, reason=removed.reason) for removed in content.removed),
    )


def _agreed(file: Path, rule: Rule, table: Mapping[str, Any]) -> Agreed:
    try:
        if "off" in table:
            return Agreed(rule=rule, off=_Off.model_validate(table).off)
        read_keys = {field.name for field in fields(rule.settings)}
        if unread := sorted(table.keys() - read_keys):
            raise BadGate(
                f"{file} has rules.{rule.name}.{unread[0]}, which nothing reads; the rule takes "
                f"{', '.join(sorted(read_keys | {'off'}))}."
            )
        return Agreed(rule=rule, settings=TypeAdapter(rule.settings).validate_python(table))
    except ValidationError as error:
        raise BadGate(sentence(file, error, within=("rules", rule.name))) from error


def all_rules(found: Iterable[metadata.EntryPoint] | None = None) -> tuple[Rule, ...]:
    """Our rules, then those that installed packages add by the entry point `deskproof.gate_rules`. Raises BadGate."""
    points = metadata.entry_points(group=ENTRY_POINTS) if found is None else found
    rules = list(RULES)
    for point in sorted(points, key=lambda point: point.name):
        label = f"The gate rule {point.name} ({point.value})"
        try:
            rule = point.load()
        except Exception as error:  # whatever keeps a package from loading, the gate must not open without its rule
            raise BadGate(f"{label} cannot be loaded: {error}; fix or uninstall its package.") from error
        if not isinstance(rule, Rule):
            raise BadGate(f"{label} is {type(rule).__name__}; a deskproof.reports.gate.Rule was expected.")
        if rule.name in {rule.name for rule in rules}:
            raise BadGate(f"{label} calls itself {rule.name}, as another rule does; give it a name of its own.")
        rules.append(rule)
    return tuple(rules)
