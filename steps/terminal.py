"""Printing to the terminal.

Rule: everything that is printed passes through `reports.text.visible`, so that no name, path or error message acts on
the terminal. Colours are separate arguments.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import click
from rich.console import Console as RichConsole
from rich.console import ConsoleOptions, RenderableType
from rich.segment import Segment

from deskproof.reports.text.visible import visible


def say(text: object, *, err: bool = False, **style: Any) -> None:
    """Print a line; `style` has the arguments of click.style."""
    click.echo(click.style(visible(str(text)), **style) if style else visible(str(text)), err=err)


class Console(RichConsole):
    """A console that shows all text as text; only rich's own control codes reach the terminal."""

    def render(self, renderable: RenderableType, options: ConsoleOptions | None = None) -> Iterable[Segment]:
        for segment in super().render(renderable, options):
            yield segment if segment.control else Segment(visible(segment.text), segment.style)
