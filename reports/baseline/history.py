"""`reports/history.db`: the result of each scenario in the runs of this machine, in one SQLite file.

Rule: a run is in it completely or not at all, and once however often it is added: one transaction per run, under its
id. The file is created when the first run is added; reading never creates or changes it. Writers wait for each other,
and one that is killed leaves nothing behind. The run folders are the truth: a lost history costs trends, never
results.
"""

from __future__ import annotations

import contextlib
import os
import sqlite3
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Any

from deskproof.reports.baseline.complete import gaps
from deskproof.reports.record.facts import Run
from deskproof.reports.tally import Level, executed, tally

NAME = "history.db"
WAIT_SECONDS = 30.0
"""How long a writer waits for others; adding a run takes some milliseconds."""

_VERSION = 1
_TABLES = (
    """CREATE TABLE run (
        id TEXT PRIMARY KEY, started_at TEXT NOT NULL, folder TEXT NOT NULL, level TEXT NOT NULL,
        whole INTEGER NOT NULL, executed INTEGER NOT NULL, passed INTEGER NOT NULL, claims_proven INTEGER NOT NULL,
        claims_total INTEGER NOT NULL, duration_ms REAL NOT NULL, commit_id TEXT
    ) WITHOUT ROWID""",
    """CREATE TABLE result (
        run TEXT NOT NULL REFERENCES run (id) ON DELETE CASCADE, scenario TEXT NOT NULL, status TEXT NOT NULL,
        attempts INTEGER NOT NULL, duration_ms REAL NOT NULL, PRIMARY KEY (run, scenario)
    ) WITHOUT ROWID""",
    "CREATE INDEX result_of_scenario ON result (scenario, run)",
    f"PRAGMA user_version = {_VERSION}",
)

_COLUMNS = "id, started_at, folder, level, whole, executed, passed, claims_proven, claims_total, duration_ms, commit_id"


class BadHistory(Exception):
    """The file cannot be used; the message says what was seen and what to do."""


@dataclass(frozen=True, kw_only=True)
class PastRun:
    """A run in the history. A `complete` run may be a baseline run; `folder` may no longer exist."""

    id: str
    started_at: str
    folder: Path
    level: Level
    complete: bool
    executed: int
    passed: int
    claims_proven: int
    claims_total: int
    duration_ms: float
    commit: str | None


@dataclass(frozen=True, kw_only=True)
class Steadiness:
    """How steady a scenario was over the runs that executed it.

    `pass_rate` is the part of them in which it passed in the end, `flakiness` the part in which it passed only when
    retried; `duration_ms` is the median of those that passed, None where none did.
    """

    runs: int
    pass_rate: float
    flakiness: float
    duration_ms: float | None


def past_run(run: Run, folder: Path) -> PastRun:
    """`run`, whose folder is `folder`, as an entry of the history."""
    figures = tally(run)
    return PastRun(
        id=run.run.id,
        started_at=run.run.started_at,
        folder=folder.resolve(),
        level=figures.level,
        complete=not gaps(run),
        executed=figures.executed,
        passed=figures.scenarios["passed"],
        claims_proven=figures.claims["proven"],
        claims_total=figures.claims_total,
        duration_ms=run.run.duration_ms,
        commit=run.run.commit,
    )


