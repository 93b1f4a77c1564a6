"""Scenarios that run against a product with a named defect: which scenario against which defect, and the simulators
with it.

Rule: a scenario counts as proof only when it has detected a defect. It detects a defect (*caught*) when it meets it and
fails at a When or a Then: a scenario that fails at a Given does not reach what it is about.
"""

from __future__ import annotations

import json
import tempfile
from collections import Counter
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Literal

from deskproof.simulator.certificate import Tls
from deskproof.simulator.control.client import Control
from deskproof.simulator.defects import Defect
from deskproof.simulator.server import Server, start_server
from deskproof.steps.gherkin.files.reader import WrittenScenario

_SCENARIOS_A_ROUND = 4
"""How many scenarios a defect without a detection is tried with in a round: a round costs more than a scenario."""

_NOT_MET = "not-met.ndjson"

Sight = Literal["caught", "missed", "unclear", "unmet"]
"""The result of a scenario against a defect: it failed where it should; it passed; it broke, failed at a Given, or is
not offered; it never came to what the defect changes.
"""


@dataclass(frozen=True, kw_only=True)
class Seen:
    """The result of one scenario against one defect. `at` is the number of the step that did not pass, from 0,
    and `step` its text; `reason` is why.
    """

    scenario: str
    defect: str
    sight: Sight
    at: int | None = None
    step: str = ""
    reason: str = ""


@dataclass(frozen=True, kw_only=True)
class Tally:
    """The result of a whole check, by scenario id and by defect name."""

    caught: Mapping[str, Seen]
    never: tuple[str, ...]
    """Scenarios that detect no defect of their claims."""
    without: tuple[str, ...]
    """Scenarios whose claims no defect breaks."""
    idle: tuple[str, ...]
    """Judged defects that no scenario of their claims detects."""
    unmet: tuple[str, ...] = ()
    """Defects that no scenario which ran against them met."""

    @property
    def complete(self) -> bool:
        """Whether every scenario has detected a defect, and every defect was detected."""
        return not (self.never or self.without or self.idle)


def candidates(
    scenarios: Sequence[WrittenScenario], defects: Collection[Defect], likely: Mapping[str, str] | None = None
) -> Mapping[str, tuple[str, ...]]:
    """For each scenario the defects that break one of its claims: the `likely` one, which it detected before, and
    the others in their order.
    """
    found: dict[str, tuple[str, ...]] = {}
    for scenario in scenarios:
        names = [defect.name for defect in defects if set(defect.claims) & set(scenario.claims)]
        first = [name for name in names if name == (likely or {}).get(scenario.id)]
        found[scenario.id] = tuple(dict.fromkeys([*first, *names]))
    return found


def next_round(
    possible: Mapping[str, tuple[str, ...]], seen: Sequence[Seen], judged: Collection[str]
) -> Mapping[str, str]:
    """The scenarios of the next round and their defects. First each scenario without a detection, against the next of
    its defects; once all have been tried, each of the `judged` defects that was not detected, against some of its
    scenarios. Those come first whose defect others detect too: such a scenario can be saved with this one instead.
    """
    met = {(result.scenario, result.defect) for result in seen}
    caught = {result.scenario: result.defect for result in seen if result.sight == "caught"}
    plan = {
        id_: left[0]
        for id_, names in possible.items()
        if id_ not in caught and (left := [name for name in names if (id_, name) not in met])
    }
    if plan:
        return plan
    detected = Counter(caught.values())
    by_use = sorted(possible, key=lambda id_: detected[caught.get(id_, "")] < 2)  # stable
    for name in _SCENARIOS_A_ROUND * _idle(possible, seen, judged):
        free = (id_ for id_ in by_use if name in possible[id_] and (id_, name) not in met and id_ not in plan)
        if (id_ := next(free, None)) is not None:
            plan[id_] = name
    return plan


