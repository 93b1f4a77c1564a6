"""The placeholders of sentences: what text may stand for each, and what value the step function gets.

Values are the same in both languages, so that no step function looks at the language of its sentence.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from deskproof.steps.gherkin.vocabulary.messages import IDENTITY_MESSAGES, STATION_MESSAGES
from deskproof.steps.gherkin.vocabulary.values import (
    AVAILABILITIES,
    BRANDS,
    CHANNELS,
    CONSULTS,
    CONVERSATIONS,
    DAMAGES,
    FEATURES,
    HEADER_ACTIONS,
    KEYS,
    LANGUAGES,
    LOADING_FAULTS,
    MONITORINGS,
    OPTIONS,
    PEOPLE,
    PLACES,
    REACHED,
    REQUESTS,
    ROLES,
    SETTINGS,
    TEAMS_FAILURES,
    WRITINGS,
    Destination,
    Language,
    Place,
    Reached,
)

_NAME = re.compile(r"[a-z]\w*")

_AND: Mapping[Language, str] = {"en": "and", "sv": "och"}

_UNITS: Mapping[Language, Mapping[str, int]] = {
    "en": {"second": 1, "seconds": 1, "minute": 60, "minutes": 60, "hour": 3600, "hours": 3600},
    "sv": {"sekund": 1, "sekunder": 1, "minut": 60, "minuter": 60, "timme": 3600, "timmar": 3600},
}


class VocabularyError(TypeError):
    """A step function or a placeholder cannot be used as it is written; the message says where and what to do."""


@dataclass(frozen=True, kw_only=True)
class ParameterType:
    """The type of a placeholder: the pattern of its text in each language, and how the text becomes a value."""

    patterns: Mapping[Language, str]
    values: Mapping[Language, Callable[[str], object]]

    def pattern(self, language: Language) -> str:
        """The pattern of its text in a language; that of the first where the language has none of its own."""
        return self.patterns.get(language) or next(iter(self.patterns.values()))

    def value(self, language: Language, text: str) -> object:
        """The value of a text in a language."""
        read = self.values.get(language) or next(iter(self.values.values()))
        return read(text)


def _in_both(pattern: str, value: Callable[[str], object]) -> ParameterType:
    return ParameterType(patterns=dict.fromkeys(LANGUAGES, pattern), values=dict.fromkeys(LANGUAGES, value))


def _unquoted(text: str) -> str:
    return text[1:-1]


def _one_of(words: Mapping[StrEnum, Mapping[Language, str]]) -> ParameterType:
    """One word out of a table. Longer words come first, so that "Supervisor" does not hide "Supervisor and Agent"."""
    tables = {language: {entry[language]: value for value, entry in words.items()} for language in LANGUAGES}
    return ParameterType(
        patterns={language: _alternatives(table) for language, table in tables.items()},
        values={language: table.__getitem__ for language, table in tables.items()},
    )


def _list_of(words: Mapping[StrEnum, Mapping[Language, str]]) -> ParameterType:
    """Several words of a table as people write them: "A", "A and B", "A, B and C"."""
    word_type = _one_of(words)

    def pattern(language: Language) -> str:
        word = f"(?:{word_type.patterns[language]})"
        return f"{word}(?:, {word})*(?: {_AND[language]} {word})?"

    def values(language: Language) -> Callable[[str], object]:
        parts = re.compile(rf", | {_AND[language]} ")
        return lambda text: tuple(word_type.values[language](word) for word in parts.split(text))

    return ParameterType(
        patterns={language: pattern(language) for language in LANGUAGES},
        values={language: values(language) for language in LANGUAGES},
    )


def _place(words: Mapping[str, Place]) -> Callable[[str], object]:
    return words.__getitem__


def _destination() -> ParameterType:
    """A person by name, or the name of a queue or a number in quotation marks, after the word for what it is."""

    def pattern(language: Language) -> str:
        names = {Reached.AGENT: "|".join(PEOPLE)}
        return "|".join(f"{words[language]} (?:{names.get(Reached(kind), _NAMED)})" for kind, words in REACHED.items())

    def value(language: Language) -> Callable[[str], object]:
        def read(text: str) -> Destination:
            kind, words = next((k, w[language]) for k, w in REACHED.items() if text.startswith(f"{w[language]} "))
            return Destination(kind=Reached(kind), name=text.removeprefix(words).strip(' "'))

        return read

    return ParameterType(
        patterns={language: pattern(language) for language in LANGUAGES},
        values={language: value(language) for language in LANGUAGES},
    )


def _duration(units: Mapping[str, int]) -> Callable[[str], object]:
    def seconds(text: str) -> int:
        amount, unit = text.split(" ")
        return int(amount) * units[unit]

    return seconds


def _size(text: str) -> object:
    return tuple(int(part) for part in re.findall(r"\d+", text))


def _alternatives(words: Mapping[str, object]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


_PLACE = ParameterType(
    patterns={language: _alternatives(words) for language, words in PLACES.items()},
    values={language: _place(words) for language, words in PLACES.items()},
)

_NAMED = '"[^"]*"'
_QUOTED = _in_both(_NAMED, _unquoted)

PARAMETER_TYPES: dict[str, ParameterType] = {
    # people
    "person": _in_both("|".join(PEOPLE), str),
    "other": _in_both("|".join(PEOPLE), str),
    # words of the desktop
    "option": _one_of(OPTIONS),
    "options": _list_of(OPTIONS),
    "role": _one_of(ROLES),
    "availability": _one_of(AVAILABILITIES),
    "teams_failure": _one_of(TEAMS_FAILURES),
    "damage": _one_of(DAMAGES),
    "feature": _one_of(FEATURES),
    "features": _list_of(FEATURES),
    "actions": _list_of(HEADER_ACTIONS),
    "settings": _one_of(SETTINGS),
    "identity_message": _one_of(IDENTITY_MESSAGES),
    "station_message": _one_of(STATION_MESSAGES),
    "conversation": _one_of(CONVERSATIONS),
    "monitoring": _one_of(MONITORINGS),
    "consult": _one_of(CONSULTS),
    "channel": _one_of(CHANNELS),
    "request": _one_of(REQUESTS),
    "destination": _destination(),
    "browser": _one_of(BRANDS),
    "key": _one_of(KEYS),
    "writing": _one_of(WRITINGS),
    "place": _PLACE,
    "elsewhere": _PLACE,
    # amounts
    "count": _in_both(r"\d+", int),
    "size": ParameterType(
        patterns={"en": r"\d+ by \d+", "sv": r"\d+ gånger \d+"},
        values=dict.fromkeys(LANGUAGES, _size),
    ),
    "image": _in_both("PNG|JPG|GIF|SVG|WebP", str),
    "loading_fault": _one_of(LOADING_FAULTS),
    "duration": ParameterType(
        patterns={language: rf"\d+ (?:{_alternatives(units)})" for language, units in _UNITS.items()},
        values={language: _duration(units) for language, units in _UNITS.items()},
    ),
    # text that is typed or read, in quotation marks
    "text": _QUOTED,
    "words": _QUOTED,
    "number": _QUOTED,
    "address": _QUOTED,
    "password": _QUOTED,
    "code": _QUOTED,
    "country": _QUOTED,
    "scripts": _QUOTED,
    "team": _QUOTED,
}


def parameter_type(name: str, pattern: str | Mapping[Language, str], value: Callable[[str], object] = str) -> None:
    """Define the placeholder `{name}`: its text fits the regular expression `pattern`, or that of its language, and the
    step function gets the `value` of the text. Raises VocabularyError where there is a placeholder of this name, or the
    pattern is not a regular expression.
    """
    patterns = {"en": pattern} if isinstance(pattern, str) else dict(pattern)
    if not _NAME.fullmatch(name):
        raise VocabularyError(f"The placeholder {name!r} is not a name; write letters, digits and _ only.")
    if name in PARAMETER_TYPES:
        raise VocabularyError(f"There is a placeholder {{{name}}} already; choose another name.")
    for each in patterns.values():
        try:
            groups = re.compile(each).groups
        except re.error as error:
            raise VocabularyError(f"The pattern {each!r} of {{{name}}} cannot be read: {error}.") from None
        if groups:
            raise VocabularyError(f"The pattern {each!r} of {{{name}}} has a group; write (?:...) in place of (...).")
    PARAMETER_TYPES[name] = ParameterType(patterns=patterns, values=dict.fromkeys(patterns, value))
