"""What a message next to a field says, in the words of features; the words of a desktop are known to its screens."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from deskproof.steps.gherkin.vocabulary.values import Language


class IdentityMessage(StrEnum):
    """A message next to a field of the identity service's pages (AD-020, AD-023 to AD-027)."""

    EMAIL_MALFORMED = "email malformed"
    EMAIL_UNKNOWN = "email unknown"
    PASSWORD_WRONG = "password wrong"  # noqa: S105  the name of a message
    PASSWORD_TWO_LEFT = "password two left"  # noqa: S105  the name of a message
    PASSWORD_ONE_LEFT = "password one left"  # noqa: S105  the name of a message
    CODE_LETTERS = "code letters"
    CODE_SHORT = "code short"
    CODE_LONG = "code long"
    CODE_WRONG = "code wrong"
    CODE_ONE_LEFT = "code one left"
    CODE_SPENT = "code spent"
    CODE_EXPIRED = "code expired"
    NEW_PASSWORD_SHORT = "new password short"  # noqa: S105  the name of a message
    NEW_PASSWORD_DIFFERENT = "new password different"  # noqa: S105  the name of a message


class StationMessage(StrEnum):
    """A message next to a field of Station Credentials (AD-061, AD-062, AD-065, AD-076, AD-089)."""

    NUMBER_MISSING = "number missing"
    EXTENSION_MISSING = "extension missing"
    NUMBER_LETTERS = "number letters"
    NUMBER_SHORT = "number short"
    NUMBER_LONG = "number long"
    NUMBER_FORMAT = "number format"
    NUMBER_NOT_REGISTERED = "number not registered"
    NUMBER_IN_USE = "number in use"
    EXTENSION_IN_USE = "extension in use"
    TEAM_MISSING = "team missing"


IDENTITY_MESSAGES: Mapping[StrEnum, Mapping[Language, str]] = {
    IdentityMessage.EMAIL_MALFORMED: {
        "en": "the e-mail address is not complete",
        "sv": "e-postadressen inte är fullständig",
    },
    IdentityMessage.EMAIL_UNKNOWN: {"en": "nobody has the e-mail address", "sv": "ingen har e-postadressen"},
    IdentityMessage.PASSWORD_WRONG: {"en": "the password is wrong", "sv": "lösenordet är fel"},
    IdentityMessage.PASSWORD_TWO_LEFT: {
        "en": "the password is wrong and two tries are left",
        "sv": "lösenordet är fel och två försök är kvar",
    },
    IdentityMessage.PASSWORD_ONE_LEFT: {
        "en": "the password is wrong and one try is left",
        "sv": "lösenordet är fel och ett försök är kvar",
    },
    IdentityMessage.CODE_LETTERS: {
        "en": "the confirmation code has digits only",
        "sv": "bekräftelsekoden bara har siffror",
    },
    IdentityMessage.CODE_SHORT: {"en": "the confirmation code is too short", "sv": "bekräftelsekoden är för kort"},
    IdentityMessage.CODE_LONG: {"en": "the confirmation code is too long", "sv": "bekräftelsekoden är för lång"},
    IdentityMessage.CODE_WRONG: {"en": "the confirmation code is wrong", "sv": "bekräftelsekoden är fel"},
    IdentityMessage.CODE_ONE_LEFT: {
        "en": "the confirmation code is wrong and one try is left",
        "sv": "bekräftelsekoden är fel och ett försök är kvar",
    },
    IdentityMessage.CODE_SPENT: {
        "en": "the confirmation code cannot be used any more",
        "sv": "bekräftelsekoden inte kan användas längre",
    },
    IdentityMessage.CODE_EXPIRED: {"en": "the confirmation code has expired", "sv": "bekräftelsekoden har gått ut"},
    IdentityMessage.NEW_PASSWORD_SHORT: {
        "en": "the new password is too short",
        "sv": "det nya lösenordet är för kort",
    },
    IdentityMessage.NEW_PASSWORD_DIFFERENT: {
        "en": "the two new passwords are not the same",
        "sv": "de två nya lösenorden inte är lika",
    },
}

STATION_MESSAGES: Mapping[StrEnum, Mapping[Language, str]] = {
    StationMessage.NUMBER_MISSING: {"en": "a number is required", "sv": "ett nummer krävs"},
    StationMessage.EXTENSION_MISSING: {"en": "an extension is required", "sv": "en anknytning krävs"},
    StationMessage.NUMBER_LETTERS: {"en": "a number has no letters", "sv": "ett nummer inte har bokstäver"},
    StationMessage.NUMBER_SHORT: {
        "en": "the number is too short for the country",
        "sv": "numret är för kort för landet",
    },
    StationMessage.NUMBER_LONG: {
        "en": "the number is too long for the country",
        "sv": "numret är för långt för landet",
    },
    StationMessage.NUMBER_FORMAT: {
        "en": "the number is in neither format",
        "sv": "numret inte följer något av formaten",
    },
    StationMessage.NUMBER_NOT_REGISTERED: {
        "en": "the number is not registered for them",
        "sv": "numret inte är registrerat på agenten",
    },
    StationMessage.NUMBER_IN_USE: {"en": "the number is in use", "sv": "numret används redan"},
    StationMessage.EXTENSION_IN_USE: {"en": "the extension is in use", "sv": "anknytningen används redan"},
    StationMessage.TEAM_MISSING: {"en": "a team has to be picked", "sv": "ett team måste väljas"},
}
