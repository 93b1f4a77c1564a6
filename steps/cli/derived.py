"""The check behind `deskproof defects --derived`: trials of derived defects, and what they say.

Rule: canaries frame the trials; where one is not detected, the check says nothing. Verdicts are saved as they come, so
that the next check continues where one was cut short.
"""

from __future__ import annotations

import os
import shutil
import time
from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from fnmatch import fnmatchcase
from functools import cache
from itertools import chain
from pathlib import Path

import pytest
from rich.markup import escape

from deskproof.reports.derived import NAME, BadDerived, DerivedCheck, Named, Word, figures, load, save
from deskproof.reports.derived import DerivedDefect as DefectResult
from deskproof.reports.record import Shard
from deskproof.simulator.defects import source_defects
from deskproof.steps.checkout import commit_of
from deskproof.steps.cli import derived_round
from deskproof.steps.cli.defect_round import in_own_process
from deskproof.steps.cli.proof import number_of_workers
from deskproof.steps.gherkin.files.reader import WrittenScenario, read_features
from deskproof.steps.impact.map import ImpactMap, source_files
from deskproof.steps.mutation.derived.catalogue import DerivedDefect, derived_defects, sample
from deskproof.steps.mutation.derived.equivalents import Equivalent, equivalent_names
from deskproof.steps.mutation.derived.own_tests import OwnTests
from deskproof.steps.mutation.derived.plan import CANARIES, Planner
from deskproof.steps.mutation.derived.trials import VERDICTS, Trial, Verdict, append, verdicts, write_trials
from deskproof.steps.mutation.detections import read as read_detections
from deskproof.steps.runner.progress import LOG
from deskproof.steps.selection.request import RunRequest
from deskproof.steps.snapshots.store import file_of
from deskproof.steps.snapshots.store import load as load_snapshots
from deskproof.steps.terminal import Console

_WORKERS_ON_A_CORE = 3
"""Most scenarios pass over a derived defect, and use the processor all the time."""
_MOST_EARLIER = 20
"""The figures of so many checks are kept."""
_MISSED: tuple[Word, ...] = ("unnoticed", "otherwise")
_ENDED = (pytest.ExitCode.OK, pytest.ExitCode.TESTS_FAILED)


class NoTrials(Exception):
    """There is nothing to try; the message says what was requested."""


class Unsound(Exception):
    """The check says nothing; the message says why."""


@dataclass(frozen=True, kw_only=True)
class Requested:
    """Which derived defects are tried: those of these names, in which `*` is anything, or all; of these a sample of so
    many, and one shard. With each at most so many scenarios (`most`, None for all) of one language. What these `tests`
    notice meets no scenario.
    """

    features: Path
    out: Path
    language: str
    workers: str
    names: Sequence[str] = ()
    sample: int | None = None
    seed: int = 0
    shard: Shard | None = None
    most: int | None = None
    map: ImpactMap | None = None
    tests: Path | None = None
    equivalents: Sequence[Equivalent] = ()


def chosen(requested: Requested) -> tuple[tuple[DerivedDefect, ...], int]:
    """The requested defects, and how many equivalent ones are left out. Raises NoTrials."""
    every = derived_defects()
    left_out = equivalent_names(every, requested.equivalents)
    names = tuple(name for name in every if name not in left_out)
    if requested.names:
        fitting = chain.from_iterable(_fitting(every, asked, left_out) for asked in requested.names)
        names = tuple(dict.fromkeys(fitting))
    if requested.sample is not None:
        names = sample(names, requested.sample, requested.seed)
    if requested.shard is not None:
        names = names[requested.shard.index - 1 :: requested.shard.total]
    if not names:
        raise NoTrials("No derived defect is left to try; request more.")
    return tuple(every[name] for name in names), 0 if requested.names else len(left_out)


def _fitting(every: Iterable[str], asked: str, left_out: Container[str]) -> Sequence[str]:
    """The one with this name, or those that the pattern fits and somebody could notice. Raises NoTrials."""
    names = tuple(every)
    if asked in names:
        return [asked]
    if found := [name for name in names if fnmatchcase(name, asked) and name not in left_out]:
        return found
    raise NoTrials(f"There is no derived defect {asked!r}; 'deskproof defects --derived --list' names them.")


def try_derived(requested: Requested, console: Console) -> DerivedCheck:
    """Run the trials that have no verdict yet, print the result, save it and return it. Raises NoTrials, Unsound."""
    defects, equivalent = chosen(requested)
    if requested.tests is not None:
        _refuse_without_tests(requested.tests, defects)
    planner = _planner(requested)
    trials = tuple(planner.trial(defect) for defect in defects)
    requested.out.mkdir(parents=True, exist_ok=True)
    saved = requested.out / VERDICTS
    known = verdicts(saved, trials)
    console.print(f"{len(trials)} derived defects, {len(trials) - len(known)} of them to try")
    if requested.tests is not None:
        _run_tests(requested.tests, trials, requested, console)
        known = verdicts(saved, trials)
    if left := [trial for trial in trials if trial.name not in known]:
        _run(left, planner.canaries(), requested)
    found = verdicts(saved, trials)
    if missing := len(trials) - len(found):
        raise Unsound(f"{missing} trials have no verdict; {requested.out / LOG} says more. Run the same again.")
    check = _check(found, trials, {defect.name: defect for defect in defects}, requested, equivalent)
    save(check, requested.out / NAME)
    for line in lines(check):
        console.print(line, markup=False, soft_wrap=True)
    return check


