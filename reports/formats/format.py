"""A format, and what its writer receives."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from deskproof.reports.baseline.past import Past
from deskproof.reports.derived import DerivedCheck
from deskproof.reports.formats.failures import Failed
from deskproof.reports.gate.saved import Evaluation
from deskproof.reports.html import Review
from deskproof.reports.record.facts import Run


@dataclass(frozen=True, kw_only=True)
class Source:
    """What a format is written from: the record, the folder it is in, and what was found out about it.

    `failed` holds what could not be written so far; `summary.md`, which is written last, lists it.
    """

    run: Run
    folder: Path
    past: Past = field(default_factory=Past)
    evaluation: Evaluation | None = None
    review: Review | None = None
    derived: DerivedCheck | None = None
    failed: tuple[Failed, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Format:
    """A format in which a run is written.

    `path` is the one file or folder that it makes in the run's folder. `write` makes it at the path that it receives,
    a temporary one until it is complete, and may raise any exception. Without `by_default` it is
    written only on request: `deskproof report --format NAME`.
    """

    name: str
    path: str
    write: Callable[[Source, Path], object]
    by_default: bool = True
