"""Three shards on three machines that share nothing but a folder, merged into one run.

The machines are network namespaces of this one: each has its own loopback, so none sees another's simulator.
"""

from __future__ import annotations

import os
import subprocess
import sys
import uuid
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pytest

from deskproof.reports.baseline.complete import gaps
from deskproof.reports.baseline.history import History
from deskproof.reports.record import load
from tests.steps.conftest import features_writer
from tests.steps.killed import Project

ROOT = Path(__file__).parents[2]
SHARDS = (1, 2, 3)

CONFTEST = """
import os
from pathlib import Path

from pytest_bdd import given, parsers, then

pytest_plugins = ("deskproof.steps.runner.plugin",)


@given(parsers.parse("agent {number:d} opens the desktop"), target_fixture="page")
def _(new_context, tenant, number):
    page = new_context(actor="Ada").new_page()
    page.goto(tenant.desktop_url)
    page.wait_for_url("**/sign-in**")
    with Path("seen", f"{number}").open("w") as file:
        file.write(os.readlink("/proc/self/ns/net"))
    return page


@then("she is asked who she is")
def _(page):
    assert page.get_by_role("textbox").count() == 1
"""

FEATURE = "Feature: Three machines\n" + "".join(
    f"""
  @AD-001
  Scenario: Agent {number}
    Given agent {number} opens the desktop
    Then she is asked who she is
"""
    for number in range(6)
)


@contextmanager
def machine(name: str) -> Iterator[tuple[str, ...]]:
    """A network namespace with a loopback of its own; gives what runs a command in it."""
    subprocess.run(["ip", "netns", "add", name], check=True, capture_output=True, text=True)
    try:
        inside = ("ip", "netns", "exec", name)
        subprocess.run([*inside, "ip", "link", "set", "lo", "up"], check=True, capture_output=True, text=True)
        yield inside
    finally:
        subprocess.run(["ip", "netns", "delete", name], check=True, capture_output=True, text=True)


@pytest.fixture
def machines() -> Iterator[list[tuple[str, ...]]]:
    """Three of them. Where none can be made the test is skipped, but not in CI."""
    mark = uuid.uuid4().hex[:6]
    with ExitStack() as opened:
        try:
            made = [opened.enter_context(machine(f"deskproof-{mark}-{shard}")) for shard in SHARDS]
        except (OSError, subprocess.CalledProcessError) as error:
            why = str(getattr(error, "stderr", None) or error).strip()
            sentence = f"Network namespaces cannot be made here ({why}); it takes Linux, root and the package iproute2."
            if os.environ.get("CI"):
                pytest.fail(sentence)
            pytest.skip(sentence)
        yield made


@pytest.mark.nightly
def test_three_shards_on_three_machines_are_one_run(machines: list[tuple[str, ...]], tmp_path: Path) -> None:
    project = Project(folder=features_writer(tmp_path)(conftest=CONFTEST, a=FEATURE).parent)
    (project.folder / "seen").mkdir()
    ours = [sys.executable, "-c", "from deskproof.steps.cli import main; main()"]
    running = [
        subprocess.Popen(
            [*inside, *ours, "run", "--shard", f"{shard}/3", "-n", "0", "--out", f"shards/{shard}"],
            cwd=project.folder,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        for shard, inside in zip(SHARDS, machines, strict=True)
    ]
    for process in running:
        output, _ = process.communicate(timeout=300)
        assert process.returncode == 0, output
        assert "2 scenarios" in output

    networks = {(project.folder / "seen" / str(number)).read_text() for number in range(6)}
    assert len(networks) == 3
    assert os.readlink("/proc/self/ns/net") not in networks

    missing = project.deskproof("report", "merge", "shards/1", "shards/3")
    assert missing.status == 2
    assert "Shard 2 of 3 is missing" in missing.output
    merged = project.deskproof("report", "merge", *(f"shards/{shard}" for shard in SHARDS))
    assert merged.status == 0, merged.output
    run = load(project.latest)
    assert {scenario.name: scenario.status for scenario in run.scenarios} == {
        f"Agent {number}": "passed" for number in range(6)
    }
    assert gaps(run) == ()
    assert all(
        (project.latest / picture.path).is_file()
        for scenario in run.scenarios
        for step in scenario.steps
        if step.evidence
        for picture in step.evidence.pictures
    )
    assert (project.latest / "report.html").is_file()
    assert [each.complete for each in History(project.folder / "reports" / "history.db").runs()] == [True]
    complete = next(ruling for ruling in project.verdict().rulings if ruling.rule == "whole-run")
    assert complete.answer.outcome == "passed"
    shard = next((project.folder / "shards" / "1").glob("2*"))
    alone = project.deskproof("gate", str(shard))
    assert alone.status == 2
    assert "This is shard 1 of 3; merge the shards first." in alone.output
