"""The words a sentence may vary: people, station options, roles and the like, in both languages, each in one table.

`KINDS` says for each placeholder of a sentence what may stand there and what value the step function gets. A value is
what the rest of the harness works with, so that no step function ever looks at the language of the sentence that
called it.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Literal

Language = Literal["en", "sv"]
LANGUAGES: tuple[Language, ...] = ("en", "sv")


class Option(StrEnum):
    """A station option, by the name the tenant's configuration has for it (PROTOCOL.md, station login)."""

    DIAL_NUMBER = "AGENT_DN"
    EXTENSION = "EXTENSION"
    DESKTOP = "BROWSER"


class Role(StrEnum):
    """What somebody with both roles can sign in as."""

    SUPERVISOR = "supervisor"
    SUPERVISOR_AND_AGENT = "supervisorAgent"


class Availability(StrEnum):
    """The availabilities an agent chooses between; an idle code goes by its own name."""

    AVAILABLE = "Available"
    IDLE = "Idle"


@dataclass(frozen=True, kw_only=True)
class Kind:
    """What may stand for a placeholder: a pattern per language, and how its text becomes a value."""

    patterns: Mapping[Language, str]
    values: Mapping[Language, Callable[[str], object]]


def _same(pattern: str, value: Callable[[str], object]) -> Kind:
    return Kind(patterns=dict.fromkeys(LANGUAGES, pattern), values=dict.fromkeys(LANGUAGES, value))


def _unquoted(text: str) -> str:
    return text[1:-1]


def _one_of(words: Mapping[StrEnum, Mapping[Language, str]]) -> Kind:
    """One word out of a table. Longer words come first, so that "Supervisor" does not hide "Supervisor and Agent"."""
    tables = {language: {entry[language]: value for value, entry in words.items()} for language in LANGUAGES}
    return Kind(
        patterns={language: _alternatives(table) for language, table in tables.items()},
        values={language: table.__getitem__ for language, table in tables.items()},
    )


def _list_of(words: Mapping[StrEnum, Mapping[Language, str]]) -> Kind:
    """Several words of a table as people write them: "A", "A and B", "A, B and C"."""
    one = _one_of(words)

    def pattern(language: Language) -> str:
        word = f"(?:{one.patterns[language]})"
        return f"{word}(?:, {word})*(?: {_AND[language]} {word})?"

    def values(language: Language) -> Callable[[str], object]:
        parts = re.compile(rf", | {_AND[language]} ")
        return lambda text: tuple(one.values[language](word) for word in parts.split(text))

    return Kind(
        patterns={language: pattern(language) for language in LANGUAGES},
        values={language: values(language) for language in LANGUAGES},
    )


def _duration(units: Mapping[str, int]) -> Callable[[str], object]:
    def seconds(text: str) -> int:
        amount, unit = text.split(" ")
        return int(amount) * units[unit]

    return seconds


def _alternatives(words: Mapping[str, object]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


_AND: Mapping[Language, str] = {"en": "and", "sv": "och"}

PEOPLE = ("Ada", "Bo", "Signe", "Lars")

OPTIONS: Mapping[StrEnum, Mapping[Language, str]] = {
    Option.DIAL_NUMBER: {"en": "Dial Number", "sv": "Uppringningsnummer"},
    Option.EXTENSION: {"en": "Extension", "sv": "Anknytning"},
    Option.DESKTOP: {"en": "Desktop", "sv": "Skrivbord"},
}

ROLES: Mapping[StrEnum, Mapping[Language, str]] = {
    Role.SUPERVISOR: {"en": "Supervisor", "sv": "Arbetsledare"},
    Role.SUPERVISOR_AND_AGENT: {"en": "Supervisor and Agent", "sv": "Arbetsledare och agent"},
}

AVAILABILITIES: Mapping[StrEnum, Mapping[Language, str]] = {
    Availability.AVAILABLE: {"en": "Available", "sv": "Tillgänglig"},
    Availability.IDLE: {"en": "Idle", "sv": "Passiv"},
}

_UNITS: Mapping[Language, Mapping[str, int]] = {
    "en": {"second": 1, "seconds": 1, "minute": 60, "minutes": 60, "hour": 3600, "hours": 3600},
    "sv": {"sekund": 1, "sekunder": 1, "minut": 60, "minuter": 60, "timme": 3600, "timmar": 3600},
}

_QUOTED = _same('"[^"]*"', _unquoted)

KINDS: Mapping[str, Kind] = {
    # people
    "person": _same("|".join(PEOPLE), str),
    "other": _same("|".join(PEOPLE), str),
    # words of the desktop
    "option": _one_of(OPTIONS),
    "options": _list_of(OPTIONS),
    "role": _one_of(ROLES),
    "availability": _one_of(AVAILABILITIES),
    # amounts
    "count": _same(r"\d+", int),
    "duration": Kind(
        patterns={language: rf"\d+ (?:{_alternatives(units)})" for language, units in _UNITS.items()},
        values={language: _duration(units) for language, units in _UNITS.items()},
    ),
    # whatever is typed or read, in quotation marks
    "text": _QUOTED,
    "number": _QUOTED,
    "address": _QUOTED,
    "password": _QUOTED,
    "code": _QUOTED,
    "country": _QUOTED,
    "team": _QUOTED,
}
