"""A pause where a scenario did not pass: evidence taken, browser open, until Enter."""

import subprocess
import sys

from deskproof.reports.record import load
from deskproof.steps.runner.pause import ADVICE
from tests.steps.conftest import WriteFeatures

CONFTEST = """
import pytest
from pytest_bdd import then

from deskproof.steps.errors import ProductFailure

pytest_plugins = ("deskproof.steps.runner.plugin",)


@pytest.fixture
def something():
    yield
    print("closed")


@then("all is well")
def _(something):
    pass


@then("nothing is")
def _(something):
    raise ProductFailure("all is lost")
"""

FEATURE = """Feature: Tiny

  @AD-001
  Scenario: Good
    Then all is well

  @AD-002
  Scenario: Bad
    Then nothing is
"""


RUN = """
import io
import sys
from contextlib import contextmanager

import pytest

from deskproof.steps.runner.pause import Pause

events = []


class Keys(io.StringIO):
    def readline(self, size=-1, /):
        events.append("waits")
        return super().readline(size)


@contextmanager
def held():
    events.append("held")
    yield
    events.append("goes on")


quiet = ["-s", "-q", "-W", "ignore::pytest.PytestAssertRewriteWarning"]
arguments = ["features", "-p", "no:randomly", "-p", "no:cacheprovider", *quiet, "--run-folder=run"]
pytest.main(arguments, plugins=[Pause(Keys("\\n"), events.append, held)])
print("EVENTS", *events, sep="\\n")
"""


def test_it_waits_where_a_scenario_fails_and_nowhere_else(write_features: WriteFeatures) -> None:
    project = write_features(conftest=CONFTEST, a=FEATURE).parent
    done = subprocess.run(
        [sys.executable, "-c", RUN],
        cwd=project,
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    output, _, events = done.stdout.partition("EVENTS\n")
    failure = "features/a.feature:8 Bad: all is lost"
    assert events.splitlines() == ["held", failure, ADVICE, "waits", "goes on"], done.stdout + done.stderr
    assert output.count("closed") == 2
    assert [scenario.status for scenario in load(project / "run").scenarios] == ["passed", "failed"]
