"""Incoming JSON: read once, strictly, by RFC 8259 and I-JSON (RFC 7493), or refused with a sentence.

Rule: every body and every frame is read here first. What readers differ about is refused: names given twice, NaN,
encodings other than UTF-8, numbers that no double holds, halves of surrogate pairs, and nesting without end.
"""

from __future__ import annotations

import json
import math
import re
from typing import Any, TypeAlias

Json: TypeAlias = Any
"""Whatever `json.loads` gives; it is judged before it is used."""


DEEPEST = 100
"""Objects and lists within each other."""


_BRACKETS = re.compile(r'"[^"\\]*(?:\\.[^"\\]*)*"?|[\[\]{}]', re.DOTALL)
"""A bracket, or a text, whose brackets do not count."""


_LONGEST = 60
"""Characters that a refusal repeats."""


_HALF = re.compile(r"\\u[dD][89a-fA-F]")


_OTHER_KINDS: tuple[tuple[type, str], ...] = (
    (list, "a list"),
    (str, "a text"),
    (bool, "true or false"),
    (int, "a number"),
    (float, "a number"),
    (type(None), "null"),
)


class Unreadable(ValueError):
    """The text is not JSON as expected. The message continues a sentence that begins with its name, such as
    `is not JSON (…)`.
    """


def read_object(raw: bytes | str) -> dict[str, Json]:
    """The JSON object of `raw`. `Unreadable` says what was seen instead, and what was expected."""
    value = read_json(raw)
    if not isinstance(value, dict):
        raise Unreadable(
            f"is {next(name for kind, name in _OTHER_KINDS if isinstance(value, kind))}; expected a JSON object"
        )
    return value


def read_json(raw: bytes | str) -> Json:
    """The value of `raw`. `Unreadable` when it is not JSON, or is JSON that two readers may read differently."""
    text = _decoded(raw) if isinstance(raw, bytes) else raw
    _require_shallow(text)
    try:
        value = json.loads(text, object_pairs_hook=_object, parse_constant=_constant, parse_float=_float)
    except json.JSONDecodeError as error:
        raise Unreadable(f"is not JSON ({error.msg} at character {error.pos}); expected an object") from None
    except ValueError as error:
        if isinstance(error, Unreadable):
            raise
        raise Unreadable("has a number of thousands of digits; expected one that a double holds") from None
    if _HALF.search(text):
        _require_whole_characters(value)
    return value


def _decoded(raw: bytes) -> str:
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        raise Unreadable(
            f"is not UTF-8 (byte 0x{raw[error.start]:02x} at {error.start}); expected JSON in UTF-8"
        ) from None
    if text.startswith("\ufeff"):
        raise Unreadable("begins with a byte order mark; expected JSON in UTF-8 without one")
    return text


def _require_shallow(text: str) -> None:
    if text.count("[") + text.count("{") <= DEEPEST:
        return
    depth = 0
    for found in _BRACKETS.finditer(text):
        depth += {"[": 1, "{": 1, "]": -1, "}": -1}.get(found[0], 0)
        if depth > DEEPEST:
            raise Unreadable(
                f"nests more than {DEEPEST} objects and lists within each other, from character {found.start()} on; "
                f"expected at most {DEEPEST}"
            )


def _object(pairs: list[tuple[str, Json]]) -> dict[str, Json]:
    members: dict[str, Json] = {}
    for name, value in pairs:
        if name in members:
            shown = json.dumps(shortened(name))
            raise Unreadable(f"has the member {shown} more than once in one object; expected each name once")
        members[name] = value
    return members


def _constant(name: str) -> float:
    raise Unreadable(f"has {name}, which JSON does not know; expected a number")


def _float(digits: str) -> float:
    number = float(digits)
    if math.isinf(number):
        raise Unreadable(f"has the number {shortened(digits)}, which is too large; expected one that a double holds")
    return number


def shortened(text: str) -> str:
    """A text from outside as a refusal repeats it: its first characters."""
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"


def _require_whole_characters(value: Json) -> None:
    try:
        json.dumps(value, ensure_ascii=False).encode("utf-8")
    except UnicodeEncodeError as error:
        half = ord(error.object[error.start])
        raise Unreadable(f"has half a character (\\u{half:04x}) in a text; expected both halves or neither") from None
