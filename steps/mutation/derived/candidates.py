"""The scenarios to try a derived defect with, best first.

Rule: pure. Only scenarios that run the changed place can detect it. In turns come those that have seen the most of what
it says, those with the most words in common with it, those that detect a named defect in the same function, and those
that detect one in the same file. Rows of one
outline come after one row of each other scenario. Among those with nothing in common each feature has its turn.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, zip_longest
from pathlib import Path
from types import MappingProxyType

from deskproof.steps.gherkin.files.reader import WrittenScenario


@dataclass(frozen=True, kw_only=True)
class Known:
    """A detection of a named defect: by this scenario, at this place of this file, below `simulator/`."""

    scenario: str
    file: str
    offset: int


def candidates(
    reaching: Collection[str],
    scenarios: Sequence[WrittenScenario],
    detections: Sequence[Known],
    *,
    file: str,
    function: tuple[int, int],
    scores: Mapping[str, float],
    seen: Mapping[str, float] = MappingProxyType({}),
) -> tuple[str, ...]:
    """The ids of the `reaching` scenarios in the order to try them in. `function` is where the changed function begins
    and ends in the file; `scores` say how much the words of a scenario have to do with it, `seen` how much of it the
    scenario has seen.
    """
    ranked = sorted((each for each in scenarios if each.id in reaching), key=lambda each: -scores[each.id])
    ordered = _spread(ranked, lambda each: (each.path, each.template_line))
    here = [each for each in detections if each.file == file]
    close = {each.scenario for each in here if function[0] <= each.offset < function[1]}
    near = {each.scenario for each in here}
    by_sight = sorted((each for each in ordered if seen.get(each.id)), key=lambda each: -seen[each.id])
    ways = (
        _spread(by_sight, lambda each: (each.path, each.template_line)),
        [each for each in ordered if scores[each.id] > 0],
        [each for each in ordered if each.id in close],
        _spread([each for each in ordered if each.id in near], _feature),
    )
    return tuple(dict.fromkeys(each.id for each in chain(_in_turns(ways), _spread(ordered, _feature))))


def _in_turns(ways: Iterable[Iterable[WrittenScenario]]) -> Iterator[WrittenScenario]:
    yield from (each for turn in zip_longest(*ways) for each in turn if each is not None)


def _feature(scenario: WrittenScenario) -> Hashable:
    return Path(scenario.path).name


def _spread(scenarios: Iterable[WrittenScenario], of: Callable[[WrittenScenario], Hashable]) -> list[WrittenScenario]:
    """The first of each kind, then the second of each, and so on; `of` says what kind a scenario is."""
    turns: Counter[Hashable] = Counter()
    numbered = []
    for scenario in scenarios:
        kind = of(scenario)
        numbered.append((turns[kind], scenario))
        turns[kind] += 1
    return [scenario for _, scenario in sorted(numbered, key=lambda each: each[0])]
