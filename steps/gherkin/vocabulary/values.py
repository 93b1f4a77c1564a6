"""What a sentence may vary, as values that step functions work with: people, station options, roles and the like, and
the words for each in both languages.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

Language: TypeAlias = str
"""The code of a language of Gherkin, such as `en`."""

LANGUAGES: tuple[Language, ...] = ("en", "sv")
"""The languages of the shipped sentences and of the reference desktop."""


class Option(StrEnum):
    """A station option, by the name the tenant's configuration has for it (PROTOCOL.md, station login)."""

    DIAL_NUMBER = "AGENT_DN"
    EXTENSION = "EXTENSION"
    DESKTOP = "BROWSER"


class Role(StrEnum):
    """What a person with both roles can sign in as."""

    SUPERVISOR = "supervisor"
    SUPERVISOR_AND_AGENT = "supervisorAgent"


class Availability(StrEnum):
    """The availabilities that an agent chooses from; an idle code has its own name."""

    AVAILABLE = "Available"
    IDLE = "Idle"


class TeamsFailure(StrEnum):
    """Why a sign-in to Microsoft Teams did not succeed."""

    CANCELLED = "cancelled"
    CLOSED = "closed"
    REFUSED = "refused"
    UNREACHABLE = "unreachable"
    FAILED = "failed"
    BLOCKED = "blocked"
    MISMATCHED = "mismatched"
    EXPIRED = "expired"


class LoadingFault(StrEnum):
    """What prevents a desktop from loading (AD-010); the value is the place of the fault."""

    SCRIPT = "desk.js"
    MODULE = "vendor/lit-3.3.3.js"
    STYLES = "desk.css"
    SERVICES = "catalogue before sign-in"
    SETTINGS = "desktop profile"
    SOCKET = "notification socket"


class Damage(StrEnum):
    """What the browser's storage has instead of the saved station credentials."""

    TEXT = '{"option": "AGENT_DN", "num'
    FOREIGN = '{"option": "EXTENSION", "theme": "dark"}'
    LACKING = '{"option": "AGENT_DN", "number": "2015532447", "international": "yes"}'


class Feature(StrEnum):
    """What a desktop can work without when the service behind it does not answer (AD-095)."""

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
    """A browser by its brand."""

    CHROME = "chrome"
    EDGE = "edge"
    FIREFOX = "firefox"


class ConversationState(StrEnum):
    """The state of an agent's conversation, by the tenant's name for it (AD-087)."""

    RINGING = "offered"
    CONNECTED = "connected"
    HELD = "held"
    WRAP_UP = "wrap-up"


class MonitoringState(StrEnum):
    """The state of a supervisor's monitoring task, by the tenant's name for it (AD-088)."""

    REQUESTED = "requested"
    ACTIVE = "active"
    PAUSED = "paused"


class ConsultState(StrEnum):
    """How far a consultation is, for the agent who began it."""

    RINGING = "ringing"
    CONNECTED = "consulting"


class Reached(StrEnum):
    """What an agent can consult, or transfer a call to."""

    AGENT = "agent"
    QUEUE = "queue"
    NUMBER = "number"


class Channel(StrEnum):
    """How a customer writes, by the name that the wire has for it (PROTOCOL.md, media types)."""

    CHAT = "chat"
    EMAIL = "email"
    MESSAGE = "social"


class Request(StrEnum):
    """What an agent requests of the service, by its name in the desktop."""

    ACCEPT = "accept"
    HOLD = "hold"
    RESUME = "unhold"
    END = "end"
    WRAP_UP = "wrapup"
    PAUSE_RECORDING = "pauseRecording"
    RESUME_RECORDING = "resumeRecording"
    CONSULT = "consult"
    CONSULT_QUEUE = "consultQueue"
    END_CONSULT = "endConsult"
    HAND_OVER = "consultTransfer"
    CONFERENCE = "conference"
    LEAVE_CONFERENCE = "leaveConference"
    TRANSFER = "transfer"
    TRANSFER_TO_QUEUE = "transferToQueue"
    MONITOR = "monitor"
    PAUSE_MONITORING = "pauseMonitoring"
    RESUME_MONITORING = "resumeMonitoring"
    END_MONITORING = "endMonitoring"
    CHANGE_AVAILABILITY = "state"
    SIGN_OUT = "signOut"


class Thing(StrEnum):
    """What a person can have several of, with the desktop in each (AD-012, AD-013)."""

    TAB = "tab"
    WINDOW = "window"
    BROWSER = "browser"


class Key(StrEnum):
    """A key that ends the search in a list, by Playwright's name for it."""

    ENTER = "Enter"
    TAB = "Tab"
    ESCAPE = "Escape"


class Writing(StrEnum):
    """A way of writing digits that does not change the number (AD-025)."""

    FULL_WIDTH = "full width"
    SPACE = "space"
    HYPHEN = "hyphen"
    INVISIBLE = "invisible"


@dataclass(frozen=True, kw_only=True)
class Place:
    """One of several tabs, windows or browsers, counted from 1."""

    number: int
    thing: Thing


