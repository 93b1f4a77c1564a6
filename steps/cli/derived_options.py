"""The options of `deskproof defects --derived`, and what they start.

Rule: exit status 0 the check is sound, and scenarios and tests detect what --at-least says; 1 they detect less; 2 the
check says nothing.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

import click

from deskproof.steps.cli import CannotCheck
from deskproof.steps.project.project import Project
from deskproof.steps.selection.option_types import CountOrAll, Location, ShardText
from deskproof.steps.terminal import Console, say

Command = TypeVar("Command", bound=Callable[..., Any])

_OPTIONS = (
    click.option(
        "--derived",
        is_flag=True,
        help="Use defects that are derived from the source, not the named ones. The options below are for these.",
    ),
    click.option("--sample", metavar="N", type=click.IntRange(min=1), help="Draw so many of them.  [default: all]"),
    click.option("--seed", metavar="N", type=int, default=0, show_default=True, help="What --sample draws with."),
    click.option("--shard", metavar="INDEX/TOTAL", type=ShardText(), help="Take only this part, such as 3/8."),
    click.option(
        "--scenarios",
        metavar="N|all",
        type=CountOrAll(),
        default="25",
        show_default=True,
        help="Give a defect up after so many scenarios have passed over it, of those that run the changed place.",
    ),
    click.option(
        "--impact-map",
        metavar="FILE",
        type=Location(dir_okay=False),
        help="Says which scenarios run which code.  [default: that of the newest run that recorded one]",
    ),
    click.option(
        "--tests",
        metavar="DIR",
        type=Location(file_okay=False),
        help="Run these tests of the product's own first; what they notice meets no scenario.",
    ),
    click.option(
        "--at-least",
        metavar="PERCENT",
        type=click.FloatRange(0, 100),
        default=0,
        help="Exit with 1 where scenarios and tests detect less.",
    ),
)


@dataclass(frozen=True, kw_only=True)
class Derived:
    """What the options say."""

    derived: bool
    sample: int | None
    seed: int
    shard: str | None
    scenarios: int | None
    impact_map: Path | None
    tests: Path | None
    at_least: float


def derived_options(command: Command) -> Command:
    """Adds the options to a command."""
    for add in reversed(_OPTIONS):
        command = add(command)
    return command


def list_derived() -> None:
    """Print every derived defect with its place."""
    from deskproof.steps.mutation.derived.catalogue import derived_defects

    for defect in derived_defects().values():
        say(f"{defect.name}: line {defect.line}")


def check(
    asked: Derived, project: Project, *, names: tuple[str, ...], language: str, workers: str, out: Path | None
) -> None:
    """Try the derived defects, and exit."""
    from deskproof.reports.record import Shard
    from deskproof.steps.cli.derived import NoTrials, Requested, Unsound, try_derived
    from deskproof.steps.cli.run_request import newest_map
    from deskproof.steps.impact.map import BadMap, read
    from deskproof.steps.mutation.derived.equivalents import BadEquivalents, equivalents
    from deskproof.steps.mutation.detections import BadDetections
    from deskproof.steps.selection.shards import shard_of

    file = asked.impact_map or newest_map(project.out)
    shard: Shard | None = shard_of(asked.shard)
    try:
        requested = Requested(
            features=project.features,
            out=out or project.derived.parent,
            language=language,
            workers=workers,
            names=names,
            sample=asked.sample,
            seed=asked.seed,
            shard=shard,
            most=asked.scenarios,
            map=read(file) if file else None,
            tests=asked.tests,
            equivalents=equivalents(),
        )
        if file is None:
            say("There is no impact map, so every scenario counts as one that runs the changed place.", err=True)
        found = try_derived(requested, Console(highlight=False))
    except (BadMap, BadDetections, BadEquivalents, NoTrials, Unsound) as refusal:
        raise CannotCheck(str(refusal)) from refusal
    sys.exit(0 if 100 * found.figures.share >= asked.at_least else 1)
