"""Phone numbers and extensions as an agent may give them for a station (DOMAIN 4.2, claims AD-052 to AD-065, AD-089).

The rule is about shape and length ("possible"), never about assignment: both numbers the help page itself gives as
examples are possible
and unassigned.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

import phonenumbers

HOME_REGION = "US"
"""The region whose international prefix (011) opens an IDD number."""

_E164 = re.compile(r"\+[1-9]\d{1,14}")
_IDD = re.compile(r"011([1-9]\d{1,14})")
_NATIONAL_WITH_CODE = re.compile(r"1\d{10}")
_EXTENSION = re.compile(r"\d{1,15}")
_SEPARATORS = re.compile(r"[\s().<>/\-\u2010-\u2015]")


@dataclass(frozen=True)
class DialNumber:
    """A phone number in E.164, such as `+12015532447`."""

    e164: str

    @classmethod
    def parse(cls, text: str) -> DialNumber | None:
        """The number meant by E.164 (`+12015532447`), IDD (`01161123456789`) or the vendor's own form (`12015532447`);
        None if it is none.

        Separators that people and documents put between digits are dropped first; letters are never dropped (PROTOCOL
        4.2, DOMAIN 4.2).
        """
        compact = _SEPARATORS.sub("", text)
        if _E164.fullmatch(compact):
            international = compact
        elif idd := _IDD.fullmatch(compact):
            international = f"+{idd[1]}"
        elif _NATIONAL_WITH_CODE.fullmatch(compact):
            international = f"+{compact}"
        else:
            return None
        try:
            parsed = phonenumbers.parse(international)
        except phonenumbers.NumberParseException:
            return None
        if not phonenumbers.is_possible_number(parsed):
            return None
        return cls(phonenumbers.format_number(parsed, phonenumbers.PhoneNumberFormat.E164))

    def __str__(self) -> str:
        return self.e164


@dataclass(frozen=True)
class Extension:
    """A Webex Calling extension: digits, never read as a phone number (AD-065)."""

    digits: str

    @classmethod
    def parse(cls, text: str) -> Extension | None:
        """The extension, or None when it is anything but one to fifteen digits."""
        compact = text.strip()
        return cls(compact) if _EXTENSION.fullmatch(compact) else None

    def __str__(self) -> str:
        return self.digits
