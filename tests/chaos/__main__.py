"""`make chaos`: runs of real scenarios on a machine on which things go wrong, each at random moments.

Exit status: 0 everything held, 1 something did not; the fault, the moment and the seed are printed. Needs Linux, and
the rights to mount a disk and to make a folder immutable.
"""

from __future__ import annotations

import random
import sys
import tempfile
from pathlib import Path

import click

from deskproof.steps.terminal import say
from tests.chaos.faults import FAULTS
from tests.chaos.trial import DoesNotHold, attempt, moments, undisturbed


@click.command(help="Let things go wrong during runs. FAULTS: all unless named.")
@click.argument("faults", nargs=-1, type=click.Choice(tuple(FAULTS)))
@click.option("--moments", "count", type=click.IntRange(1), default=5, show_default=True, help="Of each fault.")
@click.option("--seed", type=click.IntRange(0), help="The first moment's seed; drawn unless given.")
def main(faults: tuple[str, ...], count: int, seed: int | None) -> None:
    """Try each fault at so many moments."""
    first = random.SystemRandom().randrange(2**32) if seed is None else seed
    failed = 0
    with tempfile.TemporaryDirectory() as folder:
        reference = undisturbed(Path(folder, "undisturbed"))
        for fault in faults or FAULTS:
            for number, chance in enumerate(moments(first, count)):
                try:
                    say(attempt(fault, reference, Path(folder, f"{fault}-{number}"), chance))
                except DoesNotHold as what:
                    failed += 1
                    say(f"{fault}, seed {first + number}: {what}", err=True)
                    again = f"--seed {first + number} --moments 1 {fault}"
                    say(f"It did not hold; again: make chaos ARGS='{again}'", err=True)
    say(f"{len(faults or FAULTS) * count} moments from seed {first}: {failed or 'none'} did not hold.")
    sys.exit(int(failed > 0))


main()
