"""The same thirty scenarios in two peers, playwright-bdd and cucumber-js, with the evidence they offer and without."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from deskproof.simulator.server import start_server
from deskproof.steps.browsers.browser import ensure, launch_options
from deskproof.steps.gherkin.files.reader import WrittenScenario
from tests.bench import ours
from tests.bench.cost import Failed, cost_of
from tests.bench.results import Table, table
from tests.bench.scenarios import ROOT, SIZE, thirty

_SOURCES = Path(__file__).with_name("peers")
_CACHE = ROOT / ".cache" / "bench-peers"

_COMMANDS: Mapping[str, tuple[str, bool]] = {
    "playwright-bdd, pictures and traces": ("npx bddgen && npx playwright test", True),
    "playwright-bdd, no evidence": ("npx bddgen && npx playwright test", False),
    "cucumber-js, pictures": ("npx cucumber-js --import cucumber.steps.js --format html:report.html features", True),
    "cucumber-js, no evidence": (
        "npx cucumber-js --import cucumber.steps.js --format html:report.html features",
        False,
    ),
}
"""The command line of each row, and whether it gathers evidence."""


def measure(rounds: int) -> Table:
    """Ours and the peers, in turns, one worker each; seconds a scenario. Raises Failed."""
    places = [f"{scenario.path}:{scenario.line}" for scenario in thirty()]
    taken: dict[str, list[tuple[float, float]]] = {name: [] for name in (*_COMMANDS, "Deskproof, evidence")}
    with _folder() as folder:
        for _ in range(rounds):
            for name, (command, evidence) in _COMMANDS.items():
                with start_server() as server:
                    cost = cost_of(
                        ("sh", "-c", f"cd {folder} && {command}"), cwd=ROOT,
                        environment=_environment(server.address, server.control_token, evidence=evidence),
                    )  # fmt: skip
                taken[name].append((round(cost.wall / SIZE, 3), round(cost.cpu / SIZE, 3)))
            cost = cost_of(ours.command(places, ("-n", "1")), cwd=ROOT)
            taken["Deskproof, evidence"].append((round(cost.wall / SIZE, 3), round(cost.cpu / SIZE, 3)))
    return table(
        "peers", "Thirty scenarios: Deskproof and its peers", taken, unit="s a scenario",
        note="One worker each. The simulator of the peers runs beside them, and its processor time is not counted.",
        goals={"Deskproof, evidence": 0.6},
    )  # fmt: skip


def _environment(simulator: str, token: str, *, evidence: bool) -> Mapping[str, str]:
    browser = launch_options(ensure("shell"))
    return {
        "SIMULATOR": simulator, "TOKEN": token, "EVIDENCE": "1" if evidence else "",
        "BROWSER": json.dumps(
            {
                "executablePath": browser["executable_path"],
                "args": browser["args"],
                "ignoreDefaultArgs": browser["ignore_default_args"],
            }
        ),
    }  # fmt: skip


@contextmanager
def _folder() -> Iterator[Path]:
    """A folder with the peers, their steps and the thirty scenarios as features."""
    _install()
    with tempfile.TemporaryDirectory(prefix="deskproof-peers-") as name:
        folder = Path(name)
        for file in _SOURCES.iterdir():
            shutil.copy(file, folder)
        (folder / "node_modules").symlink_to(_CACHE / "node_modules")
        (folder / "features").mkdir()
        for number, scenario in enumerate(thirty(), 1):
            (folder / "features" / f"{number:02}.feature").write_text(_feature(scenario), encoding="utf-8")
        yield folder


def _install() -> None:
    """Fetch the peers from npm, at the versions of `peers/package.json`. Raises Failed."""
    wanted = (_SOURCES / "package.json").read_bytes()
    installed = _CACHE / "package.json"
    if installed.is_file() and installed.read_bytes() == wanted and (_CACHE / "node_modules").is_dir():
        return
    shutil.rmtree(_CACHE, ignore_errors=True)
    _CACHE.mkdir(parents=True)
    (_CACHE / "package.json").write_bytes(wanted)
    command = ["npm", "install", "--prefix", str(_CACHE), "--no-save", "--no-audit", "--no-fund", "--loglevel=error"]
    done = subprocess.run(
        command,
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD": "1"},
    )
    if done.returncode:
        installed.unlink()
        raise Failed(f"The peers could not be fetched from npm; check the network.\n{done.stderr}")


def _feature(scenario: WrittenScenario) -> str:
    """The scenario as a feature of its own, its values filled in."""
    lines = [f"Feature: {scenario.feature}", "", f"  Scenario: {scenario.title}"]
    for step in scenario.steps:
        lines.append(f"    {step.kind.capitalize()} {step.text}")
    return "\n".join(lines) + "\n"
