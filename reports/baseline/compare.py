"""What changed in a run since its baseline run.

Rule: scenarios are the same when their ids are; the name is part of the id, so a renamed scenario is one gone and one
new. Pictures after a Then are compared one by one, by content unless the caller has a better comparison. Nothing is
judged here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, fields

from deskproof.reports.baseline.complete import narrowed
from deskproof.reports.baseline.seen import PictureAt, seen
from deskproof.reports.record.facts import ClaimStatus, Run, ScenarioResult
from deskproof.reports.record.observed import Picture

SLOWER_FACTOR = 1.5
SLOWER_MILLISECONDS = 500.0
"""A scenario counts as slower when it took half as long again and half a second more: smaller differences are
those of machines."""

Alike = Callable[[Picture, Picture], bool]
"""Whether the baseline run's picture and this run's look the same."""


@dataclass(frozen=True, kw_only=True)
class Change:
    """A scenario in both runs."""

    before: ScenarioResult
    after: ScenarioResult

    @property
    def ratio(self) -> float | None:
        """How many times as long it took; None where it took no time before."""
        return self.after.duration_ms / self.before.duration_ms if self.before.duration_ms else None


@dataclass(frozen=True, kw_only=True)
class ClaimChange:
    """A claim whose status has changed; None where a run does not have it."""

    id: str
    before: ClaimStatus | None
    after: ClaimStatus | None


@dataclass(frozen=True, kw_only=True)
class Comparison:
    """Everything that changed, in the order of the run that it comes from.

    `fixed` passes now and did not before; `broke` passed before and does not now, or fails and was skipped or flaky.
    `withdrawn` is not offered any more; `offered` is now and was not before, whatever came of it.
    """

    new: tuple[ScenarioResult, ...]
    gone: tuple[ScenarioResult, ...]
    fixed: tuple[Change, ...]
    broke: tuple[Change, ...]
    withdrawn: tuple[Change, ...]
    offered: tuple[Change, ...]
    reworded: tuple[Change, ...]
    repictured: tuple[Change, ...]
    slower: tuple[Change, ...]
    claims: tuple[ClaimChange, ...]

    @property
    def empty(self) -> bool:
        """Nothing changed."""
        return not any(getattr(self, each.name) for each in fields(self))


def same_file(before: Picture, after: Picture) -> bool:
    """Files are named by their content."""
    return before.path == after.path


def compare(baseline: Run, run: Run, alike: Alike = same_file) -> Comparison:
    """What is different in `run` from `baseline`. Scenarios that a run did not select are not changes."""
    before = {scenario.id: scenario for scenario in baseline.scenarios}
    now = {scenario.id for scenario in run.scenarios}
    changes = tuple(
        Change(before=before[scenario.id], after=scenario) for scenario in run.scenarios if scenario.id in before
    )
    return Comparison(
        new=tuple(scenario for scenario in run.scenarios if scenario.id not in before),
        gone=() if narrowed(run) else tuple(scenario for scenario in baseline.scenarios if scenario.id not in now),
        fixed=tuple(change for change in changes if _fixed(change)),
        broke=tuple(change for change in changes if _broke(change)),
        withdrawn=tuple(change for change in changes if _not_offered(change) == (False, True)),
        offered=tuple(change for change in changes if _not_offered(change) == (True, False)),
        reworded=tuple(change for change in changes if _wording(change.before) != _wording(change.after)),
        repictured=tuple(change for change in changes if _both_passed(change) and _repictured(change, alike)),
        slower=tuple(change for change in changes if _both_passed(change) and _slower(change)),
        claims=() if narrowed(run) else _claims(baseline, run),
    )


def _not_offered(change: Change) -> tuple[bool, bool]:
    """Whether it was not offered before, and is not now."""
    return change.before.status == "not-offered", change.after.status == "not-offered"


def _fixed(change: Change) -> bool:
    return change.after.status == "passed" and change.before.status not in ("passed", "not-offered")


def _broke(change: Change) -> bool:
    was, is_now = change.before.status, change.after.status
    fails = is_now in ("failed", "broken")
    return was != is_now and (fails or (was == "passed" and is_now not in ("passed", "not-offered")))


def _both_passed(change: Change) -> bool:
    """Otherwise pictures and durations cannot be compared: a scenario that stops early has fewer of both."""
    return change.before.status == change.after.status == "passed"


def _slower(change: Change) -> bool:
    was, is_now = change.before.duration_ms, change.after.duration_ms
    return is_now > was * SLOWER_FACTOR and is_now > was + SLOWER_MILLISECONDS


def _wording(scenario: ScenarioResult) -> tuple[object, ...]:
    return tuple((step.keyword, step.text, step.table, step.docstring) for step in scenario.steps)


def _repictured(change: Change, alike: Alike) -> bool:
    if seen(change.before).keys() != seen(change.after).keys():
        return True
    return next(changed_places(change.before, change.after, alike), None) is not None


def changed_places(before: ScenarioResult, after: ScenarioResult, alike: Alike) -> Iterator[PictureAt]:
    """The places at which the pictures of `before` and `after` differ."""
    was = seen(before)
    for at, picture in seen(after).items():
        if at in was and not alike(was[at], picture):
            yield at


def pictures(scenario: ScenarioResult) -> Iterator[tuple[int, int, Picture]]:
    """The pictures of the deciding attempt, each with the number of its step and its number there, from 0."""
    for number, step in enumerate(scenario.steps):
        for index, picture in enumerate(step.evidence.pictures if step.evidence else ()):
            yield number, index, picture


def _claims(baseline: Run, run: Run) -> tuple[ClaimChange, ...]:
    before = {claim.id: claim.status for claim in baseline.claims}
    after = {claim.id: claim.status for claim in run.claims}
    return tuple(
        ClaimChange(id=id, before=before.get(id), after=after.get(id))
        for id in dict.fromkeys((*before, *after))
        if before.get(id) != after.get(id)
    )
