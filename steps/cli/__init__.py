"""The command line `deskproof`.

Rule: every module of this package holds one command, named like the module and found in its `command`; it is imported
only when it is needed. Exit status: 0 good, 1 the check said no, 2 could not check.
"""

import importlib
import os
import pkgutil
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click

from deskproof.reports.text.visible import visible
from deskproof.steps.cli import commands
from deskproof.steps.project.project import Project, default_project, load_project, root_of
from deskproof.steps.project.settings import NAME, SettingsError
from deskproof.steps.selection.option_types import INVOKED_FROM
from deskproof.steps.terminal import say


class CannotCheck(click.ClickException):
    """Nothing could be found out: exit status 2. The message says what was seen, what was expected and what to do."""

    exit_code = 2


def current_project() -> Project:
    """The project of the current folder; outside of one, its places by default. Raises CannotCheck."""
    root = Path()
    try:
        return load_project(root) if (root / NAME).is_file() else default_project(root)
    except SettingsError as refusal:
        raise CannotCheck(str(refusal)) from refusal


def required_project() -> Project:
    """The project of the current folder. Raises CannotCheck where there is none."""
    if not Path(NAME).is_file():
        raise CannotCheck(
            f"There is no {NAME} in {Path.cwd()} or above it; run this in a project, or make one with 'deskproof init'."
        )
    return current_project()


def load_vocabulary(project: Project) -> None:
    """Define every sentence of the project's vocabulary. Raises CannotCheck."""
    from deskproof.steps.runner.start.loading import CannotLoad, vocabulary

    try:
        vocabulary(project)
    except CannotLoad as refusal:
        raise CannotCheck(str(refusal)) from refusal


class Commands(click.Group):
    """The commands in `commands`, by the names of their modules."""

    def main(  # type: ignore[override]  # it is always called with names
        self, args: Sequence[str] | None = None, *, standalone_mode: bool = True, **extra: Any
    ) -> Any:
        """As click does it, except that its error messages, which quote what was typed, are made visible."""
        if not standalone_mode:
            return super().main(args, standalone_mode=False, **extra)
        try:
            result = super().main(args, standalone_mode=False, **extra)
        except click.ClickException as error:
            message = visible(error.format_message())
            error.format_message = lambda: message  # type: ignore[method-assign]
            error.show()
            sys.exit(error.exit_code)
        except click.Abort:
            say("Aborted!", err=True)
            sys.exit(1)
        sys.exit(result if isinstance(result, int) else 0)

    def list_commands(self, ctx: click.Context) -> list[str]:
        return sorted(module.name for module in pkgutil.iter_modules(commands.__path__))

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in self.list_commands(ctx):
            return None
        command = importlib.import_module(f"{commands.__name__}.{cmd_name}").command
        if not isinstance(command, click.Command):
            raise TypeError(f"{commands.__name__}.{cmd_name}.command is {command!r}; a click command was expected")
        return command


@click.command(cls=Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 120})
@click.version_option(package_name="deskproof")
@click.pass_context
def main(context: click.Context) -> None:
    """Prove, scenario by scenario in real Chromium, that an agent desktop signs in and out as documented.

    \b
    Example:
      deskproof run                 run every scenario and write reports/out/latest
      deskproof gate                say whether the latest run may be released
      deskproof serve               start the simulator and sign in by hand
      deskproof defects             see scenarios fail against a product with defects
      deskproof doctor              see what this machine has and what is missing
    """
    here = Path.cwd()
    root = root_of(here)
    if root is not None and root != here.resolve():
        context.meta[INVOKED_FROM] = here  # paths on the command line are relative to this folder
        os.chdir(root)
