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


class TeamsTrouble(StrEnum):
    """Why somebody is not signed in to Microsoft Teams after trying."""

    CANCELLED = "cancelled"
    CLOSED = "closed"
    REFUSED = "refused"
    UNREACHABLE = "unreachable"
    FAILED = "failed"
    BLOCKED = "blocked"
    MISMATCHED = "mismatched"


class LoadingTrouble(StrEnum):
    """What keeps a desktop from loading (AD-010); the value says where it lies."""

    SCRIPT = "main.js"
    MODULE = "services/agent.js"
    STYLES = "styles/style.css"
    SERVICES = "catalogue before sign-in"
    SETTINGS = "desktop profile"
    SOCKET = "notification socket"


class Damage(StrEnum):
    """What a browser has in place of the station credentials that the desktop saved."""

    TEXT = '{"option": "AGENT_DN", "num'
    FOREIGN = '{"option": "EXTENSION", "theme": "dark"}'
    LACKING = '{"option": "AGENT_DN", "number": "2015532447", "international": "yes"}'


class Feature(StrEnum):
    """What a desktop can do without when the service behind it does not answer (AD-095)."""

    COLLEAGUES = "colleagues"
    ADDRESS_BOOK = "address book"
    IDLE_CODES = "idle codes"


class SettingsOf(StrEnum):
    """Whose settings an administrator can have wrong (AD-090)."""

    TENANT = "tenant"
    PROFILE = "profile"
    SKILL = "skill"
    AGENT = "agent"


class HeaderAction(StrEnum):
    """An action in the desktop's header, by the name that a layout has for it (AD-001)."""

    WEBEX = "webex"
    NOTIFICATION_CENTER = "notification"


class Brand(StrEnum):
    """A browser that people know by its name."""

    CHROME = "chrome"
    EDGE = "edge"
    FIREFOX = "firefox"


class ConversationState(StrEnum):
    """Where an agent's conversation stands, by the tenant's name for it (AD-087)."""

    RINGING = "offered"
    CONNECTED = "connected"
    HELD = "held"
    WRAP_UP = "wrap-up"


class MonitoringState(StrEnum):
    """Where a supervisor's monitoring task stands, by the tenant's name for it (AD-088)."""

    REQUESTED = "requested"
    ACTIVE = "active"
    PAUSED = "paused"


class Thing(StrEnum):
    """What somebody can have several of, with the desktop in each (AD-012, AD-013)."""

    TAB = "tab"
    WINDOW = "window"
    BROWSER = "browser"


class Key(StrEnum):
    """A key that ends the search in a list, by the name that Playwright has for it."""

    ENTER = "Enter"
    TAB = "Tab"
    ESCAPE = "Escape"


class Writing(StrEnum):
    """A way of writing digits that changes nothing about them (AD-025)."""

    FULL_WIDTH = "full width"
    SPACE = "space"
    HYPHEN = "hyphen"
    UNSEEN = "unseen"


@dataclass(frozen=True, kw_only=True)
class Place:
    """One of several tabs, windows or browsers, counted from 1."""

    number: int
    thing: Thing


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


def _place(words: Mapping[str, Place]) -> Callable[[str], object]:
    return words.__getitem__


def _duration(units: Mapping[str, int]) -> Callable[[str], object]:
    def seconds(text: str) -> int:
        amount, unit = text.split(" ")
        return int(amount) * units[unit]

    return seconds


def _size(text: str) -> object:
    return tuple(int(part) for part in re.findall(r"\d+", text))


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

TEAMS_TROUBLES: Mapping[StrEnum, Mapping[Language, str]] = {
    TeamsTrouble.CANCELLED: {"en": "was cancelled", "sv": "avbröts"},
    TeamsTrouble.CLOSED: {"en": "ended when its window was closed", "sv": "avslutades när fönstret stängdes"},
    TeamsTrouble.REFUSED: {"en": "was refused by the organisation", "sv": "nekades av organisationen"},
    TeamsTrouble.UNREACHABLE: {"en": "could not be reached", "sv": "inte gick att nå"},
    TeamsTrouble.FAILED: {"en": "failed", "sv": "misslyckades"},
    TeamsTrouble.BLOCKED: {"en": "was blocked by the browser", "sv": "blockerades av webbläsaren"},
    TeamsTrouble.MISMATCHED: {"en": "received a response to another request", "sv": "fick svar på en annan begäran"},
}

DAMAGES: Mapping[StrEnum, Mapping[Language, str]] = {
    Damage.TEXT: {"en": "a text that was cut off", "sv": "en avklippt text"},
    Damage.FOREIGN: {"en": "data of another program", "sv": "data från ett annat program"},
    Damage.LACKING: {"en": "half of the credentials", "sv": "hälften av uppgifterna"},
}

FEATURES: Mapping[StrEnum, Mapping[Language, str]] = {
    Feature.COLLEAGUES: {"en": "Colleagues", "sv": "Kollegor"},
    Feature.ADDRESS_BOOK: {"en": "Address book", "sv": "Adressbok"},
    Feature.IDLE_CODES: {"en": "Idle codes", "sv": "Passivkoder"},
}

HEADER_ACTIONS: Mapping[StrEnum, Mapping[Language, str]] = {
    HeaderAction.WEBEX: {"en": "Webex App", "sv": "Webex-appen"},
    HeaderAction.NOTIFICATION_CENTER: {"en": "Notification Center", "sv": "Aviseringscenter"},
}

BRANDS: Mapping[StrEnum, Mapping[Language, str]] = {
    Brand.CHROME: dict.fromkeys(LANGUAGES, "Google Chrome"),
    Brand.EDGE: dict.fromkeys(LANGUAGES, "Microsoft Edge"),
    Brand.FIREFOX: dict.fromkeys(LANGUAGES, "Firefox"),
}

