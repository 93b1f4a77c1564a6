"""Mutants of the harness and the reports: the operators of derived defects, over our own Python.

Rule: made from the source at each call and stored nowhere. What only prints for people is left out.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from deskproof.steps.mutation.derived import python_source
from deskproof.steps.mutation.derived.change import Change

ROOT = Path(__file__).parents[2]
PARTS = ("reports", "steps")


@dataclass(frozen=True, kw_only=True)
class Mutant:
    """A change of `file`, below the project's folder; `line` is where it begins, from 1."""

    name: str
    file: str
    line: int
    before: str
    change: Change

    @property
    def after(self) -> str:
        """What is there instead; empty where something is left out."""
        return self.change.text.decode()


def mutants(root: Path = ROOT) -> Mapping[str, Mutant]:
    """All of them by name, ordered by file and place."""
    files = (path for part in PARTS for path in sorted((root / part).rglob("*.py")))
    return {mutant.name: mutant for path in files for mutant in _of(path, root)}


def _of(path: Path, root: Path) -> Iterator[Mutant]:
    file, source = path.relative_to(root).as_posix(), path.read_bytes()
    numbers: Counter[tuple[str, str]] = Counter()
    for change in python_source.changes(source):
        numbers[change.scope, change.operator] += 1
        yield Mutant(
            name=f"{file}:{change.scope or '-'}:{change.operator}:{numbers[change.scope, change.operator]}",
            file=file,
            line=source.count(b"\n", 0, change.start) + 1,
            before=source[change.start : change.end].decode(),
            change=change,
        )
