"""Writes the tables of project.md, day.md and adapters.md from the code; with `--check` it only says what is stale."""

from __future__ import annotations

import inspect
import re
import sys
import textwrap
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path
from typing import Any, get_type_hints

from pydantic import BaseModel

from deskproof.steps.day.script import TABLES, Day
from deskproof.steps.project.settings import PLACEHOLDERS, DesktopSettings, Settings
from deskproof.steps.screens.adapter import verbs
from deskproof.steps.screens.interface import Screens

DOCS = Path(__file__).resolve().parent
_TABLE = re.compile(
    r"(<!-- (?P<name>[\w-]+): written by docs/reference.py -->\n).*?(<!-- end of (?P=name) -->\n)", re.DOTALL
)
_COLUMNS = 100


def keys(table: type[BaseModel]) -> Iterator[str]:
    """The keys of a table of `deskproof.toml` or of a script, with their defaults."""
    yield "| key | default | what it says |"
    yield "|---|---|---|"
    for name, field in table.model_fields.items():
        nothing = field.is_required() or field.default in (None, ()) or isinstance(field.default, BaseModel)
        default = "" if nothing else f"`{_toml(field.default)}`"
        yield f"| `{name}` | {default} | {_cell(field.description or '')} |"


def placeholders() -> Iterator[str]:
    """The placeholders of addresses and commands."""
    yield "| placeholder | what replaces it |"
    yield "|---|---|"
    yield from (f"| `{{{name}}}` | {what} |" for name, what in PLACEHOLDERS.items())


def screens() -> Iterator[str]:
    """Every verb of every screen, with what it does."""
    hints = get_type_hints(Screens)
    for each in fields(Screens):
        protocol = hints[each.name]
        yield from (f"### {each.name}", "", *textwrap.wrap(_cell(inspect.getdoc(protocol) or ""), _COLUMNS), "")
        yield from ("| verb | what it does |", "|---|---|")
        for verb in verbs()[each.name]:
            method = getattr(protocol, verb)
            taken = ", ".join(name for name in inspect.signature(method).parameters if name != "self")
            yield f"| `{verb}({taken})` | {_cell(inspect.getdoc(method) or '')} |"
        yield ""


def written(page: str) -> str:
    """The page with its tables as the code has them now."""
    tables = {
        "keys": keys(Settings),
        "desktop-keys": keys(DesktopSettings),
        "placeholders": placeholders(),
        "screens": screens(),
        "day-keys": keys(Day),
        **{f"{name}-keys": keys(table) for name, table in TABLES.items()},
    }
    lines = {name: "\n".join(rows).rstrip() + "\n" for name, rows in tables.items()}
    return _TABLE.sub(lambda found: found[1] + lines[found["name"]] + found[3], page)


def _cell(text: str) -> str:
    return " ".join(text.split()).replace("|", r"\|")


def _toml(value: Any) -> str:
    if isinstance(value, list | tuple):
        return f"[{', '.join(map(_toml, value))}]"
    return f"{value:g}" if isinstance(value, int | float) else f'"{value}"'


def main() -> int:
    """Exit status 0, or 1 where `--check` finds a page stale."""
    stale = []
    for page in sorted(DOCS.glob("*.md")):
        text = page.read_text(encoding="utf-8")
        if (new := written(text)) != text:
            stale.append(page.name)
            if "--check" not in sys.argv:
                page.write_text(new, encoding="utf-8")
    if stale and "--check" in sys.argv:
        sys.stderr.write(f"Stale: {', '.join(stale)}; run: python docs/reference.py\n")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
