r"""The placeholders of an outline: their names, their values, and escaped signs.

Rule: `<name>` is a placeholder in a step, a name, a table or a doc string, and a column of the examples fills it. `\<`
and `\>` are the signs themselves, and so are those of a marked-up country code such as `<+120>`, which the help page
has (AD-054). All placeholders of a text are filled in one pass, so a value is never filled again.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Mapping

_ESCAPED = re.compile(r"\\([<>])")
_TOKEN = re.compile(r"\\[<>]|<(?!\+\d+>)(?P<name>[^<>\\]*)>")


def names(text: str) -> tuple[str, ...]:
    """The names of the placeholders in `text`, in order."""
    return tuple(match["name"] for match in _TOKEN.finditer(text) if match["name"] is not None)


def fill(text: str, values: Mapping[str, str]) -> str:
    """`text` with its placeholders filled in and escaped signs unescaped; a placeholder without a value is left."""

    def put(match: re.Match[str]) -> str:
        if match["name"] is None:
            return match[0][1:]
        return _ESCAPED.sub(r"\1", values[match["name"]]) if match["name"] in values else match[0]

    return _TOKEN.sub(put, text)


def nearest(name: str, columns: Iterable[str]) -> str | None:
    """The column that a misspelt placeholder most likely means, None where none is similar."""
    by_key = {_key(column): column for column in columns}
    found = difflib.get_close_matches(_key(name), by_key, n=1, cutoff=0.6)
    return by_key[found[0]] if found else None


def _key(name: str) -> str:
    return re.sub(r"[\W_]+", " ", name.casefold()).strip()
