"""Commands that run at the same time in one checkout, each as a process: two runs, and two gates during a run."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from deskproof.reports.baseline.consistency import consistency, outcomes
from deskproof.reports.baseline.history import History
from deskproof.reports.outputs import LATEST
from deskproof.reports.record import load
from tests.chaos.running import DESKPROOF, ROOT, RULE, running

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
