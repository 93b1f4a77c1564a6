"""What somebody typed or pasted, as it looks: what cannot be seen does not count, in any field.

The desktop does the same in `typed.js`; a test holds the two together. It is Unicode's list of what a font does not
show (Default_Ignorable_Code_Point), with the controls, written out so that every version of Unicode reads it alike.
"""

from __future__ import annotations

import re
import unicodedata

_UNSEEN = re.compile(
    "[\u0000-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f"
    "\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb"
    "\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff]"
)
_SPACES = re.compile("[\t-\r\u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]")

ZEROS = tuple(code for code in range(0x110000) if unicodedata.decimal(chr(code), -1) == 0)
"""The code points of zero in every script; the digits to nine follow each."""


def visible(text: str) -> str:
    """`text` without what cannot be seen, every kind of space being a plain one, and none at either end."""
    return _SPACES.sub(" ", _UNSEEN.sub("", text)).strip(" ")


def with_ascii_digits(text: str) -> str:
    """`text` with the digits of every script as 0 to 9."""
    return "".join(str(unicodedata.decimal(char, char)) for char in text)
