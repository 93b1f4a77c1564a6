"""Pictures of the baseline run beside those of this run, and their difference, where a step's picture changed.

Rule: made only for pictures that `reports.baseline.image_diff` calls changed, and only for the first `MOST` of them; of
the others the page shows only the new picture.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from deskproof.reports.baseline.compare import changed_places
from deskproof.reports.baseline.image_diff import ImageDiff, difference, opened, without_random
from deskproof.reports.baseline.past import Past
from deskproof.reports.baseline.seen import seen
from deskproof.reports.html.pictures import Shown, made
from deskproof.reports.record.facts import Run
from deskproof.reports.record.observed import Picture

MOST = 120
"""Changed pictures that are shown beside the baseline run's; with their differences they take up to about 4 MB."""

Place = tuple[str, int, int]
"""A scenario's id, the number of the step, and that of the picture in it, from 0."""


@dataclass(frozen=True, kw_only=True)
class Pair:
    """What a changed picture is shown with. `before` is None where the baseline run's picture no longer exists."""

    before: Shown | None
    difference: Shown | None


def pairs(run: Run, run_folder: Path, past: Past, *, most: int = MOST) -> Mapping[Place, Pair]:
    """The changed pictures by their place; scenarios that did not pass come first."""
    if past.baseline is None or past.baseline_folder is None:
        return {}
    baseline = {scenario.id: scenario for scenario in past.baseline.scenarios}
    alike = ImageDiff(past.baseline_folder, run_folder)
    saved: dict[tuple[str, str], Pair | None] = {}
    found: dict[Place, Pair] = {}
    for scenario in sorted(run.scenarios, key=lambda scenario: scenario.status == "passed"):
        if scenario.id not in baseline:
            continue
        before, after = seen(baseline[scenario.id]), seen(scenario)
        for at in changed_places(baseline[scenario.id], scenario, alike):
            was, now = before[at], after[at]
            files = was.path, now.path
            if files not in saved:
                if sum(pair is not None for pair in saved.values()) >= most:
                    return found
                saved[files] = _pair(past.baseline_folder, was, run_folder, now, number=len(saved))
            if pair := saved[files]:
                found[(scenario.id, *at)] = pair
    return found


def _pair(baseline_folder: Path, was: Picture, run_folder: Path, now: Picture, *, number: int) -> Pair | None:
    after = without_random(run_folder, now)
    if after is None:
        return None
    before, same = opened(baseline_folder, was.path), without_random(baseline_folder, was)
    if before is None or same is None:
        return Pair(before=None, difference=None)
    return Pair(before=made(f"b{number}", before), difference=made(f"d{number}", difference(same, after)))
