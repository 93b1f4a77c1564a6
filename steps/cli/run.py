"""`deskproof run`: run scenarios in a real browser and write the report.

Rule: pytest runs them, through `steps.plugin`; this command chooses, shows how it goes, and always writes the report of
what finished, however the run ended. Exit status: 0 everything chosen passed; 1 something failed; 2 it could not be
found out: something broke, was interrupted, or nothing ran.
"""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click
from rich.console import Console

from steps.cli import CannotCheck

if TYPE_CHECKING:
    from reports.outputs import Tally

GOOD, FAILED, COULD_NOT = 0, 1, 2
TESTS_FAILED = 1
"""pytest's own status when a scenario did not pass, also one in quarantine."""
REFUSED = 4
"""pytest's own status when it was asked for something wrong and began nothing."""

FEATURES = Path("features")

_REWRITE_WARNING = "ignore::pytest.PytestAssertRewriteWarning"
"""pytest starts in this process, which has some of its plugins in use already; only their own asserts suffer."""


@click.command()
@click.argument("paths", nargs=-1, metavar="[PATHS]... [-- PYTEST ARGUMENTS]", type=click.UNPROCESSED)
@click.option("-k", "words", metavar="WORDS", help="Take only scenarios with these words in their names; and, or, not.")
@click.option("--tags", metavar="TAGS", help="Take only scenarios with these tags: '@AD-028 or @AD-029'.")
@click.option(
    "-n",
    "--workers",
    default="auto",
    show_default=True,
    metavar="N|auto",
    help="How many run at the same time; 0 runs in this process.",
)
@click.option(
    "--browser",
    metavar="shell|full|PATH",
    default="shell",
    show_default=True,
    help="The quick headless shell, a full browser for every scenario, or this executable.",
)
@click.option("--headed", is_flag=True, help="Show the browser on the screen, one scenario after the other.")
@click.option("--out", type=click.Path(file_okay=False, path_type=Path), help="Where runs go.  [default: reports/out]")
@click.option("--check-only", is_flag=True, help="Only check that features and step definitions bind.")
def command(
    paths: tuple[str, ...],
    words: str | None,
    tags: str | None,
    workers: str,
    browser: str,
    headed: bool,
    out: Path | None,
    check_only: bool,
) -> None:
    """Run the scenarios of PATHS (features/ by default) and write a report.

    A path is a folder, a feature file, or a feature file with a line: features/04_station_options.feature:12.

    \b
    Examples:
      deskproof run                              everything
      deskproof run --tags @AD-028               what proves one claim
      deskproof run -k "default number" --headed watch it
      deskproof run --check-only                 do all steps have definitions?
      deskproof run -- -x --lf                   pytest's own arguments after --
    """
    own, rest = _parted(paths)
    folder, places = _features(own)
    arguments = [str(folder), "-p", "steps.plugin", "-p", "no:randomly", "-W", _REWRITE_WARNING]
    arguments += [part for place in places for part in ("--place", place)]
    # In one, for pytest reads an argument that begins with @ as a file.
    arguments += [f"--{name}={text}" for name, text in (("named", words), ("tags", tags)) if text]
    arguments += ["--check-only"] if check_only else ["-n", _workers("0" if headed else workers), "--dist", "worksteal"]
    arguments += _browser(browser, headed=headed)
    if check_only:
        sys.exit(_pytest([*arguments, *rest], None, _console()))
    sys.exit(_run([*arguments, *rest], out))


def _run(arguments: list[str], out: Path | None) -> int:
    from steps.session import HISTORY, OUT, new_run_folder

    console = _console()
    try:
        folder = new_run_folder((out or OUT).resolve())
    except OSError as error:
        raise CannotCheck(
            f"{out or OUT} cannot take a run ({error.strerror}); name another folder with --out."
        ) from None
    status = COULD_NOT
    try:
        status = _pytest([*arguments, "--run-folder", str(folder)], folder, console)
    finally:
        tally = _report(folder, console, HISTORY if out is None else out / HISTORY.name)
    if tally is None and status == REFUSED:
        shutil.rmtree(folder)
    return COULD_NOT if tally is None else _judged(tally, status)


def _pytest(arguments: list[str], folder: Path | None, console: Console) -> int:
    """pytest's exit status, its output going to the run folder where there is one."""
    import pytest

    if folder is None:
        return int(pytest.main(arguments))
    from steps.progress import Ticker

    ticker = Ticker(console, folder)
    try:
        return int(pytest.main(arguments, plugins=[ticker]))
    finally:
        ticker.stop()


# ---- what was asked for


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
    folders: list[Path] = []
    places: list[str] = []
    for text in paths or [str(FEATURES)]:
        file = Path(text.rpartition(":")[0] if text.rpartition(":")[2].isdigit() and ":" in text else text)
        if file.suffix == ".feature" and file.is_file():
            folders.append(_root(file.parent))
            places.append(text)
        elif file.is_dir():
            folders.append(_root(file))
            if file.resolve() != _root(file).resolve():
                places += [str(one) for one in sorted(file.rglob("*.feature"))]
        else:
            raise CannotCheck(
                f"{text} is neither a folder nor a feature file; name features/ or a *.feature file in it."
            )
    if len({folder.resolve() for folder in folders}) > 1:
        raise CannotCheck(f"{folders[0]} and {folders[-1]} are bound apart; run one after the other.")
    return folders[0], places


def _root(folder: Path) -> Path:
    for candidate in (folder, *folder.absolute().parents):
        if (candidate / "test_scenarios.py").is_file():
            return candidate
    raise CannotCheck(
        f"{folder} has no test_scenarios.py, so nothing binds its features; name the folder features/ of the project."
    )


def _workers(text: str) -> str:
    if text == "auto" or text.isdigit():
        return text
    raise click.BadParameter(f"{text!r} is no number of workers; give 0, 1, 2 … or auto.", param_hint="'-n'")


def _browser(browser: str, *, headed: bool) -> list[str]:
    from steps.browser import VARIABLE

    if headed and sys.platform == "linux" and not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        raise CannotCheck(
            "There is no screen to show a browser on: neither DISPLAY nor WAYLAND_DISPLAY is set; leave out --headed."
        )
    if browser not in ("shell", "full"):
        os.environ[VARIABLE] = browser
    return (["--headed"] if headed else []) + (["--full-browser"] if browser == "full" else [])


# ---- what came of it


def _report(folder: Path, console: Console, history: Path) -> Tally | None:
    """Write the report, remember the run, and say what it comes to; None when nothing was recorded."""
    from reports.outputs import LATEST, DamagedRecord, write

    try:
        summary = write(
            folder,
            shown_as=str(_told(folder.parent / LATEST / "report.html")),
            history=history.absolute(),
            remember=True,
        )
    except DamagedRecord:
        return None
    for line in summary.lines:
        console.print(line, markup=False, highlight=False, soft_wrap=True)
    return summary.tally


def _judged(tally: Tally, status: int) -> int:
    if tally.scenarios["failed"]:
        return FAILED
    explained = status == 0 or (status == TESTS_FAILED and tally.scenarios["quarantined"] > 0)
    return COULD_NOT if tally.level == "bad" or not explained else GOOD


def _told(path: Path) -> Path:
    return path.relative_to(Path.cwd()) if path.is_relative_to(Path.cwd()) else path


def _console() -> Console:
    """A console of its own, which pytest's capturing does not swallow."""
    return Console(file=os.fdopen(os.dup(sys.stdout.fileno()), "w", encoding="utf-8", buffering=1), force_terminal=None)
