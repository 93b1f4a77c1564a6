"""One run on several machines: which scenarios a shard takes, and how it is told that shards belong together.

Rule: the split follows from the chosen scenarios, their durations and the number of shards, and from nothing else; so
every scenario is in exactly one shard wherever those are the same. Whether they were is written down by fingerprint,
and shards whose fingerprints differ are not merged.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from deskproof.reports.baseline.history import BadHistory, History
from deskproof.reports.record import Shard
from deskproof.steps.gherkin.files.reader import WrittenScenario

_UNKNOWN_MILLISECONDS = 1000.0
"""Where nothing was ever recorded all scenarios count alike, whatever this is."""

_SHORTEST_MILLISECONDS = 1.0


class BadShard(Exception):
    """The part that was asked for cannot be; the message says what was seen, what was wanted and what to do."""


@dataclass(frozen=True, kw_only=True)
class Share:
    """What one shard runs: `ids`, out of the `chosen` of all shards; `split` is the fingerprint of who runs what."""

    shard: Shard
    ids: frozenset[str]
    chosen: int
    split: str


def parse(text: str) -> Shard:
    """`3/8` as the third of eight. Raises BadShard."""
    found = re.fullmatch(r"([0-9]{1,5})/([0-9]{1,5})", text)
    if found is not None:
        index, total = (int(part) for part in found.groups())
        if 1 <= index <= total:
            return Shard(index=index, total=total)
    raise BadShard(
        f"{text!r} is no shard; give which of how many, as 3/8, the first being 1 and the last as many as there are."
    )


def take(shard: Shard, ids: Collection[str], durations: Mapping[str, float]) -> Share:
    """What `shard` takes of the scenarios `ids`. Raises BadShard when there are more shards than scenarios."""
    if len(ids) < shard.total:
        raise BadShard(
            f"{shard.total} shards of {len(ids)} scenarios would leave some with nothing to run; "
            f"ask for at most {len(ids)}."
        )
    shares = deal(ids, durations, shard.total)
    return Share(shard=shard, ids=frozenset(shares[shard.index - 1]), chosen=len(ids), split=_digest(shares))


def deal(ids: Iterable[str], durations: Mapping[str, float], total: int) -> tuple[tuple[str, ...], ...]:
    """`ids` dealt out to `total` shards of about equal duration, in milliseconds.

    The longest first, each to the shard that has least so far; ties go by id and by number. A scenario without a
    duration counts as the median of those that have one.
    """
    ids = sorted(set(ids))
    usual = median([durations[one] for one in ids if one in durations] or [_UNKNOWN_MILLISECONDS])
    weight = {one: max(durations.get(one, usual), _SHORTEST_MILLISECONDS) for one in ids}
    shares: list[list[str]] = [[] for _ in range(total)]
    loads = [0.0] * total
    for one in sorted(ids, key=lambda one: (-weight[one], one)):
        lightest = loads.index(min(loads))
        shares[lightest].append(one)
        loads[lightest] += weight[one]
    return tuple(tuple(sorted(share)) for share in shares)


def durations(history: Path) -> Mapping[str, float]:
    """How many milliseconds each scenario usually takes when it passes, by its id; empty where `history` is not there.

    Raises BadShard when the history cannot be used: a shard that guessed would not fit the others.
    """
    try:
        found = History(history).scenarios()
    except BadHistory as error:
        raise BadShard(str(error)) from error
    return {id: one.duration_ms for id, one in found.items() if one.duration_ms is not None}


def fingerprint(scenarios: Iterable[WrittenScenario]) -> str:
    """Of the suite as it is written: another one as soon as a scenario comes, goes or reads differently."""
    return _digest(
        sorted(
            [one.id, sorted(one.tags), [[step.keyword, step.text, step.table, step.docstring] for step in one.steps]]
            for one in scenarios
        )
    )


def _digest(value: object) -> str:
    return hashlib.sha256(json.dumps(value, ensure_ascii=False).encode("utf-8", "replace")).hexdigest()[:16]
