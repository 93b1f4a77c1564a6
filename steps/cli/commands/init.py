"""`deskproof init`: begin a project, whose scenarios run at once.

Exit status: 0 written; 2 refused, with nothing written.
"""

from __future__ import annotations

import os
from pathlib import Path

import click

from deskproof.steps.cli import CannotCheck
from deskproof.steps.project.beginning import TEMPLATES, CannotBegin, begin
from deskproof.steps.selection.option_types import INVOKED_FROM, Location
from deskproof.steps.terminal import say

_RUN = {"blank": "deskproof run", "sign-in": "deskproof run --pack sign-in", "widgets": "deskproof run --pack sign-in"}


@click.command()
@click.argument("folder", required=False, type=Location(file_okay=False))
@click.option(
    "--from",
    "template",
    type=click.Choice(tuple(TEMPLATES)),
    default="blank",
    show_default=True,
    help="; ".join(f"{name}: {what}" for name, what in TEMPLATES.items()) + ".",
)
@click.pass_context
def command(context: click.Context, folder: Path | None, template: str) -> None:
    """Begin a project in FOLDER, by default the current one.

    \b
    Examples:
      deskproof init                        a project with a feature of your own
      deskproof init tests --from sign-in   the shipped scenarios, on your desktop
      deskproof init tests --from widgets   the same, on the vendor's widgets
    """
    place = folder or Path(context.meta.get(INVOKED_FROM, "."))
    try:
        files = begin(place, template)
    except CannotBegin as refusal:
        raise CannotCheck(str(refusal)) from None
    say(f"A project in {place.resolve()}:")
    for file in files:
        say(f"  {file.as_posix()}")
    say("Next:")
    if place.resolve() != Path.cwd():
        say(f"  cd {os.path.relpath(place)}")
    say(f"  {_RUN[template]}")
    say("  deskproof gate")
    say("Then write the address of your desktop into deskproof.toml.")
