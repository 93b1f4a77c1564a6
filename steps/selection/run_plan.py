"""What a run was asked for: which scenarios, which of them are in quarantine, against which defects, in which browser.

Rule: read from pytest's options once, by the process that leads the run, before anything starts; what is wrong is one
sentence (pytest's UsageError). Workers are told the portion and read the rest from the same options.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from deskproof.reports.gate.quarantine import NAME, BadQuarantine, Quarantine
from deskproof.reports.gate.quarantine import load as load_quarantine
from deskproof.reports.record import SeenToFail
from deskproof.reports.text.visible import visible
from deskproof.steps.browsers.browser import NoBrowser
from deskproof.steps.browsers.remote import Remote, remote
from deskproof.steps.checkout import HISTORY, commit_of
from deskproof.steps.gherkin.feature_files import WrittenScenario
from deskproof.steps.mutation.defects import read_plan
from deskproof.steps.mutation.detections import BadDetections, holding, read
from deskproof.steps.saying import say
from deskproof.steps.selection.collected import NothingChosen
from deskproof.steps.selection.resume import CannotResume, Rest, rest
from deskproof.steps.selection.rules import Asked, Choice, choose
from deskproof.steps.selection.shards import BadShard, fingerprint
from deskproof.steps.selection.workload import Portion, rest_of, shard_of, share_of


@dataclass(frozen=True, kw_only=True)
class Wanted:
    """`portion` is what this run takes; `plan` names the defects that scenarios run against, by scenario, and
    `seen_to_fail` what they were seen to fail on before.
    """

    portion: Portion
    plan: Mapping[str, str]
    quarantine: Quarantine
    seen_to_fail: Mapping[str, SeenToFail]
    remote: Remote | None


def asked(config: pytest.Config, scenarios: Sequence[WrittenScenario], folder: Path) -> Wanted:
    """What the options say. Raises UsageError."""
    plan = _plan(config)
    try:
        portion = _portion(config, scenarios, folder, plan)
    except (NothingChosen, BadShard, CannotResume) as refusal:
        raise pytest.UsageError(visible(str(refusal))) from None
    quarantine = _quarantine(config)
    if unknown := quarantine.unknown(one.id for one in scenarios):
        raise pytest.UsageError(
            visible(
                f"{NAME} names {unknown[0].scenario}, which is not a scenario of {folder.name}/; take the entry "
                "out, or correct its id: run.json has the ids."
            )
        )
    return Wanted(
        portion=portion,
        plan=plan,
        quarantine=quarantine,
        seen_to_fail=_seen_to_fail(scenarios, folder),
        remote=_remote(config),
    )


def told(
    config: pytest.Config, scenarios: Sequence[WrittenScenario], folder: Path, by_leader: Mapping[str, Any]
) -> Wanted:
    """What a worker was told by the process that leads the run. Raises UsageError."""
    return Wanted(
        portion=Portion.from_told(by_leader["portion"]),
        plan=_plan(config),
        quarantine=_quarantine(config),
        seen_to_fail=_seen_to_fail(scenarios, folder),
        remote=_remote(config),
    )


def _plan(config: pytest.Config) -> Mapping[str, str]:
    file: str | None = config.getoption("defects")
    return read_plan(Path(file)) if file else {}


def _portion(
    config: pytest.Config, scenarios: Sequence[WrittenScenario], folder: Path, plan: Mapping[str, str]
) -> Portion:
    """Raises NothingChosen, BadShard, CannotResume."""
    option = config.getoption
    left = _rest(config, scenarios) if option("resume") else None
    if left is not None and left.ids is not None:
        return rest_of(left, asked=Portion())
    unsettled_in: str | None = option("unsettled_in")
    wishes = Asked(
        places=tuple(option("place")),
        tags=option("tags"),
        words=option("named"),
        unsettled_in=Path(unsettled_in) if unsettled_in else None,
        changed_since=option("changed_since"),
        planned=frozenset(plan),
    )
    choice: Choice = choose(scenarios, wishes, folder)
    for note in choice.notes:
        say(note, err=True)
    every = tuple(one.id for one in scenarios)
    history = Path(option("dealt_by") or config.rootpath / HISTORY)
    share = share_of(shard_of(option("shard")), choice.ids, every, history)
    return share if left is None else rest_of(left, asked=share)


def _rest(config: pytest.Config, scenarios: Sequence[WrittenScenario]) -> Rest:
    """What is left of the run in --run-folder. Raises CannotResume."""
    given: str | None = config.getoption("run_folder")
    if given is None:
        raise CannotResume("--resume goes on with the run in --run-folder, which was not given; name its folder.")
    return rest(
        Path(given),
        fingerprint=fingerprint(scenarios),
        commit=commit_of(config.rootpath),
        retries=config.getoption("retries", 0),
    )


def _remote(config: pytest.Config) -> Remote | None:
    """The address of a remote browser. Raises UsageError when it is none."""
    url: str = config.getoption("browser_url")
    try:
        return remote(url, config.getoption("browser_url_kind")) if url else None
    except NoBrowser as refusal:
        raise pytest.UsageError(visible(str(refusal))) from None


def _seen_to_fail(scenarios: Sequence[WrittenScenario], folder: Path) -> Mapping[str, SeenToFail]:
    """What the scenarios were seen to fail on. Raises UsageError when what is kept of it cannot be read."""
    try:
        return holding(scenarios, read(folder))
    except BadDetections as refusal:
        raise pytest.UsageError(visible(str(refusal))) from None


def _quarantine(config: pytest.Config) -> Quarantine:
    """Which scenarios are in quarantine. Raises UsageError when that cannot be taken as it is."""
    try:
        return load_quarantine(config.rootpath / NAME)
    except BadQuarantine as refusal:
        raise pytest.UsageError(visible(str(refusal))) from None
