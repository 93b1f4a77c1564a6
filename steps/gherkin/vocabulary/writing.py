"""Ways of writing a text that look the same or mean the same, as people paste and type it."""

import unicodedata
from itertools import cycle

from deskproof.steps.errors import HarnessError
from deskproof.steps.gherkin.vocabulary.values import Writing

_FULL_WIDTH = {ord(digit): chr(ord(digit) - ord("0") + 0xFF10) for digit in "0123456789"}


def with_invisible_characters(text: str) -> str:
    """The text as it may be pasted from a mail: with invisible characters before, in and after it."""
    return f"\ufeff\u200b{text[:3]}\u200b{text[3:]}\u202c\u00a0"


def written(digits: str, writing: Writing) -> str:
    """The digits, written in this way."""
    middle = len(digits) // 2
    match writing:
        case Writing.FULL_WIDTH:
            return digits.translate(_FULL_WIDTH)
        case Writing.SPACE:
            return f"{digits[:middle]} {digits[middle:]}"
        case Writing.HYPHEN:
            return f"{digits[:middle]}-{digits[middle:]}"
        case Writing.INVISIBLE:
            return with_invisible_characters(digits)


def in_scripts(digits: str, scripts: str) -> str:
    """The digits, each in the next of these scripts, which are given by Unicode's names and separated by commas. Raises
    HarnessError for another name.
    """
    zeros = cycle([_zero(name.strip()) for name in scripts.split(",")])
    return "".join(chr(next(zeros) + int(digit)) for digit in digits)


def _zero(script: str) -> int:
    try:
        return ord(unicodedata.lookup(f"{script} DIGIT ZERO"))
    except KeyError:
        raise HarnessError(
            f"Unicode has no digits of a script named {script!r}; write a name such as Thai or Arabic-Indic."
        ) from None
