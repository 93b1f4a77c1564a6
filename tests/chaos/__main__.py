"""`make chaos`: runs of real scenarios on a machine on which things go wrong, each at random moments.

Exit status: 0 everything held, 1 something did not; the fault, the moment and the seed are printed. Needs Linux, and
the rights to mount a disk and to make a folder immutable.
"""

from __future__ import annotations

import random
import sys
import tempfile
import time
from collections import Counter
from itertools import product
from pathlib import Path

import click

from deskproof.steps.terminal import say
from tests.chaos.faults import FAULTS
from tests.chaos.running import FEATURE, RULE
from tests.chaos.trial import DoesNotHold, Ending, attempt, moments, undisturbed
from tests.robustness.page import Part, store, tried


@click.command(help="Let things go wrong during runs. FAULTS: all unless named.")
@click.argument("faults", nargs=-1, type=click.Choice(tuple(FAULTS)))
@click.option("--moments", "count", type=click.IntRange(1), default=5, show_default=True, help="Of each fault.")
@click.option("--minutes", type=click.IntRange(1), help="No moment begins after this.")
@click.option("--short", is_flag=True, help="Runs of few scenarios: more moments in the same time.")
@click.option("--seed", type=click.IntRange(0), help="The first moment's seed; drawn unless given.")
@click.option("--page", is_flag=True, help="Write the figures into docs/robustness.md.")
def main(
    faults: tuple[str, ...], count: int, minutes: int | None, seed: int | None, *, short: bool, page: bool
) -> None:  # fmt: skip
    """Try each fault at so many moments, one moment of each after the other."""
    first = random.SystemRandom().randrange(2**32) if seed is None else seed
    began, failed = time.monotonic(), 0
    endings: dict[str, Counter[str]] = {fault: Counter() for fault in faults or FAULTS}
    with tempfile.TemporaryDirectory() as folder:
        reference = undisturbed(Path(folder, "undisturbed"), RULE if short else FEATURE)
        for number, fault in product(range(count), endings):
            if minutes is not None and time.monotonic() > began + minutes * 60:
                break
            (chance,) = moments(first + number, 1)
            out = Path(folder, f"{fault}-{number}")
            try:
                tried_it = attempt(fault, reference, out, chance)
            except DoesNotHold as what:
                failed += 1
                say(f"{fault}, seed {first + number}: {what}", err=True)
                again = f"--seed {first + number} --moments 1{' --short' if short else ''} {fault}"
                say(f"It did not hold; again: make chaos ARGS='{again}'", err=True)
                continue
            endings[fault][tried_it.ending] += 1
            say(f"{fault} at line {tried_it.line} of {reference.lines}: the run {tried_it.ending}")
    total = failed + sum(seen.total() for seen in endings.values())
    outcome = f"{total} moments from seed {first}: {failed or 'none'} did not hold."
    say(outcome)
    if page:
        head = ["fault", "moments", *Ending]
        rows = [[fault, seen.total(), *(seen[ending] for ending in Ending)] for fault, seen in endings.items()]
        arguments = f"--moments {count}" + (" --short" if short else "")
        store(Part.CHAOS, tried(began, arguments, head, rows, outcome))
    sys.exit(int(failed > 0))


main()
