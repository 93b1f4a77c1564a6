"""What a run does for its request: which scenarios it runs, which of them are in quarantine, against which defects, in
which browser.

Rule: worked out once, by the controller, before anything starts; what is wrong is one sentence (pytest's UsageError).
Workers get the workload from the controller and read the rest from the same request.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from deskproof.reports.gate.quarantine import BadQuarantine, Quarantine
from deskproof.reports.gate.quarantine import load as load_quarantine
from deskproof.reports.record import DetectedDefect
from deskproof.reports.text.visible import visible
from deskproof.steps.browsers.browser import NoBrowser
from deskproof.steps.browsers.remote import Remote, remote
from deskproof.steps.checkout import commit_of
from deskproof.steps.gherkin.files.reader import WrittenScenario
from deskproof.steps.mutation.defects import read_plan
from deskproof.steps.mutation.derived.trials import Trial, read_trials
from deskproof.steps.mutation.detections import BadDetections, catalogue, read, valid
from deskproof.steps.project.project import Project
from deskproof.steps.project.settings import REFERENCE
from deskproof.steps.selection.collected import NothingSelected
from deskproof.steps.selection.request import RunRequest
from deskproof.steps.selection.resume import CannotResume, Rest, rest
from deskproof.steps.selection.rules import select
from deskproof.steps.selection.shards import BadShard, fingerprint, shard_of
from deskproof.steps.selection.workload import Workload, of_rest, of_shard
from deskproof.steps.terminal import say


@dataclass(frozen=True, kw_only=True)
class Suite:
    """The features that a run is about: those of its project, or a pack; their folder, and the scenarios as they are
    written.
    """

    project: Project
    folder: Path
    scenarios: Sequence[WrittenScenario]
    pack: str | None = None

    @property
    def root(self) -> Path:
        """The folder of the project."""
        return self.project.root

    @property
    def saved_in(self) -> Path:
        """The folder in which detections and snapshots of the scenarios are saved. Those that are shipped with a pack
        are of the reference desktop.
        """
        return detections_of(self.project, self.folder, self.pack)


def detections_of(project: Project, folder: Path, pack: str | None) -> Path:
    """The folder in which the detections of the features in `folder` are saved."""
    return folder if pack is None or project.desktop.adapter == REFERENCE else project.of_pack(pack)


@dataclass(frozen=True, kw_only=True)
class RunPlan:
    """`defects` names the defect that a scenario runs against, and `detection` the one that it was seen to fail on
    before, both by scenario. `trials` are those of derived defects, None in any other run.
    """

    workload: Workload
    defects: Mapping[str, str]
    trials: Sequence[Trial] | None
    quarantine: Quarantine
    detection: Mapping[str, DetectedDefect]
    remote: Remote | None


def plan_run(request: RunRequest, suite: Suite) -> RunPlan:
    """The plan for a request. Raises UsageError."""
    try:
        workload = _workload(request, suite)
    except (NothingSelected, BadShard, CannotResume) as refusal:
        raise pytest.UsageError(visible(str(refusal))) from None
    plan = _plan(request, suite, workload)
    unknown = plan.quarantine.unknown(scenario.id for scenario in suite.scenarios)
    if unknown and suite.pack is None:
        raise pytest.UsageError(
            visible(
                f"{suite.project.settings.quarantine} names {unknown[0].scenario}, which is not a scenario of "
                f"{suite.folder.name}/; remove the entry, or correct its id: run.json has the ids."
            )
        )
    return plan


def plan_of_worker(request: RunRequest, suite: Suite, workload: Mapping[str, Any]) -> RunPlan:
    """The plan of a worker with the workload that the controller sent. Raises UsageError."""
    return _plan(request, suite, Workload.from_controller(dict(workload)))


def _plan(request: RunRequest, suite: Suite, workload: Workload) -> RunPlan:
    return RunPlan(
        workload=workload,
        defects=_defects(request),
        trials=_trials(request),
        quarantine=_quarantine(suite.project.quarantine),
        detection=_detections(suite),
        remote=_remote(request, suite),
    )


def _defects(request: RunRequest) -> Mapping[str, str]:
    return read_plan(request.defects) if request.defects else {}


def _trials(request: RunRequest) -> Sequence[Trial] | None:
    return read_trials(request.trials) if request.trials else None


def _workload(request: RunRequest, suite: Suite) -> Workload:
    """Raises NothingSelected, BadShard, CannotResume."""
    left = _rest(request, suite) if request.resumed else None
    if left is not None and left.ids is not None:
        return of_rest(left, requested=Workload())
    tried = (id_ for trial in _trials(request) or () for id_ in trial.scenarios)
    planned = frozenset((*_defects(request), *tried)) or None
    selected = select(suite.scenarios, request.selection, suite.folder, root=suite.root, planned=planned)
    for note in selected.notes:
        say(note, err=True)
    every = tuple(scenario.id for scenario in suite.scenarios)
    history = request.dealt_by or suite.project.history
    requested = of_shard(shard_of(request.selection.shard), selected.ids, every, history)
    return requested if left is None else of_rest(left, requested=requested)


def _rest(request: RunRequest, suite: Suite) -> Rest:
    """What is left of the run in --run-folder. Raises CannotResume."""
    if request.run_folder is None:
        raise CannotResume("--resume continues the run in --run-folder, which was not given; name its folder.")
    return rest(
        request.run_folder,
        fingerprint=fingerprint(suite.scenarios),
        commit=commit_of(suite.root),
        retries=request.retries,
    )


def _remote(request: RunRequest, suite: Suite) -> Remote | None:
    """The remote browser of the request. Raises UsageError when its address is not one, or it cannot find the hosts."""
    if not request.browser_url:
        return None
    if suite.project.desktop.hosts == "vendor":
        raise pytest.UsageError(
            "desktop.hosts is 'vendor', and only a browser that is started here finds those hosts in the simulator; "
            "leave out --browser-url, or desktop.hosts."
        )
    try:
        return remote(request.browser_url, request.browser_url_kind)
    except NoBrowser as refusal:
        raise pytest.UsageError(visible(str(refusal))) from None


def _detections(suite: Suite) -> Mapping[str, DetectedDefect]:
    """What the scenarios were seen to fail on. Raises UsageError when the saved detections cannot be read."""
    try:
        saved = read(suite.saved_in)
        return valid(suite.scenarios, saved, catalogue(suite.project.defects)) if saved else {}
    except BadDetections as refusal:
        raise pytest.UsageError(visible(str(refusal))) from None


def _quarantine(file: Path) -> Quarantine:
    """Which scenarios are in quarantine. Raises UsageError when the file cannot be used."""
    try:
        return load_quarantine(file)
    except BadQuarantine as refusal:
        raise pytest.UsageError(visible(str(refusal))) from None
