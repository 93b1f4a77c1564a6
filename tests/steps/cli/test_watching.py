"""Rounds of `deskproof run --watch`: what a saved file calls for, and how the watching ends."""

import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.steps.conftest import WriteFeatures

CONFTEST = """
from pytest_bdd import parsers, then

from deskproof.steps.errors import require

pytest_plugins = ("deskproof.steps.runner.plugin",)


@then(parsers.parse("{number:d} is less than ten"))
def _(number):
    require(number < 10, f"{number} is not")
"""

FEATURE = """Feature: Tiny

  @AD-001
  Scenario: One
    Then 1 is less than ten

  @AD-002
  Scenario: Two
    Then 2 is less than ten
"""


class Watched:
    """A watching command, read line by line."""

    def __init__(self, project: Path) -> None:
        self.project = project
        self.process = subprocess.Popen(
            [sys.executable, "-c", "from deskproof.steps.cli import main; main()", "run", "--watch", "-n", "0"],
            cwd=project,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            start_new_session=True,
        )

    def round(self) -> list[str]:
        """The output until the next change is waited for."""
        assert self.process.stdout is not None
        lines: list[str] = []
        for line in self.process.stdout:
            if line.startswith("Watching."):
                return lines
            lines.append(line.rstrip())
        raise AssertionError("\n".join(lines))


@pytest.fixture
def watched(write_features: WriteFeatures) -> Iterator[Watched]:
    watched = Watched(write_features(conftest=CONFTEST, a=FEATURE, b=FEATURE.replace("Tiny", "Other")).parent)
    yield watched
    if watched.process.poll() is None:
        os.killpg(watched.process.pid, signal.SIGKILL)
    watched.process.wait()
    if watched.process.stdout is not None:
        watched.process.stdout.close()


def scenarios(lines: list[str]) -> list[str]:
    """Status and name of each scenario that ran."""
    return [found[1] for line in lines if (found := re.match(r" *\d+/\d+ ((?:passed|failed) \w+)", line))]


def test_each_save_runs_what_it_changed(watched: Watched) -> None:
    assert len(scenarios(watched.round())) == 4
    feature = watched.project / "features" / "a.feature"

    feature.write_text(FEATURE.replace("2 is less", "12 is less"), encoding="utf-8")
    one = watched.round()
    assert one[0] == "features/a.feature:8 changed."
    assert scenarios(one) == ["failed Two"]

    feature.write_text(f"# a remark\n{FEATURE.replace('2 is less', '12 is less')}", encoding="utf-8")
    whole = watched.round()
    assert whole[0] == "features/a.feature changed."
    assert len(scenarios(whole)) == 2

    (watched.project / "features" / "conftest.py").write_text(CONFTEST.replace("10", "20"), encoding="utf-8")
    everything = watched.round()
    assert everything[0] == "features/conftest.py changed: everything selected runs."
    assert len(scenarios(everything)) == 4

    os.killpg(watched.process.pid, signal.SIGINT)
    assert watched.process.stdout is not None
    assert watched.process.stdout.read().strip() == "Stopped watching."
    assert watched.process.wait() == 0
