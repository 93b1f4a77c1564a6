"""The paths of requested scenarios: in the one features folder of this project, and in no other project.

Rule: the project is the one that the current folder lies in. Links are followed before anything starts or is written; a
path that leads outside is refused, because pytest would take that place as its root and write there.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

BINDING = "test_scenarios.py"
"""The module that binds the features of its folder."""

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


def features(paths: Sequence[str], default: Path) -> tuple[Path, list[str]]:
    """The features folder that `paths` lie in, and the places in it; without paths, all of `default`. Raises
    BadPlace.
    """
    folders: list[Path] = []
    places: list[str] = []
    for text in paths or [str(default)]:
        if not text.strip():
            raise BadPlace("A path is blank; name features/ or a *.feature file in it, or leave the path out.")
        file, _ = parted(text)
        try:
            folder, found = _resolved(text, file)
        except (OSError, ValueError) as error:  # a loop of links, a name too long, a folder that may not be read
            raise BadPlace(f"{text} cannot be read ({error}); name features/ or a *.feature file in it.") from None
        folders.append(folder)
        places += found
    if len({folder.resolve() for folder in folders}) > 1:
        raise BadPlace(f"{folders[0]} and {folders[-1]} belong to different features folders; run one after the other.")
    return folders[0], places


def _resolved(text: str, file: Path) -> tuple[Path, list[str]]:
    if file.suffix == ".feature" and file.is_file():
        return _root(file.parent, file), [text]
    if not file.is_dir():
        raise BadPlace(f"{text} is neither a folder nor a feature file; name features/ or a *.feature file in it.")
    folder = _root(file, file)
    if file.resolve() == folder.resolve():
        return folder, []
    inside = [str(path) for path in sorted(file.rglob("*.feature"))]
    if not inside:
        raise BadPlace(f"{text} has no *.feature file; name features/ or a *.feature file in it.")
    return folder, inside


def is_of(folder: Path, here: Path) -> bool:
    """Whether the features in `folder` are those of the project that the folder `here` lies in."""
    return here.resolve().is_relative_to(folder.resolve().parent)


def refusal(path: Path, folder: Path, here: Path) -> str:
    """Why `path`, whose features folder is `folder`, cannot be run from the folder `here`."""
    return (
        f"{path} lies in {folder.resolve().parent}, outside the project at {here.resolve()}; nothing runs or is "
        "written there. Run it from its own project."
    )


def _root(folder: Path, path: Path) -> Path:
    """The features folder above, as the current folder has it. Raises BadPlace."""
    here = Path.cwd()
    for candidate in (folder, *folder.absolute().parents):
        if (candidate / BINDING).is_file():
            real = path.resolve()
            if is_of(candidate, here) and real.is_relative_to(candidate.resolve()):
                return candidate
            raise BadPlace(refusal(path, _real_root(real) or candidate, here))
    real_root = _real_root(path.resolve())
    if real_root is not None and not is_of(real_root, here):
        raise BadPlace(refusal(path, real_root, here))
    raise BadPlace(
        f"{folder} has no {BINDING}, so nothing binds its features; name the features/ folder of the project."
    )


def _real_root(path: Path) -> Path | None:
    return next((folder for folder in (path, *path.parents) if (folder / BINDING).is_file()), None)
