"""The check behind `deskproof defects`: rounds of runs against products with defects, and their result.

Rule: a round is a run with a record of its own below the given folder; the results are read from the records and saved
in `defects.json` beside them. Detections are saved beside the features on request (`steps.mutation.detections`).
"""

from __future__ import annotations

import os
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

import pytest

from deskproof.reports.gate.quarantine import load as load_quarantine
from deskproof.reports.record import DamagedRecord, ScenarioResult, load
from deskproof.reports.text.visible import as_json
from deskproof.simulator.defects import Defect, StaleDefect
from deskproof.steps.cli.defect_round import in_own_process
from deskproof.steps.gherkin.bind_check.editions import original_of
from deskproof.steps.gherkin.files.reader import FeatureFile, WrittenScenario, read_features
from deskproof.steps.gherkin.vocabulary.values import LANGUAGES
from deskproof.steps.mutation.defects import (
    NotMet,
    Seen,
    Tally,
    candidates,
    next_round,
    read_not_met,
    sight,
    tally,
    write_plan,
)
from deskproof.steps.mutation.detections import catalogue, changes, read, updated, valid, write
from deskproof.steps.project.project import Project, pack_folder
from deskproof.steps.runner.progress import LOG
from deskproof.steps.selection.request import RunRequest
from deskproof.steps.selection.run_plan import detections_of
from deskproof.steps.terminal import Console

RESULT = "defects.json"
SCHEMA = "deskproof/defects/1"
_WORKERS_ON_A_CORE = 8
"""Most of the time a worker waits for what its defect prevents, and needs no core."""
_BYTES_OF_A_WORKER = 512 * 2**20
"""The memory that a worker needs with its browser and its simulator."""
_ENDED = (pytest.ExitCode.OK, pytest.ExitCode.TESTS_FAILED)


class NothingToProve(Exception):
    """No scenario was selected; the message says what was requested."""


class NothingMissing(Exception):
    """Each of the scenarios has a detection already; the message says how many there are."""


class Interrupted(Exception):
    """A round was cut short; the message says which."""


@dataclass(frozen=True, kw_only=True)
class Taken:
    """Which scenarios are checked: those of the feature files, or all; of one language, or both; of these only those
    without a saved detection (`missing`), or all.
    """

    project: Project
    files: Sequence[Path]
    language: str | None
    workers: str
    missing: bool = False
    pack: str | None = None

    @property
    def features(self) -> Path:
        """The folder of the features."""
        return self.project.features if self.pack is None else pack_folder(self.pack)

    @property
    def detections(self) -> Path:
        """The folder of the saved detections."""
        return detections_of(self.project, self.features, self.pack)

    def scenarios(self, suite: Sequence[FeatureFile], detected: Collection[str] = ()) -> tuple[WrittenScenario, ...]:
        """The scenarios out of all the feature files; `detected` are the ids of those with a detection. Raises
        NothingToProve and NothingMissing.
        """
        existing = {file.file.resolve() for file in suite}
        if unknown := next((file for file in self.files if file.resolve() not in existing), None):
            raise NothingToProve(f"{unknown} is not a feature file of {self.features}/; name feature files below it.")
        requested = {file.resolve() for file in self.files}
        found = tuple(
            scenario
            for file in suite
            if (file.file.resolve() in requested if requested else self.language in (None, file.language))
            for scenario in file.scenarios
        )
        if not found:
            shown = ", ".join(str(file) for file in self.files) or str(self.features)
            raise NothingToProve(f"There is no scenario in {shown}; name feature files below {self.features}/.")
        left = tuple(scenario for scenario in found if not (self.missing and scenario.id in detected))
        if not left:
            raise NothingMissing(f"Nothing is missing: all {len(found)} scenarios have detected a defect.")
        return left


def prove(
    taken: Taken, defects: Sequence[Defect], out: Path, console: Console, *, chosen: bool = False, keep: bool = False
) -> Tally:
    """Run the rounds, print the result and return it. Where the defects were `chosen`, only scenarios of their claims
    run. Scenarios in quarantine do not run, since they fail anyway, and what the desktop does not offer runs once. A
    defect is reported as not detected only where all its scenarios ran. With `keep`, the detections are saved beside
    the features. Raises NothingToProve; NothingMissing; BadDetections; BadQuarantine; Interrupted and StaleDefect,
    after printing and saving the results until then.
    """
    languages = taken.project.languages if taken.pack is None else LANGUAGES
    suite = read_features(taken.features, languages)
    every = [scenario for file in suite for scenario in file.scenarios]
    saved = read(taken.detections)
    catalogued = catalogue(taken.project.defects)
    known = valid(every, saved, catalogued)
    scenarios = taken.scenarios(suite, known)
    likely = {id_: saved[english.id].defect for id_, english in original_of(every).items() if english.id in saved}
    possible = candidates(scenarios, defects, likely)
    listed = load_quarantine(taken.project.quarantine).ids
    possible = {id_: names for id_, names in possible.items() if id_ not in listed and (names or not chosen)}
    written = {scenario.id: scenario for scenario in scenarios if scenario.id in possible}
    if not written:
        raise NothingToProve("None of the scenarios has a claim that these defects break; name others.")
    judged: Sequence[Defect] = ()
    if not taken.missing:
        judged = defects if chosen else tuple(completely_covered(defects, scenarios, every))
    names = {defect.name for defect in judged}
    seen: list[Seen] = []
    number, status, folder, stale = 0, int(pytest.ExitCode.OK), out, ""
    while status in _ENDED and not stale and (plan := next_round(possible, seen, names)):
        number += 1
        console.print(
            f"Round {number}: {_counted(len(plan), 'scenario')} against {_counted(len(set(plan.values())), 'defect')}"
        )
        folder = out / f"round-{number}"
        status = _run(plan, folder, taken)
        not_met = read_not_met(folder)
        stale = next((each.reason for each in not_met.values() if each.stale), "")
        for judgement in _judged(folder):
            if judgement.status == "not-offered":
                possible.pop(judgement.id, None)
            elif judgement.id in plan:
                ran = written[judgement.id]
                seen.append(_seen(judgement, plan[judgement.id], ran, not_met.get(judgement.id)))
    result = tally(possible, seen, names)
    saved_result = {"schema": SCHEMA, "seen": [asdict(each) for each in seen], **asdict(result)}
    out.mkdir(parents=True, exist_ok=True)
    (out / RESULT).write_text(as_json(saved_result, indent=1), encoding="utf-8")
    tried = {id_: written[id_] for id_ in possible}
    for line in lines(result, tried, judged, chosen=chosen):
        console.print(line, markup=False, soft_wrap=True)
    if keep and seen:
        current = updated(saved, seen, every, catalogued)
        write(taken.detections, current.values())
        console.print(f"saved      {changes(saved, current)}", soft_wrap=True)
    if status not in _ENDED:
        raise Interrupted(f"The check was cut short in round {number}; {folder / LOG} says more.")
    if stale:
        raise StaleDefect(stale)
    return result