def _idle(possible: Mapping[str, tuple[str, ...]], seen: Sequence[Seen], judged: Collection[str]) -> tuple[str, ...]:
    used = {result.defect for result in seen if result.sight == "caught"}
    every = dict.fromkeys(name for names in possible.values() for name in names)
    return tuple(name for name in every if name in judged and name not in used)


def tally(possible: Mapping[str, tuple[str, ...]], seen: Sequence[Seen], judged: Collection[str]) -> Tally:
    """The result of the rounds; of the `judged` defects also which were not detected."""
    caught = {result.scenario: result for result in seen if result.sight == "caught"}
    return Tally(
        caught=caught,
        never=tuple(id_ for id_, names in possible.items() if names and id_ not in caught),
        without=tuple(id_ for id_, names in possible.items() if not names),
        idle=_idle(possible, seen, judged),
        unmet=_unmet(seen),
    )


def _unmet(seen: Sequence[Seen]) -> tuple[str, ...]:
    met = {result.defect for result in seen if result.sight != "unmet"}
    return tuple(dict.fromkeys(result.defect for result in seen if result.defect not in met))


def sight(status: str, kind: str | None, not_met: NotMet | None = None) -> Sight:
    """The result for a scenario's status; `kind` is that of the step that did not pass, None where there is none: the
    error is then not what the scenario is about.
    """
    if not_met is not None:
        return "unclear" if not_met.stale else "unmet"
    if status == "passed":
        return "missed"
    return "caught" if status == "failed" and kind in ("when", "then") else "unclear"


@dataclass(frozen=True, kw_only=True)
class NotMet:
    """A scenario that did not meet its defect, and why; `stale` where the defect does not fit what it is to change."""

    scenario: str
    reason: str
    stale: bool = False


# ---- the plan of a run, and what it finds


def write_plan(plan: Mapping[str, str], file: Path) -> None:
    """Save which scenario runs against which defect."""
    file.write_text(json.dumps(plan, indent=1), encoding="utf-8")


def read_plan(file: Path) -> Mapping[str, str]:
    """What `write_plan` saved."""
    plan: dict[str, str] = json.loads(file.read_text(encoding="utf-8"))
    return plan


def note_not_met(not_met: NotMet, folder: Path) -> None:
    """Save it in the folder of the run, beside what other processes save there."""
    with (folder / _NOT_MET).open("a", encoding="utf-8") as file:
        file.write(json.dumps(asdict(not_met), ensure_ascii=False) + "\n")


def read_not_met(folder: Path) -> Mapping[str, NotMet]:
    """What `note_not_met` saved in the folder of a run, by scenario."""
    file = folder / _NOT_MET
    lines = file.read_text(encoding="utf-8").splitlines() if file.is_file() else []
    found = (NotMet(**json.loads(line)) for line in lines)
    return {each.scenario: each for each in found}


@dataclass
class Defective:
    """The simulator with a defect in a process of a run: one at a time. With `tls` it answers at the vendor's hosts."""

    tls: Tls | None = None
    _name: str = ""
    _server: Server | None = None
    _control: Control | None = None
    _source: tempfile.TemporaryDirectory[str] | None = field(default=None, repr=False)

    def control(self, name: str, source: Callable[[Path], Path]) -> Control:
        """The control plane of a simulator with the defect of this name; `source` makes its source in a folder. Raises
        what `source` raises.
        """
        if self._control is None or name != self._name:
            self.close()
            self._source = tempfile.TemporaryDirectory(prefix="deskproof-defect-")
            self._server = start_server(
                source=source(Path(self._source.name)), tls=self.tls, vendor_hosts=self.tls is not None
            )
            self._control, self._name = self._server.control(), name
        return self._control

    @property
    def token(self) -> str:
        """The control token of the simulator that is running; empty while none is."""
        return self._server.control_token if self._server else ""

    def close(self) -> None:
        """End it."""
        if self._control is not None:
            self._control.close()
        if self._server is not None:
            self._server.stop()
        if self._source is not None:
            self._source.cleanup()
        self._control = self._server = self._source = None
