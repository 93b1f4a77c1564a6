"""The sentences of the reference desktop and its identity pages, to the letter, in both languages.

Rule: `{}` stands for a value. Where one thing is said in several ways, each is a sentence of a tuple.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from enum import StrEnum
from typing import Final

from deskproof.steps.gherkin.vocabulary.messages import IdentityMessage, StationMessage
from deskproof.steps.gherkin.vocabulary.values import ConversationState, Language, MonitoringState
from deskproof.steps.screens.reference.refusals import REFUSALS
from deskproof.steps.screens.reference.teams_sentences import MICROSOFT_TEAMS

Sentence = str | tuple[str, ...]

_SENTENCES: Final[Mapping[str | StrEnum, Mapping[Language, Sentence]]] = {
    **REFUSALS,
    # next to a field
    IdentityMessage.EMAIL_MALFORMED: {
        "en": "Enter a whole email address, such as name@example.com.",
        "sv": "Ange en fullständig e-postadress, till exempel namn@example.com.",
    },
    IdentityMessage.EMAIL_UNKNOWN: {
        "en": (
            "There is no account with this email address. Check the spelling, or ask your administrator which address"
            " you have."
        ),
        "sv": (
            "Det finns inget konto med den e-postadressen. Kontrollera stavningen eller fråga administratören vilken "
            "adress du har."
        ),
    },
    IdentityMessage.PASSWORD_WRONG: {
        "en": "The password is not right. Try again, or choose Forgot Password.",
        "sv": "Lösenordet är fel. Försök igen eller välj Glömt lösenord.",
    },
    IdentityMessage.PASSWORD_TWO_LEFT: {
        "en": "The password is not right. You have 2 more tries before the account is locked.",
        "sv": "Lösenordet är fel. Du har 2 försök kvar innan kontot låses.",
    },
    IdentityMessage.PASSWORD_ONE_LEFT: {
        "en": "The password is not right. You have 1 more try before the account is locked.",
        "sv": "Lösenordet är fel. Du har 1 försök kvar innan kontot låses.",
    },
    IdentityMessage.CODE_LETTERS: {
        "en": "The code has digits only. Enter the six digits from the email.",
        "sv": "Koden har endast siffror. Ange de sex siffrorna från e-postmeddelandet.",
    },
    IdentityMessage.CODE_SHORT: {
        "en": "The code has six digits; you entered {}. Enter all six.",
        "sv": "Koden har sex siffror; du angav {}. Ange alla sex.",
    },
    IdentityMessage.CODE_LONG: {
        "en": "The code has six digits; you entered {}. Enter just the six.",
        "sv": "Koden har sex siffror; du angav {}. Ange endast de sex.",
    },
    IdentityMessage.CODE_WRONG: {
        "en": "The code is not right. You have {} more tries.",
        "sv": "Koden är fel. Du har {} försök kvar.",
    },
    IdentityMessage.CODE_ONE_LEFT: {
        "en": "The code is not right. You have 1 more try.",
        "sv": "Koden är fel. Du har 1 försök kvar.",
    },
    IdentityMessage.CODE_SPENT: {
        "en": "The code cannot be used any more. Send a new code and enter that one.",
        "sv": "Koden kan inte användas längre. Skicka en ny kod och ange den.",
    },
    IdentityMessage.CODE_EXPIRED: {
        "en": "The code has expired. Send a new code and enter that one.",
        "sv": "Koden har gått ut. Skicka en ny kod och ange den.",
    },
    IdentityMessage.NEW_PASSWORD_SHORT: {
        "en": "The password is too short. It needs at least {} characters.",
        "sv": "Lösenordet är för kort. Det behöver minst {} tecken.",
    },
    IdentityMessage.NEW_PASSWORD_DIFFERENT: {
        "en": "The two passwords are not the same. Enter the new password twice.",
        "sv": "De två lösenorden är inte lika. Ange det nya lösenordet två gånger.",
    },
    StationMessage.NUMBER_LETTERS: {
        "en": (
            "A dial number has no letters. Enter a valid dial number. For help, reach out to your administrator or "
            "support team."
        ),
        "sv": (
            "Ett uppringningsnummer har inga bokstäver. Ange ett giltigt uppringningsnummer. Kontakta administratören"
            " eller supportteamet om du behöver hjälp."
        ),
    },
    StationMessage.NUMBER_SHORT: {
        "en": (
            "This number is too short for {}. Enter a valid dial number. For help, reach out to your administrator or"
            " support team."
        ),
        "sv": (
            "Numret är för kort för {}. Ange ett giltigt uppringningsnummer. Kontakta administratören eller "
            "supportteamet om du behöver hjälp."
        ),
    },
    StationMessage.NUMBER_LONG: {
        "en": (
            "This number is too long for {}. Enter a valid dial number. For help, reach out to your administrator or "
            "support team."
        ),
        "sv": (
            "Numret är för långt för {}. Ange ett giltigt uppringningsnummer. Kontakta administratören eller "
            "supportteamet om du behöver hjälp."
        ),
    },
    StationMessage.NUMBER_FORMAT: {
        "en": (
            "A number begins with + or 011 and a country code. Enter a valid dial number. For help, reach out to your"
            " administrator or support team."
        ),
        "sv": (
            "Ett nummer börjar med + eller 011 och en landskod. Ange ett giltigt uppringningsnummer. Kontakta "
            "administratören eller supportteamet om du behöver hjälp."
        ),
    },
    StationMessage.NUMBER_NOT_REGISTERED: {
        "en": "This number is not registered for you. Ask your administrator to register it, or use another one.",
        "sv": "Numret är inte registrerat för dig. Be administratören registrera det eller använd ett annat.",
    },
    StationMessage.NUMBER_IN_USE: {
        "en": "Dial number is in use. Try a different one. For help, reach out to your administrator or support team.",
        "sv": (
            "Uppringningsnumret används redan. Prova ett annat. Kontakta administratören eller supportteamet om du "
            "behöver hjälp."
        ),
    },
    StationMessage.EXTENSION_IN_USE: {
        "en": (
            "This extension is already in use. Try a different one. For help, reach out to your administrator or "
            "support team."
        ),
        "sv": (
            "Anknytningen används redan. Prova en annan. Kontakta administratören eller supportteamet om du behöver "
            "hjälp."
        ),
    },
    StationMessage.TEAM_MISSING: {"en": "Choose a team from the list.", "sv": "Välj ett team i listan."},
    StationMessage.NUMBER_MISSING: {"en": "Dial Number is required.", "sv": "Uppringningsnummer måste anges."},
    StationMessage.EXTENSION_MISSING: {"en": "Extension is required.", "sv": "Anknytning måste anges."},
    "greeting": {
        "en": "Welcome, {}. Choose how you take calls during this session.",
        "sv": "Välkommen, {}. Välj hur du tar emot samtal under den här sessionen.",
    },
    "browser refused": {
        "en": "Desktop works only in Google Chrome. Open this address in Google Chrome, or choose another option.",
        "sv": (
            "Skrivbord fungerar bara i Google Chrome. Öppna den här adressen i Google Chrome, eller välj ett annat "
            "alternativ."
        ),
    },
    "microphone denied": {
        "en": (
            "The desktop may not use your microphone. Allow it for this address in Google Chrome and submit again, or"
            " choose another option."
        ),
        "sv": (
            "Skrivbordet får inte använda mikrofonen. Tillåt den för den här adressen i Google Chrome och skicka "
            "igen, eller välj ett annat alternativ."
        ),
    },
    "microphone absent": {
        "en": "No microphone was found. Connect a headset or a microphone and submit again, or choose another option.",
        "sv": (
            "Ingen mikrofon hittades. Anslut ett headset eller en mikrofon och skicka igen, eller välj ett annat "
            "alternativ."
        ),
    },
    "new code sent": {
        "en": "A new code is on its way. Earlier codes no longer work.",
        "sv": "En ny kod är på väg. Tidigare koder fungerar inte längre.",
    },
    "locked": {
        "en": (
            (
                "The account is locked because of too many wrong passwords. Try again in {} minutes, or choose Forgot "
                "Password."
            ),
            (
                "The account is locked because of too many wrong passwords. Try again in 1 minute, or choose Forgot "
                "Password."
            ),
        ),
        "sv": (
            "Kontot är låst efter för många felaktiga lösenord. Försök igen om {} minuter eller välj Glömt lösenord.",
            "Kontot är låst efter för många felaktiga lösenord. Försök igen om 1 minut eller välj Glömt lösenord.",
        ),
    },
    "mac keys": {
        "en": "To change the email address, press Alt+Left arrow (Windows) or Command+Left arrow (Mac).",
        "sv": "Tryck på Alt+vänsterpil (Windows) eller Command+vänsterpil (Mac) om du vill ändra e-postadressen.",
    },
    **MICROSOFT_TEAMS,
    # signing out
    ConversationState.RINGING: {
        "en": "You cannot sign out while a conversation is ringing. Answer it, or wait until it stops ringing.",
        "sv": "Du kan inte logga ut medan en konversation ringer. Besvara den eller vänta tills den slutar ringa.",
    },
    ConversationState.CONNECTED: {
        "en": "You cannot sign out while a conversation is connected. End it and wrap it up first.",
        "sv": "Du kan inte logga ut medan en konversation är ansluten. Avsluta den och gör efterarbetet först.",
    },
    ConversationState.HELD: {
        "en": "You cannot sign out while a conversation is on hold. End it and wrap it up first.",
        "sv": "Du kan inte logga ut medan en konversation är parkerad. Avsluta den och gör efterarbetet först.",
    },
    ConversationState.WRAP_UP: {
        "en": "You cannot sign out while a conversation is in wrap-up. Submit the wrap-up first.",
        "sv": "Du kan inte logga ut medan en konversation är i efterarbete. Skicka efterarbetet först.",
    },
    MonitoringState.REQUESTED: {
        "en": "You cannot sign out while monitoring is requested. End the monitoring first.",
        "sv": "Du kan inte logga ut medan övervakning är begärd. Avsluta övervakningen först.",
    },
    MonitoringState.ACTIVE: {
        "en": "You cannot sign out while monitoring is active. End the monitoring first.",
        "sv": "Du kan inte logga ut medan övervakning är aktiv. Avsluta övervakningen först.",
    },
    MonitoringState.PAUSED: {
        "en": "You cannot sign out while monitoring is paused. End the monitoring first.",
        "sv": "Du kan inte logga ut medan övervakning är pausad. Avsluta övervakningen först.",
    },
    "sign-out refused": {"en": "You cannot sign out while ", "sv": "Du kan inte logga ut medan "},
    "signed out note": {"en": "You were signed out of your station.", "sv": "Du loggades ut från din station."},
    # the page
    "loading": {"en": "Loading the interaction control pane…", "sv": "Läser in interaktionskontrollfönstret…"},
    "not saved": {
        "en": "You are signed in, but your credentials were not saved in this browser. Enter them again next time.",
        "sv": (
            "Du är inloggad, men inloggningsuppgifterna sparades inte i den här webbläsaren. Ange dem igen nästa gång."
        ),
    },
    "connection lost": {"en": "Connection lost. Reconnecting…", "sv": "Anslutningen bröts. Återansluter…"},
    "unavailable features": {"en": "Some features are unavailable:", "sv": "Vissa funktioner är inte tillgängliga:"},
    "unavailable": {
        "en": "Unavailable until the problem is fixed and the browser is reloaded.",
        "sv": "Inte tillgängligt förrän felet är åtgärdat och webbläsaren har lästs in på nytt.",
    },
    "multiple sign-in": {
        "en": (
            "You are signed in to the Desktop in multiple application instances. Click Continue to proceed with the "
            "Desktop in this application instance. Else, close this window."
        ),
        "sv": (
            "Du är inloggad på skrivbordet i flera programinstanser. Klicka på Fortsätt för att använda skrivbordet i"
            " den här programinstansen. Stäng annars fönstret."
        ),
    },
    "zoom advice": {
        "en": "The zoom of your browser is {} %. The desktop works best at 100 %: press {}.",
        "sv": "Webbläsarens zoom är {} %. Skrivbordet fungerar bäst vid 100 %: tryck på {}.",
    },
    "layout error": {
        "en": (
            "The layout of your desktop could not be read, so you see the default layout. Tell your administrator.",
            "The layout of your desktop is not valid JSON, so you see the default layout. Tell your administrator.",
            "The layout of your desktop has no “{}”, so you see the default layout. Tell your administrator.",
            (
                "The layout of your desktop has an unusable value at “{}”, so you see the default layout. Tell your "
                "administrator."
            ),
            "The image “{}” of your layout could not be shown, so you see the default layout. Tell your administrator.",
        ),
        "sv": (
            "Skrivbordets layout kunde inte läsas, så du ser standardlayouten. Kontakta administratören.",
            "Skrivbordets layout är inte giltig JSON, så du ser standardlayouten. Kontakta administratören.",
            "Skrivbordets layout saknar ”{}”, så du ser standardlayouten. Kontakta administratören.",
            (
                "Skrivbordets layout har ett oanvändbart värde i ”{}”, så du ser standardlayouten. Kontakta "
                "administratören."
            ),
            "Bilden ”{}” i layouten kunde inte visas, så du ser standardlayouten. Kontakta administratören.",
        ),
    },
    "teams warning": {"en": "Warning: {}Microsoft Teams", "sv": "Varning: {}Microsoft Teams"},
    "teams account refused": {
        "en": (
            "The password is not right. Try again, or choose Cancel and sign in to Teams later.",
            (
                "There is no Teams account with this email address. Check the spelling, or ask your administrator "
                "which address you have."
            ),
        ),
        "sv": (
            "Lösenordet stämmer inte. Försök igen, eller välj Avbryt och logga in på Teams senare.",
            (
                "Det finns inget Teams-konto med den här e-postadressen. Kontrollera stavningen eller fråga "
                "administratören vilken adress du har."
            ),
        ),
    },
    "consult with": {"en": "You consult {}.", "sv": "Du konsulterar {}."},
    "consulted by": {"en": "{} consults you about this call.", "sv": "{} konsulterar dig om det här samtalet."},
    "not taken": {"en": "{} did not take your consult call.", "sv": "{} tog inte emot ditt konsultationssamtal."},
    "in conference": {"en": "Also in this conference: {}.", "sv": "Med i konferensen: {}."},
    "ended": {"en": "You ended the conversation.", "sv": "Du avslutade konversationen."},
    "customer left": {"en": "The customer left the conversation.", "sv": "Kunden lämnade konversationen."},
    "left": {
        "en": "You left the call. It goes on without you.",
        "sv": "Du lämnade samtalet. Det fortsätter utan dig.",
    },
    "unanswered": {
        "en": (
            "A contact was offered to you and was not answered in time (RONA). You receive no contacts until you "
            "choose. Check that your phone is ready before you go to Available."
        ),
        "sv": (
            "En kontakt erbjöds dig och besvarades inte i tid (RONA). Du får inga kontakter förrän du väljer. "
            "Kontrollera att telefonen är redo innan du gör dig tillgänglig."
        ),
    },
}


def sentence(what: str | StrEnum, language: Language) -> re.Pattern[str]:
    """A pattern of what the desktop says about this, anywhere in a text."""
    return re.compile("|".join(_pattern(one) for one in _sentences(what, language)))


def sentence_with(what: str | StrEnum, value: str, language: Language) -> str:
    """What the desktop says about this, with the value in its place."""
    (one,) = _sentences(what, language)
    return one.replace("{}", value)


def any_sentence(about: type[StrEnum], beginning: str, language: Language) -> re.Pattern[str]:
    """A pattern of what the desktop says about any of the members whose names begin so."""
    members = (member for member in about if member.name.startswith(beginning))
    return re.compile("|".join(_pattern(one) for member in members for one in _sentences(member, language)))


def _sentences(what: str | StrEnum, language: Language) -> tuple[str, ...]:
    found = _SENTENCES[what][language]
    return found if isinstance(found, tuple) else (found,)


def _pattern(one: str) -> str:
    return ".+?".join(re.escape(part) for part in one.split("{}"))
