"""The door: every file is made, `latest` follows, and what cannot be rendered says so."""

from pathlib import Path

import pytest

from reports.history import History
from reports.outputs import DamagedRecord, write
from tests.reports.invented import write_run


def test_every_output_is_made_and_latest_follows(tmp_path: Path) -> None:
    for name in ("first", "second"):
        write_run(tmp_path / name)
        summary = write(tmp_path / name, shown_as="reports/out/latest/report.html")
        assert (tmp_path / "latest").readlink() == Path(name)
    made = {file.name for file in (tmp_path / "latest").iterdir()}
    assert {
        "run.json",
        "report.html",
        "junit.xml",
        "ctrf.json",
        "messages.ndjson",
        "summary.md",
        "events-main.ndjson",
        "evidence",
    } <= made
    assert summary.report == tmp_path / "second" / "report.html"
    assert summary.lines[-1] == "report     reports/out/latest/report.html"
    assert [file for file in tmp_path.rglob("*") if file.name.startswith((".part-", ".latest-"))] == []


def test_through_the_link_it_is_the_same_run(tmp_path: Path) -> None:
    write_run(tmp_path / "run")
    write(tmp_path / "run")
    write(tmp_path / "latest")
    assert (tmp_path / "latest").readlink() == Path("run")


def test_a_real_folder_called_latest_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "latest").mkdir()
    write_run(tmp_path / "run")
    write(tmp_path / "run")
    assert not (tmp_path / "latest").is_symlink()


def test_a_killed_run_gets_its_outputs_too(tmp_path: Path) -> None:
    write_run(tmp_path / "run", finish=False)
    summary = write(tmp_path / "run")
    assert summary.tally.level == "bad"
    assert "cut short" in summary.report.read_text()


def test_an_empty_folder_makes_nothing(tmp_path: Path) -> None:
    (tmp_path / "run").mkdir()
    with pytest.raises(DamagedRecord):
        write(tmp_path / "run")
    assert list((tmp_path / "run").iterdir()) == []
    assert not (tmp_path / "latest").exists()


def test_the_history_remembers_and_the_page_tells_what_changed(tmp_path: Path) -> None:
    history = tmp_path / "history.db"
    write_run(tmp_path / "base")
    write_run(tmp_path / "run")
    write(tmp_path / "run", history=history)
    assert not history.exists()
    told = write(tmp_path / "run", history=history, remember=True, base=tmp_path / "base")
    assert len(History(history).runs()) == 1
    assert "Nothing changed." in told.report.read_text()


def test_a_history_that_cannot_be_used_is_told_and_stops_nothing(tmp_path: Path) -> None:
    (tmp_path / "history.db").write_bytes(b"no database" * 200)
    write_run(tmp_path / "run")
    told = write(tmp_path / "run", history=tmp_path / "history.db", remember=True)
    assert "cannot be used" in told.lines[0]
    assert told.report.is_file()
