"""The labels of the reference desktop and its identity pages, as people read them, in both languages."""

import re
from collections.abc import Mapping
from enum import StrEnum
from typing import Final

from deskproof.steps.gherkin.vocabulary.values import (
    AVAILABILITIES,
    FEATURES,
    OPTIONS,
    ROLES,
    SETTINGS,
    Availability,
    ConsultState,
    ConversationState,
    Feature,
    Language,
    MonitoringState,
    Option,
    Reached,
    Role,
    SettingsOf,
)
from deskproof.steps.screens.reference.sentences import any_sentence, sentence, sentence_with

_LABELS: Final[Mapping[str, Mapping[Language, str]]] = {
    "other language": {"en": "Svenska", "sv": "English"},
    # addresses
    "nothing served": {
        "en": "No tenant lives at this address",
        "sv": "Ingen klientorganisation finns på den här adressen",
    },
    "no such page": {"en": "There is no such page", "sv": "Sidan finns inte"},
    "open the desktop": {"en": "Open the Desktop", "sv": "Öppna skrivbordet"},
    # identity
    "email": {"en": "Email address", "sv": "E-postadress"},
    "password": {"en": "Password", "sv": "Lösenord"},
    "sign in": {"en": "Sign In", "sv": "Logga in"},
    "forgot password": {"en": "Forgot Password", "sv": "Glömt lösenord"},
    "code": {"en": "Confirmation code", "sv": "Bekräftelsekod"},
    "continue": {"en": "Continue", "sv": "Fortsätt"},
    "new code": {"en": "Send a new code", "sv": "Skicka en ny kod"},
    "new password": {"en": "New password", "sv": "Nytt lösenord"},
    "new password again": {"en": "New password again", "sv": "Nytt lösenord igen"},
    "save password": {"en": "Save Password", "sv": "Spara lösenord"},
    # Station Credentials
    "station": {"en": "Station Credentials", "sv": "Stationsuppgifter"},
    "options": {"en": "Dial Number / Extension", "sv": "Uppringningsnummer/anknytning"},
    "telephony": {"en": "Telephony", "sv": "Telefoni"},
    "format": {"en": "International Dialing Format", "sv": "Internationellt nummerformat"},
    "country": {"en": "Country code", "sv": "Landskod"},
    "team": {"en": "Team", "sv": "Team"},
    "role": {"en": "Role", "sv": "Roll"},
    "submit": {"en": "Submit", "sv": "Skicka"},
    "cancel": {"en": "Cancel", "sv": "Avbryt"},
    "show": {"en": "Show {}", "sv": "Visa {}"},
    "clear": {"en": "Clear {}", "sv": "Rensa {}"},
    "no matches": {"en": "No matches", "sv": "Inga träffar"},
    "remember": {"en": "Remember My Credentials", "sv": "Kom ihåg mina autentiseringsuppgifter"},
    "tracking id": {"en": "Tracking ID", "sv": "Spårnings-ID"},
    # dialogs
    "multiple sign-in": {"en": "Multiple Sign In Alert", "sv": "Varning om flera inloggningar"},
    "not restored": {"en": "Your session could not be restored", "sv": "Sessionen kunde inte återställas"},
    "reload": {"en": "Reload Browser", "sv": "Läs in webbläsaren på nytt"},
    "inactivity": {"en": "Prolonged Inactivity", "sv": "Långvarig inaktivitet"},
    "stay": {"en": "Stay Signed In", "sv": "Förbli inloggad"},
    "limit reached": {"en": "You have been signed out", "sv": "Du har loggats ut"},
    "ok": {"en": "OK", "sv": "OK"},
    # errors
    "refused": {"en": "You cannot use the desktop", "sv": "Du kan inte använda skrivbordet"},
    "somebody else": {"en": "Sign In as Somebody Else", "sv": "Logga in som någon annan"},
    "try again": {"en": "Try Again", "sv": "Försök igen"},
    "storage": {"en": "Your sign-in could not be kept", "sv": "Din inloggning kunde inte sparas"},
    "error id": {"en": "Error ID", "sv": "Fel-ID"},
    # features
    "contacts": {"en": "Contacts", "sv": "Kontakter"},
    # the desktop
    "answer": {"en": "Answer", "sv": "Svara"},
    "decline": {"en": "Decline", "sv": "Avvisa"},
    "mute": {"en": "Mute", "sv": "Stäng av mikrofonen"},
    "task": {"en": "Task", "sv": "Uppgift"},
    "availability": {"en": "Availability", "sv": "Tillgänglighet"},
    "profile": {"en": "User Profile", "sv": "Användarprofil"},
    "sign out": {"en": "Sign Out", "sv": "Logga ut"},
    # layout
    "product": {"en": "Deskproof Desk", "sv": "Deskproof Desk"},
    "pages": {"en": "Pages", "sv": "Sidor"},
    "panel": {"en": "Auxiliary information", "sv": "Ytterligare information"},
    "on every page": {"en": "On every page", "sv": "På alla sidor"},
    "action webex": {"en": "Webex App (opens in a new tab)", "sv": "Webex-appen (öppnas i en ny flik)"},
    "action notification": {"en": "Notification Center", "sv": "Aviseringscenter"},
    # display and loading
    "too small": {"en": "This window is too small", "sv": "Fönstret är för litet"},
    "loading": {"en": "Loading the desktop…", "sv": "Läser in skrivbordet…"},
    "could not load": {"en": "The desktop could not be loaded", "sv": "Skrivbordet kunde inte läsas in"},
    "time": {"en": "Time", "sv": "Tid"},
    "address": {"en": "Address", "sv": "Adress"},
    "copy details": {"en": "Copy Details", "sv": "Kopiera detaljer"},
    "copied": {"en": "Copied", "sv": "Kopierat"},
    # conversations and monitoring
    "incoming call": {"en": "Incoming call", "sv": "Inkommande samtal"},
    "tasks": {"en": "Tasks", "sv": "Uppgifter"},
    "pane": {"en": "Interaction control pane", "sv": "Interaktionskontrollfönster"},
    "hold": {"en": "Hold", "sv": "Parkera"},
    "resume": {"en": "Resume", "sv": "Återuppta"},
    "end": {"en": "End", "sv": "Avsluta"},
    "wrap-up reason": {"en": "Wrap Up Reason", "sv": "Orsak till avslut"},
    "submit wrap-up": {"en": "Submit Wrap Up", "sv": "Skicka efterarbete"},
    "go to": {"en": "Go To", "sv": "Gå till"},
    "unanswered": {"en": "You did not answer in time", "sv": "Du svarade inte i tid"},
    "engaged": {"en": "Engaged", "sv": "Upptagen"},
    "refresh": {"en": "Refresh", "sv": "Uppdatera"},
    "incoming consult call": {"en": "Incoming consult call", "sv": "Inkommande konsultationssamtal"},
    "reach": {"en": "Consult or Transfer", "sv": "Konsultera eller koppla"},
    "consult": {"en": "Consult", "sv": "Konsultera"},
    "transfer": {"en": "Transfer", "sv": "Koppla"},
    "conference": {"en": "Conference", "sv": "Konferens"},
    "consultation": {"en": "Consult", "sv": "Konsultation"},
    "asked": {"en": "Consulting", "sv": "Konsultation"},
    "cancel consult": {"en": "Cancel Consult", "sv": "Avbryt konsultationen"},
    "end consult": {"en": "End Consult", "sv": "Avsluta konsultationen"},
    "leave conference": {"en": "Leave Conference", "sv": "Lämna konferensen"},
    "pause recording": {"en": "Pause Recording", "sv": "Pausa inspelningen"},
    "resume recording": {"en": "Resume Recording", "sv": "Återuppta inspelningen"},
    "recording paused": {"en": "Recording paused", "sv": "Inspelningen är pausad"},
    "declined": {"en": "Declined", "sv": "Avvisade"},
    Reached.AGENT: {"en": "Agent", "sv": "Agent"},
    Reached.QUEUE: {"en": "Queue", "sv": "Kö"},
    Reached.NUMBER: {"en": "Number", "sv": "Nummer"},
    "accept": {"en": "Accept", "sv": "Acceptera"},
    "incoming chat": {"en": "Incoming chat", "sv": "Inkommande chatt"},
    "incoming email": {"en": "Incoming e-mail", "sv": "Inkommande e-post"},
    "incoming social": {"en": "Incoming message", "sv": "Inkommande meddelande"},
    ConsultState.RINGING: {"en": "Ringing", "sv": "Ringer"},
    ConsultState.CONNECTED: {"en": "Connected", "sv": "Ansluten"},
    "monitoring pane": {"en": "Monitoring", "sv": "Övervakning"},
    "monitoring call": {"en": "Monitoring call", "sv": "Övervakningssamtal"},
    "review": {"en": "Review and Monitor", "sv": "Granska och övervaka"},
    "start monitoring": {"en": "Start Monitoring", "sv": "Starta övervakning"},
    "pause monitoring": {"en": "Pause Monitoring", "sv": "Pausa övervakning"},
    "resume monitoring": {"en": "Resume Monitoring", "sv": "Återuppta övervakning"},
    "end monitoring": {"en": "End Monitoring", "sv": "Avsluta övervakning"},
    ConversationState.RINGING: {"en": "Ringing", "sv": "Ringer"},
    ConversationState.CONNECTED: {"en": "Connected", "sv": "Ansluten"},
    ConversationState.HELD: {"en": "On Hold", "sv": "Parkerad"},
    ConversationState.WRAP_UP: {"en": "Wrap Up", "sv": "Efterarbete"},
    MonitoringState.REQUESTED: {"en": "Ringing", "sv": "Ringer"},
    MonitoringState.ACTIVE: {"en": "Monitoring", "sv": "Övervakar"},
    MonitoringState.PAUSED: {"en": "Monitoring Paused", "sv": "Övervakning pausad"},
    # Microsoft Teams
    "collaboration": {
        "en": "Collaboration tool - Microsoft Teams",
        "sv": "Samarbetsverktyg - Microsoft Teams",
    },
    "warning": {"en": "Warning", "sv": "Varning"},
    "retry": {"en": "Retry", "sv": "Försök igen"},
    "success": {"en": "Success", "sv": "Lyckades"},
}