class History:
    """The history in the file `path`. Every method raises BadHistory when the file cannot be used."""

    def __init__(self, path: Path | str) -> None:
        self.path = Path(path)

    def add(self, run: Run, folder: Path) -> None:
        """Add `run`, whose folder is `folder`; an earlier entry of the same run is replaced."""
        entry = past_run(run, folder)
        at = os.path.relpath(entry.folder, self.path.resolve().parent)
        with self._opened() as db:
            db.execute("BEGIN IMMEDIATE")
            if not self._has_tables(db):
                for statement in _TABLES:
                    db.execute(statement)
            db.execute("DELETE FROM run WHERE id = ?", (entry.id,))
            db.execute(
                f"INSERT INTO run ({_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",  # noqa: S608 - our own columns
                (
                    entry.id,
                    entry.started_at,
                    at,
                    entry.level,
                    entry.complete,
                    entry.executed,
                    entry.passed,
                    entry.claims_proven,
                    entry.claims_total,
                    entry.duration_ms,
                    entry.commit,
                ),
            )
            db.executemany(
                "INSERT INTO result VALUES (?, ?, ?, ?, ?)",
                (
                    (run.run.id, scenario.id, scenario.status, len(scenario.attempts), scenario.duration_ms)
                    for scenario in executed(run.scenarios)
                ),
            )
            db.execute("COMMIT")

    def before(self, run: Run) -> tuple[PastRun, ...]:
        """The runs that began before `run`, newest first."""
        return self._runs("WHERE started_at < ? AND id <> ?", run.run.started_at, run.run.id)

    def runs(self) -> tuple[PastRun, ...]:
        """Every run, newest first."""
        return self._runs("")

    def scenarios(self, last: int = 20) -> Mapping[str, Steadiness]:
        """How steady each scenario was in the `last` runs that executed it, by its id."""
        rows = self._rows(
            """SELECT scenario, status, duration_ms FROM (
                 SELECT scenario, status, result.duration_ms, row_number() OVER (
                   PARTITION BY scenario ORDER BY started_at DESC, id DESC) AS age
                 FROM result JOIN run ON run.id = result.run)
               WHERE age <= ? ORDER BY scenario, age""",
            last,
        )
        found: dict[str, list[tuple[str, float]]] = {}
        for scenario, status, duration in rows:
            found.setdefault(scenario, []).append((status, duration))
        return {scenario: _steadiness(results) for scenario, results in found.items()}

    def _runs(self, where: str, *values: str) -> tuple[PastRun, ...]:
        rows = self._rows(
            f"SELECT {_COLUMNS} FROM run {where} ORDER BY started_at DESC, id DESC",  # noqa: S608 - both are our own
            *values,
        )
        return tuple(
            PastRun(
                id=row[0],
                started_at=row[1],
                folder=Path(os.path.normpath(self.path.resolve().parent / row[2])),
                level=row[3],
                complete=bool(row[4]),
                executed=row[5],
                passed=row[6],
                claims_proven=row[7],
                claims_total=row[8],
                duration_ms=row[9],
                commit=row[10],
            )
            for row in rows
        )

    def _rows(self, query: str, *values: object) -> list[tuple[Any, ...]]:
        """The rows of `query`; none in a history without runs."""
        if not self.path.exists():
            return []
        with self._opened() as db:
            return db.execute(query, values).fetchall() if self._has_tables(db) else []

    @contextlib.contextmanager
    def _opened(self) -> Iterator[sqlite3.Connection]:
        """A connection; closing it undoes what is not committed."""
        db: sqlite3.Connection | None = None
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            db = sqlite3.connect(self.path, timeout=WAIT_SECONDS, isolation_level=None)
            db.execute("PRAGMA foreign_keys = ON")
            yield db
        except (sqlite3.Error, OSError) as error:
            raise BadHistory(
                f"The history {self.path} cannot be used ({error}); move it away, and the next run begins a new one."
            ) from error
        finally:
            if db is not None:
                db.close()

    def _has_tables(self, db: sqlite3.Connection) -> bool:
        version = int(db.execute("PRAGMA user_version").fetchone()[0])
        if version not in (0, _VERSION):
            raise BadHistory(
                f"The history {self.path} has version {version}, and this Deskproof reads version {_VERSION}; move it "
                "away, and the next run begins a new one."
            )
        return version == _VERSION


def _steadiness(results: list[tuple[str, float]]) -> Steadiness:
    passed = [duration for status, duration in results if status in ("passed", "flaky")]
    return Steadiness(
        runs=len(results),
        pass_rate=len(passed) / len(results),
        flakiness=sum(status == "flaky" for status, _ in results) / len(results),
        duration_ms=median(passed) if passed else None,
    )
