"""Going on with a run that was cut short: what is left of it, and whether it is still the same run.

Rule: what finished is not run again, what did not is, and both stand in one record. A run is only gone on with by the
suite and the commit that began it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from deskproof.reports.record import DamagedRecord, Run, ScenarioResult, being_written, last_part, load

RUN_FOLDER = "--run-folder"
RESUME = "--resume"


class CannotResume(Exception):
    """The run cannot be gone on with; the message says what was seen, what was wanted and what to do."""


@dataclass(frozen=True, kw_only=True)
class Rest:
    """What is left of a run, which the further part number `part` of its record takes.

    `ids` is None where the run ended before it was known what it would take. `tried` counts the attempts that were
    begun, `failed` those of them that came to their end, by scenario.
    """

    part: int
    ids: frozenset[str] | None
    tried: Mapping[str, int]
    failed: Mapping[str, int]


def begun(folder: Path) -> Run:
    """The run in `folder` as far as it came. Raises CannotResume."""
    try:
        run = load(folder)
    except DamagedRecord as error:
        raise CannotResume(str(error)) from error
    if run.damage:
        first = run.damage[0]
        raise CannotResume(
            f"The record in {folder} is damaged ({first.file}, line {first.line}), and going on would not repair it; "
            "run again."
        )
    if writer := being_written(folder):
        raise CannotResume(f"The run in {folder} still goes on: {writer} is being written. Wait for its end.")
    if run.run.shards is not None:
        raise CannotResume(f"{folder} was merged of shards; resume the shard that was cut short and merge again.")
    if run.run.ending == "complete" and not run.run.not_run:
        raise CannotResume(f"The run in {folder} came to its end; nothing is left to run.")
    if not run.run.arguments:
        raise CannotResume(f"The record in {folder} does not say what was asked for; run again.")
    return run


def rest(folder: Path, *, fingerprint: str, commit: str | None, retries: int = 0) -> Rest:
    """What is left of the run in `folder`, of scenarios that may be tried `retries` times more. Raises CannotResume."""
    run = begun(folder)
    if run.run.commit != commit:
        raise CannotResume(
            f"The run in {folder} is of commit {run.run.commit or 'none'}, and this is {commit or 'none'}; "
            "go back to that commit, or run again."
        )
    if run.run.fingerprint != fingerprint:
        raise CannotResume(
            f"The features are others than when the run in {folder} began; change them back, or run again."
        )
    known = run.run.planned is not None
    left = {*run.run.not_run, *(one.id for one in run.scenarios if not _settled(one, retries))}
    return Rest(
        part=last_part(folder) + 1,
        ids=frozenset(left) if known else None,
        tried={one.id: one.attempts[-1].number for one in run.scenarios},
        failed={one.id: _ended(one) for one in run.scenarios},
    )


def _settled(one: ScenarioResult, retries: int) -> bool:
    """Whether it came to its end and would not have been tried again."""
    last = one.attempts[-1]
    if last.cut_short:
        return False
    return last.status in ("passed", "skipped") or _ended(one) > retries


def _ended(one: ScenarioResult) -> int:
    return sum(not attempt.cut_short for attempt in one.attempts)


def again(arguments: Sequence[str]) -> tuple[str, ...]:
    """pytest's arguments without what makes them those of one run folder."""
    kept = []
    skip = False
    for argument in arguments:
        if skip:
            skip = False
        elif argument == RUN_FOLDER:
            skip = True
        elif argument != RESUME and not argument.startswith(f"{RUN_FOLDER}="):
            kept.append(argument)
    return tuple(kept)
