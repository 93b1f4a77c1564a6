"""The catalogue of named defects: every `*.toml` in this folder, one file for each part of the procedure.

Rule: a defect is one changed place in the source of the simulator or the desktop, and a sentence on what the product
then does. The product has no code for defects, so that no switch can be left on.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, ValidationError

FOLDER = Path(__file__).parent
_Name = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
_Claim = Annotated[str, StringConstraints(pattern=r"^AD-\d{3}$")]
_Text = Annotated[str, StringConstraints(min_length=1)]


class BadCatalogue(Exception):
    """The catalogue cannot be used; the message says which file, what was seen and what was expected."""


class Defect(BaseModel):
    """A defect: what the product then does, in English (`en`) and Swedish (`sv`), the claims that it breaks, and the
    change: `replace` in place of `find`, which occurs once in `file`, below `simulator/`.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    name: _Name
    en: _Text
    sv: _Text
    claims: Annotated[tuple[_Claim, ...], Field(min_length=1)]
    file: _Text
    find: _Text
    replace: str


class _File(BaseModel):
    model_config = ConfigDict(extra="forbid")

    defect: tuple[Defect, ...]


def all_defects(folder: Path = FOLDER) -> Mapping[str, Defect]:
    """Every defect by its name, in the order of files and entries. Raises BadCatalogue."""
    found: dict[str, Defect] = {}
    for file in sorted(folder.glob("*.toml")):
        for defect in _read(file):
            if defect.name in found:
                raise BadCatalogue(f"{file.name}: the name {defect.name} is taken; choose another.")
            found[defect.name] = defect
    return found


def _read(file: Path) -> Iterator[Defect]:
    try:
        yield from _File.model_validate(tomllib.loads(file.read_text(encoding="utf-8"))).defect
    except tomllib.TOMLDecodeError as error:
        raise BadCatalogue(f"{file.name} is not TOML: {error}; correct that line.") from None
    except ValidationError as error:
        first = error.errors()[0]
        place = ".".join(str(part) for part in first["loc"])
        raise BadCatalogue(f"{file.name}: {place}: {first['msg']}; correct the entry.") from None
