"""Whether several runs of the same scenarios are consistent: scenario by scenario, the outcome and the journal.

Rule: which worker ran a scenario, and how long it took, is not a difference. Journals are equal when each
entry is: its number, time, kind, name, cause and data. Only the deciding attempt counts.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from deskproof.reports.record.facts import Run, ScenarioResult, ScenarioStatus
from deskproof.reports.record.observed import JournalLine


@dataclass(frozen=True, kw_only=True)
class JournalEntry:
    """A journal entry as it is compared: its name, and a digest of all of it."""

    name: str
    digest: str


@dataclass(frozen=True, kw_only=True)
class Outcome:
    """The outcome of one scenario in one run."""

    status: ScenarioStatus
    journal: tuple[JournalEntry, ...]


@dataclass(frozen=True, kw_only=True)
class Outcomes:
    """The outcome of each scenario of a run, by its id; `where` is the feature file, the line and the name."""

    by_id: Mapping[str, Outcome]
    where: Mapping[str, str]


@dataclass(frozen=True, kw_only=True)
class Divergence:
    """The first difference between the journals of a scenario: the number of the entry, from 1, and the entry of each
    run; None where its journal has ended.
    """

    number: int
    entries: tuple[JournalEntry | None, ...]


@dataclass(frozen=True, kw_only=True)
class Consistency:
    """What differs between the runs, by scenario id, in the order in which the scenarios first occur.

    `statuses` are those of each run, None where the scenario did not run. Journals are compared only of scenarios with
    one outcome.
    """

    scenarios: int
    statuses: Mapping[str, tuple[ScenarioStatus | None, ...]]
    journals: Mapping[str, Divergence]
    where: Mapping[str, str]


def outcomes(run: Run) -> Outcomes:
    """The part of a run that is compared: small, so that many runs fit."""
    return Outcomes(
        by_id={
            scenario.id: Outcome(status=scenario.status, journal=tuple(_journal(scenario)))
            for scenario in run.scenarios
        },
        where={scenario.id: f"{scenario.path}:{scenario.line} {_title(scenario)}" for scenario in run.scenarios},
    )


def consistency(runs: Sequence[Outcomes]) -> Consistency:
    """What differs between `runs`."""
    where = {id_: place for run in reversed(runs) for id_, place in run.where.items()}
    ids = tuple(dict.fromkeys(id_ for run in runs for id_ in run.by_id))
    statuses: dict[str, tuple[ScenarioStatus | None, ...]] = {}
    journals: dict[str, Divergence] = {}
    for id_ in ids:
        outcomes_of = [run.by_id[id_] for run in runs if id_ in run.by_id]
        if len(outcomes_of) < len(runs) or len({outcome.status for outcome in outcomes_of}) > 1:
            statuses[id_] = tuple(run.by_id[id_].status if id_ in run.by_id else None for run in runs)
        elif (divergence := _divergence([outcome.journal for outcome in outcomes_of])) is not None:
            journals[id_] = divergence
    return Consistency(scenarios=len(ids), statuses=statuses, journals=journals, where=where)


def _divergence(journals: Sequence[tuple[JournalEntry, ...]]) -> Divergence | None:
    for index in range(max(map(len, journals))):
        here = tuple(journal[index] if index < len(journal) else None for journal in journals)
        if len(set(here)) > 1:
            return Divergence(number=index + 1, entries=here)
    return None


def _journal(scenario: ScenarioResult) -> Iterator[JournalEntry]:
    for step in scenario.steps:
        for line in step.evidence.journal if step.evidence else ():
            yield JournalEntry(name=f"{line.kind} {line.name}", digest=_digest(line))


def _digest(line: JournalLine) -> str:
    whole = "\0".join((str(line.seq), line.at, line.kind, line.name, line.cause, line.data))
    return hashlib.blake2b(whole.encode("utf-8", "replace"), digest_size=8).hexdigest()


def _title(scenario: ScenarioResult) -> str:
    return scenario.name if not scenario.example else f"{scenario.name} ({scenario.example})"
