"""The history: a run once and whole, however many write and whoever is killed."""

import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from deskproof.reports.baseline.history import BadHistory, History, Steadiness
from deskproof.reports.record.facts import ScenarioStatus
from tests.reports.runs import result, run_of, with_facts

ROOT = Path(__file__).parents[3]

WRITER = """
import sys
from pathlib import Path
from deskproof.reports.baseline.history import History
from tests.reports.runs import result, run_of
for number in range(int(sys.argv[2]), int(sys.argv[3])):
    History(sys.argv[1]).add(run_of(result("a"), result("b", "flaky"), number=number), Path("out"))
"""

KILLED_WHILE_WRITING = """
import os, signal, sqlite3, sys
db = sqlite3.connect(sys.argv[1], isolation_level=None)
db.execute("PRAGMA cache_size = 1")
db.execute("BEGIN IMMEDIATE")
db.execute("DELETE FROM run")
db.executemany("INSERT INTO result VALUES ('run-9', ?, 'passed', 1, 1.0)", ((str(n),) for n in range(20000)))
os.kill(os.getpid(), signal.SIGKILL)
"""


def started(code: str, *arguments: object) -> subprocess.Popen[bytes]:
    return subprocess.Popen([sys.executable, "-c", code, *map(str, arguments)], cwd=ROOT)


@pytest.fixture
def history(tmp_path: Path) -> History:
    return History(tmp_path / "reports" / "history.db")


def test_only_runs_that_executed_a_scenario_say_how_steady_it_is(history: History, tmp_path: Path) -> None:
    history.add(run_of(result("a"), result("b", "not-offered"), result("c", "skipped")), tmp_path)
    assert set(history.scenarios()) == {"a"}
    assert (history.runs()[0].executed, history.runs()[0].complete) == (1, True)


def test_reading_what_was_never_written_makes_no_file(history: History) -> None:
    assert history.runs() == ()
    assert history.scenarios() == {}
    assert not history.path.exists()


def test_a_run_is_kept_once_and_its_later_state_counts(history: History, tmp_path: Path) -> None:
    first = run_of(result("a", "failed"), result("b"))
    history.add(first, tmp_path / "reports" / "out" / "run-1")
    history.add(run_of(result("a")), tmp_path / "reports" / "out" / "run-1")
    (saved,) = history.runs()
    assert (saved.id, saved.level, saved.complete, saved.executed, saved.passed) == ("run-1", "good", True, 1, 1)
    assert (saved.claims_proven, saved.claims_total) == (1, 1)
    assert saved.folder == tmp_path / "reports" / "out" / "run-1"
    assert set(history.scenarios()) == {"a"}


def test_folders_are_found_when_the_project_has_moved(history: History, tmp_path: Path) -> None:
    history.add(run_of(result("a")), tmp_path / "reports" / "out" / "run-1")
    (tmp_path / "reports").rename(tmp_path / "moved")
    (saved,) = History(tmp_path / "moved" / "history.db").runs()
    assert saved.folder == tmp_path / "moved" / "out" / "run-1"


def test_runs_come_newest_first_and_before_a_run_are_the_earlier_ones(history: History, tmp_path: Path) -> None:
    runs = [run_of(result("a"), number=number) for number in (2, 1, 3)]
    for run in runs:
        history.add(run, tmp_path)
    assert [run.id for run in history.runs()] == ["run-3", "run-2", "run-1"]
    assert [run.id for run in history.before(runs[0])] == ["run-1"]


def test_a_run_that_cannot_stand_for_the_suite_is_marked(history: History, tmp_path: Path) -> None:
    history.add(with_facts(run_of(result("a")), ending="interrupted"), tmp_path)
    (saved,) = history.runs()
    assert not saved.complete


def test_steadiness_of_a_scenario(history: History, tmp_path: Path) -> None:
    outcomes: tuple[ScenarioStatus, ...] = ("failed", "flaky", "passed", "passed")
    for number, status in enumerate(outcomes):
        one = result("a", status, duration_ms=1000.0 * (number + 1))
        history.add(run_of(one, result("b", "skipped"), number=number), tmp_path)
    assert history.scenarios() == {"a": Steadiness(runs=4, pass_rate=0.75, flakiness=0.25, duration_ms=3000.0)}
    assert history.scenarios(last=2) == {"a": Steadiness(runs=2, pass_rate=1.0, flakiness=0.0, duration_ms=3500.0)}


def test_a_scenario_that_never_passed_has_no_duration(history: History, tmp_path: Path) -> None:
    history.add(run_of(result("a", "failed")), tmp_path)
    assert history.scenarios()["a"].duration_ms is None


def test_many_processes_write_at_once_from_the_first_on(history: History) -> None:
    writers = [started(WRITER, history.path, at * 5, at * 5 + 5) for at in range(4)]
    writers.append(started(WRITER, history.path, 0, 20))
    assert [writer.wait(120) for writer in writers] == [0] * 5
    assert len(history.runs()) == 20
    assert history.scenarios(last=50)["b"] == Steadiness(runs=20, pass_rate=1.0, flakiness=1.0, duration_ms=1000.0)


def test_a_killed_writer_leaves_nothing_behind(history: History, tmp_path: Path) -> None:
    history.add(run_of(result("a")), tmp_path)
    assert started(KILLED_WHILE_WRITING, history.path).wait(120) == -9
    assert [run.id for run in history.runs()] == ["run-1"]
    history.add(run_of(result("a"), number=2), tmp_path)
    assert [run.id for run in history.runs()] == ["run-2", "run-1"]
    assert set(history.scenarios()) == {"a"}


def test_a_file_that_is_no_history_is_one_sentence(history: History, tmp_path: Path) -> None:
    history.path.parent.mkdir()
    history.path.write_bytes(b"not a database, but long enough to look like one" * 30)
    with pytest.raises(BadHistory, match="move it away, and the next run begins a new one"):
        history.runs()
    with pytest.raises(BadHistory):
        history.add(run_of(result("a")), tmp_path)


def test_a_history_of_another_version_is_left_alone(history: History, tmp_path: Path) -> None:
    history.path.parent.mkdir()
    with sqlite3.connect(history.path) as db:
        db.execute("PRAGMA user_version = 7")
    db.close()
    with pytest.raises(BadHistory, match="has version 7"):
        history.add(run_of(result("a")), tmp_path)


def test_hostile_ids_are_values(history: History, tmp_path: Path) -> None:
    history.add(run_of(result("a'); DROP TABLE run; --")), tmp_path)
    assert set(history.scenarios()) == {"a'); DROP TABLE run; --"}
