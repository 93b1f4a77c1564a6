"""What of the chosen scenarios this run takes: all of them, one shard's share, or the rest of a run that was cut short.

Rule: worked out once, by the process that leads the run, and told to its workers as plain values.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from deskproof.reports.record import Shard
from deskproof.steps.selection.resume import Rest
from deskproof.steps.selection.shards import durations, parse, take


@dataclass(frozen=True, kw_only=True)
class Portion:
    """`ids` is None where everything is taken.

    `part` is the part of the record that this run writes; `tried` and `failed` are the attempts begun and the attempts
    ended in the parts before it, by scenario. Of a shard, all shards together run `chosen`, and `split` is the
    fingerprint of who runs what.
    """

    ids: frozenset[str] | None = None
    part: int = 1
    tried: Mapping[str, int] = field(default_factory=dict)
    failed: Mapping[str, int] = field(default_factory=dict)
    chosen: int | None = None
    split: str | None = None

    def told(self) -> dict[str, Any]:
        """As plain values, for a worker."""
        return {**asdict(self), "ids": None if self.ids is None else sorted(self.ids)}

    @classmethod
    def from_told(cls, values: dict[str, Any]) -> Portion:
        """What `told` gave."""
        ids = values["ids"]
        return cls(**{**values, "ids": None if ids is None else frozenset(ids)})


def share_of(shard: Shard | None, ids: frozenset[str] | None, every: Collection[str], history: Path) -> Portion:
    """The share of `shard` in `ids`, or in `every` scenario where `ids` is None; all of them without a shard.

    Raises BadShard.
    """
    if shard is None:
        return Portion(ids=ids)
    share = take(shard, every if ids is None else ids, durations(history))
    return Portion(ids=share.ids, chosen=share.chosen, split=share.split)


def rest_of(rest: Rest, *, asked: Portion) -> Portion:
    """What `rest` leaves to run; what was `asked` for where the run ended before that was settled."""
    return Portion(
        ids=asked.ids if rest.ids is None else rest.ids,
        part=rest.part,
        tried=rest.tried,
        failed=rest.failed,
        chosen=asked.chosen if rest.ids is None else None,
        split=asked.split if rest.ids is None else None,
    )


def shard_of(text: str | None) -> Shard | None:
    """The shard that `text` asks for, None where it asks for none. Raises BadShard."""
    return parse(text) if text else None