@dataclass(frozen=True, kw_only=True)
class Destination:
    """Whom an agent consults, or transfers a call to: a person, the name of a queue, or a number."""

    kind: Reached
    name: str


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

TEAMS_FAILURES: Mapping[StrEnum, Mapping[Language, str]] = {
    TeamsFailure.CANCELLED: {"en": "was cancelled", "sv": "avbröts"},
    TeamsFailure.CLOSED: {"en": "ended when its window was closed", "sv": "avslutades när fönstret stängdes"},
    TeamsFailure.REFUSED: {"en": "was refused by the organisation", "sv": "nekades av organisationen"},
    TeamsFailure.UNREACHABLE: {"en": "could not be reached", "sv": "inte gick att nå"},
    TeamsFailure.FAILED: {"en": "failed", "sv": "misslyckades"},
    TeamsFailure.BLOCKED: {"en": "was blocked by the browser", "sv": "blockerades av webbläsaren"},
    TeamsFailure.MISMATCHED: {"en": "received a response to another request", "sv": "fick svar på en annan begäran"},
    TeamsFailure.EXPIRED: {"en": "has expired", "sv": "har gått ut"},
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

CONSULTS: Mapping[StrEnum, Mapping[Language, str]] = {
    ConsultState.RINGING: {"en": "is ringing", "sv": "ringer"},
    ConsultState.CONNECTED: {"en": "is connected", "sv": "är ansluten"},
}

REACHED: Mapping[StrEnum, Mapping[Language, str]] = {
    Reached.AGENT: {"en": "the agent", "sv": "agenten"},
    Reached.QUEUE: {"en": "the queue", "sv": "kön"},
    Reached.NUMBER: {"en": "the number", "sv": "numret"},
}

CHANNELS: Mapping[StrEnum, Mapping[Language, str]] = {
    Channel.CHAT: {"en": "a chat", "sv": "en chatt"},
    Channel.EMAIL: {"en": "an e-mail", "sv": "ett e-postmeddelande"},
    Channel.MESSAGE: {"en": "a message", "sv": "ett meddelande"},
}

REQUESTS: Mapping[StrEnum, Mapping[Language, str]] = {
    Request.ACCEPT: {"en": "accept the conversation", "sv": "ta emot konversationen"},
    Request.HOLD: {"en": "put the call on hold", "sv": "parkera samtalet"},
    Request.RESUME: {"en": "resume the call", "sv": "återuppta samtalet"},
    Request.END: {"en": "end the call", "sv": "avsluta samtalet"},
    Request.WRAP_UP: {"en": "submit the wrap-up", "sv": "skicka efterarbetet"},
    Request.PAUSE_RECORDING: {"en": "pause the recording", "sv": "pausa inspelningen"},
    Request.RESUME_RECORDING: {"en": "resume the recording", "sv": "återuppta inspelningen"},
    Request.CONSULT: {"en": "consult an agent", "sv": "konsultera en agent"},
    Request.CONSULT_QUEUE: {"en": "consult a queue", "sv": "konsultera en kö"},
    Request.END_CONSULT: {"en": "end the consult", "sv": "avsluta konsultationen"},
    Request.HAND_OVER: {"en": "transfer the call after the consult", "sv": "koppla samtalet efter konsultationen"},
    Request.CONFERENCE: {"en": "start the conference", "sv": "starta konferensen"},
    Request.LEAVE_CONFERENCE: {"en": "leave the conference", "sv": "lämna konferensen"},
    Request.TRANSFER: {"en": "transfer the call to an agent", "sv": "koppla samtalet till en agent"},
    Request.TRANSFER_TO_QUEUE: {"en": "transfer the call to a queue", "sv": "koppla samtalet till en kö"},
    Request.MONITOR: {"en": "monitor the conversation", "sv": "övervaka konversationen"},
    Request.PAUSE_MONITORING: {"en": "pause monitoring", "sv": "pausa övervakningen"},
    Request.RESUME_MONITORING: {"en": "resume monitoring", "sv": "återuppta övervakningen"},
    Request.END_MONITORING: {"en": "end monitoring", "sv": "avsluta övervakningen"},
    Request.CHANGE_AVAILABILITY: {"en": "change the availability", "sv": "ändra tillgängligheten"},
    Request.SIGN_OUT: {"en": "sign out", "sv": "logga ut"},
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

LOADING_FAULTS: Mapping[StrEnum, Mapping[Language, str]] = {
    LoadingFault.SCRIPT: {"en": "its first script is missing", "sv": "dess första skript saknas"},
    LoadingFault.MODULE: {"en": "a part of its script is missing", "sv": "en del av dess skript saknas"},
    LoadingFault.STYLES: {"en": "its styles are missing", "sv": "dess formatmall saknas"},
    LoadingFault.SERVICES: {"en": "it cannot find its services", "sv": "det inte hittar sina tjänster"},
    LoadingFault.SETTINGS: {"en": "it cannot read its settings", "sv": "det inte kan läsa sina inställningar"},
    LoadingFault.SOCKET: {"en": "its connection is refused", "sv": "dess anslutning nekas"},
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
    Writing.INVISIBLE: {"en": "with invisible characters", "sv": "med osynliga tecken"},
}
