"""`make fuzz`: fuzzes the simulator's surfaces in rounds until the time is over, or until something does not hold.

Exit status: 0 everything held, 1 something did not; the seed and the smallest example are printed.
"""

from __future__ import annotations

import random
import sys
import time
import traceback

import click

from deskproof.steps.terminal import say
from tests.fuzz.surfaces import FOUND, SURFACES, Round, share
from tests.fuzz.target import Target
from tests.robustness.page import Part, store, tried

SEEDS = FOUND.parent / "seeds.txt"
_EXAMPLES = 100


@click.command(help="Fuzz the simulator. SURFACES: all unless named.")
@click.argument("surfaces", nargs=-1, type=click.Choice(tuple(SURFACES)))
@click.option("--seconds", type=click.IntRange(1), default=120, show_default=True, help="No round begins after this.")
@click.option("--rounds", type=click.IntRange(1), help="So many rounds at most.")
@click.option("--seed", type=click.IntRange(0), help="The first round's seed; drawn unless given.")
@click.option("--examples", type=click.IntRange(1), default=_EXAMPLES, show_default=True, help="Of a surface a round.")
@click.option("--page", is_flag=True, help="Write the figures into docs/robustness.md.")
@click.option("--add", is_flag=True, help="Add the figures to those of earlier runs in docs/robustness.md.")
def main(
    surfaces: tuple[str, ...],
    seconds: int,
    rounds: int | None,
    seed: int | None,
    examples: int,
    *,
    page: bool,
    add: bool,
) -> None:
    """Fuzz in rounds."""
    first = random.SystemRandom().randrange(2**32) if seed is None else seed
    began = time.monotonic()
    number = 0
    while time.monotonic() < began + seconds and (rounds is None or number < rounds):
        for surface in surfaces or SURFACES:
            _play(surface, Round(examples=examples, seed=first + number))
        number += 1
    outcome = f"{number} rounds from seed {first}: everything held."
    say(outcome)
    if page or add:
        rows = [[surface, number * share(surface, examples)] for surface in surfaces or SURFACES]
        store(Part.FUZZ, tried(began, f"--seconds {seconds}", ["surface", "examples"], rows, outcome), add=add)


def _play(surface: str, round_: Round) -> None:
    line = f"{surface}: seed {round_.seed}, {round_.examples} examples"
    say(line)
    SEEDS.parent.mkdir(parents=True, exist_ok=True)
    with SEEDS.open("a", encoding="utf-8") as seeds:
        seeds.write(f"{line}\n")
    with Target() as target:
        try:
            SURFACES[surface](target, round_)
        except Exception:  # whatever did not hold is printed with its seed
            traceback.print_exc()
            again = f"--seed {round_.seed} --rounds 1 --examples {round_.examples} {surface}"
            say(f"It did not hold; again: make fuzz ARGS='{again}'", err=True)
            sys.exit(1)


main()
