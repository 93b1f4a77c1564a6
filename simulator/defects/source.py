"""The source of a simulator that has a defect: a copy of this package with the one place changed."""

from __future__ import annotations

import shutil
from pathlib import Path

from deskproof.simulator.defects.catalogue import Defect

PACKAGE = Path(__file__).parents[1]


class StaleDefect(Exception):
    """The source has changed under a defect; the message says which, and what to do."""


def changed_text(defect: Defect, package: Path = PACKAGE) -> str:
    """The text of the defect's file with the place changed. Raises StaleDefect."""
    file = package / defect.file
    if not file.is_file():
        raise StaleDefect(
            f"{defect.name} changes simulator/{defect.file}, which does not exist; correct the entry's file."
        )
    text = file.read_text(encoding="utf-8")
    if (times := text.count(defect.find)) != 1:
        seen = "is not" if times == 0 else f"is {times} times"
        raise StaleDefect(
            f"{defect.name}: its find {seen} in simulator/{defect.file}; expected exactly once. "
            "Correct the entry's find."
        )
    changed = text.replace(defect.find, defect.replace)
    if changed == text:
        raise StaleDefect(f"{defect.name} changes nothing in simulator/{defect.file}; correct the entry's replace.")
    return changed


def broken_source(defect: Defect, into: Path) -> Path:
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
