"""Makes text from outside safe to show: nothing in it acts on a terminal, hides, or reverses other text.

Rule: every free text of the record passes through `visible` (`reports.record.values.Text`), and so does all that the
harness prints (`steps.terminal`). Line ends and tabs stay. A control character becomes its symbol, as ESC becomes ␛,
and one that has no symbol becomes an escape, as U+009B becomes \\x9b.
"""

from __future__ import annotations

import json
import re

_UNSAFE = re.compile(
    "["
    "\0-\x08\x0b-\x1f\x7f-\x9f"  # control characters but tab and line feed
    "\u061c\u200e\u200f\u202a-\u202e\u2066-\u206f"  # direction of writing, overrides above all
    "\u200b\u2060-\u2064\ufeff\ufff9-\ufffb"  # invisible
    "\u2028\u2029"  # further line ends
    "\ud800-\udfff"  # halves of characters, as names of files have them that are not UTF-8
    "\ufdd0-\ufdef\ufffe\uffff"  # not characters
    "]"
)
_COLOURS = re.compile(r"(\x1b\[[0-9;]*m)")


def visible(text: str, *, colours: bool = False) -> str:
    """`text` with its control characters made visible; with `colours` a terminal's colour codes stay."""
    if colours:
        parts = _COLOURS.split(text)
        return "".join(part if number % 2 else visible(part) for number, part in enumerate(parts))
    if text.isprintable():  # most are, and none of the characters below is
        return text
    return _UNSAFE.sub(_shown, text.replace("\r\n", "\n"))


def within(value: object) -> object:
    """`value` with `visible` applied to every text in it, at any depth of lists and mappings."""
    if isinstance(value, str):
        return visible(value)
    if isinstance(value, dict):
        return {key: within(inner) for key, inner in value.items()}
    if isinstance(value, list | tuple):
        return [within(inner) for inner in value]
    return value


def as_json(value: object, *, indent: int | None = None) -> str:
    """`value` as JSON that is harmless where it is printed: the same value is read from it."""
    separators = (",", ":") if indent is None else None
    return escaped(json.dumps(value, ensure_ascii=False, indent=indent, separators=separators))


def escaped(document: str) -> str:
    """A JSON document without a raw control character in its strings: the same value is read from it."""
    return _UNSAFE.sub(lambda found: f"\\u{ord(found[0]):04x}", document)


def _shown(found: re.Match[str]) -> str:
    code = ord(found[0])
    if code < ord(" "):
        return chr(0x2400 + code)
    if code == 0x7F:
        return "\u2421"
    return f"\\x{code:02x}" if code <= 0xFF else f"\\u{code:04x}"
