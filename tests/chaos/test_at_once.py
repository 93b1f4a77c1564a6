"""Commands that run at the same time in one checkout, each as a process: two runs, two gates, and a review while its
run ends.
"""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from xml.etree import ElementTree

import httpx
import pytest

from deskproof.reports.baseline.consistency import consistency, outcomes
from deskproof.reports.baseline.history import History
from deskproof.reports.outputs import LATEST
from deskproof.reports.record import load
from deskproof.reports.review import approvals
from deskproof.reports.review.binding import fingerprints
from deskproof.reports.review.status import review_statuses
from tests.chaos.running import DESKPROOF, ROOT, RULE, Running, running, written

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="the processes of a run are found in /proc")


def gates(run: Path, history: Path) -> list[tuple[int, str]]:
    """Two gates at the same time on one run: exit status and what each printed."""
    command = [DESKPROOF, "gate", str(run), "--history", str(history)]
    started = [
        subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
        for _ in range(2)
    ]
    printed = [gate.communicate()[0] for gate in started]
    return [(gate.returncode, text) for gate, text in zip(started, printed, strict=True)]


@pytest.mark.nightly
def test_two_runs_and_two_gates_at_once_do_not_disturb_each_other(tmp_path: Path) -> None:
    with running(tmp_path, *RULE) as first, running(tmp_path, *RULE) as second:
        for run in (first, second):
            status, output = run.ends()
            assert status == 0, output
    folders = sorted(path for path in tmp_path.iterdir() if (path / "events-main.ndjson").is_file())
    runs = [folder for folder in folders if not folder.is_symlink()]
    assert (tmp_path / LATEST).resolve() in [run.resolve() for run in runs]
    one, other = map(load, runs)
    assert {one.run.ending, other.run.ending} == {"complete"}
    assert {scenario.status for run in (one, other) for scenario in run.scenarios} == {"passed"}
    found = consistency([outcomes(one), outcomes(other)])
    assert (list(found.statuses), list(found.journals)) == ([], [])
    history = tmp_path / "history.db"
    assert {run.id for run in History(history).runs()} == {one.run.id, other.run.id}
    (status, said), again = gates(runs[0], history)
    assert again == (status, said)
    assert status == 2, said
    assert "The run does not represent the whole suite." in said


@contextmanager
def review(folder: Path, file: Path) -> Iterator[subprocess.Popen[str]]:
    """A review of the run in this folder, whose decisions go to the file."""
    command = [DESKPROOF, "report", str(folder), "--review", "--approvals", str(file)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True) as process:
        yield process
        process.kill()


def way_in(process: subprocess.Popen[str]) -> str:
    """The address that a review prints."""
    assert process.stdout is not None
    said = ""
    for line in process.stdout:
        said += line
        if found := re.search(r"Review at (\S+)", line):
            return found[1]
    raise AssertionError(said)


def first_passed(run: Running) -> str:
    """The id of the first scenario that the record says has passed."""
    while run.reaches(written(run.out) + 1):
        passed = [scenario.id for scenario in load(run.folder).scenarios if scenario.status == "passed"]
        if passed:
            return passed[0]
    raise AssertionError(run.ends())


@pytest.mark.nightly
def test_what_is_decided_in_a_review_while_its_run_ends_is_kept(tmp_path: Path) -> None:
    out, file = tmp_path / "out", tmp_path / "approvals.toml"
    with running(out, *RULE, workers=1) as run:
        scenario = first_passed(run)
        os.kill(run.process.pid, signal.SIGSTOP)  # so that the review begins before the run ends
        folder = run.folder
        decision = {"kind": "scenario", "id": scenario, "by": "Maria Holm"}
        with review(folder, file) as held:
            address = way_in(held)
            home = address.partition("/?")[0]
            with httpx.Client(follow_redirects=True, headers={"Origin": home}, timeout=60) as browser:
                assert browser.get(address).status_code == 200
                assert load(folder).run.ending != "complete"
                asked = browser.post(f"{home}/decisions", json={**decision, "word": "change asked"})
                os.kill(run.process.pid, signal.SIGCONT)
                status, output = run.ends()
                approved = browser.post(f"{home}/decisions", json={**decision, "word": "approved"})
            held.send_signal(signal.SIGINT)
            assert held.stdout is not None
            said = held.stdout.read()
            assert held.wait() == 0, said
    assert (status, asked.json()["status"], approved.json()["status"]) == (0, "change asked", "approved"), output
    assert "2 decisions stored" in said
    ended = load(folder)
    assert ended.run.ending == "complete"
    assert {each.status for each in ended.scenarios} == {"passed"}
    found = review_statuses(ended, approvals.load(file), fingerprints(folder)).scenarios[scenario]
    assert (found.status, list(found.lapses)) == ("approved", [])
    suite = ElementTree.parse(folder / "junit.xml").getroot()
    assert len(list(suite.iter("testcase"))) == len(ended.scenarios)
