"""Which of the selected scenarios this run executes: all of them, those of one shard, or the rest of a run that was
cut short.

Rule: worked out once, by the controller, and sent to its workers as plain values.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from deskproof.reports.record import Shard
from deskproof.steps.selection.resume import Rest
from deskproof.steps.selection.shards import durations, take


@dataclass(frozen=True, kw_only=True)
class Workload:
    """`ids` is None where every scenario runs.

    `part` is the part of the record that this run writes; `tried` and `failed` count the attempts that began, and those
    that ended without passing, in the parts before it, by scenario. For a shard, `selected` is the number of scenarios
    of all shards, and `split` the fingerprint of how they are divided.
    """

    ids: frozenset[str] | None = None
    part: int = 1
    tried: Mapping[str, int] = field(default_factory=dict)
    failed: Mapping[str, int] = field(default_factory=dict)
    selected: int | None = None
    split: str | None = None

    def to_worker(self) -> dict[str, Any]:
        """As plain values."""
        return {**asdict(self), "ids": None if self.ids is None else sorted(self.ids)}

    @classmethod
    def from_controller(cls, values: dict[str, Any]) -> Workload:
        """From what `to_worker` returned."""
        ids = values["ids"]
        return cls(**{**values, "ids": None if ids is None else frozenset(ids)})


def of_shard(shard: Shard | None, ids: frozenset[str] | None, every: Collection[str], history: Path) -> Workload:
    """What `shard` runs of `ids`, or of `every` scenario where `ids` is None; all of them without a shard.

    Raises BadShard.
    """
    if shard is None:
        return Workload(ids=ids)
    share = take(shard, every if ids is None else ids, durations(history))
    return Workload(ids=share.ids, selected=share.selected, split=share.split)


def of_rest(rest: Rest, *, requested: Workload) -> Workload:
    """What `rest` leaves to run; what was `requested` where the run ended before that was settled."""
    return Workload(
        ids=requested.ids if rest.ids is None else rest.ids,
        part=rest.part,
        tried=rest.tried,
        failed=rest.failed,
        selected=requested.selected if rest.ids is None else None,
        split=requested.split if rest.ids is None else None,
    )
