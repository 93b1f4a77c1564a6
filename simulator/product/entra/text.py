"""The sentences of the Teams sign-in in English and Swedish."""

from __future__ import annotations

from collections.abc import Mapping

from deskproof.simulator.runtime.language import Language

_ENGLISH = {
    "product": "Work account",
    "language": "Language",
    "title": "Sign in to your Microsoft Teams account",
    "title.problem": "Problem: {title}",
    "lead": "The agent desktop asks for your name, your email address and your presence in Microsoft Teams.",
    "email": "Email address",
    "password": "Password",
    "sign_in": "Sign In",
    "cancel": "Cancel",
    "email.empty": "Enter the email address of your Teams account.",
    "email.unknown": "There is no Teams account with this email address. Check the spelling, or ask your administrator"
    " which address you have.",
    "password.empty": "Enter the password of your Teams account.",
    "password.wrong": "The password is not right. Try again, or choose Cancel and sign in to Teams later.",
    "details": "Details for your administrator",
    "close": "You can close this window and go on in the desktop.",
    "astray": "Nothing was changed. Go on from the desktop.",
    "desktop": "Open the Desktop",
    "untrusted": "This sign-in link does not work",
    "missing": "There is no such page",
    "forbidden": "This form came from another site",
    "refused": "The request could not be read",
    "unavailable": "This service is not available right now",
    "signed_out": "You are signed out",
}

_SWEDISH = {
    "product": "Arbetskonto",
    "language": "Språk",
    "title": "Logga in på ditt Microsoft Teams-konto",
    "title.problem": "Fel: {title}",
    "lead": "Agentskrivbordet ber om ditt namn, din e-postadress och din närvaro i Microsoft Teams.",
    "email": "E-postadress",
    "password": "Lösenord",
    "sign_in": "Logga in",
    "cancel": "Avbryt",
    "email.empty": "Ange e-postadressen till ditt Teams-konto.",
    "email.unknown": "Det finns inget Teams-konto med den här e-postadressen. Kontrollera stavningen eller fråga"
    " administratören vilken adress du har.",
    "password.empty": "Ange lösenordet till ditt Teams-konto.",
    "password.wrong": "Lösenordet stämmer inte. Försök igen, eller välj Avbryt och logga in på Teams senare.",
    "details": "Uppgifter till administratören",
    "close": "Du kan stänga det här fönstret och fortsätta i skrivbordet.",
    "astray": "Inget har ändrats. Fortsätt från skrivbordet.",
    "desktop": "Öppna skrivbordet",
    "untrusted": "Inloggningslänken fungerar inte",
    "missing": "Sidan finns inte",
    "forbidden": "Formuläret kom från en annan webbplats",
    "refused": "Det gick inte att läsa begäran",
    "unavailable": "Tjänsten är inte tillgänglig just nu",
    "signed_out": "Du är utloggad",
}

TEXTS: Mapping[Language, Mapping[str, str]] = {Language.ENGLISH: _ENGLISH, Language.SWEDISH: _SWEDISH}


def sentence(language: Language, key: str, **values: object) -> str:
    """The sentence with its values put in; plain text, escaped where it is shown."""
    return TEXTS[language][key].format(**values)
