"""Why a sign-in to Microsoft Teams did not succeed, as the reference desktop says it."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from deskproof.steps.gherkin.vocabulary.values import Language, TeamsFailure

MICROSOFT_TEAMS: Mapping[str | StrEnum, Mapping[Language, str | tuple[str, ...]]] = {
    TeamsFailure.CANCELLED: {
        "en": (
            "You cancelled the sign-in to Microsoft Teams. Choose Retry to sign in, here or later from Profile "
            "Settings."
        ),
        "sv": (
            "Du avbröt inloggningen på Microsoft Teams. Välj Försök igen för att logga in, här eller senare från "
            "Profilinställningar."
        ),
    },
    TeamsFailure.CLOSED: {
        "en": (
            "The window was closed before you had signed in to Microsoft Teams. Choose Retry to sign in, here or "
            "later from Profile Settings."
        ),
        "sv": (
            "Fönstret stängdes innan du hade loggat in på Microsoft Teams. Välj Försök igen för att logga in, här "
            "eller senare från Profilinställningar."
        ),
    },
    TeamsFailure.REFUSED: {
        "en": (
            "Your organisation does not let your account connect to Microsoft Teams. Ask your administrator, then "
            "choose Retry."
        ),
        "sv": (
            "Din organisation låter inte ditt konto ansluta till Microsoft Teams. Fråga administratören och välj "
            "sedan Försök igen."
        ),
    },
    TeamsFailure.UNREACHABLE: {
        "en": "The sign-in to Microsoft Teams could not be reached. Check your network connection, then choose Retry.",
        "sv": "Inloggningen på Microsoft Teams kunde inte nås. Kontrollera nätverket och välj sedan Försök igen.",
    },
    TeamsFailure.FAILED: {
        "en": (
            "You could not be signed in to Microsoft Teams ({}). Choose Retry; if it goes on, tell your administrator."
        ),
        "sv": (
            "Det gick inte att logga in på Microsoft Teams ({}). Välj Försök igen; berätta för administratören om det"
            " upprepas."
        ),
    },
    TeamsFailure.BLOCKED: {
        "en": (
            "Your browser blocked the sign-in window. Choose Retry; if it goes on, allow pop-up windows for this "
            "address."
        ),
        "sv": (
            "Webbläsaren blockerade inloggningsfönstret. Välj Försök igen; tillåt popup-fönster för den här adressen "
            "om det upprepas."
        ),
    },
    TeamsFailure.MISMATCHED: {
        "en": (
            "You could not be signed in to Microsoft Teams (state). Choose Retry; if it goes on, tell your "
            "administrator."
        ),
        "sv": (
            "Det gick inte att logga in på Microsoft Teams (state). Välj Försök igen; berätta för administratören om "
            "det upprepas."
        ),
    },
    TeamsFailure.EXPIRED: {
        "en": "Your Microsoft Teams sign-in has expired. Choose Retry to sign in again.",
        "sv": "Din inloggning på Microsoft Teams har gått ut. Välj Försök igen för att logga in på nytt.",
    },
}