def completely_covered(
    defects: Sequence[Defect], scenarios: Sequence[WrittenScenario], every: Sequence[WrittenScenario]
) -> Iterator[Defect]:
    """The defects whose scenarios all run, in the editions that run: of no other defect can the check say that no
    scenario detects it.
    """
    editions = {scenario.language for scenario in scenarios}
    ids = {scenario.id for scenario in scenarios}
    left_out = (scenario for scenario in every if scenario.language in editions and scenario.id not in ids)
    claims = {claim for scenario in left_out for claim in scenario.claims}
    yield from (defect for defect in defects if not claims & set(defect.claims))


def _run(plan: Mapping[str, str], folder: Path, taken: Taken) -> int:
    """Run a round into its folder, in a process of its own, so that no round is affected by the one before it; returns
    pytest's exit status.
    """
    folder.mkdir(parents=True)
    file = (folder / "plan.json").resolve()
    write_plan(plan, file)
    request = RunRequest(
        workers=number_of_workers(taken.workers, len(plan)),
        run_folder=folder,
        defects=file,
        pack=taken.pack,
    )
    return in_own_process([str(folder), *request.pytest_arguments(taken.features)])


def number_of_workers(requested: str, scenarios: int, a_core: int = _WORKERS_ON_A_CORE) -> str:
    """The number of workers for so many scenarios: as requested, where that is a number; otherwise so many on each
    core, as far as memory allows. Never more than there are scenarios.
    """
    cores, memory = os.cpu_count() or 1, os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE")
    auto = max(1, min(a_core * cores, memory // _BYTES_OF_A_WORKER))
    return str(min(auto if requested == "auto" else int(requested), scenarios))


def _judged(folder: Path) -> Iterator[ScenarioResult]:
    """The scenarios of a round that ended; none where the round did not begin."""
    try:
        found = load(folder).scenarios
    except DamagedRecord:
        return
    yield from (result for result in found if result.attempts and not result.attempts[-1].cut_short)


def _seen(result: ScenarioResult, defect: str, written: WrittenScenario, not_met: NotMet | None = None) -> Seen:
    at = next((index for index, step in enumerate(result.steps) if step.status not in ("passed", "skipped")), None)
    step = None if at is None else written.steps[at]
    error = result.error if at is None else result.steps[at].error
    unexpected = error is not None and error.unasked
    return Seen(
        scenario=result.id,
        defect=defect,
        sight=sight(result.status, None if step is None or unexpected else step.kind, not_met),
        at=at,
        step=f"{step.keyword} {step.text}" if step else "",
        reason=not_met.reason if not_met else error.message if error else "",
    )


def lines(
    result: Tally, written: Mapping[str, WrittenScenario], defects: Sequence[Defect], *, chosen: bool
) -> Iterator[str]:
    """The lines that a person sees at the end. Where the defects were `chosen`, they are about these."""
    claims = {claim for scenario in written.values() for claim in scenario.claims}
    detectable = {defect.name for defect in defects if claims & set(defect.claims)}
    if not chosen:
        for title, ids in (("detects no defect", result.never), ("no defect breaks its claim", result.without)):
            for id_ in ids:
                scenario = written[id_]
                claimed = ", ".join(scenario.claims)
                yield f"  {title}: {scenario.title}, {scenario.path}:{scenario.line} ({claimed})"
    for name in result.idle:
        if name not in result.unmet:
            yield f"  no scenario detects: {name}"
    for name in result.unmet:
        yield f"  no scenario meets: {name}"
    yield f"scenarios  {len(result.caught)} of {len(written)} detect a defect"
    if not chosen:
        bad = {claim for id_ in (*result.never, *result.without) for claim in written[id_].claims}
        yield f"claims     {len(claims - bad)} of {len(claims)} whose scenarios all detect a defect"
    if detectable:
        yield f"defects    {len(detectable) - len(result.idle)} of {len(detectable)} detected"


def _counted(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"
