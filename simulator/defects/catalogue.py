"""Named defects as they are written: `*.toml` in a folder, one file for each part of the procedure.

Rule: a defect is one changed place and a sentence on what the product then does. The place is in the source of the
simulator or the reference desktop, in an answer or a frame of the simulator, or in a file of a desktop on its way to
the browser. The product has no code for defects, so that no switch can be left on.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, JsonValue, StringConstraints, ValidationError, model_validator

from deskproof.simulator.runtime.alteration import PATH

FOLDER = Path(__file__).parent
_Name = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
_Claim = Annotated[str, StringConstraints(pattern=r"^[A-Z][A-Z0-9]*-\d+$")]
_Text = Annotated[str, StringConstraints(min_length=1)]
_Path = Annotated[str, StringConstraints(pattern=PATH)]
_Status = Annotated[int, Field(ge=200, le=599)]


class BadCatalogue(Exception):
    """The catalogue cannot be used; the message says which file, what was seen and what was expected."""


class Defect(BaseModel):
    """A defect: what the product then does, in English (`en`) and Swedish (`sv`), which may be left out, and the claims
    that it breaks.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    name: _Name
    en: _Text
    sv: _Text = Field(default_factory=lambda given: given.get("en", ""))
    claims: Annotated[tuple[_Claim, ...], Field(min_length=1)]

    @property
    def change(self) -> list[Any]:
        """What is changed, and how: a detection is valid while it reads like this."""
        raise NotImplementedError


class SourceDefect(Defect):
    """`replace` is in place of `find`, which occurs once in `file`, below `simulator/`."""

    file: _Text
    find: _Text
    replace: str

    @property
    def change(self) -> list[Any]:
        """The text alone: it occurs once, and means the same in whichever module it is."""
        return [self.find, self.replace]


class _Otherwise(Defect):
    """A document that reads otherwise: at each path of `set` is its value, at those of `null` is null, and at those of
    `remove` is nothing. TOML has no null.
    """

    set: dict[_Path, JsonValue] = Field(default_factory=dict)
    null: tuple[_Path, ...] = ()
    remove: tuple[_Path, ...] = ()

    @property
    def values(self) -> Mapping[str, Any]:
        """The value at each path."""
        return {**self.set, **dict.fromkeys(self.null)}

    @property
    def _alters(self) -> bool:
        return bool(self.values or self.remove)


class AnswerDefect(_Otherwise):
    """The answers to an operation of the wire catalogue read otherwise, and have `status` where it is given."""

    answer: _Text
    status: _Status | None = None

    @property
    def change(self) -> list[Any]:
        return ["answer", self.answer, dict(self.values), list(self.remove), self.status]

    @model_validator(mode="after")
    def _changes_something(self) -> AnswerDefect:
        if not (self._alters or self.status):
            raise ValueError("it changes nothing; give set, null, remove or status")
        return self


class FrameDefect(_Otherwise):
    """A notification or an event of the Mercury socket, by its name, is sent `never`, `twice` or reading otherwise."""

    frame: _Text
    sent: Literal["never", "twice"] | None = None

    @property
    def change(self) -> list[Any]:
        return ["frame", self.frame, dict(self.values), list(self.remove), self.sent]

    @model_validator(mode="after")
    def _changes_one_thing(self) -> FrameDefect:
        if self._alters == (self.sent is not None):
            raise ValueError("give either sent or set, null and remove")
        return self


class ScriptDefect(Defect):
    """A file of a desktop has `replace` in place of `find`, which occurs once in it. `script` is a pattern of its
    address, as Playwright has them: `*` is anything but a slash, `**` is anything.
    """

    script: _Text
    find: _Text
    replace: str

    @property
    def change(self) -> list[Any]:
        """Without the address: a build may give a file another name each time."""
        return ["script", self.find, self.replace]


_KINDS: Mapping[str, type[Defect]] = {
    "file": SourceDefect,
    "answer": AnswerDefect,
    "frame": FrameDefect,
    "script": ScriptDefect,
}
"""The kinds of defects, by what says where the defect is."""


def all_defects(folder: Path | None = None) -> Mapping[str, Defect]:
    """The defects of this product, and those of a project in its folder. Raises BadCatalogue."""
    ours = load_defects(FOLDER)
    theirs = {} if folder is None else load_defects(folder)
    if taken := next((name for name in theirs if name in ours), None):
        raise BadCatalogue(f"{folder}: the name {taken} is taken by a defect of Deskproof; choose another.")
    return {**ours, **theirs}


def source_defects() -> Mapping[str, SourceDefect]:
    """The defects of this product in its own source. Raises BadCatalogue."""
    return {name: defect for name, defect in load_defects(FOLDER).items() if isinstance(defect, SourceDefect)}


def load_defects(folder: Path) -> Mapping[str, Defect]:
    """Every defect of a folder by its name, in the order of files and entries. Raises BadCatalogue."""
    if not folder.is_dir():
        raise BadCatalogue(f"{folder} is not a folder; name one with files of defects.")
    found: dict[str, Defect] = {}
    for file in sorted(folder.glob("*.toml")):
        for defect in _read(file):
            if defect.name in found:
                raise BadCatalogue(f"{file.name}: the name {defect.name} is taken; choose another.")
            found[defect.name] = defect
    return found


def _read(file: Path) -> Iterator[Defect]:
    try:
        document = tomllib.loads(file.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise BadCatalogue(f"{file.name} is not TOML: {error}; correct that line.") from None
    entries = document.get("defect")
    if unknown := next((name for name in document if name != "defect"), None):
        raise BadCatalogue(f"{file.name}: {unknown} is unknown; expected entries that begin with [[defect]].")
    if not isinstance(entries, list) or not all(isinstance(entry, dict) for entry in entries):
        raise BadCatalogue(f"{file.name} has no defect; expected entries that begin with [[defect]].")
    for number, entry in enumerate(entries):
        yield _defect(f"{file.name}: defect.{number}", entry)


def _defect(place: str, entry: Mapping[str, Any]) -> Defect:
    kinds = [name for name in _KINDS if name in entry]
    if len(kinds) != 1:
        seen = " and ".join(kinds) or "none of them"
        raise BadCatalogue(f"{place}: expected one of {', '.join(_KINDS)}, seen {seen}; correct the entry.")
    try:
        return _KINDS[kinds[0]].model_validate(entry)
    except ValidationError as error:
        first = error.errors()[0]
        at = ".".join((place, *(str(part) for part in first["loc"])))
        raise BadCatalogue(f"{at}: {first['msg'].removeprefix('Value error, ')}; correct the entry.") from None
