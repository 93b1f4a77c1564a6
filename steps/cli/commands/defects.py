"""`deskproof defects`: run the scenarios against a product with named defects, and see which they detect.

Rule: a scenario that passes on the product without defects is proof only when it fails on a defect of its claim. Each
runs against the defects of its claims, one round after the other, until it fails. Exit status: 0 every scenario
detected a defect and every defect was detected (with --defect and --own: the latter alone); 1 not so; 2 it could not
be found out.
"""

from __future__ import annotations

import re
import shutil
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click

from deskproof.reports.gate.quarantine import BadQuarantine
from deskproof.simulator.defects import BadCatalogue, Defect, StaleDefect, all_defects, check_fit, load_defects
from deskproof.steps.cli import CannotCheck, required_project
from deskproof.steps.cli.derived_options import Derived, check, derived_options, list_derived
from deskproof.steps.project.project import PACKS
from deskproof.steps.selection.option_types import Location, Workers
from deskproof.steps.terminal import Console, say

_OURS = re.compile(r"round-\d+|defects\.json")


@click.command()
@click.argument("paths", nargs=-1, metavar="[FEATURE FILES]...", type=Location())
@click.option(
    "--defect",
    "names",
    multiple=True,
    metavar="NAME",
    help="Use only this defect; may be given again. With --derived, * is anything.",
)
@click.option("--own", is_flag=True, help="Use only the defects of the project, not those of Deskproof.")
@click.option(
    "--language",
    type=click.Choice(["en", "sv", "both"]),
    default="en",
    show_default=True,
    help="The language of the features; both editions have the same steps.",
)
@click.option(
    "-n",
    "--workers",
    type=Workers(),
    default="auto",
    show_default=True,
    metavar="N|auto",
    help="How many run at the same time; auto is eight on each core, three with --derived, as far as memory allows.",
)
@click.option(
    "--out",
    type=Location(file_okay=False),
    help="Where the records of the rounds and defects.json go; earlier ones are replaced.  [default: defects, below "
    "the runs]",
)
@click.option("--missing", is_flag=True, help="Run only scenarios that have not detected a defect yet.")
@click.option(
    "--keep",
    is_flag=True,
    help="Save the detections beside the features, for the record of every run; commit them.",
)
@click.option(
    "--pack",
    type=click.Choice(tuple(PACKS)),
    help="Run the scenarios of a pack that is shipped, on the desktop of the project.",
)
@click.option("--list", "listing", is_flag=True, help="Only list the defects and what they do.")
@derived_options
def command(
    paths: tuple[Path, ...],
    names: tuple[str, ...],
    own: bool,
    language: str,
    workers: str,
    out: Path | None,
    missing: bool,
    keep: bool,
    pack: str | None,
    listing: bool,
    **of_derived: Any,
) -> None:
    """Run scenarios against a product with defects, and see them fail.

    \b
    Examples:
      deskproof defects                                        every scenario of the English edition
      deskproof defects features/02_forgotten_password.feature those of one feature
      deskproof defects --defect any-code-leads-on             those that should detect one defect
      deskproof defects --missing --keep                       new and changed ones; save what they detect
      deskproof defects --own --pack sign-in                   the shipped scenarios, the project's own defects
      deskproof defects --list                                 the defects there are
      deskproof defects --derived --sample 100 --seed 7        a hundred defects that nobody wrote down
    """
    asked = Derived(**of_derived)
    project = required_project()
    if asked.derived:
        if paths or own or missing or keep or pack or language == "both":
            raise click.UsageError(
                "--derived takes no feature files, --own, --missing, --keep or --pack, and one language."
            )
        if listing:
            list_derived()
            return
        check(asked, project, names=names, language=language, workers=workers, out=out)
    from deskproof.steps.cli.proof import Interrupted, NothingMissing, NothingToProve, Taken, prove
    from deskproof.steps.mutation.detections import BadDetections

    if own and project.defects is None:
        raise CannotCheck("The project has no defects of its own; name their folder in deskproof.toml.")
    defects = _defects(names, project.defects, own=own)
    if listing:
        for defect in defects:
            say(f"{defect.name}: {defect.en} ({', '.join(defect.claims)})")
        return
    edition = None if language == "both" else language
    if pack is not None and paths:
        raise click.UsageError("--pack runs a shipped pack, and paths are those of the project; give one of the two.")
    taken = Taken(
        project=project,
        pack=pack,
        files=paths,
        language=edition,
        workers=workers,
        missing=missing,
    )
    out = out or project.out / "defects"
    _make_room(out)
    try:
        result = prove(taken, defects, out, Console(highlight=False), chosen=own or bool(names), keep=keep)
    except NothingMissing as good:
        say(str(good))
        return
    except (BadDetections, BadQuarantine, Interrupted, NothingToProve, StaleDefect) as refusal:
        raise CannotCheck(str(refusal)) from refusal
    sys.exit(0 if result.complete or ((own or names) and not result.idle) else 1)


def _make_room(out: Path) -> None:
    """Delete what an earlier check wrote, and nothing else."""
    found = list(out.iterdir()) if out.is_dir() else []
    if foreign := next((path for path in found if not _OURS.fullmatch(path.name)), None):
        raise CannotCheck(f"{out} has {foreign.name}, which no earlier check wrote; name another folder with --out.")
    shutil.rmtree(out, ignore_errors=True)


def _defects(names: Sequence[str], folder: Path | None, *, own: bool) -> tuple[Defect, ...]:
    try:
        every = load_defects(folder) if own and folder is not None else all_defects(folder)
        for defect in every.values():
            check_fit(defect)
    except (BadCatalogue, StaleDefect) as refusal:
        raise CannotCheck(str(refusal)) from refusal
    if (unknown := next((name for name in names if name not in every), None)) is not None:
        raise click.BadParameter(
            f"there is no defect {unknown!r}; `deskproof defects --list` names them.", param_hint="'--defect'"
        )
    return tuple(every[name] for name in names) if names else tuple(every.values())
