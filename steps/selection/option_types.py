"""How the text of an option is checked: click's types, which pytest's options of the same meaning use too.

Rule: a text that cannot be used is refused with one sentence, click.BadParameter, before anything starts.
"""

from __future__ import annotations

import math
from pathlib import Path
from typing import Any

import click

from deskproof.steps.selection.expressions import is_blank

MOST_WORKERS = 256
"""Each worker is a process with browsers of its own."""

SLOWEST_MS = 60_000


INVOKED_FROM = "deskproof.invoked_from"
"""Where click's context has the folder in which the command was typed, if that is not the folder of the project."""


class Text(click.ParamType[str]):
    """A text with a letter or a digit in it; blanks and signs alone are a slip."""

    name = "text"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        text = str(value)
        if is_blank(text):
            placeholder = (param.metavar if param else None) or "a value"
            self.fail(f"{text!r} has nothing in it to look for; give {placeholder}, or leave the option out.", param)
        return text


class Location(click.Path):
    """A path on the command line; a blank one is a slip, because it would mean the current folder."""

    def __init__(self, *, file_okay: bool = True, dir_okay: bool = True) -> None:
        super().__init__(file_okay=file_okay, dir_okay=dir_okay, path_type=Path)

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        if not str(value).strip():
            self.fail("the path is blank; name one, or leave it out.", param, ctx)
        here = None if ctx is None else ctx.meta.get(INVOKED_FROM)
        return super().convert(value if here is None else here / value, param, ctx)


class Milliseconds(click.FloatRange):
    """A duration from 0 to SLOWEST_MS; `nan`, which click finds in every range, is refused."""

    def __init__(self) -> None:
        super().__init__(min=0, max=SLOWEST_MS)

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        number = super().convert(value, param, ctx)
        if math.isnan(number):
            self.fail(f"{value!r} is not a number; give milliseconds.", param, ctx)
        return number


class Workers(click.ParamType[str]):
    """What pytest-xdist takes as a number of workers, as text: `auto`, or 0 to MOST_WORKERS."""

    name = "workers"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        text = str(value)
        if text != "auto" and not (text.isascii() and text.isdecimal() and int(text) <= MOST_WORKERS):
            self.fail(f"{text!r} is not a number of workers; give 0, 1, 2 … {MOST_WORKERS}, or auto.", param, ctx)
        return text


class CountOrAll(click.ParamType["int | None"]):
    """A number of 1 or more; `all` is None."""

    name = "count"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int | None:
        if value is None or value == "all":
            return None
        text = str(value)
        if not (text.isascii() and text.isdecimal() and int(text) > 0):
            self.fail(f"{text!r} is not a number; give 1 or more, or all.", param, ctx)
        return int(text)


class ShardText(click.ParamType[str]):
    """A shard as `3/8`, left as text."""

    name = "shard"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        from deskproof.steps.selection.shards import BadShard, parse

        try:
            parse(str(value))
        except BadShard as refusal:
            self.fail(str(refusal), param, ctx)
        return str(value)
