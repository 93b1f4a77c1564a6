"""The paths of requested scenarios: in the features folder of this project, and in no other project.

Rule: links are followed before anything starts or is written; a path that leads outside of the project is refused,
because pytest would take that place as its root and write there.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from deskproof.steps.project.project import Project, root_of

_WITH_LINE = re.compile(r"(?P<file>.*\.feature):(?P<line>[^/]*)", re.DOTALL)


class BadPlace(Exception):
    """A path that cannot be run here; the message says what was seen, what was expected and what to do."""


def parted(text: str) -> tuple[Path, int | None]:
    """`features/station.feature:12` as a file and a line; the line is None where none is given. Raises BadPlace."""
    found = _WITH_LINE.fullmatch(text)
    if found is None or Path(text).exists():
        return Path(text), None
    line = found["line"]
    if not (line.isascii() and line.isdecimal() and int(line) > 0):
        raise BadPlace(f"{text} names the line {line!r}; give a line of a scenario, counted from 1, or the file alone.")
    return Path(found["file"]), int(line)


def features(paths: Sequence[str], project: Project) -> list[str]:
    """The places in the features of the project that `paths` name; none of them means all. Raises BadPlace."""
    if not project.features.is_dir():
        raise BadPlace(
            f"The project has no folder {project.settings.features}/; write features there, or name their folder with "
            "features in deskproof.toml."
        )
    places: list[str] = []
    everything = not paths
    for text in paths:
        if not text.strip():
            raise BadPlace("A path is blank; name features/ or a *.feature file in it, or leave the path out.")
        file, _ = parted(text)
        try:
            found = _places(text, file, project)
        except (OSError, ValueError) as error:  # a loop of links, a name too long, a folder that may not be read
            raise BadPlace(f"{text} cannot be read ({error}); name features/ or a *.feature file in it.") from None
        everything = everything or found is None
        places += found or []
    return [] if everything else places


def is_in(path: Path, project: Project) -> bool:
    """Whether `path` lies in the project, and in no other one inside of it."""
    root = root_of(path if path.is_dir() else path.parent)
    return root is not None and root == project.root.resolve()


def refusal(path: Path, project: Project) -> str:
    """Why `path` cannot be run in this project."""
    place = path.resolve()
    other = root_of(place if place.is_dir() else place.parent)
    where = f"lies in {other}, outside the project" if other else "lies outside the project"
    return f"{path} {where} at {project.root.resolve()}; nothing runs or is written there. Run it from its own project."


def _places(text: str, file: Path, project: Project) -> list[str] | None:
    """The places that a path names; None for all of the features. Raises BadPlace."""
    if file.suffix == ".feature" and file.is_file():
        _require_in_features(file, project)
        return [text]
    if not file.is_dir():
        raise BadPlace(f"{text} is neither a folder nor a feature file; name features/ or a *.feature file in it.")
    if not is_in(file, project):
        raise BadPlace(refusal(file, project))
    if project.features.resolve().is_relative_to(file.resolve()):
        return None
    _require_in_features(file, project)
    inside = [str(path) for path in sorted(file.rglob("*.feature"))]
    if not inside:
        raise BadPlace(f"{text} has no *.feature file; name features/ or a *.feature file in it.")
    return inside


def _require_in_features(path: Path, project: Project) -> None:
    if not is_in(path.resolve(), project):
        raise BadPlace(refusal(path, project))
    if not path.resolve().is_relative_to(project.features.resolve()):
        raise BadPlace(
            f"{path} is not below {project.settings.features}/, the folder of the project's features; move it there."
        )
