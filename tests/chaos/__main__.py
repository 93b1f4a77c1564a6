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
from tests.chaos.trial import DoesNotHold, Ending, attempt, undisturbed
from tests.robustness.page import Part, store, tried

_DID_NOT_HOLD = "did not hold"


@click.command(help="Let things go wrong during runs. FAULTS: all unless named.")
@click.argument("faults", nargs=-1, type=click.Choice(tuple(FAULTS)))
@click.option("--moments", "count", type=click.IntRange(1), default=5, show_default=True, help="Of each fault.")
@click.option("--minutes", type=click.IntRange(1), help="No moment begins after this.")
@click.option("--short", is_flag=True, help="Runs of few scenarios: more moments in the same time.")
@click.option("--seed", type=click.IntRange(0), help="The first moment's seed; drawn unless given.")
@click.option("--page", is_flag=True, help="Write the figures into docs/robustness.md.")
@click.option("--add", is_flag=True, help="Add the figures to those of earlier runs in docs/robustness.md.")
def main(
    faults: tuple[str, ...], count: int, minutes: int | None, seed: int | None, *, short: bool, page: bool, add: bool
) -> None:  # fmt: skip
    """Try each fault at so many moments, one moment of each after the other."""
    first = random.SystemRandom().randrange(2**32) if seed is None else seed
    began = time.monotonic()
    endings: dict[str, Counter[str]] = {fault: Counter() for fault in faults or FAULTS}
    with tempfile.TemporaryDirectory() as folder:
        reference = undisturbed(Path(folder, "undisturbed"), RULE if short else FEATURE)
        for number, fault in product(range(count), endings):
            if minutes is not None and time.monotonic() > began + minutes * 60:
                break
            try:
                done = attempt(fault, reference, Path(folder, f"{fault}-{number}"), random.Random(first + number))
            except DoesNotHold as what:
                endings[fault][_DID_NOT_HOLD] += 1
                say(f"{fault}, seed {first + number}: {what}", err=True)
                again = f"--seed {first + number} --moments 1{' --short' if short else ''} {fault}"
                say(f"It did not hold; again: make chaos ARGS='{again}'", err=True)
                continue
            endings[fault][done.ending] += 1
            say(f"{fault} at line {done.line} of {reference.lines}: the run {done.ending}")
    total = sum(seen.total() for seen in endings.values())
    failed = sum(seen[_DID_NOT_HOLD] for seen in endings.values())
    outcome = f"{total} moments from seed {first}: {failed or 'none'} did not hold."
    say(outcome)
    if page or add:
        columns = [*Ending, _DID_NOT_HOLD]
        head = ["fault", "moments", *columns]
        rows = [[fault, seen.total(), *(seen[column] for column in columns)] for fault, seen in endings.items()]
        limit = [f"--minutes {minutes}"] if minutes else []
        arguments = [f"--moments {count}", *limit, *(["--short"] if short else []), *faults]
        store(Part.CHAOS, tried(began, " ".join(arguments), head, rows, outcome), add=add)
    sys.exit(int(failed > 0))


main()
