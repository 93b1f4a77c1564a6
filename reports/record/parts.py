"""The parts of a record: a run goes on in a further part when it is resumed, and a merged run has the parts of all its
shards.

Rule: every part has its own event files, with distinct names, so that nothing already written is touched. The last
part of each shard says how the run ended; what any part planned was planned.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from deskproof.reports.record.facts import RunInfo, Shard

CUT_SHORT = "cut short"
MERGED = "merged"
"""The worker name under which a merge writes."""

_NAME = re.compile(r"events-(?:(\d+)of(\d+)\.)?(?:part(\d+)\.)?([A-Za-z0-9_-]+)\.ndjson")


@dataclass(frozen=True, kw_only=True, order=True)
class PartName:
    """Which part of a record: of which shard (0 where the record is not merged), and its number, from 1."""

    shard: int = 0
    total: int = 0
    number: int = 1


def events_file(worker: str, *, part: int = 1) -> str:
    """The name of the file that `worker` writes in that part."""
    return f"events-{worker}.ndjson" if part == 1 else f"events-part{part}.{worker}.ndjson"


def merged_name(name: str, shard: Shard) -> str:
    """How the event file `name` of a shard is called in the merged record."""
    return name.replace("events-", f"events-{shard.index}of{shard.total}.", 1)


def part_name(file: str) -> PartName:
    """The part that the event file of that name belongs to; the first one for a name of another form."""
    found = _NAME.fullmatch(file)
    if found is None:
        return PartName()
    shard, total, number, _ = found.groups()
    return PartName(shard=int(shard or 0), total=int(total or 0), number=int(number or 1))


def last_part(run_folder: Path) -> int:
    """The number of the newest part of the record in `run_folder`; 0 where there is none."""
    return max((part_name(file.name).number for file in run_folder.glob("events-*.ndjson")), default=0)


@dataclass(kw_only=True)
class Part:
    """What the lines of one part say of the run."""

    info: RunInfo | None = None
    started_at: str = ""
    first_at: str = ""
    last_at: str = ""
    ending: str | None = None
    planned: set[str] | None = None
    suite: int | None = None
    chosen: int | None = None
    split: str | None = None
    lost: set[str] = field(default_factory=set)
    """The workers that ended too early."""

    def extend_to(self, at: str) -> None:
        """A line was written at the instant `at`."""
        self.first_at = min(self.first_at or at, at)
        self.last_at = max(self.last_at, at)

    def plan(self, ids: Iterable[str]) -> None:
        """These were selected to run."""
        self.planned = (self.planned or set()) | set(ids)


@dataclass(kw_only=True)
class Parts:
    """All parts of a record."""

    by_name: dict[PartName, Part] = field(default_factory=dict)
    merged: RunInfo | None = None
    shards: int = 0
    """How many shards were merged; 0 where the record is not merged."""

    def part(self, name: PartName) -> Part:
        """The part of that name, created on first use."""
        return self.by_name.setdefault(name, Part())

    @property
    def in_order(self) -> Mapping[PartName, Part]:
        """The parts, each shard's in their order."""
        return dict(sorted(self.by_name.items()))

    @property
    def info(self) -> RunInfo | None:
        """What is known of the run: of the merged one, else what its first part says."""
        return self.merged or next((part.info for part in self.in_order.values() if part.info), None)

    @property
    def started_at(self) -> str:
        """When the run began; empty where no part says so."""
        return min((part.started_at for part in self.by_name.values() if part.started_at), default="")

    @property
    def last_at(self) -> str:
        """When the last line was written."""
        return max((part.last_at for part in self.by_name.values()), default="")

    @property
    def planned(self) -> set[str] | None:
        """The selected scenarios; None where no part says so."""
        plans = [part.planned for part in self.by_name.values() if part.planned is not None]
        return set().union(*plans) if plans else None

    @property
    def suite(self) -> int | None:
        """The number of scenarios in the suite."""
        return max((part.suite for part in self.by_name.values() if part.suite is not None), default=None)

    @property
    def chosen(self) -> int | None:
        """How many scenarios all shards together were to run."""
        return max((part.chosen for part in self.by_name.values() if part.chosen is not None), default=None)

    @property
    def split(self) -> str | None:
        """The fingerprint of the split that the shard comes from."""
        return next((part.split for part in self.in_order.values() if part.split), None)

    @property
    def ending(self) -> str:
        """`complete` when the last part of every shard is; else what the first other one says."""
        last = {name.shard: part.ending or CUT_SHORT for name, part in self.in_order.items()}
        return next((ending for ending in last.values() if ending != "complete"), "complete" if last else CUT_SHORT)

    @property
    def missing(self) -> tuple[int, ...]:
        """The shards of which a merged record has no line."""
        there = {name.shard for name in self.by_name}
        return tuple(index for index in range(1, self.shards + 1) if index not in there)

    @property
    def duration_ms(self) -> float:
        """The running time: pauses between parts do not count, and parts that ran at the same time count once."""
        spans = sorted(
            (datetime.fromisoformat(part.started_at or part.first_at), datetime.fromisoformat(part.last_at))
            for part in self.by_name.values()
            if part.last_at
        )
        took, until = 0.0, None
        for start, end in spans:
            begin = start if until is None else max(start, until)
            took += max(0.0, (end - begin).total_seconds() * 1000)
            until = end if until is None else max(end, until)
        return took
