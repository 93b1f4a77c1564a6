"""Check and collection of many scenarios: copies of the English features, each copy with names of its own."""

from __future__ import annotations

import re
import shutil
import sys
import tempfile
from pathlib import Path

from deskproof.steps.gherkin.files.reader import read_features
from tests.bench.cost import cost_of
from tests.bench.results import Table, table
from tests.bench.scenarios import ROOT

_COPIES = (1, 3, 6)
_NAMES = re.compile(r"^(\s*(?:Feature|Rule|Scenario|Scenario Outline): .*)$", re.MULTILINE)


def measure(rounds: int) -> Table:
    """Seconds of `pytest --collect-only`, which checks every step first."""
    collect = (
        sys.executable,
        "-m",
        "pytest",
        "-p",
        "deskproof.steps.runner.plugin",
        "--collect-only",
        "--quiet",
        "features",
    )
    with tempfile.TemporaryDirectory(prefix="deskproof-bench-") as place:
        projects = {f"{number:,} scenarios": folder for number, folder in (_project(Path(place), k) for k in _COPIES)}
        taken: dict[str, list[tuple[float, float]]] = {name: [] for name in projects}
        for _ in range(rounds):
            for name, folder in projects.items():
                cost = cost_of(collect, cwd=folder, environment={"PYTHONPATH": str(ROOT)})
                taken[name].append((round(cost.wall, 3), round(cost.cpu, 3)))
    return table(
        "scale", "Check and collection", taken, unit="s",
        note="Copies of the English features. Whole commands: the start of Python and pytest is part of each.",
    )  # fmt: skip


def _project(place: Path, copies: int) -> tuple[int, Path]:
    """A folder with so many copies of the features, and how many scenarios they have."""
    features = place / str(copies) / "features"
    features.mkdir(parents=True)
    shutil.copy(ROOT / "features" / "claims.toml", features)
    shutil.copy(ROOT / "deskproof.toml", features.parent)
    for file in (ROOT / "features").glob("*.feature"):
        text = file.read_text(encoding="utf-8")
        for copy in range(copies):
            (features / f"{file.stem}_{copy}.feature").write_text(_NAMES.sub(rf"\1 {copy}", text), encoding="utf-8")
    return sum(len(feature.scenarios) for feature in read_features(features)), features.parent
