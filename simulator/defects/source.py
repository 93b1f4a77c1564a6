"""Texts with a defect in them, and the source of a simulator that has one: a copy of this package with the one place
changed.
"""

from __future__ import annotations

import shutil
from pathlib import Path

from deskproof.simulator.defects.catalogue import ScriptDefect, SourceDefect

PACKAGE = Path(__file__).parents[1]


class StaleDefect(Exception):
    """A defect does not fit what it is to change; the message says which, and what to do."""


def changed_text(defect: SourceDefect, package: Path = PACKAGE) -> str:
    """The text of the defect's file with the place changed. Raises StaleDefect."""
    file = package / defect.file
    if not file.is_file():
        raise StaleDefect(
            f"{defect.name} changes simulator/{defect.file}, which does not exist; correct the entry's file."
        )
    return changed(defect, file.read_text(encoding="utf-8"), f"simulator/{defect.file}")


def changed(defect: SourceDefect | ScriptDefect, text: str, place: str) -> str:
    """The text, which is at this place, with the change of the defect. Raises StaleDefect."""
    if (times := text.count(defect.find)) != 1:
        seen = "is not" if times == 0 else f"is {times} times"
        raise StaleDefect(
            f"{defect.name}: its find {seen} in {place}; expected exactly once. Correct the entry's find."
        )
    if defect.find == defect.replace:
        raise StaleDefect(f"{defect.name} changes nothing in {place}; correct the entry's replace.")
    return text.replace(defect.find, defect.replace)


def broken_source(defect: SourceDefect, into: Path) -> Path:
    """A folder in which `python -m deskproof.simulator` runs the simulator with this defect. Raises StaleDefect."""
    return source_with(defect.file, changed_text(defect), into)


def source_with(file: str, text: str, into: Path) -> Path:
    """A folder in which `python -m deskproof.simulator` runs the simulator with this text of a file, whose path is
    below `simulator/`.
    """
    changed = unchanged_source(into) / PACKAGE.parent.name / PACKAGE.name / file
    changed.write_text(text, encoding="utf-8")
    return into


def unchanged_source(into: Path) -> Path:
    """A folder in which `python -m deskproof.simulator` runs this simulator."""
    copy = shutil.copytree(PACKAGE, into / PACKAGE.parent.name / PACKAGE.name)
    (copy.parent / "__init__.py").touch()
    return into
