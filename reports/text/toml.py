"""An error in a TOML file as one sentence.

Rule: the file, the place in it, what was found, what was expected.
"""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from pathlib import Path

from pydantic import ValidationError

_SHOWN = 60


def sentence(file: Path, error: tomllib.TOMLDecodeError | ValidationError, within: Sequence[str] = ()) -> str:
    """The sentence for `error` in `file`; `within` are the tables in which it happened."""
    if not isinstance(error, ValidationError):
        return f"{file} is not TOML: {str(error)[0].lower()}{str(error)[1:]}; correct that line."
    first = error.errors(include_url=False)[0]
    place = _place((*within, *first["loc"]))
    match first["type"]:
        case "missing":
            return f"{file} lacks {place}; add it."
        case "extra_forbidden" | "unexpected_keyword_argument":
            return f"{file} has {place}, which nothing reads; check the spelling."
    seen = repr(first["input"])
    shown = seen if len(seen) <= _SHOWN else f"{seen[:_SHOWN]}…"
    return f"{file} has {place} = {shown}; {first['msg'][0].lower()}{first['msg'][1:]}."


def _place(parts: Sequence[str | int]) -> str:
    """`rules.duration-budget.minutes`, `the 2nd scenario's owner` as `scenario[2].owner`: list places count from 1."""
    path = ""
    for part in parts:
        path += f"[{part + 1}]" if isinstance(part, int) else f".{part}" if path else str(part)
    return path or "the file"