def _refuse_without_tests(folder: Path, defects: Iterable[DerivedDefect]) -> None:
    """Raises NoTrials where the folder has no tests of a part of the product: none would run, and none would fail."""
    for part in dict.fromkeys(Path(defect.file).parts[0] for defect in defects):
        if next((folder / part).rglob("test_*.py"), None) is None:
            raise NoTrials(
                f"There are no tests in {folder / part}, where those of simulator/{part} are expected; give --tests "
                "the folder that has the same parts as the simulator, such as tests/simulator."
            )


def _planner(requested: Requested) -> Planner:
    suite = read_features(requested.features)
    detected_by: dict[str, list[str]] = defaultdict(list)
    for detection in read_detections(requested.features).values():
        detected_by[detection.defect].append(detection.scenario)
    scenarios = tuple(scenario for file in suite for scenario in file.scenarios)
    return Planner(
        scenarios=scenarios,
        language=requested.language,
        defects=source_defects(),
        detected_by=detected_by,
        sources=source_files(requested.features.resolve().parent),
        features={file.path: file.file.read_text(encoding="utf-8") for file in suite},
        seen=_seen(requested.features, scenarios),
        map=requested.map,
        most=requested.most,
    )


def _seen(features: Path, scenarios: Iterable[WrittenScenario]) -> Mapping[str, str]:
    loaded = cache(load_snapshots)
    saved = ((each.id, loaded(file_of(features, each)).get(each.id)) for each in scenarios)
    return {id_: expected.text for id_, expected in saved if expected is not None}


def _run(left: Sequence[Trial], canaries: Sequence[Trial], requested: Requested) -> None:
    """Raises Unsound."""
    framed = (*canaries[:CANARIES], *left, *canaries[CANARIES:])
    file = (requested.out / "trials.ndjson").resolve()
    write_trials(framed, file)
    request = RunRequest(
        workers=number_of_workers(requested.workers, len(framed), _WORKERS_ON_A_CORE),
        run_folder=requested.out / "run",
        trials=file,
        pictures="failed",
        snapshots="all",
    )
    shutil.rmtree(requested.out / "run", ignore_errors=True)
    (requested.out / "run").mkdir()
    places = [str(requested.out), str(requested.out / VERDICTS)]
    status = in_own_process([*places, *request.pytest_arguments(requested.features)], derived_round.__name__)
    if status not in _ENDED:
        raise Unsound(f"The check was cut short; {requested.out / LOG} says more. Run the same again to continue.")
    heard = verdicts(requested.out / VERDICTS, canaries)
    for canary in canaries:
        if canary.name not in heard or heard[canary.name].word != "detected":
            raise Unsound(
                f"The canary {canary.name} was not detected, so that no verdict of this check holds; see what "
                f"'deskproof defects --defect {canary.name}' says, and remove {requested.out} before the next check."
            )


def _run_tests(folder: Path, trials: Sequence[Trial], requested: Requested, console: Console) -> None:
    """Run the tests against what scenarios have missed, or have not met yet: a test costs less than a scenario."""
    file = requested.out / VERDICTS
    known = verdicts(file, trials)
    left = [trial for trial in trials if trial.name not in known or known[trial.name].word in _MISSED]
    console.print(f"{len(left)} of them meet the tests of {folder}")

    def heard(trial: Trial, test: str) -> None:
        before = known.get(trial.name) or Verdict(name=trial.name, trial=trial.fingerprint, word="tested")
        append(replace(before, word="tested", test=test), file)
        console.print(f"     [green]tested[/] {escape(trial.name)}\n     [dim]{escape(test)}[/]", soft_wrap=True)

    OwnTests(root=requested.features.resolve().parent, folder=folder).noticed(left, heard, os.cpu_count() or 1)


def _check(
    found: Mapping[str, Verdict],
    trials: Iterable[Trial],
    defects: Mapping[str, DerivedDefect],
    requested: Requested,
    equivalent: int,
) -> DerivedCheck:
    tried = tuple(
        DefectResult(
            name=trial.name,
            file=trial.file,
            line=defects[trial.name].line,
            before=defects[trial.name].before,
            after=defects[trial.name].after,
            reach=trial.reach,
            **{key: value for key, value in asdict(verdict).items() if key not in ("name", "trial")},
        )
        for trial in trials
        for verdict in [found[trial.name]]
    )
    try:
        before = load(requested.out / NAME)
    except BadDerived:
        before = None
    return DerivedCheck(
        figures=figures(
            tried,
            at=time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime()),
            commit=commit_of(requested.features.resolve().parent),
        ),
        defects=tried,
        named=tuple(_named(requested.features)),
        sample=requested.sample,
        seed=requested.seed,
        equivalent=equivalent,
        earlier=(*before.earlier, before.figures)[-_MOST_EARLIER:] if before else (),
    )


def _named(features: Path) -> Iterator[Named]:
    """The named defects by part, and those that a saved detection names."""
    known = {detection.defect for detection in read_detections(features).values()}
    parts: dict[str, list[str]] = defaultdict(list)
    for defect in source_defects().values():
        parts[defect.file.split("/")[0]].append(defect.name)
    for part, names in sorted(parts.items()):
        yield Named(part=part, total=len(names), detected=sum(name in known for name in names))


def lines(check: DerivedCheck) -> Iterator[str]:
    """The lines that a person sees at the end."""
    for defect in check.of("unnoticed", "otherwise"):
        yield f"  {defect.word}: {defect.name} ({len(defect.tried)} of {defect.reach} scenarios passed over it)"
    found = check.figures
    yield f"noticed    {found.noticed} of {found.total} derived defects ({found.share:.1%})"
    yield f"scenarios  {found.scenarios} by their steps, {found.snapshots} by their snapshots"
    yield f"tests      {found.tests}"
    yield f"left out   {len(check.of('void'))} void, {check.equivalent} equivalent"
