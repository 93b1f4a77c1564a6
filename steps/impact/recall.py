"""How good a choice by the map is, measured with the named defects: each is taken as a change of its file.

Rule: a defect is held when the choice has a scenario that is known to detect it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from statistics import quantiles

from deskproof.steps.impact.choice import impact
from deskproof.steps.impact.edits import Edit
from deskproof.steps.impact.imports import Imports
from deskproof.steps.impact.map import ImpactMap

ENOUGH = 0.995
"""The least share of defects that a choice must hold to be offered."""


@dataclass(frozen=True, kw_only=True)
class Missed:
    """A defect with the recorded scenarios that detect it, of which the choice has none or not all."""

    defect: str
    scenarios: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Recall:
    """`defects` counts those with a detection by a recorded scenario, and `pairs` these detections; `held` and
    `pairs_held` are those that the choices have. `missed` has the defects that are not held, `partly` those of which
    some scenarios are left out. `shares` are the sizes of the choices, as shares of all recorded scenarios, in order,
    and `everything` counts the defects for which every scenario is chosen without a choice, by the reason.
    """

    defects: int
    held: int
    pairs: int
    pairs_held: int
    missed: tuple[Missed, ...]
    partly: tuple[Missed, ...]
    shares: tuple[float, ...]
    everything: Mapping[str, int]

    @property
    def share(self) -> float:
        """The share of the defects that are held; 0 without any."""
        return self.held / self.defects if self.defects else 0.0

    @property
    def quartiles(self) -> tuple[float, float, float]:
        """The quartiles of the sizes."""
        if len(self.shares) == 1:
            return self.shares[0], self.shares[0], self.shares[0]
        first, middle, last = quantiles(self.shares, n=4, method="inclusive")
        return first, middle, last


def recall(
    map_: ImpactMap, edits: Mapping[str, Edit], detected_by: Mapping[str, Sequence[str]], imports: Imports
) -> Recall:
    """The recall of the map for these defects: by name the edit that each is, and the scenarios that detect it."""
    missed: list[Missed] = []
    partly: list[Missed] = []
    shares: list[float] = []
    everything: dict[str, int] = {}
    pairs = pairs_held = held = 0
    for name, edit in edits.items():
        known = tuple(id_ for id_ in detected_by.get(name, ()) if id_ in map_.scenarios)
        if not known:
            continue
        found = impact(map_, [edit], imports)
        if found.ids is None:
            everything[found.why] = everything.get(found.why, 0) + 1
        chosen = map_.scenarios if found.ids is None else found.ids
        left_out = tuple(id_ for id_ in known if id_ not in chosen)
        shares.append(len(chosen) / len(map_.scenarios))
        pairs += len(known)
        pairs_held += len(known) - len(left_out)
        held += len(left_out) < len(known)
        if left_out:
            (missed if len(left_out) == len(known) else partly).append(Missed(defect=name, scenarios=left_out))
    return Recall(
        defects=len(shares),
        held=held,
        pairs=pairs,
        pairs_held=pairs_held,
        missed=tuple(missed),
        partly=tuple(partly),
        shares=tuple(sorted(shares)),
        everything=dict(sorted(everything.items())),
    )


def lines_of(found: Recall) -> Iterator[str]:
    """The result in words, a line each."""
    first, middle, last = (f"{share:.0%}" for share in found.quartiles)
    yield f"recall     {found.held} of {found.defects} defects ({found.share:.1%}) are detected by a chosen scenario"
    yield f"pairs      {found.pairs_held} of {found.pairs} detections ({found.pairs_held / found.pairs:.1%}) are by one"
    yield f"size       half of the choices have {first} to {last} of the scenarios, the median {middle}"
    for why, count in found.everything.items():
        yield f"everything {count} times: {why}"
    for word, rest in (("missed", found.missed), ("partly", found.partly)):
        for each in rest:
            yield f"{word:<10} {each.defect}: {', '.join(each.scenarios)}"
