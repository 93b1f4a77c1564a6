"""E-mail address, password and confirmation code: how each is read as it is typed, and what it has to be. The identity
pages and the configuration use the same rules, so no account can be configured that could never sign in (AD-020 to
AD-027, AD-035).

Invisible characters do not count (`typed.visible`). An address is the same in capitals, composed and decomposed, and
with its domain as `ö.example` and as `xn--nda.example`, whichever is sent. A password is stored exactly as
it was chosen; in comparisons, invisible characters, spaces at its ends and the composition of letters do not count.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from deskproof.simulator.domain.typed import visible, with_ascii_digits
from deskproof.simulator.domain.values import Secret

LONGEST_ADDRESS = 254
"""Octets of an address as mail servers carry it (RFC 5321 4.5.3.1.3, RFC 3696 erratum 1690)."""
LONGEST_LABEL = 63
SHORTEST_PASSWORD = 8
LONGEST_PASSWORD = 256

WANTED_ADDRESS = (
    "expected an e-mail address such as ada@example.com, with one @, a domain of two or more parts, no space"
    f" and at most {LONGEST_ADDRESS} characters"
)

_SEPARATORS = re.compile(r"(?<=\d)[ .\-\u2010-\u2015\u2212\ufe58\ufe63\uff0d]+(?=\d)")
_ASCII_LABEL = re.compile(r"[a-z0-9](?:[a-z0-9-]*[a-z0-9])?", re.IGNORECASE)
_LINE_BREAK = re.compile(r"[\r\n]")


def read_address(text: str) -> str | None:
    """The typed address, composed, without invisible characters and with its domain in letters; None when it is not an
    e-mail address.
    """
    local, at, domain = unicodedata.normalize("NFKC", visible(text)).partition("@")
    labels = [_label(label) for label in domain.replace("\u3002", ".").split(".")]
    if not local or not at or len(labels) < 2 or any(letter in " @" for letter in local):
        return None
    known = [label for label in labels if label is not None]
    octets = len(local.encode("utf-8", "replace")) + sum(1 + _octets(label) for label in known)
    if len(known) < len(labels) or octets > LONGEST_ADDRESS:
        return None
    return f"{local}@{'.'.join(known)}"


@lru_cache(maxsize=4_096)
def address_key(text: str) -> str:
    """The key that equal addresses share. A text that is not an address has one too, which no person has."""
    address = read_address(text) or unicodedata.normalize("NFKC", visible(text))
    return unicodedata.normalize("NFC", address.lower())


def read_code(text: str) -> str:
    """The confirmation code that was typed, in digits 0 to 9; spaces, hyphens and full stops between digits are for
    reading only.
    """
    return _SEPARATORS.sub("", with_ascii_digits(visible(text)))


def password_fault(text: str) -> str | None:
    """The requirement that a password does not meet, as a clause; None when a person can sign in with it."""
    seen = visible(text)
    if len(seen) < SHORTEST_PASSWORD:
        return f"expected at least {SHORTEST_PASSWORD} characters that can be seen"
    if len(text) > LONGEST_PASSWORD:
        return f"expected at most {LONGEST_PASSWORD} characters"
    if _LINE_BREAK.search(text):
        return "expected no line break, which cannot be entered in a browser"
    return None


def same_password(one: Secret, other: Secret) -> bool:
    """Whether two passwords look the same. The time does not depend on how much of them agrees."""
    return Secret(f"={_compared(one)}") == Secret(f"={_compared(other)}")


def _compared(password: Secret) -> str:
    return unicodedata.normalize("NFC", visible(password.reveal()))


def _label(label: str) -> str | None:
    """A part of a domain in letters; None when it cannot be one."""
    if label[:4].lower() == "xn--":
        try:
            decoded = label[4:].lower().encode("ascii").decode("punycode")
        except UnicodeError:
            return None
        label = unicodedata.normalize("NFKC", visible(decoded))
        if label.isascii():
            return None
    if label.isascii() and not _ASCII_LABEL.fullmatch(label):
        return None
    if any(letter in " @." for letter in label) or _octets(label) > LONGEST_LABEL:
        return None
    return label


def _octets(label: str) -> int:
    """How long a part of a domain is as the wire has it (RFC 3492)."""
    return len(label) if label.isascii() else len("xn--") + len(label.lower().encode("punycode"))
