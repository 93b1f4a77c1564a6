"""`approvals.toml`: who has approved which behaviour or requested a change, and what that decision is bound to.

Rule: one table for each claim and scenario, sorted, so that a decision is a few lines of a diff. A decision rewrites
its own table and leaves every other line, comments included, as it is; writers take turns, and nobody ever reads
half a file.
"""

from __future__ import annotations

import fcntl
import os
import tomllib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated, Literal, get_args

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field, StringConstraints, ValidationError

from deskproof.reports.record.evidence import write_whole
from deskproof.reports.review import tables
from deskproof.reports.review.binding import Binding
from deskproof.reports.text.toml import sentence

NAME = "approvals.toml"

Kind = Literal["claim", "scenario"]
Word = Literal["approved", "change asked"]
WORDS: tuple[Word, ...] = get_args(Word)

_HEAD = """\
# Who has approved which claim and which scenario, or requested a change. `deskproof report --review` writes this file;
# it belongs in git. An approval lapses when the text or the pictures it was given for change (docs/review.md).
"""

_Said = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
_Bound = Annotated[list[str], Field(min_length=2)]


class BadApprovals(Exception):
    """The file cannot be read or written; the message says where, what was found and what was expected."""


@dataclass(frozen=True, kw_only=True)
class ReviewDecision:
    """A decision: its kind, by whom, when, and on what. `scenarios` are those of a claim, by their ids."""

    word: Word
    by: str
    at: datetime
    comment: str = ""
    name: str = ""
    bound: Binding
    scenarios: Mapping[str, Binding] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class Approvals:
    """Every decision, by the ids of claims and of scenarios."""

    claims: Mapping[str, ReviewDecision] = field(default_factory=dict)
    scenarios: Mapping[str, ReviewDecision] = field(default_factory=dict)

    def of(self, kind: Kind) -> Mapping[str, ReviewDecision]:
        """The decisions on claims, or those on scenarios."""
        return self.claims if kind == "claim" else self.scenarios


class _Table(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True)

    word: Word
    by: _Said
    at: AwareDatetime
    comment: str = ""
    name: str = ""
    text: _Said
    pictures: list[str] = []


class _ClaimTable(_Table):
    scenarios: list[_Bound] = []


class _File(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True)

    claim: dict[str, _ClaimTable] = {}
    scenario: dict[str, _Table] = {}


def load(file: Path) -> Approvals:
    """What `file` says; nothing is approved where there is no such file. Raises BadApprovals."""
    return _parsed(file, _read(file))


def decide(file: Path, kind: Kind, id: str, decision: ReviewDecision | None) -> Approvals:
    """Write `decision` on the claim or scenario `id` into `file`, or remove it (None). Returns all decisions.

    Raises BadApprovals, the file left as it was, when it cannot be read, understood or written.
    """
    with _turn(file):
        text = _read(file)
        before = _parsed(file, text)
        after = _with(before, kind, id, decision)
        blocks = tables.parted(text or _HEAD)
        lines = None if decision is None else _lines(kind, decision)
        new_text = tables.joined(tables.changed(blocks, kind, id, lines))
        if _parsed(file, new_text) != after:
            raise BadApprovals(
                f"{file} is written in a way that cannot be extended; give each decision a table of its own, "
                "like [scenario.some-id], with nothing that looks like a table in its texts."
            )
        try:
            write_whole(file.resolve(), new_text.encode())
        except OSError as error:
            raise _unwritable(file, error) from error
        return after


def _with(before: Approvals, kind: Kind, id: str, decision: ReviewDecision | None) -> Approvals:
    rest = {other: decision for other, decision in before.of(kind).items() if other != id}
    all_of_kind = rest if decision is None else {**rest, id: decision}
    return replace(before, claims=all_of_kind) if kind == "claim" else replace(before, scenarios=all_of_kind)


def _read(file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8")
    except FileNotFoundError:
        return ""
    except (OSError, UnicodeDecodeError) as error:
        raise BadApprovals(f"{file} cannot be read ({error}); it should be a text file in UTF-8.") from error


def _parsed(file: Path, text: str) -> Approvals:
    try:
        content = _File.model_validate(tomllib.loads(text))
    except tomllib.TOMLDecodeError as error:
        raise BadApprovals(sentence(file, error)) from error
    except ValidationError as error:
        line = tables.line_of(text, error.errors(include_url=False)[0]["loc"])
        raise BadApprovals(f"{sentence(file, error)} See line {line}." if line else sentence(file, error)) from error
    return Approvals(
        claims={
            id: _decision(
                table, {bound[0]: Binding(text=bound[1], pictures=tuple(bound[2:])) for bound in table.scenarios}
            )
            for id, table in content.claim.items()
        },
        scenarios={id: _decision(scenario, {}) for id, scenario in content.scenario.items()},
    )


def _decision(table: _Table, scenarios: Mapping[str, Binding]) -> ReviewDecision:
    return ReviewDecision(
        word=table.word,
        by=table.by,
        at=table.at.astimezone(UTC),
        comment=table.comment,
        name=table.name,
        bound=Binding(text=table.text, pictures=tuple(table.pictures)),
        scenarios=scenarios,
    )


def _lines(kind: Kind, decision: ReviewDecision) -> Iterator[str]:
    """The lines of a decision, in their order; what is empty is left out."""
    at = decision.at.astimezone(UTC).isoformat().replace("+00:00", "Z")
    yield f"word = {tables.quoted(decision.word)}"
    yield f"by = {tables.quoted(decision.by)}"
    yield f"at = {at}"
    for key, text in (("comment", decision.comment), ("name", decision.name)):
        if text:
            yield f"{key} = {tables.quoted(text)}"
    yield f"text = {tables.quoted(decision.bound.text)}"
    if decision.bound.pictures:
        yield f"pictures = {tables.listed(decision.bound.pictures)}"
    if kind == "claim" and decision.scenarios:
        yield "scenarios = ["
        for id, bound in sorted(decision.scenarios.items()):
            yield f"    {tables.listed((id, bound.text, *bound.pictures))},"
        yield "]"


@contextmanager
def _turn(file: Path) -> Iterator[None]:
    """Waits for other writers of `file`. Locks the folder, because the file itself is replaced."""
    try:
        folder = os.open(file.resolve().parent, os.O_RDONLY)
    except OSError as error:
        raise _unwritable(file, error) from error
    try:
        fcntl.flock(folder, fcntl.LOCK_EX)
        yield
    finally:
        os.close(folder)


def _unwritable(file: Path, error: OSError) -> BadApprovals:
    return BadApprovals(
        f"{file} cannot be written ({error.strerror or error}); check that its folder exists and is writable."
    )