class Labels:
    """The labels in one language."""

    def __init__(self, language: Language) -> None:
        self.language = language

    def __getitem__(self, key: str) -> str:
        return _LABELS[key][self.language]

    @property
    def other_language(self) -> Language:
        """The language that these labels are not in."""
        return "sv" if self.language == "en" else "en"

    def option(self, option: Option) -> str:
        """The label of a station option."""
        return OPTIONS[option][self.language]

    def role(self, role: Role) -> str:
        """The label of a role."""
        return ROLES[role][self.language]

    def feature(self, feature: Feature) -> str:
        """The label of a feature."""
        return FEATURES[feature][self.language]

    def settings(self, settings: SettingsOf) -> re.Pattern[str]:
        """A pattern of the sentence that names the settings to correct."""
        word = SETTINGS[settings][self.language]
        return re.compile({"en": rf"the {word} settings", "sv": rf"inställningarna för {word}\b"}[self.language])

    def availability(self, availability: Availability) -> str:
        """The label of an availability."""
        return AVAILABILITIES[availability][self.language]

    def title(self, key: str) -> str:
        """The title of the page that has this label."""
        return f"{self[key]} · {self['product']}"

    def any_sentence(self, about: type[StrEnum], beginning: str) -> re.Pattern[str]:
        """A pattern of what the desktop says about any of the members whose names begin so."""
        return any_sentence(about, beginning, self.language)

    def sentence(self, what: str | StrEnum) -> re.Pattern[str]:
        """A pattern of what the desktop says about this."""
        return sentence(what, self.language)

    def sentence_with(self, what: str | StrEnum, value: str) -> str:
        """What the desktop says about this, with the value in its place."""
        return sentence_with(what, value, self.language)
