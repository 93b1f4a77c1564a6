"""Whether several runs of the same scenarios came out the same: scenario by scenario, the outcome and the journal.

Rule: who ran what where is no difference, nor how long it took. A journal is the same when each entry is: its number,
time, kind, name, cause and data. Only the deciding attempt counts.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from deskproof.reports.record.facts import Run, ScenarioResult, ScenarioStatus
from deskproof.reports.record.observed import JournalLine


@dataclass(frozen=True, kw_only=True)
class Entry:
    """A journal entry as far as it is compared: what it is called, and a digest of all of it."""

    name: str
    digest: str


@dataclass(frozen=True, kw_only=True)
class Came:
    """How one scenario came out in one run."""

    status: ScenarioStatus
    journal: tuple[Entry, ...]


@dataclass(frozen=True, kw_only=True)
class Outcomes:
    """How each scenario of a run came out, by its id; `where` is the feature file, the line and the name."""

    came: Mapping[str, Came]
    where: Mapping[str, str]


@dataclass(frozen=True, kw_only=True)
class Parting:
    """Where the journals of a scenario first part: the number of the entry from 1, and what each run has there; None
    where its journal is over.
    """

    number: int
    entries: tuple[Entry | None, ...]


@dataclass(frozen=True, kw_only=True)
class Consistency:
    """What is not the same in all runs, by scenario id, in the order in which the scenarios first come up.

    `statuses` are those of each run, None where the scenario did not run. Journals are compared only of scenarios with
    one outcome.
    """

    scenarios: int
    statuses: Mapping[str, tuple[ScenarioStatus | None, ...]]
    journals: Mapping[str, Parting]
    where: Mapping[str, str]


def outcomes(run: Run) -> Outcomes:
    """What is kept of a run for comparing it: small, so that many runs can be."""
    return Outcomes(
        came={one.id: Came(status=one.status, journal=tuple(_journal(one))) for one in run.scenarios},
        where={one.id: f"{one.path}:{one.line} {_called(one)}" for one in run.scenarios},
    )


def consistency(runs: Sequence[Outcomes]) -> Consistency:
    """What is not the same in all `runs`."""
    where = {id_: place for run in reversed(runs) for id_, place in run.where.items()}
    ids = tuple(dict.fromkeys(id_ for run in runs for id_ in run.came))
    statuses: dict[str, tuple[ScenarioStatus | None, ...]] = {}
    journals: dict[str, Parting] = {}
    for id_ in ids:
        came = [run.came[id_] for run in runs if id_ in run.came]
        if len(came) < len(runs) or len({one.status for one in came}) > 1:
            statuses[id_] = tuple(run.came[id_].status if id_ in run.came else None for run in runs)
        elif (parting := _parting([one.journal for one in came])) is not None:
            journals[id_] = parting
    return Consistency(scenarios=len(ids), statuses=statuses, journals=journals, where=where)


def _parting(journals: Sequence[tuple[Entry, ...]]) -> Parting | None:
    for index in range(max(map(len, journals))):
        here = tuple(journal[index] if index < len(journal) else None for journal in journals)
        if len(set(here)) > 1:
            return Parting(number=index + 1, entries=here)
    return None


def _journal(scenario: ScenarioResult) -> Iterator[Entry]:
    for step in scenario.steps:
        for line in step.evidence.journal if step.evidence else ():
            yield Entry(name=f"{line.kind} {line.name}", digest=_digest(line))


def _digest(line: JournalLine) -> str:
    whole = "\0".join((str(line.seq), line.at, line.kind, line.name, line.cause, line.data))
    return hashlib.blake2b(whole.encode("utf-8", "replace"), digest_size=8).hexdigest()


def _called(scenario: ScenarioResult) -> str:
    return scenario.name if not scenario.example else f"{scenario.name} ({scenario.example})"
