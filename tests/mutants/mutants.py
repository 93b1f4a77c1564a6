"""Mutants of the harness and the reports: the operators of derived defects, over our own Python.

Rule: made from the source at each call and stored nowhere.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from deskproof.steps.mutation.derived import python_source
from deskproof.steps.mutation.derived.catalogue import DerivedDefect, defects_of

ROOT = Path(__file__).parents[2]
PARTS = ("reports", "steps")


def mutants(root: Path = ROOT) -> Mapping[str, DerivedDefect]:
    """All of them by name, ordered by file and place; their files are below the project's folder."""
    found: dict[str, DerivedDefect] = {}
    for path in (path for part in PARTS for path in sorted((root / part).rglob("*.py"))):
        source = path.read_bytes()
        defects = defects_of(path.relative_to(root).as_posix(), source, python_source.changes(source))
        found.update((defect.name, defect) for defect in defects)
    return found
