"""One run on several machines: which scenarios a shard takes, and how to recognise shards that belong together.

Rule: the split follows from the selected scenarios, their durations and the number of shards, and from nothing else; so
every scenario is in exactly one shard wherever those are the same. The record has a fingerprint of the split, and
shards whose fingerprints differ are not merged.
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
"""Where nothing was recorded, all scenarios count the same, whatever this is."""

_SHORTEST_MILLISECONDS = 1.0


class BadShard(Exception):
    """There cannot be such a shard; the message says what was seen, what was expected and what to do."""


@dataclass(frozen=True, kw_only=True)
class Share:
    """What one shard runs: `ids`, of the `selected` scenarios of all shards; `split` is the fingerprint of it all."""

    shard: Shard
    ids: frozenset[str]
    selected: int
    split: str


def parse(text: str) -> Shard:
    """`3/8` as the third of eight. Raises BadShard."""
    found = re.fullmatch(r"([0-9]{1,5})/([0-9]{1,5})", text)
    if found is not None:
        index, total = (int(part) for part in found.groups())
        if 1 <= index <= total:
            return Shard(index=index, total=total)
    raise BadShard(f"{text!r} is not a shard; give its number and how many there are, such as 3/8; the first is 1/8.")


def shard_of(text: str | None) -> Shard | None:
    """The shard of an option that may be left out. Raises BadShard."""
    return parse(text) if text else None


def take(shard: Shard, ids: Collection[str], durations: Mapping[str, float]) -> Share:
    """What `shard` runs of the scenarios `ids`. Raises BadShard when there are more shards than scenarios."""
    if len(ids) < shard.total:
        raise BadShard(
            f"{shard.total} shards of {len(ids)} scenarios would leave some with nothing to run; "
            f"ask for at most {len(ids)}."
        )
    shares = deal(ids, durations, shard.total)
    return Share(shard=shard, ids=frozenset(shares[shard.index - 1]), selected=len(ids), split=_digest(shares))


def deal(ids: Iterable[str], durations: Mapping[str, float], total: int) -> tuple[tuple[str, ...], ...]:
    """`ids` divided into `total` shards of about equal duration, in milliseconds.

    The longest first, each to the shard with the least so far; ties go by id and by number. A scenario without a
    duration counts as the median of those that have one.
    """
    ids = sorted(set(ids))
    usual = median([durations[id_] for id_ in ids if id_ in durations] or [_UNKNOWN_MILLISECONDS])
    weight = {id_: max(durations.get(id_, usual), _SHORTEST_MILLISECONDS) for id_ in ids}
    shares: list[list[str]] = [[] for _ in range(total)]
    loads = [0.0] * total
    for id_ in sorted(ids, key=lambda id_: (-weight[id_], id_)):
        lightest = loads.index(min(loads))
        shares[lightest].append(id_)
        loads[lightest] += weight[id_]
    return tuple(tuple(sorted(share)) for share in shares)


def durations(history: Path) -> Mapping[str, float]:
    """How many milliseconds each scenario usually takes when it passes, by its id; empty where `history` is not there.

    Raises BadShard when the history cannot be used: a shard with guessed durations would not fit the others.
    """
    try:
        found = History(history).scenarios()
    except BadHistory as error:
        raise BadShard(str(error)) from error
    return {id_: scenario.duration_ms for id_, scenario in found.items() if scenario.duration_ms is not None}


def fingerprint(scenarios: Iterable[WrittenScenario]) -> str:
    """The fingerprint of the suite as it is written: it changes when a scenario is added, removed or reworded."""
    return _digest(
        sorted(
            [
                scenario.id,
                sorted(scenario.tags),
                [[step.keyword, step.text, step.table, step.docstring] for step in scenario.steps],
            ]
            for scenario in scenarios
        )
    )


def _digest(value: object) -> str:
    return hashlib.sha256(json.dumps(value, ensure_ascii=False).encode("utf-8", "replace")).hexdigest()[:16]
