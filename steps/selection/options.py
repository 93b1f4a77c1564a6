"""The options of `deskproof run` by what they are for, those that have no other place.

Rule: an option says here what it does; what it comes to as arguments of the plugin, and what cannot go together, is
said below. What is wrong raises UsageError in one sentence, before anything starts.
"""

from __future__ import annotations

import math
import re
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from deskproof.steps.selection.expressions import is_blank

Command = TypeVar("Command", bound=Callable[..., Any])

PYTEST = ("-p", "deskproof.steps.runner.plugin", "-p", "no:randomly", "-W", "ignore::pytest.PytestAssertRewriteWarning")
"""pytest's arguments for every run of scenarios. It starts in a process that has some of its plugins in use already;
only their own asserts suffer, of which it warns.
"""

_MOST_WORKERS = 256
"""Each worker is a process with browsers of its own."""

_SLOWEST_MS = 60_000

_RUN = re.compile(r"\d{8}-\d{6}(?:-(\d+))?")
"""A run folder's name, as `deskproof.steps.runner.session.new_run_folder` makes it."""


class Location(click.Path):
    """A path on the command line; a blank one is a slip, for it would mean the current folder."""

    def __init__(self, *, file_okay: bool = True, dir_okay: bool = True) -> None:
        super().__init__(file_okay=file_okay, dir_okay=dir_okay, path_type=Path)

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        if not str(value).strip():
            self.fail("the path is blank; name one, or leave it out.", param, ctx)
        return super().convert(value, param, ctx)


class _Milliseconds(click.FloatRange):
    """A number within its range, and a number at all: `nan` is in every range."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        number = super().convert(value, param, ctx)
        if math.isnan(number):
            self.fail(f"{value!r} is not a number; give milliseconds.", param, ctx)
        return number


def not_blank(_: click.Context, parameter: click.Parameter, value: str | None) -> str | None:
    """The text of an option as it is; blanks and signs alone are a slip. Raises BadParameter."""
    if value is not None and is_blank(value):
        wanted = parameter.metavar
        raise click.BadParameter(f"{value!r} has nothing in it to look for; give {wanted}, or leave the option out.")
    return value


_CHOOSING = (
    click.option(
        "--last-failed", is_flag=True, help="Take only what did not pass in the last run, or never started in it."
    ),
    click.option(
        "--changed-since",
        metavar="REV",
        callback=not_blank,
        help="Take only scenarios whose text has changed since this git revision; all, when code has.",
    ),
    click.option("--watch", is_flag=True, help="Go on: run what was changed each time a file is saved."),
)
_LOOKING = (
    click.option("--headed", is_flag=True, help="Show the browser on the screen, one scenario after the other."),
    click.option(
        "--slow",
        type=_Milliseconds(min=0, max=_SLOWEST_MS),
        default=0,
        metavar="MS",
        help="With --headed: let each action take so many milliseconds longer.",
    ),
    click.option(
        "--pause-on-failure",
        is_flag=True,
        help="With --headed: stop where a scenario fails, its browser open, until Enter is pressed.",
    ),
)
_ELSEWHERE = (
    click.option(
        "--browser-url", metavar="URL", help="Use a browser elsewhere: a Playwright server (ws://) or CDP (http://)."
    ),
    click.option(
        "--browser-url-kind", type=click.Choice(("playwright", "cdp")), help="What speaks there, if URL does not tell."
    ),
    click.option(
        "--port",
        type=click.IntRange(0, 65535),
        default=0,
        metavar="N",
        help="Where the simulator listens, for a browser elsewhere with a tunnel to it.  [default: anywhere]",
    ),
)


def choosing(command: Command) -> Command:
    """Which scenarios, by what came before."""
    return _with(_CHOOSING, command)


def looking(command: Command) -> Command:
    """Seeing them run."""
    return _with(_LOOKING, command)


def elsewhere(command: Command) -> Command:
    """Browsers of other machines."""
    return _with(_ELSEWHERE, command)


def _with(options: tuple[Callable[[Command], Command], ...], command: Command) -> Command:
    for option in reversed(options):
        command = option(command)
    return command


def choosing_arguments(out: Path, *, last_failed: bool, changed_since: str | None) -> list[str]:
    """What was asked for, as arguments of the plugin."""
    arguments = [f"--changed-since={changed_since}"] if changed_since is not None else []
    if last_failed:
        arguments.append(f"--unsettled-in={_last_run(out)}")
    return arguments


def looking_arguments(*, headed: bool, slow: float, pause_on_failure: bool) -> list[str]:
    """What was asked for, as arguments of the plugin; the pause is no business of it."""
    if slow and not headed:
        raise click.UsageError("--slow is for looking on; add --headed.")
    if pause_on_failure and not headed:
        raise click.UsageError("--pause-on-failure leaves a browser open to look at; add --headed.")
    if pause_on_failure and not sys.stdin.isatty():
        raise click.UsageError(
            "--pause-on-failure waits for Enter, and there is no terminal to press it at; leave it out."
        )
    return ["--headed", f"--slow={slow}"] if headed else []


def elsewhere_arguments(url: str | None, kind: str | None, port: int, *, headed: bool, browser: str) -> list[str]:
    """What was asked for, as arguments of the plugin."""
    from deskproof.steps.browsers.browser import NoBrowser
    from deskproof.steps.browsers.remote import remote

    arguments = [f"--simulator-port={port}"] if port else []
    if url is None:
        if kind:
            raise click.UsageError("--browser-url-kind says what speaks at --browser-url, which was not given; add it.")
        return arguments
    if headed or browser != "shell":
        raise click.UsageError("--browser-url uses a browser elsewhere as it is; leave out --headed and --browser.")
    try:
        remote(url, kind)
    except NoBrowser as refusal:
        raise click.BadParameter(str(refusal), param_hint="'--browser-url'") from None
    return [*arguments, f"--browser-url={url}", *([f"--browser-url-kind={kind}"] if kind else [])]


def number_of_workers(text: str) -> str:
    """What pytest-xdist takes as a number of workers. Raises UsageError for anything else."""
    if text == "auto" or (text.isascii() and text.isdecimal() and int(text) <= _MOST_WORKERS):
        return text
    raise click.BadParameter(
        f"{text!r} is not a number of workers; give 0, 1, 2 … {_MOST_WORKERS}, or auto.", param_hint="'-n'"
    )


def given(context: click.Context, *, but: str) -> list[str]:
    """The options that were given, as they can be given again, without the one named `but`."""
    arguments: list[str] = []
    for parameter in context.command.params:
        name, value = parameter.name or "", context.params.get(parameter.name or "")
        if not isinstance(parameter, click.Option) or name == but:
            continue
        if context.get_parameter_source(name) is click.core.ParameterSource.COMMANDLINE:
            option = max(parameter.opts, key=len)
            arguments += [option] if parameter.is_flag else [option, str(value)]
    return arguments


def _last_run(out: Path) -> Path:
    """The newest run in `out` that left a record."""
    found = [
        (folder.name[:15], int(name[1] or 1), folder)
        for folder in (out.iterdir() if out.is_dir() else ())
        if (name := _RUN.fullmatch(folder.name)) and any(folder.glob("events-*.ndjson"))
    ]
    if not found:
        raise click.UsageError(
            f"There is no run in {out} to take the failed scenarios of; run without --last-failed first."
        )
    return max(found)[2]
