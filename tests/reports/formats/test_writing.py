"""Each format by itself: whole or not there, nothing of an earlier report where it fails, and no harm to the others."""

import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from deskproof.reports.formats import Format, Source
from deskproof.reports.formats.table import Member
from deskproof.reports.formats.writing import NothingWritten, write_all
from deskproof.reports.record.loading import load
from tests.reports.invented import write_run

Write = Callable[[Source, Path], object]


def good(source: Source, target: Path) -> None:
    target.write_text(source.run.run.id)


def half(source: Source, target: Path) -> None:
    target.write_text("half of it")
    raise ValueError("and no more")


def half_a_folder(source: Source, target: Path) -> None:
    target.mkdir()
    (target / "one.txt").write_text("one")
    raise ValueError("and no more")


def leave(source: Source, target: Path) -> None:
    sys.exit("I am off")


def nothing(source: Source, target: Path) -> None:
    pass


@pytest.fixture
def source(tmp_path: Path) -> Source:
    write_run(tmp_path)
    return Source(run=load(tmp_path), folder=tmp_path)


@pytest.mark.parametrize(
    ("write", "error"),
    [(half, ValueError), (half_a_folder, ValueError), (leave, SystemExit), (nothing, NothingWritten)],
)
@pytest.mark.parametrize("earlier", ["none", "file", "folder"])
def test_one_that_fails_leaves_nothing_and_the_rest_is_written(
    source: Source, write: Write, error: type[BaseException], earlier: str
) -> None:
    if earlier == "file":
        (source.folder / "bad").write_text("of an earlier report")
    elif earlier == "folder":
        (source.folder / "bad").mkdir()
        (source.folder / "bad" / "old.txt").write_text("of an earlier report")
    before = {file.name for file in source.folder.iterdir()} - {"bad"}
    members = [
        Member(format=Format(name="first", path="first.txt", write=good)),
        Member(format=Format(name="bad", path="bad", write=write), owner="acme"),
        Member(format=Format(name="last", path="last.txt", write=good)),
    ]
    (failed,) = write_all(source, members)
    assert (failed.what, type(failed.error), failed.owner) == ("bad", error, "acme")
    assert {file.name for file in source.folder.iterdir()} == before | {"first.txt", "last.txt"}
    assert (source.folder / "last.txt").read_text() == source.run.run.id


def test_a_format_knows_what_failed_before_it(source: Source) -> None:
    def tell(source: Source, target: Path) -> None:
        target.write_text(",".join(failure.what for failure in source.failed))

    members = [
        Member(format=Format(name="bad", path="bad.txt", write=half)),
        Member(format=Format(name="tell", path="names.txt", write=tell)),
    ]
    write_all(source, members)
    assert (source.folder / "names.txt").read_text() == "bad.txt"


def test_a_folder_takes_the_place_of_an_earlier_one(source: Source) -> None:
    def folder(source: Source, target: Path) -> None:
        target.mkdir()
        (target / "new.txt").write_text("new")

    (source.folder / "made").mkdir()
    (source.folder / "made" / "old.txt").write_text("old")
    assert write_all(source, [Member(format=Format(name="made", path="made", write=folder))]) == ()
    assert [file.name for file in (source.folder / "made").iterdir()] == ["new.txt"]


def test_ctrl_c_is_no_failure_of_a_format(source: Source) -> None:
    def interrupted(source: Source, target: Path) -> None:
        target.write_text("half")
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write_all(source, [Member(format=Format(name="bad", path="bad.txt", write=interrupted))])
    assert not (source.folder / "bad.txt").exists()
    assert not list(source.folder.glob(".part-*"))
