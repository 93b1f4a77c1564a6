"""Resuming a run that was cut short: what is left of it, and whether it is still the same run.

Rule: what finished is not run again, what did not is, and both are in one record. A run is resumed only by the suite
and the commit that began it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from deskproof.reports.record import DamagedRecord, Run, ScenarioResult, being_written, last_part, load


class CannotResume(Exception):
    """The run cannot be resumed; the message says what was seen, what was expected and what to do."""


@dataclass(frozen=True, kw_only=True)
class Rest:
    """What is left of a run; it is recorded as part number `part`.

    `ids` is None where the run ended before its scenarios were recorded. `tried` counts the attempts that began,
    `failed` those of them that ended, by scenario.
    """

    part: int
    ids: frozenset[str] | None
    tried: Mapping[str, int]
    failed: Mapping[str, int]


def begun(folder: Path) -> Run:
    """The unfinished run in `folder`. Raises CannotResume."""
    try:
        run = load(folder)
    except DamagedRecord as error:
        raise CannotResume(str(error)) from error
    if run.damage:
        first = run.damage[0]
        raise CannotResume(
            f"The record in {folder} is damaged ({first.file}, line {first.line}), and resuming would not repair it; "
            "run again."
        )
    if writer := being_written(folder):
        raise CannotResume(f"The run in {folder} is still running: {writer} is being written. Wait for its end.")
    if run.run.shards is not None:
        raise CannotResume(f"{folder} was merged from shards; resume the shard that was cut short and merge again.")
    if run.run.ending == "complete" and not run.run.not_run:
        raise CannotResume(f"The run in {folder} is complete; nothing is left to run.")
    if not run.run.arguments:
        raise CannotResume(f"The record in {folder} does not have the arguments of its run; run again.")
    return run


def rest(folder: Path, *, fingerprint: str, commit: str | None, retries: int = 0) -> Rest:
    """What is left of the run in `folder`, whose scenarios may be retried `retries` times. Raises CannotResume."""
    run = begun(folder)
    if run.run.commit != commit:
        raise CannotResume(
            f"The run in {folder} is of commit {run.run.commit or 'none'}, and this is {commit or 'none'}; "
            "go back to that commit, or run again."
        )
    if run.run.fingerprint != fingerprint:
        raise CannotResume(
            f"The features have changed since the run in {folder} began; change them back, or run again."
        )
    known = run.run.planned is not None
    left = {*run.run.not_run, *(result.id for result in run.scenarios if not _settled(result, retries))}
    return Rest(
        part=last_part(folder) + 1,
        ids=frozenset(left) if known else None,
        tried={result.id: result.attempts[-1].number for result in run.scenarios},
        failed={result.id: _ended(result) for result in run.scenarios},
    )


def _settled(result: ScenarioResult, retries: int) -> bool:
    """Whether it ended and would not have been retried."""
    last = result.attempts[-1]
    if last.cut_short:
        return False
    return last.status in ("passed", "skipped", "not-offered") or _ended(result) > retries


def _ended(result: ScenarioResult) -> int:
    return sum(not attempt.cut_short for attempt in result.attempts)
