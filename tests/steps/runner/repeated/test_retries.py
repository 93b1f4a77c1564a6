"""Scenarios that are tried again: every attempt in the record, everything fresh, flaky never simply passed."""

from pathlib import Path

import pytest

from deskproof.reports.record import Run, ScenarioResult, load, scenario_id
from tests.steps.cli.commands.test_run import QUARANTINE, deskproof
from tests.steps.conftest import features_writer

CONFTEST = """
from collections import Counter

import pytest
from pytest_bdd import given, parsers, then, when

from deskproof.steps.errors import require

pytest_plugins = ("deskproof.steps.runner.plugin",)

tried = Counter()


@when(parsers.parse("{name} is tried in a tenant of its own"))
def _(name, tenant):
    tried[name] += 1
    with open("tried.txt", "a") as file:
        print(name, tenant.id, file=file)


@then(parsers.parse("{name} passes the {number:d}th time"))
def _(name, number):
    require(tried[name] >= number, f"only {tried[name]} times")


@then(parsers.parse("{name} stumbles before the {number:d}th time"))
def _(name, number):
    if tried[name] < number:
        raise LookupError("stumbled")
"""

FEATURE = """Feature: Tried

  @AD-001
  Scenario: Steady
    When steady is tried in a tenant of its own
    Then steady passes the 1th time

  @AD-001
  Scenario: Shy
    When shy is tried in a tenant of its own
    Then shy passes the 2th time

  @AD-002
  Scenario: Clumsy
    When clumsy is tried in a tenant of its own
    Then clumsy stumbles before the 3th time

  @AD-002
  Scenario: Bad
    When bad is tried in a tenant of its own
    Then bad passes the 9th time

  @AD-002
  Scenario: Apart
    When apart is tried in a tenant of its own
    Then apart passes the 2th time
"""


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("retries")
    apart = scenario_id("features/a.feature", None, "Apart")
    (folder / "quarantine.toml").write_text(QUARANTINE.format(id=apart))
    return features_writer(folder)(conftest=CONFTEST, a=FEATURE).parent


@pytest.fixture(scope="module")
def run(project: Path) -> Run:
    tried = project / "tried.txt"
    tried.unlink(missing_ok=True)
    done = deskproof(project, "--retries", "2", "-n", "1")
    assert done.returncode == 1, done.stdout + done.stderr
    tried.rename(project / "tried-in-run.txt")
    assert "failed, tried again Shy\n     only 1 times" in done.stdout
    assert "flaky Shy features/a.feature:9\n     passed when tried again; before: only 1 times" in done.stdout
    assert "5/5 " in done.stdout
    return load(project / "reports" / "out" / "latest")


def scenario(run: Run, name: str) -> ScenarioResult:
    return next(each for each in run.scenarios if each.name == name)


@pytest.mark.parametrize(
    ("name", "status", "attempts"),
    [
        ("Steady", "passed", ["passed"]),
        ("Shy", "flaky", ["failed", "passed"]),
        ("Clumsy", "flaky", ["broken", "broken", "passed"]),
        ("Bad", "failed", ["failed", "failed", "failed"]),
        ("Apart", "quarantined", ["failed", "passed"]),
    ],
)
def test_every_attempt_is_kept(run: Run, name: str, status: str, attempts: list[str]) -> None:
    one = scenario(run, name)
    assert (one.status, [each.status for each in one.attempts]) == (status, attempts)
    assert [each.number for each in one.attempts] == list(range(1, len(attempts) + 1))


def test_an_earlier_attempt_has_its_own_evidence_and_error(run: Run) -> None:
    first, last = scenario(run, "Shy").attempts
    assert first.error is not None
    assert first.error.message == "only 1 times"
    assert last.error is None
    assert first.steps is not None
    assert [step.status for step in first.steps] == ["passed", "failed"]
    evidence = first.steps[0].evidence
    assert evidence is not None
    assert evidence.clock == "2026-01-15T09:00:00Z"


def test_each_attempt_has_a_tenant_of_its_own(project: Path, run: Run) -> None:
    lines = (project / "tried-in-run.txt").read_text().splitlines()
    assert len(lines) == len(set(lines)) == sum(len(each.attempts) for each in run.scenarios)


def test_flaky_alone_fails_the_run(project: Path) -> None:
    done = deskproof(project, "--retries", "1", "-n", "0", "-k", "shy", "--out", "alone")
    assert done.returncode == 1, done.stdout + done.stderr
    assert "1 retried" in (project / "alone" / "latest" / "pytest.log").read_text()


def test_a_negative_number_is_refused(project: Path) -> None:
    done = deskproof(project, "--retries", "-1")
    assert done.returncode == 2
    assert "--retries" in done.stderr