SETTINGS: Mapping[StrEnum, Mapping[Language, str]] = {
    SettingsOf.TENANT: {"en": "tenant", "sv": "klientorganisation"},
    SettingsOf.PROFILE: {"en": "profile", "sv": "profil"},
    SettingsOf.SKILL: {"en": "skill", "sv": "kompetens"},
    SettingsOf.AGENT: {"en": "agent", "sv": "agent"},
}

CONVERSATIONS: Mapping[StrEnum, Mapping[Language, str]] = {
    ConversationState.RINGING: {"en": "is ringing", "sv": "ringer"},
    ConversationState.CONNECTED: {"en": "is connected", "sv": "är ansluten"},
    ConversationState.HELD: {"en": "is on hold", "sv": "är parkerad"},
    ConversationState.WRAP_UP: {"en": "is in wrap-up", "sv": "är i efterarbete"},
}

MONITORINGS: Mapping[StrEnum, Mapping[Language, str]] = {
    MonitoringState.REQUESTED: {"en": "is requested", "sv": "är begärd"},
    MonitoringState.ACTIVE: {"en": "is active", "sv": "är aktiv"},
    MonitoringState.PAUSED: {"en": "is paused", "sv": "är pausad"},
}

_ORDINALS = {"en": ("first", "second", "third"), "sv": ("första", "andra", "tredje")}
_THINGS: Mapping[Language, Mapping[Thing, str]] = {
    "en": {Thing.TAB: "the {} tab", Thing.WINDOW: "the {} window", Thing.BROWSER: "the {} browser"},
    "sv": {Thing.TAB: "den {} fliken", Thing.WINDOW: "det {} fönstret", Thing.BROWSER: "den {} webbläsaren"},
}
PLACES: Mapping[Language, Mapping[str, Place]] = {
    language: {
        words.format(ordinal): Place(number=number, thing=thing)
        for thing, words in _THINGS[language].items()
        for number, ordinal in enumerate(_ORDINALS[language], start=1)
    }
    for language in LANGUAGES
}

_PLACE = Kind(
    patterns={language: _alternatives(words) for language, words in PLACES.items()},
    values={language: _place(words) for language, words in PLACES.items()},
)

LOADING_TROUBLES: Mapping[StrEnum, Mapping[Language, str]] = {
    LoadingTrouble.SCRIPT: {"en": "its first script is missing", "sv": "dess första skript saknas"},
    LoadingTrouble.MODULE: {"en": "a part of its script is missing", "sv": "en del av dess skript saknas"},
    LoadingTrouble.STYLES: {"en": "its styles are missing", "sv": "dess formatmall saknas"},
    LoadingTrouble.SERVICES: {"en": "it cannot find its services", "sv": "det inte hittar sina tjänster"},
    LoadingTrouble.SETTINGS: {"en": "it cannot read its settings", "sv": "det inte kan läsa sina inställningar"},
    LoadingTrouble.SOCKET: {"en": "its connection is refused", "sv": "dess anslutning nekas"},
}

_UNITS: Mapping[Language, Mapping[str, int]] = {
    "en": {"second": 1, "seconds": 1, "minute": 60, "minutes": 60, "hour": 3600, "hours": 3600},
    "sv": {"sekund": 1, "sekunder": 1, "minut": 60, "minuter": 60, "timme": 3600, "timmar": 3600},
}

KEYS: Mapping[StrEnum, Mapping[Language, str]] = {
    Key.ENTER: {"en": "Enter", "sv": "Enter"},
    Key.TAB: {"en": "Tab", "sv": "Tabb"},
    Key.ESCAPE: {"en": "Escape", "sv": "Escape"},
}

WRITINGS: Mapping[StrEnum, Mapping[Language, str]] = {
    Writing.FULL_WIDTH: {"en": "in full-width digits", "sv": "med siffror i full bredd"},
    Writing.SPACE: {"en": "with a space in the middle", "sv": "med ett mellanslag i mitten"},
    Writing.HYPHEN: {"en": "with a hyphen in the middle", "sv": "med ett bindestreck i mitten"},
    Writing.UNSEEN: {"en": "with invisible characters", "sv": "med osynliga tecken"},
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
    "trouble": _one_of(TEAMS_TROUBLES),
    "damage": _one_of(DAMAGES),
    "feature": _one_of(FEATURES),
    "features": _list_of(FEATURES),
    "actions": _list_of(HEADER_ACTIONS),
    "settings": _one_of(SETTINGS),
    "conversation": _one_of(CONVERSATIONS),
    "monitoring": _one_of(MONITORINGS),
    "browser": _one_of(BRANDS),
    "key": _one_of(KEYS),
    "writing": _one_of(WRITINGS),
    "place": _PLACE,
    "elsewhere": _PLACE,
    # amounts
    "count": _same(r"\d+", int),
    "size": Kind(
        patterns={"en": r"\d+ by \d+", "sv": r"\d+ gånger \d+"},
        values=dict.fromkeys(LANGUAGES, _size),
    ),
    "image": _same("PNG|JPG|GIF|SVG|WebP", str),
    "loading_trouble": _one_of(LOADING_TROUBLES),
    "duration": Kind(
        patterns={language: rf"\d+ (?:{_alternatives(units)})" for language, units in _UNITS.items()},
        values={language: _duration(units) for language, units in _UNITS.items()},
    ),
    # whatever is typed or read, in quotation marks
    "text": _QUOTED,
    "words": _QUOTED,
    "number": _QUOTED,
    "address": _QUOTED,
    "password": _QUOTED,
    "code": _QUOTED,
    "country": _QUOTED,
    "team": _QUOTED,
}
