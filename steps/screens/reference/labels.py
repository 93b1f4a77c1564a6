"""The labels of the reference desktop and its identity pages, as people read them, in both languages."""

import re
from collections.abc import Mapping
from typing import Final

from steps.screens.interface import Complaint
from steps.words import AVAILABILITIES, OPTIONS, ROLES, Availability, Language, Option, Role

_LABELS: Final[Mapping[str, Mapping[Language, str]]] = {
    # identity
    "email": {"en": "Email address", "sv": "E-postadress"},
    "password": {"en": "Password", "sv": "Lösenord"},
    "sign in": {"en": "Sign In", "sv": "Logga in"},
    "forgot password": {"en": "Forgot Password", "sv": "Glömt lösenord"},
    "code": {"en": "Confirmation code", "sv": "Bekräftelsekod"},
    "continue": {"en": "Continue", "sv": "Fortsätt"},
    "new password": {"en": "New password", "sv": "Nytt lösenord"},
    "new password again": {"en": "New password again", "sv": "Nytt lösenord igen"},
    "save password": {"en": "Save Password", "sv": "Spara lösenord"},
    # Station Credentials
    "station": {"en": "Station Credentials", "sv": "Stationsuppgifter"},
    "telephony": {"en": "Telephony", "sv": "Telefoni"},
    "format": {"en": "International Dialing Format", "sv": "Internationellt nummerformat"},
    "country": {"en": "Country code", "sv": "Landskod"},
    "team": {"en": "Team", "sv": "Team"},
    "role": {"en": "Role", "sv": "Roll"},
    "submit": {"en": "Submit", "sv": "Skicka"},
    "cancel": {"en": "Cancel", "sv": "Avbryt"},
    "no matches": {"en": "No matches", "sv": "Inga träffar"},
    # the desk
    "task": {"en": "Task", "sv": "Uppgift"},
    "availability": {"en": "Availability", "sv": "Tillgänglighet"},
    "profile": {"en": "User Profile", "sv": "Användarprofil"},
    "sign out": {"en": "Sign Out", "sv": "Logga ut"},
}

_PATTERNS: Final[Mapping[str | Complaint, Mapping[Language, str]]] = {
    "locked": {"en": r"locked", "sv": r"låst"},
    "mac keys": {"en": r"Command\s*\+\s*Left", "sv": r"Command\s*\+\s*vänster"},
    "nothing served": {"en": r"^No tenant lives at this address", "sv": r"^Ingen klientorganisation finns"},
    Complaint.ANY: {
        "en": r"valid|required|letters|digits|begin",
        "sv": r"giltig|måste anges|bokstäver|siffror|börjar",
    },
    Complaint.NOT_VALID: {"en": r"valid.*administrator", "sv": r"giltig.*administratör"},
    Complaint.NOT_REGISTERED: {"en": r"not registered.*administrator", "sv": r"inte registrerat.*administratör"},
    Complaint.IN_USE: {"en": r"in use.*administrator", "sv": r"används redan.*administratör"},
}


class Labels:
    """The labels in one language."""

    def __init__(self, language: Language) -> None:
        self.language = language

    def __getitem__(self, key: str) -> str:
        return _LABELS[key][self.language]

    def option(self, option: Option) -> str:
        """A station option as its radio button says it."""
        return OPTIONS[option][self.language]

    def role(self, role: Role) -> str:
        """A role as the list says it."""
        return ROLES[role][self.language]

    def availability(self, availability: Availability) -> str:
        """An availability as its button says it."""
        return AVAILABILITIES[availability][self.language]

    def pattern(self, what: str | Complaint) -> re.Pattern[str]:
        """What a text has to say, where its exact words are the product's own affair."""
        return re.compile(_PATTERNS[what][self.language], re.IGNORECASE | re.DOTALL)
