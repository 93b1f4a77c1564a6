"""`deskproof run`: run scenarios in a real browser and write the report.

Rule: pytest runs them, through `steps.runner.plugin`; this command fills the request, shows the progress, and always
writes the report of what finished, however the run ended. Exit status: 0 everything selected passed; 1 something
failed; 2 it could not be found out: something broke, was interrupted, or nothing ran.
"""

from __future__ import annotations

import os
import sys
from dataclasses import replace
from pathlib import Path

import click

from deskproof.steps.cli import CannotCheck, required_project
from deskproof.steps.project.project import Project, pack_folder
from deskproof.steps.selection import options
from deskproof.steps.selection.option_types import INVOKED_FROM
from deskproof.steps.selection.request import RunRequest


@click.command()
@click.argument("paths", nargs=-1, metavar="[PATHS]... [-- PYTEST ARGUMENTS]", type=click.UNPROCESSED)
@options.click_options(RunRequest)
@click.pass_context
def command(
    context: click.Context, /, paths: tuple[str, ...], out: Path | None, history: Path | None, allure: bool, **_: object
) -> None:
    """Run the scenarios of PATHS (by default all features of the project) and write a report.

    A path is a folder, a feature file, or a feature file with a line: features/04_station_options.feature:12.

    \b
    Examples:
      deskproof run                              everything
      deskproof run --tags @AD-028               what proves one claim
      deskproof run -k "default number" --headed watch it
      deskproof run --last-failed                what did not pass in the last run
      deskproof run --changed-since main --watch what has changed, and again at each save
      deskproof run --impacted-since main        what the changes since main can reach
      deskproof run --check-only                 do all steps have definitions?
      deskproof run --shard 3/8                  one part of a run; 'deskproof report merge' joins the parts
      deskproof run --resume                     the rest of a run that was cut short
      deskproof run --pack sign-in               the shipped scenarios, on the desktop of deskproof.toml
      deskproof run -- -x --lf                   pytest's own arguments after --
    """
    from deskproof.steps.browsers.browser import VARIABLE
    from deskproof.steps.cli.run_request import changes_of, requested
    from deskproof.steps.runner.execution import CannotRun, OutputPaths, check_only, resume, run
    from deskproof.steps.selection.resume import CannotResume

    project = required_project()
    output = OutputPaths.of(project, out, history, allure=allure)
    request = requested(context, output.history, output.runs)
    if request.browser not in ("shell", "full"):
        os.environ[VARIABLE] = request.browser
    if request.resume is not None:
        changes = changes_of(request, context)
        earlier = Path(request.resume) if request.resume else None
        try:
            sys.exit(resume(earlier, changes, output, pause=request.pause_on_failure))
        except CannotResume as refusal:
            raise CannotCheck(str(refusal)) from refusal
    own, for_pytest = _parted(paths)
    if request.pack is not None and own:
        raise click.UsageError("--pack runs a shipped pack, and paths are those of the project; give one of the two.")
    here = context.meta.get(INVOKED_FROM)
    own = own if here is None else [os.path.relpath(here / path) for path in own]
    folder, places = (pack_folder(request.pack), []) if request.pack is not None else _features(own, project)
    if request.watch:
        from deskproof.steps.cli.watching import Watching

        again = options.given_again(context, but="watch")
        sys.exit(Watching(project, output.runs, options=again, paths=own, for_pytest=for_pytest).run())
    request = replace(request, selection=replace(request.selection, places=tuple(places)))
    arguments = [*request.pytest_arguments(folder), *for_pytest]
    if request.check_only:
        sys.exit(check_only(arguments))
    try:
        sys.exit(run(arguments, output, pause=request.pause_on_failure))
    except CannotRun as refusal:
        raise CannotCheck(str(refusal)) from refusal


def _parted(paths: tuple[str, ...]) -> tuple[list[str], list[str]]:
    """Our paths and pytest's arguments. Click drops the `--`, so the first argument that begins with a dash begins
    pytest's.
    """
    for index, text in enumerate(paths):
        if text.startswith("-"):
            return list(paths[:index]), list(paths[index:])
    return list(paths), []


def _features(paths: list[str], project: Project) -> tuple[Path, list[str]]:
    """The folder to run, and the places in it."""
    from deskproof.steps.selection.places import BadPlace, features

    try:
        return project.features, features(paths, project)
    except BadPlace as refusal:
        raise CannotCheck(str(refusal)) from None
