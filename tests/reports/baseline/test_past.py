"""Which run is the base, and what the trend holds."""

import shutil
from pathlib import Path

import pytest

from deskproof.reports.baseline.history import History
from deskproof.reports.baseline.past import TREND, baseline_run, past
from deskproof.reports.record.facts import Run
from deskproof.reports.record.loading import DamagedRecord, load
from tests.reports.invented import write_run
from tests.reports.runs import result, run_of, with_facts


@pytest.fixture
def history(tmp_path: Path) -> Path:
    return tmp_path / "history.db"


def saved(history: Path, name: str, started_at: str, **changes: object) -> Path:
    """A run with a real folder, in the history as of `started_at`."""
    folder = history.parent / "out" / name
    write_run(folder)
    run = with_facts(load(folder), id=name, started_at=started_at, **changes)
    History(history).add(run, folder)
    return folder


@pytest.fixture
def run() -> Run:
    return with_facts(run_of(result("a"), number=9), started_at="2026-01-20T09:00:00.000Z")


def base_of(run: Run, history: Path) -> str | None:
    """The folder's name is derived from what is in it: the record's own id is the same in each."""
    folders = [
        past_run.folder for past_run in History(history).before(run) if past_run.complete and past_run.folder.is_dir()
    ]
    found = baseline_run(run, history)
    assert (found is None) == (not folders)
    return folders[0].name if found else None


def test_without_a_history_there_is_no_base(run: Run, history: Path) -> None:
    assert baseline_run(run, history) is None
    looked_at = past(run, history.parent, history)
    assert (looked_at.baseline, looked_at.changes, [past_run.id for past_run in looked_at.trend]) == (
        None,
        None,
        ["run-9"],
    )


def test_the_newest_earlier_whole_run_with_its_folder_is_the_base(run: Run, history: Path) -> None:
    saved(history, "oldest", "2026-01-10T09:00:00.000Z")
    older = saved(history, "older", "2026-01-11T09:00:00.000Z")
    saved(history, "interrupted", "2026-01-12T09:00:00.000Z", ending="interrupted")
    saved(history, "chosen", "2026-01-13T09:00:00.000Z", suite=99)
    saved(history, "later", "2026-01-21T09:00:00.000Z")
    assert base_of(run, history) == "older"
    shutil.rmtree(older)
    assert base_of(run, history) == "oldest"


def test_a_folder_whose_record_is_gone_is_passed_over(run: Run, history: Path) -> None:
    saved(history, "older", "2026-01-11T09:00:00.000Z")
    newer = saved(history, "newer", "2026-01-12T09:00:00.000Z")
    for file in newer.glob("events-*.ndjson"):
        file.unlink()
    assert baseline_run(run, history) == load(history.parent / "out" / "older")


def test_the_run_that_is_asked_for_is_the_base(run: Run, history: Path, tmp_path: Path) -> None:
    write_run(tmp_path / "asked")
    looked_at = past(run, tmp_path, history, tmp_path / "asked")
    assert looked_at.baseline == load(tmp_path / "asked")
    assert looked_at.changes is not None
    with pytest.raises(DamagedRecord):
        baseline_run(run, history, tmp_path / "nowhere")


def test_the_trend_ends_with_the_run_and_holds_whole_runs_only(run: Run, history: Path) -> None:
    for number in range(TREND + 5):
        at = f"2026-01-16T09:{number:02}:00.000Z"
        ending = "interrupted" if number == TREND else "complete"
        one = with_facts(run_of(result("a")), id=f"r{number:02}", started_at=at, ending=ending)
        History(history).add(one, history.parent / "gone")
    found = [past_run.id for past_run in past(run, history.parent, history).trend]
    assert len(found) == TREND
    assert found[-3:] == ["r23", "r24", "run-9"]
    assert "r20" not in found
