"""Characters that look like others, or cannot be seen, found in feature files and named.

Rule: a feature file says what it seems to say. Letters are read composed (NFC), however an editor stored them. A
character that cannot be seen, or that only looks like a space, is always a finding, with its code point and its place
in the line.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

_UNSEEN = frozenset({"Cc", "Cf", "Cn", "Co", "Cs", "Zl", "Zp"})
"""Categories of characters without a glyph, or without a glyph that is the same everywhere."""

_SPACES = frozenset({"Zs"})
_JOINERS = frozenset("\u200d\ufe0e\ufe0f")
"""Joiners and variation selectors of emoji; harmless after one."""

_QUOTED_LENGTH = 12
"""How many characters before an unusual one are quoted."""

_ALIKE = str.maketrans(
    {
        **dict.fromkeys("\u201c\u201d\u201e\u201f\u2033\u2036\u00ab\u00bb\u275d\u275e\u301d\u301e\u301f", '"'),
        **dict.fromkeys("\u2018\u2019\u201a\u201b\u2032\u2035\u00b4\u0060\u02bc\u275b\u275c", "'"),
        **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212", "-"),
        "\u2026": "...",
        "\ua789": ":",
        "\u2236": ":",
        "\u01c0": "|",
        "\u2223": "|",
        "\u2039": "<",
        "\u203a": ">",
    }
)

_ORDINARY = re.compile(r"[ -~\u00a1-\u00ac\u00ae-\u024f]*")
"""A line of these, nearly every line, has nothing that is unusual: what can be seen of ASCII, and Latin letters."""

_LOOK_ALIKE_SCRIPTS = ("CYRILLIC", "GREEK", "ARMENIAN", "CHEROKEE")


def composed(text: str) -> str:
    """`text` with its letters composed (NFC), as most editors store them and as definitions are written."""
    return unicodedata.normalize("NFC", text)


def plain(text: str) -> str:
    """`text` as it looks: composed, with plain spaces, quotation marks, hyphens and colons, and without invisible
    characters. Texts that look alike are equal in this form; it is for comparing, never for running.
    """
    folded = unicodedata.normalize("NFKC", text.translate(_ALIKE)).translate(_ALIKE)
    seen = ("" if _hidden(char) else char for char in folded)
    return re.sub(r"\s+", " ", "".join(seen)).strip()


def invisible_characters(line: str) -> Iterator[str]:
    """Each character of `line` that is invisible or looks like a space, named with its place; also a letter of another
    script within a Latin word. Tabs around the cells of a table are layout.
    """
    text = line.strip(" \t")
    if _ORDINARY.fullmatch(text):
        return
    for index, char in enumerate(text):
        if _is_odd(char, text[:index]) and not _is_layout(text, index):
            yield f"{_name(char)} {_place(text, index)}"
    for word in re.finditer(r"[^\W\d_]+", text):
        scripts = {letter: _script(letter) for letter in word.group()}
        if "LATIN" in scripts.values():
            for letter, script in scripts.items():
                if script in _LOOK_ALIKE_SCRIPTS:
                    yield f"{_name(letter)} in '{word.group()}'"


def lookalike_characters(text: str) -> tuple[str, ...]:
    """Each character of `text` that `plain` would replace, named with its place: what to check when a text looks right
    and is not.
    """
    found = [*invisible_characters(text)]
    for index, char in enumerate(text):
        alike = char != " " and plain(f"x{char}x") != f"x{char}x"
        if not _is_odd(char, text[:index]) and (alike or _script(char) in _LOOK_ALIKE_SCRIPTS):
            found.append(f"{_name(char)} {_place(text, index)}")
    found += (f"two spaces {_place(text, match.start())}" for match in re.finditer(" {2,}", text.strip()))
    return tuple(dict.fromkeys(found))


def _is_odd(char: str, before: str) -> bool:
    category = unicodedata.category(char)
    if char in _JOINERS:
        return not (before and (before[-1] in _JOINERS or unicodedata.category(before[-1]) in ("So", "Sk")))
    if "\ufe00" <= char <= "\ufe0f" or char in "\u034f\u115f\u1160\u17b4\u17b5\u3164\uffa0\u2800":
        return True
    return category in _UNSEEN or (category in _SPACES and char != " ")


def _hidden(char: str) -> bool:
    return char not in "\t\n\r" and unicodedata.category(char) in ("Cc", "Cf", "Cn", "Co")


def _is_layout(text: str, index: int) -> bool:
    """Whether the tab at `index` only separates cells of a table."""
    if text[index] != "\t" or not text.startswith("|"):
        return False
    return text[:index].rstrip(" \t").endswith("|") or text[index:].lstrip(" \t").startswith("|")


def _script(letter: str) -> str:
    return unicodedata.name(letter, "").partition(" ")[0]


def _name(char: str) -> str:
    known = unicodedata.name(char, "").lower() or _CONTROLS.get(char, "a character without a name")
    return f"U+{ord(char):04X} ({known})"


_CONTROLS = {"\x00": "null", "\x07": "bell", "\x08": "backspace", "\t": "tab", "\x1b": "escape", "\x7f": "delete"}


def _place(text: str, index: int) -> str:
    before, after = _quoted(text[:index], last=True), _quoted(text[index + 1 :], last=False)
    if before and after:
        return f"between '{before}' and '{after}'"
    if before:
        return f"after '{before}'"
    return f"before '{after}'" if after else "alone"


def _quoted(text: str, *, last: bool) -> str:
    """The end or the beginning of `text`, as far as it can be shown."""
    shown = "".join(" " if _is_odd(char, "x") else char for char in text).split()
    if not shown:
        return ""
    word = shown[-1] if last else shown[0]
    return word[-_QUOTED_LENGTH:] if last else word[:_QUOTED_LENGTH]
