"""Deskproof's own runs of the thirty scenarios, beside the floor."""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path

from tests.bench.cost import cost_of
from tests.bench.results import Table, table
from tests.bench.scenarios import ROOT, SIZE, thirty

CONTENDERS: Mapping[str, Sequence[str]] = {
    "evidence, one worker": ("-n", "1"),
    "pictures of failures only, one worker": ("-n", "1", "--pictures", "failed"),
    "evidence and traces, one worker": ("-n", "1", "--trace"),
    "evidence, two workers": ("-n", "2"),
}
"""The options of `deskproof run`, by the name of the row."""


def measure(rounds: int) -> Table:
    """The floor and our own runs, in turns; seconds a scenario."""
    places = [f"{scenario.path}:{scenario.line}" for scenario in thirty()]
    taken: dict[str, list[tuple[float, float]]] = {name: [] for name in ("floor", *CONTENDERS)}
    for _ in range(rounds):
        for name, pairs in taken.items():
            cost = cost_of(_floor() if name == "floor" else command(places, CONTENDERS[name]), cwd=ROOT)
            pairs.append((round(cost.wall / SIZE, 3), round(cost.cpu / SIZE, 3)))
    return table(
        "ours", "Thirty scenarios: a bare script, and Deskproof", taken, unit="s a scenario",
        note="Whole commands: the start of simulator and browser, and the report, are part of each.",
        goals={"evidence, one worker": 1.25, "pictures of failures only, one worker": 1.0},
    )  # fmt: skip


def _floor() -> Sequence[str]:
    return (sys.executable, "-m", "tests.bench.floor")


def command(places: Sequence[str], options: Sequence[str]) -> Sequence[str]:
    """A run of these scenarios with its record in a folder of its own."""
    out = Path(tempfile.mkdtemp(prefix="deskproof-bench-"))
    return (str(Path(sys.executable).with_name("deskproof")), "run", *places, *options, "--out", str(out))
