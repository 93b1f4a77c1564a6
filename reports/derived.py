"""`derived.json`: what a check with derived defects found, for the page and the gate.

Rule: the check writes the file; a report takes it into the folder of its run, so that the page says the same for ever.
A file that cannot be read is refused in one sentence.
"""

from __future__ import annotations

import json
from dataclasses import field
from pathlib import Path
from typing import Literal

from pydantic import ConfigDict, TypeAdapter, ValidationError
from pydantic.dataclasses import dataclass

from deskproof.reports.record.evidence import write_whole
from deskproof.reports.text.visible import as_json

NAME = "derived.json"
SCHEMA = "deskproof/derived/1"

Word = Literal["detected", "differed", "tested", "otherwise", "unnoticed", "void"]
"""A scenario failed at a When or a Then; one differed from its snapshot; no scenario did, but a test of the product's
own; a scenario failed only at a Given or broke; all passed; the simulator did not start.
"""

_FORBID = ConfigDict(extra="forbid")


class BadDerived(Exception):
    """The file cannot be used; the message says what was seen and what to do."""


@dataclass(frozen=True, kw_only=True, config=_FORBID)
class DerivedDefect:
    """A defect, the changed place, and its verdict. `tried` are the ids of the scenarios that passed over it, of
    `reach` that run the place; `scenario` is the one that detected it.
    """

    name: str
    file: str
    line: int
    before: str
    after: str
    word: Word
    reach: int = 0
    tried: tuple[str, ...] = ()
    scenario: str = ""
    test: str = ""
    step: str = ""
    reason: str = ""

    @property
    def part(self) -> str:
        """The part of the product that it is in, by its folder."""
        return self.file.split("/")[0]


@dataclass(frozen=True, kw_only=True, config=_FORBID)
class Named:
    """How many named defects a part has, and how many of them a scenario is known to detect."""

    part: str
    total: int
    detected: int


@dataclass(frozen=True, kw_only=True, config=_FORBID)
class Figures:
    """How many defects of a check were noticed, of those that somebody could notice: by steps of `scenarios`, by their
    `snapshots`, by `tests`. `at` is when the check ended.
    """

    at: str
    commit: str | None
    scenarios: int
    tests: int
    total: int
    snapshots: int = 0

    @property
    def noticed(self) -> int:
        """How many were noticed."""
        return self.scenarios + self.snapshots + self.tests

    @property
    def share(self) -> float:
        """The share that was noticed; 1 without any defect."""
        return self.noticed / self.total if self.total else 1.0


@dataclass(frozen=True, kw_only=True, config=_FORBID)
class DerivedCheck:
    """A check. `sample` and `seed` say what it drew, None and 0 where it took all; `equivalent` counts those that
    nobody could notice; `earlier` has the figures of the checks before it, oldest first.
    """

    figures: Figures
    defects: tuple[DerivedDefect, ...]
    named: tuple[Named, ...] = ()
    sample: int | None = None
    seed: int = 0
    equivalent: int = 0
    earlier: tuple[Figures, ...] = field(default=())
    schema: str = SCHEMA

    def of(self, *words: Word) -> tuple[DerivedDefect, ...]:
        """The defects with one of these verdicts."""
        return tuple(defect for defect in self.defects if defect.word in words)


_CHECK = TypeAdapter(DerivedCheck)


def figures(defects: tuple[DerivedDefect, ...], *, at: str, commit: str | None) -> Figures:
    """The figures of these defects."""
    words = [defect.word for defect in defects]
    return Figures(
        at=at,
        commit=commit,
        scenarios=words.count("detected"),
        snapshots=words.count("differed"),
        tests=words.count("tested"),
        total=len(words) - words.count("void"),
    )


def save(check: DerivedCheck, file: Path) -> None:
    """Write the file, completely or not at all. Raises OSError."""
    write_whole(file, (as_json(_CHECK.dump_python(check), indent=1) + "\n").encode())


def load(file: Path) -> DerivedCheck | None:
    """The check in this file; None where there is no file. Raises BadDerived."""
    try:
        check = _CHECK.validate_python(json.loads(file.read_bytes()))
    except FileNotFoundError:
        return None
    except OSError as error:
        raise BadDerived(f"{file} cannot be read ({error.strerror or error}); check again, or remove it.") from error
    except ValueError as error:
        if not isinstance(error, ValidationError):
            raise BadDerived(f"{file} is not JSON ({error}). Check again, or remove it.") from None
        first = error.errors()[0]
        place = ".".join(map(str, first["loc"]))
        raise BadDerived(
            f"{file}: {place or 'the text'}: {first['msg']}; it should be as 'deskproof defects --derived' writes it. "
            "Check again, or remove it."
        ) from None
    if check.schema != SCHEMA:
        raise BadDerived(f"{file} has the schema {check.schema!r}, expected {SCHEMA!r}; check again, or remove it.")
    return check


def taken_into(run_folder: Path, file: Path | None) -> DerivedCheck | None:
    """The check that belongs to a run: the one in its folder, else that of the `file`, which is copied there. Raises
    BadDerived, OSError.
    """
    own = run_folder / NAME
    if own.is_file() or file is None:
        return load(own)
    check = load(file)
    if check is not None:
        write_whole(own, file.read_bytes())
    return check
