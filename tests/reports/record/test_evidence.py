"""Files are whole or not there."""

from pathlib import Path

import pytest

from deskproof.reports.record.evidence import store, write_whole


def test_a_file_that_is_there_is_not_written_again(tmp_path: Path) -> None:
    path = store(tmp_path, b"a", ".png")
    (tmp_path / path).chmod(0o400)
    assert store(tmp_path, b"a", ".png") == path


def test_when_the_place_is_taken_by_a_folder_nothing_half_is_left(tmp_path: Path) -> None:
    (tmp_path / "taken").mkdir()
    with pytest.raises(OSError, match="taken"):
        write_whole(tmp_path / "taken", b"data")
    assert [file.name for file in tmp_path.iterdir()] == ["taken"]
