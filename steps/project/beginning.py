"""The beginning of a project: the files of a template, written into a folder.

Rule: all files are written, or none; nothing that is there is replaced.
"""

from __future__ import annotations

import contextlib
from collections.abc import Mapping, Sequence
from pathlib import Path

from deskproof.steps.project.settings import NAME

_TEMPLATES = Path(__file__).parent / "templates"
_RENAMED = {"gitignore": ".gitignore"}
"""Files that would act on the template itself under their own names."""

_MADE = {".pytest_cache", "__pycache__", "reports"}
"""Folders that a run of the template itself makes."""

TEMPLATES: Mapping[str, str] = {
    "blank": "a feature, a claim, a word and a screen of your own",
    "sign-in": "the shipped scenarios of signing in and out, on your desktop",
    "widgets": "the same on a page with the vendor's published widgets, its adapter and what is known of it",
}
"""The templates, and what a project has that begins with one. In a checkout, that of the widgets is the example."""


class CannotBegin(Exception):
    """The project cannot be made; the message says what is there and what to do."""


def begin(folder: Path, template: str) -> Sequence[Path]:
    """Write the files of the template into `folder`, which is made where it is not there; their paths in it. Raises
    CannotBegin.
    """
    files = _files(template)
    if folder.exists() and not folder.is_dir():
        raise CannotBegin(f"{folder} is a file; name a folder for the project.")
    if (folder / NAME).exists():
        raise CannotBegin(f"{folder / NAME} is there already, so {folder.resolve()} is a project; change its files.")
    if there := [path for path in files if (folder / path).exists()]:
        raise CannotBegin(
            f"{folder / there[0]} is there already and would be replaced; move it, or name another folder. Nothing was "
            "written."
        )
    try:
        for path, content in files.items():
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).write_bytes(content)
    except OSError as error:
        for path in files:
            with contextlib.suppress(OSError):  # a file where its folder had to be
                (folder / path).unlink()
        raise CannotBegin(
            f"{error.filename or folder} cannot be written ({error.strerror}); nothing was written. Name another "
            "folder."
        ) from error
    return tuple(files)


def _files(template: str) -> Mapping[Path, bytes]:
    root = _TEMPLATES / template
    found: dict[Path, bytes] = {}
    for file in sorted(root.rglob("*")):
        path = file.relative_to(root)
        if file.is_file() and not _MADE.intersection(path.parts):
            found[path.with_name(_RENAMED.get(path.name, path.name))] = file.read_bytes()
    return found
