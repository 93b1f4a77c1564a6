"""`make mutants`: a sample of mutants of the harness and the reports, and which of them no test notices.

Exit status: 0, or 1 where a smaller share than `--at-least` is noticed.
"""

from __future__ import annotations

import os
import random
import sys
from concurrent.futures import ThreadPoolExecutor

import click

from deskproof.steps.mutation.derived.catalogue import sample
from deskproof.steps.terminal import say
from tests.mutants.mutants import mutants
from tests.mutants.trial import ClosestTests


@click.command(help="Change the harness and the reports, and see which changes no test notices.")
@click.option("--sample", "size", type=click.IntRange(1), default=100, show_default=True, help="How many are drawn.")
@click.option("--seed", type=click.IntRange(0), help="What they are drawn with; drawn unless given.")
@click.option("--at-least", type=click.FloatRange(0, 100), default=0, help="Percent that have to be noticed.")
def main(size: int, seed: int | None, at_least: float) -> None:
    """Try the sample, and print what went unnoticed."""
    chosen = random.SystemRandom().randrange(2**32) if seed is None else seed
    every, tests, noticed = mutants(), ClosestTests(), 0
    drawn = [every[name] for name in sample(tuple(every), size, chosen)]
    say(f"{len(drawn)} of {len(every)} mutants, drawn with --seed {chosen}")
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        for mutant, test in zip(drawn, pool.map(tests.noticing, drawn), strict=True):
            noticed += test is not None
            if test is None:
                say(f"unnoticed  {mutant.name} (line {mutant.line})")
                say(f"           {mutant.before!r} became {mutant.after!r}")
    share = 100 * noticed / len(drawn)
    say(f"noticed    {noticed} of {len(drawn)} ({share:.1f} %)")
    sys.exit(int(share < at_least))


main()
