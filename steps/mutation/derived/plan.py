"""The trials of a run: which derived defects, each with the scenarios to try it with, between the canaries.

Rule: pure, from the sources, the features, the saved detections and an impact map. Without a map every scenario counts
as one that runs the changed place.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from deskproof.simulator.defects import PACKAGE, SourceDefect, changed_text
from deskproof.steps.browsers.own_browser import OWN_BROWSER
from deskproof.steps.browsers.pool import FULL_BROWSER
from deskproof.steps.gherkin.bind_check.editions import original_of
from deskproof.steps.gherkin.files.reader import WrittenScenario
from deskproof.steps.impact.choice import impact
from deskproof.steps.impact.edits import Edit
from deskproof.steps.impact.imports import Imports, imports_of
from deskproof.steps.impact.map import ImpactMap
from deskproof.steps.impact.units import Range, innermost, python_bodies
from deskproof.steps.mutation.derived.candidates import Known, candidates
from deskproof.steps.mutation.derived.catalogue import DerivedDefect
from deskproof.steps.mutation.derived.relevance import Relevance
from deskproof.steps.mutation.derived.sightings import Sightings
from deskproof.steps.mutation.derived.trials import Trial, sha256

ENGLISH = "en"
_SWEDISH_TEXTS = re.compile(r"[._]sv\.(js|py)$")

_BEGINNINGS = 2
"""How many of the scenarios that are tried are those with the fewest Givens."""

_RESERVE = 4
"""A trial has up to so many times `most` scenarios, because those that fail at a Given do not count."""

_DEAR = 0.5
"""What the score of a scenario with browsers of its own is multiplied with: it costs several others."""

CANARIES = 3
"""How many canaries are at either end of a run."""


@dataclass(frozen=True, kw_only=True)
class Planner:
    """Plans trials with these scenarios of both editions: with those of `language`, and with the Swedish ones where a
    file has the Swedish texts. `detected_by` has the English scenarios that detect a named defect; `sources` the text
    of every file that a map has, `features` that of every feature file; `seen` what scenarios showed and exchanged.
    """

    scenarios: Sequence[WrittenScenario]
    language: str
    defects: Mapping[str, SourceDefect]
    detected_by: Mapping[str, Sequence[str]]
    sources: Mapping[str, str]
    features: Mapping[str, str]
    seen: Mapping[str, str] = field(default_factory=dict)
    map: ImpactMap | None = None
    most: int | None = None
    """How many scenarios are tried with a defect; None for all that run the changed place."""
    package: Path = PACKAGE
    _places: dict[str, tuple[Range, ...]] = field(default_factory=dict)

    def trial(self, defect: DerivedDefect) -> Trial:
        """The trial of a derived defect."""
        content = (self.package / defect.file).read_bytes()
        reaching = self._reaching(defect)
        text = content.decode()
        at = len(content[: defect.change.start].decode())
        line = self._line(content, defect)
        function = innermost(self._functions(defect.file), Range(at, at)) or Range(0, 0)
        ordered = candidates(
            reaching,
            [each for each in self.scenarios if each.language == self._language_for(defect.file)],
            self._known,
            file=defect.file,
            function=(function.start, function.end),
            scores=self._scores(line, text[function.start : function.end], defect.file, defect.change.scope),
            seen=self._sightings.scores(f"{line} {defect.change.scope}"),
        )
        return Trial(
            name=defect.name,
            file=defect.file,
            sha256=sha256(content),
            start=defect.change.start,
            end=defect.change.end,
            text=defect.change.text.decode(),
            scenarios=self._first(ordered),
            reach=len(ordered),
            most=self.most,
            state=self._state,
        )

    def _first(self, ordered: Sequence[str]) -> tuple[str, ...]:
        """Those that are tried, among them some with few Givens: they are about what other scenarios begin with. Then
        some to take the place of those that fail before they reach what they are about.
        """
        if self.most is None or len(ordered) <= self.most:
            return tuple(ordered)
        beginnings = sorted(ordered, key=lambda id_: self._givens[id_])[: _BEGINNINGS if self.most > _BEGINNINGS else 0]
        first = ordered[: self.most - len(beginnings)]
        return tuple(dict.fromkeys([*first, *beginnings, *ordered[: _RESERVE * self.most]]))

    @cached_property
    def _givens(self) -> Mapping[str, int]:
        return {each.id: sum(step.kind == "given" for step in each.steps) for each in self.scenarios}

    def canaries(self) -> tuple[Trial, ...]:
        """Trials of named defects that are known to be detected, of different files. None needs a browser of its own,
        because those scenarios are dear.
        """
        ids = {scenario.id for scenario in self.scenarios if scenario.language == ENGLISH} - self._dear
        found: dict[str, Trial] = {}
        for name, detecting in self.detected_by.items():
            here = tuple(id_ for id_ in detecting if id_ in ids)
            if here and (defect := self.defects.get(name)) and defect.file not in found:
                found[defect.file] = self._canary(defect, here)
        step = max(1, len(found) // (2 * CANARIES))
        return tuple(found.values())[::step][: 2 * CANARIES]

    def _canary(self, defect: SourceDefect, scenarios: tuple[str, ...]) -> Trial:
        text = (self.package / defect.file).read_text(encoding="utf-8")
        changed_text(defect, self.package)
        start = len(text[: text.index(defect.find)].encode())
        return Trial(
            name=defect.name,
            file=defect.file,
            sha256=sha256(text.encode()),
            start=start,
            end=start + len(defect.find.encode()),
            text=defect.replace,
            scenarios=scenarios,
            reach=len(scenarios),
            canary=True,
            state=self._state,
        )

    def _reaching(self, defect: DerivedDefect) -> frozenset[str]:
        ids = frozenset(scenario.id for scenario in self.scenarios)
        if self.map is None:
            return ids
        path = f"simulator/{defect.file}"
        before = (self.package / defect.file).read_text(encoding="utf-8")
        edit = Edit(path=path, before=before, after=defect.changed_text(self.package))
        found = impact(self.map, [edit], self._imports).ids
        if found is None:
            return ids
        return frozenset(id_ for id_ in ids if id_ in found or self._english.get(id_) in found)

    def _language_for(self, file: str) -> str:
        return "sv" if _SWEDISH_TEXTS.search(file) else self.language

    @cached_property
    def _english(self) -> Mapping[str, str]:
        return {id_: english.id for id_, english in original_of(self.scenarios).items()}

    def _functions(self, file: str) -> tuple[Range, ...]:
        if file not in self._places:
            text = (self.package / file).read_text(encoding="utf-8")
            reach = self.map.files.get(f"simulator/{file}") if self.map else None
            of_script = tuple(reach.functions) if reach else ()
            self._places[file] = python_bodies(text) if file.endswith(".py") else of_script
        return self._places[file]

    @cached_property
    def _state(self) -> str:
        texts = sorted({**self.sources, **self.features}.items())
        return sha256("\0".join(part for text in texts for part in text).encode())[:16]

    @cached_property
    def _imports(self) -> Imports:
        return imports_of(self.sources)

    @cached_property
    def _known(self) -> tuple[Known, ...]:
        return tuple(self._find_known())

    def _find_known(self) -> Iterator[Known]:
        for name, scenarios in self.detected_by.items():
            if defect := self.defects.get(name):
                offset = (self.package / defect.file).read_text(encoding="utf-8").find(defect.find)
                both = (id_ for id_, english in self._english.items() if english in scenarios)
                yield from (Known(scenario=id_, file=defect.file, offset=offset) for id_ in both)

    def _scores(self, place: str, *around: str) -> Mapping[str, float]:
        scores = self._relevance.scores(place, around)
        return {id_: score * _DEAR if id_ in self._dear else score for id_, score in scores.items()}

    @cached_property
    def _dear(self) -> frozenset[str]:
        return frozenset(each.id for each in self.scenarios if {OWN_BROWSER, FULL_BROWSER} & set(each.tags))

    @cached_property
    def _relevance(self) -> Relevance:
        return Relevance({scenario.id: _text_of(scenario) for scenario in self.scenarios})

    @cached_property
    def _sightings(self) -> Sightings:
        return Sightings(self.seen)

    @staticmethod
    def _line(content: bytes, defect: DerivedDefect) -> str:
        """The changed lines, and what is there then."""
        start = content.rfind(b"\n", 0, defect.change.start) + 1
        end = content.find(b"\n", defect.change.end)
        return f"{content[start:end].decode()} {defect.after}"


def _text_of(scenario: WrittenScenario) -> str:
    steps = (f"{step.text} {step.table} {step.docstring}" for step in scenario.steps)
    return " ".join((scenario.feature, scenario.rule or "", scenario.title, *scenario.tags, *steps))
