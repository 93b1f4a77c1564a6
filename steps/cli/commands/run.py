"""`deskproof run`: run scenarios in a real browser and write the report.

Rule: pytest runs them, through `steps.runner.plugin`; this command chooses, shows how it goes, and always writes the
report of
what finished, however the run ended. Exit status: 0 everything chosen passed; 1 something failed; 2 it could not be
found out: something broke, was interrupted, or nothing ran.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

import click

from deskproof.steps.cli import CannotCheck
from deskproof.steps.selection import options

FEATURES = Path("features")

_CHOICES = ("paths", "words", "tags", "last_failed", "changed_since", "watch", "shard")
"""What a run that is resumed has been asked for already."""


@click.command()
@click.argument("paths", nargs=-1, metavar="[PATHS]... [-- PYTEST ARGUMENTS]", type=click.UNPROCESSED)
@click.option(
    "-k",
    "words",
    metavar="WORDS",
    callback=options.not_blank,
    help="Take only scenarios with these words in their names; and, or, not.",
)
@click.option(
    "--tags",
    metavar="TAGS",
    callback=options.not_blank,
    help="Take only scenarios with these tags: '@AD-028 or @AD-029'.",
)
@options.choosing
@click.option(
    "-n",
    "--workers",
    default="auto",
    show_default=True,
    metavar="N|auto",
    help="How many run at the same time; 0 runs in this process.",
)
@click.option(
    "--retries",
    type=click.IntRange(min=0),
    default=0,
    metavar="N",
    help="Try what does not pass again, up to N times; what passes then is flaky, which fails the run too.",
)
@click.option("--trace", is_flag=True, help="Keep a Playwright trace of what does not pass, also of the first attempt.")
@click.option(
    "--browser",
    metavar="shell|full|PATH",
    default="shell",
    show_default=True,
    callback=options.not_blank,
    help="The quick headless shell, a full browser for every scenario, or this executable.",
)
@options.looking
@options.elsewhere
@click.option(
    "--shard", metavar="INDEX/TOTAL", help="Take only this part of the run, such as 3/8; merge the parts after."
)
@click.option(
    "--history",
    metavar="FILE",
    type=options.Location(dir_okay=False),
    help="What remembers runs; shards are dealt out by its durations.  [default: reports/history.db, or in --out]",
)
@click.option(
    "--resume",
    metavar="[RUN]",
    is_flag=False,
    flag_value="",
    help="Go on with a run that was cut short (by default the latest): run only the rest, into the same record.",
)
@click.option("--out", type=options.Location(file_okay=False), help="Where runs go.  [default: reports/out]")
@click.option("--allure", is_flag=True, help="Also make allure-results/ in the run's folder, which Allure reads.")
@click.option("--check-only", is_flag=True, help="Only check that features and step definitions bind.")
def command(
    paths: tuple[str, ...],
    words: str | None,
    tags: str | None,
    last_failed: bool,
    changed_since: str | None,
    watch: bool,
    workers: str,
    retries: int,
    trace: bool,
    browser: str,
    headed: bool,
    slow: float,
    pause_on_failure: bool,
    browser_url: str | None,
    browser_url_kind: str | None,
    port: int,
    shard: str | None,
    history: Path | None,
    resume: str | None,
    out: Path | None,
    allure: bool,
    check_only: bool,
) -> None:
    """Run the scenarios of PATHS (features/ by default) and write a report.

    A path is a folder, a feature file, or a feature file with a line: features/04_station_options.feature:12.

    \b
    Examples:
      deskproof run                              everything
      deskproof run --tags @AD-028               what proves one claim
      deskproof run -k "default number" --headed watch it
      deskproof run --last-failed                what did not pass in the last run
      deskproof run --changed-since main --watch what has changed, again at each save
      deskproof run --check-only                 do all steps have definitions?
      deskproof run --shard 3/8                  one part of a run; 'deskproof report merge' makes it whole
      deskproof run --resume                     the rest of a run that was cut short
      deskproof run -- -x --lf                   pytest's own arguments after --
    """
    from deskproof.steps.runner.execution import CannotRun, Shelf, go_on, run
    from deskproof.steps.runner.execution import check_only as only_check
    from deskproof.steps.selection.resume import CannotResume

    shelf = Shelf.at(out, history, allure=allure)
    if resume is not None:
        if resume and not resume.strip():
            raise click.BadParameter("the run is blank; name its folder, or leave it out.", param_hint="'--resume'")
        if given := [name for name in _CHOICES if _given(name)]:
            raise click.BadParameter(
                f"{given[0]} cannot be asked for again: the run goes on with what it was asked for. Leave it out.",
                param_hint="'--resume'",
            )
        more = [
            *(["-n", options.number_of_workers(workers)] if _given("workers") else []),
            *_browser(browser, headed=headed),
        ]
        more += ["--headed"] if headed else []
        try:
            sys.exit(go_on(Path(resume) if resume else None, more, shelf))
        except CannotResume as refusal:
            raise CannotCheck(str(refusal)) from refusal
    own, rest = _parted(paths)
    folder, places = _features(own)
    if watch:
        from deskproof.steps.cli.watching import Asked, Watching

        asked = Asked(options=options.given(click.get_current_context(), but="watch"), paths=own, for_pytest=rest)
        sys.exit(Watching(folder, shelf.out, asked).go_on())
    arguments = [str(folder), *options.PYTEST]
    arguments += [part for place in places for part in ("--place", place)]
    # In one, for pytest reads an argument that begins with @ as a file.
    arguments += [f"--{name}={text}" for name, text in (("named", words), ("tags", tags)) if text is not None]
    arguments += (
        ["--check-only"]
        if check_only
        else ["-n", options.number_of_workers("0" if headed else workers), "--dist", "worksteal"]
    )
    arguments += [f"--retries={retries}"] if retries else []
    arguments += ["--trace-all"] if trace else []
    arguments += options.choosing_arguments(shelf.out, last_failed=last_failed, changed_since=changed_since)
    arguments += _browser(browser, headed=headed)
    arguments += options.looking_arguments(headed=headed, slow=slow, pause_on_failure=pause_on_failure)
    arguments += options.elsewhere_arguments(browser_url, browser_url_kind, port, headed=headed, browser=browser)
    if check_only:
        sys.exit(only_check([*arguments, *rest]))
    arguments += _shard(shard, shelf.history)
    try:
        sys.exit(run([*arguments, *rest], shelf, pause=pause_on_failure))
    except CannotRun as refusal:
        raise CannotCheck(str(refusal)) from refusal


# ---- what was asked for


def _given(name: str) -> bool:
    """Whether an option was given, not taken by default."""
    source = click.get_current_context().get_parameter_source(name)
    return source not in (None, click.core.ParameterSource.DEFAULT)


def _shard(text: str | None, history: Path) -> list[str]:
    from deskproof.steps.selection.shards import BadShard, parse

    if text is None:
        return []
    try:
        parse(text)
    except BadShard as refusal:
        raise click.BadParameter(str(refusal), param_hint="'--shard'") from None
    return [f"--shard={text}", f"--dealt-by={history}"]


def _parted(paths: tuple[str, ...]) -> tuple[list[str], list[str]]:
    """Our paths and pytest's arguments. Click drops the `--`, so the first argument that begins with a dash begins
    pytest's.
    """
    for index, text in enumerate(paths):
        if text.startswith("-"):
            return list(paths[:index]), list(paths[index:])
    return list(paths), []


def _features(paths: list[str]) -> tuple[Path, list[str]]:
    """The folder to run, and the places in it."""
    from deskproof.steps.selection.places import BadPlace, features

    try:
        return features(paths, FEATURES)
    except BadPlace as refusal:
        raise CannotCheck(str(refusal)) from None


def _browser(browser: str, *, headed: bool) -> list[str]:
    from deskproof.steps.browsers.browser import VARIABLE

    if headed and sys.platform == "linux" and not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        raise CannotCheck(
            "There is no screen to show a browser on: neither DISPLAY nor WAYLAND_DISPLAY is set; leave out --headed."
        )
    if browser not in ("shell", "full"):
        os.environ[VARIABLE] = browser
    return ["--full-browser"] if browser == "full" else []
