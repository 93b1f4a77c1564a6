"""Telephone numbers and extensions as an agent may give them for a station (DOMAIN 4.2, AD-052 to AD-065, AD-089).

Rule: `read_number` alone says what typed text means. The desktop's edition (`numbers.js`) gives the same results; a
test compares the two for every region. A number is accepted by shape and length ("possible"),
never by assignment: both numbers that the help page gives as examples are possible and unassigned.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

import phonenumbers
from phonenumbers import NumberParseException, PhoneNumber, ValidationResult

from deskproof.simulator.domain.typed import visible, with_ascii_digits

HOME_REGION = "US"
"""The region whose international prefix (011) opens an IDD number."""

MOST_DIGITS = 15
"""Digits of a number with its country code (E.164), and of an extension."""

NUMBER_EXPECTED = "expected E.164 such as +12015532447, or an extension of at most 15 digits such as 1001"

_HOME_IDD = "011"
_NOWHERE = "001"
"""What phonenumbers calls codes that belong to no country, such as +800: no phone of an agent has one."""

_SEPARATORS = re.compile(r"[ ().\[\]<>/~\-\u2010-\u2015\u2053\u2212\u223c\uff08\uff09\uff0d-\uff0f\uff3b\uff3d\uff5e]")
"""What people and documents put between digits. With any other character a text is not a number."""

_PLUS = str.maketrans({"\uff0b": "+", "\ufe62": "+"})
_NATIONAL_WITH_CODE = re.compile(r"1\d{10}")


class Problem(StrEnum):
    """Why a text is not a number, in the order in which it is looked at."""

    REQUIRED = "required"
    LETTERS = "letters"
    CHARACTER = "character"
    FORMAT = "format"
    OTHER_COUNTRY = "other country"
    TOO_SHORT = "too short"
    TOO_LONG = "too long"
    DIGITS = "digits"


@dataclass(frozen=True)
class Unreadable:
    """A text that is not a number: why, and the first character at fault where it is one."""

    problem: Problem
    character: str = ""


@dataclass(frozen=True)
class DialNumber:
    """A telephone number in E.164, such as `+12015532447`."""

    e164: str

    @classmethod
    def parse(cls, text: str) -> DialNumber | None:
        """The number of a station as it comes on the wire: E.164 (`+12015532447`), IDD (`01161123456789`), or the
        form of the vendor's client, eleven digits that begin with 1 (PROTOCOL 4.2); None for anything else.
        """
        found = read_number(text)
        if isinstance(found, Unreadable) and _NATIONAL_WITH_CODE.fullmatch(digits := _compact(text)):
            found = read_number(f"+{digits}")
        return found if isinstance(found, DialNumber) else None

    @classmethod
    def configured(cls, text: str) -> DialNumber | None:
        """The number that a configured one (`configured_number`) means as a dial number: itself, or digits as a number
        of the home region, as the desktop reads them where no other country has been picked.
        """
        found = cls.parse(text) or read_number(text, HOME_REGION)
        return found if isinstance(found, DialNumber) else None

    def __str__(self) -> str:
        return self.e164


@dataclass(frozen=True)
class Extension:
    """A Webex Calling extension: digits, never read as a telephone number (AD-065)."""

    digits: str

    @classmethod
    def parse(cls, text: str) -> Extension | None:
        """The extension, or None when it is anything but one to fifteen digits."""
        found = read_extension(text)
        return found if isinstance(found, Extension) else None

    def __str__(self) -> str:
        return self.digits


def configured_number(text: str) -> str | None:
    """The number that an administrator set for a person, in one form: E.164 where the text says which country, else the
    digits of an extension; None where it is neither.
    """
    found = DialNumber.parse(text) or Extension.parse(text)
    return None if found is None else str(found)


def read_number(text: str, region: str | None = None) -> DialNumber | Unreadable:
    """What `text` means as a dial number: with International Dialing Format a number of `region`, however it is written
    there (AD-052 to AD-057); without it (None), E.164 or IDD of the home region (AD-059 to AD-061).
    """
    compact = _compact(text)
    digits = compact.removeprefix("+")
    odd = next((char for char in digits if char not in "0123456789"), None)
    if odd is not None:
        return Unreadable(Problem.LETTERS) if odd.isalpha() else Unreadable(Problem.CHARACTER, odd)
    if digits == "":
        short = Problem.FORMAT if region is None else Problem.TOO_SHORT
        return Unreadable(short if visible(text) else Problem.REQUIRED)
    return _other(compact) if region is None else _of_region(compact, region)


def read_extension(text: str) -> Extension | Unreadable:
    """What `text` means as an extension (AD-063, AD-065)."""
    compact = with_ascii_digits(visible(text)).replace(" ", "")
    if compact == "":
        return Unreadable(Problem.REQUIRED)
    if not (compact.isascii() and compact.isdigit() and len(compact) <= MOST_DIGITS):
        return Unreadable(Problem.DIGITS)
    return Extension(compact)


def _compact(text: str) -> str:
    return _SEPARATORS.sub("", with_ascii_digits(visible(text))).translate(_PLUS)


def _other(compact: str) -> DialNumber | Unreadable:
    if compact.startswith("+"):
        international = compact
    elif compact.startswith(_HOME_IDD):
        international = f"+{compact.removeprefix(_HOME_IDD)}"
    else:
        return Unreadable(Problem.FORMAT)
    parsed = _parsed(international, None)
    found = parsed if isinstance(parsed, Unreadable) else _possible(parsed)
    return found if isinstance(found, DialNumber) else Unreadable(Problem.FORMAT)


def _of_region(compact: str, region: str) -> DialNumber | Unreadable:
    parsed = _parsed(compact, region)
    if isinstance(parsed, Unreadable):
        return parsed
    if parsed.country_code != phonenumbers.country_code_for_region(region):
        return Unreadable(Problem.OTHER_COUNTRY)
    return _possible(parsed)


def _parsed(compact: str, region: str | None) -> PhoneNumber | Unreadable:
    try:
        parsed = phonenumbers.parse(compact, region)
    except NumberParseException as error:
        if error.error_type == NumberParseException.INVALID_COUNTRY_CODE:
            return Unreadable(Problem.OTHER_COUNTRY)
        too_long = error.error_type == NumberParseException.TOO_LONG
        return Unreadable(Problem.TOO_LONG if too_long else Problem.TOO_SHORT)
    country = phonenumbers.region_code_for_country_code(parsed.country_code or 0)
    return Unreadable(Problem.OTHER_COUNTRY) if country == _NOWHERE else parsed


def _possible(number: PhoneNumber) -> DialNumber | Unreadable:
    e164 = phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)
    reason = phonenumbers.is_possible_number_with_reason(number)
    if reason == ValidationResult.TOO_LONG or len(e164) - 1 > MOST_DIGITS:
        return Unreadable(Problem.TOO_LONG)
    return DialNumber(e164) if reason == ValidationResult.IS_POSSIBLE else Unreadable(Problem.TOO_SHORT)
