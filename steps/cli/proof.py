"""The check behind `deskproof defects`: rounds of runs against broken products, and what they come to.

Rule: a round is one run like any other, with a record of its own below the given folder; what was seen is read from the
records, and kept in `defects.json` beside them. What is to stand is kept beside the features
(`steps.mutation.detections`).
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

import pytest

from deskproof.reports.record import DamagedRecord, ScenarioResult, load
from deskproof.reports.text.visible import as_json
from deskproof.simulator.defects import Defect
from deskproof.steps.cli.defect_round import in_own_process
from deskproof.steps.gherkin.feature_files import FeatureFile, WrittenScenario, read_features
from deskproof.steps.mutation.defects import Seen, Tally, candidates, next_round, sight, tally, write_plan
from deskproof.steps.mutation.detections import changes, holding, read, renewed, write
from deskproof.steps.runner.progress import LOG
from deskproof.steps.saying import Console
from deskproof.steps.selection.request import RunRequest

RESULT = "defects.json"
SCHEMA = "deskproof/defects/1"
_ENDED = (pytest.ExitCode.OK, pytest.ExitCode.TESTS_FAILED)


class NothingToProve(Exception):
    """No scenario was taken; the message says what was asked for."""


class NothingMissing(Exception):
    """Each of the scenarios has been seen to fail already; the message says how many there are."""


class Interrupted(Exception):
    """A round did not come to its end; the message says which."""


@dataclass(frozen=True, kw_only=True)
class Taken:
    """Which scenarios are checked: those of the feature files, or all; of one language, or both; of these only those
    that are `missing` among what is kept, or all.
    """

    features: Path
    files: Sequence[Path]
    language: str | None
    workers: str
    missing: bool = False

    def scenarios(self, suite: Sequence[FeatureFile], kept: Collection[str] = ()) -> tuple[WrittenScenario, ...]:
        """The scenarios out of all the feature files; `kept` are the ids of those that were seen to fail. Raises
        NothingToProve and NothingMissing.
        """
        there = {file.file.resolve() for file in suite}
        if strange := next((file for file in self.files if file.resolve() not in there), None):
            raise NothingToProve(f"{strange} is not a feature file of {self.features}/; name feature files below it.")
        wanted = {file.resolve() for file in self.files}
        found = tuple(
            one
            for file in suite
            if (file.file.resolve() in wanted if wanted else self.language in (None, file.language))
            for one in file.scenarios
        )
        if not found:
            told = ", ".join(str(file) for file in self.files) or str(self.features)
            raise NothingToProve(f"There is no scenario in {told}; name feature files below {self.features}/.")
        left = tuple(one for one in found if not (self.missing and one.id in kept))
        if not left:
            raise NothingMissing(f"None is missing: all {len(found)} scenarios have been seen to fail.")
        return left


def prove(
    taken: Taken, defects: Sequence[Defect], out: Path, console: Console, *, chosen: bool = False, keep: bool = False
) -> Tally:
    """Run the rounds, and say what they come to. Where the defects were `chosen`, only scenarios of their claims are
    taken. Which defects nobody notices is only said of those whose scenarios are all taken. With `keep`, what was seen
    stands beside the features from now on. Raises NothingToProve; NothingMissing; BadDetections; Interrupted, once what
    was seen until then is told and kept.
    """
    suite = read_features(taken.features)
    every = [one for file in suite for one in file.scenarios]
    kept = read(taken.features)
    known = holding(every, kept)
    scenarios = taken.scenarios(suite, known)
    possible = candidates(scenarios, defects, {id_: one.defect for id_, one in known.items()})
    if chosen:
        possible = {id_: names for id_, names in possible.items() if names}
    written = {one.id: one for one in scenarios if one.id in possible}
    if not written:
        raise NothingToProve("No scenario that was taken has a claim that these defects break; take others.")
    judged: Sequence[Defect] = ()
    if not taken.missing:
        judged = defects if chosen else tuple(whole(defects, scenarios, every))
    names = {one.name for one in judged}
    seen: list[Seen] = []
    number, status, folder = 0, int(pytest.ExitCode.OK), out
    while status in _ENDED and (plan := next_round(possible, seen, names)):
        number += 1
        console.print(
            f"Round {number}: {_counted(len(plan), 'scenario')} against {_counted(len(set(plan.values())), 'defect')}"
        )
        folder = out / f"round-{number}"
        status = _run(plan, folder, taken)
        seen += (_seen(one, plan[one.id], written[one.id]) for one in _judged(folder) if one.id in plan)
    result = tally(possible, seen, names)
    told = {"schema": SCHEMA, "seen": [asdict(one) for one in seen], **asdict(result)}
    out.mkdir(parents=True, exist_ok=True)
    (out / RESULT).write_text(as_json(told, indent=1), encoding="utf-8")
    for line in lines(result, written, judged, chosen=chosen):
        console.print(line, markup=False, soft_wrap=True)
    if keep and seen:
        standing = renewed(kept, seen, every)
        write(taken.features, standing.values())
        console.print(f"kept       {changes(kept, standing)}", soft_wrap=True)
    if status not in _ENDED:
        raise Interrupted(f"The check was cut short in round {number}; {folder / LOG} says more.")
    return result


def whole(
    defects: Sequence[Defect], scenarios: Sequence[WrittenScenario], every: Sequence[WrittenScenario]
) -> Iterator[Defect]:
    """The defects of which all scenarios are taken, in the editions that are: of no other can the check say that nobody
    notices them.
    """
    editions = {one.language for one in scenarios}
    ids = {one.id for one in scenarios}
    elsewhere = {claim for one in every if one.language in editions and one.id not in ids for claim in one.claims}
    yield from (defect for defect in defects if not elsewhere & set(defect.claims))


def _run(plan: Mapping[str, str], folder: Path, taken: Taken) -> int:
    """Run a round into its folder, in a process of its own, so that no round sees anything of the one before it;
    pytest's exit status.
    """
    folder.mkdir(parents=True)
    file = (folder / "plan.json").resolve()
    write_plan(plan, file)
    request = RunRequest(workers=taken.workers, run_folder=folder, defects=file)
    return in_own_process([str(folder), *request.pytest_arguments(taken.features)])


def _judged(folder: Path) -> Iterator[ScenarioResult]:
    """The scenarios of a round that came to their end; none where it never began."""
    try:
        found = load(folder).scenarios
    except DamagedRecord:
        return
    yield from (one for one in found if one.attempts and not one.attempts[-1].cut_short)


def _seen(result: ScenarioResult, defect: str, written: WrittenScenario) -> Seen:
    at = next((index for index, step in enumerate(result.steps) if step.status not in ("passed", "skipped")), None)
    step = None if at is None else written.steps[at]
    error = result.error if at is None else result.steps[at].error
    unasked = error is not None and error.unasked
    return Seen(
        scenario=result.id,
        defect=defect,
        sight=sight(result.status, None if step is None or unasked else step.kind),
        at=at,
        step=f"{step.keyword} {step.text}" if step else "",
        reason=error.message if error else "",
    )


def lines(
    result: Tally, written: Mapping[str, WrittenScenario], defects: Sequence[Defect], *, chosen: bool
) -> Iterator[str]:
    """What a person at the terminal is told at the end. Where the defects were `chosen`, whether something notices them
    is what was asked.
    """
    claims = {claim for one in written.values() for claim in one.claims}
    could = {one.name for one in defects if claims & set(one.claims)}
    if not chosen:
        for title, ids in (("never seen to fail", result.never), ("no defect breaks its claim", result.without)):
            for id_ in ids:
                one = written[id_]
                yield f"  {title}: {one.title}, {one.path}:{one.line} ({', '.join(one.claims)})"
    for name in result.idle:
        yield f"  no scenario notices: {name}"
    yield f"scenarios  {len(result.caught)} of {len(written)} seen to fail"
    if not chosen:
        bad = {claim for id_ in (*result.never, *result.without) for claim in written[id_].claims}
        yield f"claims     {len(claims - bad)} of {len(claims)} of which every scenario was seen to fail"
    if could:
        yield f"defects    {len(could) - len(result.idle)} of {len(could)} noticed"


def _counted(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"
