"""What the parts of a record come to: resumed runs, merged runs, and how long they took."""

from pathlib import Path

import pytest

from deskproof.reports.record.facts import RunInfo, Shard
from deskproof.reports.record.parts import Part, PartName, Parts, events_file, last_part, merged_name, part_name


@pytest.mark.parametrize(
    ("file", "name"),
    [
        ("events-main.ndjson", PartName()),
        ("events-gw0.ndjson", PartName()),
        ("events-part2.gw0.ndjson", PartName(number=2)),
        ("events-3of8.gw11.ndjson", PartName(shard=3, total=8)),
        ("events-3of8.part12.main.ndjson", PartName(shard=3, total=8, number=12)),
        ("events-of my own.ndjson", PartName()),
    ],
)
def test_the_name_of_a_file_tells_its_part(file: str, name: PartName) -> None:
    assert part_name(file) == name


def test_names_are_made_as_they_are_read() -> None:
    assert part_name(events_file("gw0")) == PartName()
    assert part_name(events_file("gw0", part=3)) == PartName(number=3)
    moved = merged_name(events_file("gw0", part=3), Shard(index=2, total=5))
    assert part_name(moved) == PartName(shard=2, total=5, number=3)


def test_the_last_part_of_a_folder(tmp_path: Path) -> None:
    assert last_part(tmp_path) == 0
    (tmp_path / "events-main.ndjson").touch()
    assert last_part(tmp_path) == 1
    (tmp_path / "events-part10.gw0.ndjson").touch()
    (tmp_path / "events-part9.gw0.ndjson").touch()
    assert last_part(tmp_path) == 10


def part(start: int, end: int, ending: str | None = "complete", **facts: object) -> Part:
    """A part that ran from minute to minute."""
    first, last = (f"2026-01-15T09:{minute:02}:00.000Z" for minute in (start, end))
    info = RunInfo(id=f"at-{start}", command="deskproof run")
    return Part(info=info, started_at=first, first_at=first, last_at=last, ending=ending, **facts)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("parts", "ending", "minutes"),
    [
        ({}, "cut short", 0),
        ({PartName(): part(0, 5)}, "complete", 5),
        ({PartName(): part(0, 5, None)}, "cut short", 5),
        ({PartName(): part(0, 5, None), PartName(number=2): part(30, 32)}, "complete", 7),
        ({PartName(): part(0, 5, "interrupted"), PartName(number=2): part(30, 32, None)}, "cut short", 7),
        ({PartName(shard=1): part(0, 5), PartName(shard=2): part(1, 8)}, "complete", 8),
        ({PartName(shard=1): part(0, 5, "interrupted"), PartName(shard=2): part(1, 3)}, "interrupted", 5),
        ({PartName(shard=1): part(0, 5, None), PartName(shard=1, number=2): part(6, 7)}, "complete", 6),
    ],
)
def test_how_it_ended_and_how_long_it_ran(parts: dict[PartName, Part], ending: str, minutes: int) -> None:
    whole = Parts(by_name=parts)
    assert whole.ending == ending
    assert whole.duration_ms == minutes * 60_000


def test_the_parts_are_one_run() -> None:
    whole = Parts(
        by_name={
            PartName(number=2): part(30, 32, planned={"b"}, suite=2),
            PartName(): part(0, 5, None, planned={"a", "b"}, suite=2, split="x"),
        }
    )
    assert whole.info is not None
    assert whole.info.id == "at-0"
    assert whole.planned == {"a", "b"}
    assert (whole.suite, whole.split, whole.missing) == (2, "x", ())


def test_a_shard_that_is_gone_is_missed() -> None:
    assert Parts(by_name={PartName(shard=2, total=3): part(0, 1)}, shards=3).missing == (1, 3)
