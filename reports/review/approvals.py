"""`approvals.toml`: who has said yes to which documented behaviour or asked for a change, and what that was bound to.

Rule: one table for each claim and scenario, sorted, so that a decision is a few lines of a diff. A decision rewrites
its own table and leaves every other line, comments included, as it is; writers take turns, and a reader never meets
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
# Who has approved which claim and which scenario, or asked for a change. `deskproof report --review` writes this file;
# it belongs in git. An approval lapses when the text or the pictures it was given for change (docs/review.md).
"""

_Said = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
_Bound = Annotated[list[str], Field(min_length=2)]


class BadApprovals(Exception):
    """The file cannot be taken, or not be written; the message says where, what was seen and what was wanted."""


@dataclass(frozen=True, kw_only=True)
class Entry:
    """A decision: what was said, by whom, when, and about what. `scenarios` are those of a claim, by their ids."""

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

    claims: Mapping[str, Entry] = field(default_factory=dict)
    scenarios: Mapping[str, Entry] = field(default_factory=dict)

    def of(self, kind: Kind) -> Mapping[str, Entry]:
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


def decide(file: Path, kind: Kind, id: str, entry: Entry | None) -> Approvals:
    """Write the decision `entry` on the claim or scenario `id` into `file`, or take it out (None); what then holds.

    Raises BadApprovals, the file left as it was, when it cannot be read, understood or written.
    """
    with _turn(file):
        text = _read(file)
        before = _parsed(file, text)
        after = _with(before, kind, id, entry)
        blocks = tables.parted(text or _HEAD)
        lines = None if entry is None else _lines(kind, entry)
        new_text = tables.joined(tables.changed(blocks, kind, id, lines))
        if _parsed(file, new_text) != after:
            raise BadApprovals(
                f"{file} is written in a way that cannot be carried on; give each decision a table of its own, "
                "like [scenario.some-id], with nothing that looks like a table in its texts."
            )
        try:
            write_whole(file.resolve(), new_text.encode())
        except OSError as error:
            raise _unwritable(file, error) from error
        return after


def _with(before: Approvals, kind: Kind, id: str, entry: Entry | None) -> Approvals:
    rest = {other: one for other, one in before.of(kind).items() if other != id}
    all_of_kind = rest if entry is None else {**rest, id: entry}
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
            id: _entry(one, {bound[0]: Binding(text=bound[1], pictures=tuple(bound[2:])) for bound in one.scenarios})
            for id, one in content.claim.items()
        },
        scenarios={id: _entry(one, {}) for id, one in content.scenario.items()},
    )


def _entry(one: _Table, scenarios: Mapping[str, Binding]) -> Entry:
    return Entry(
        word=one.word,
        by=one.by,
        at=one.at.astimezone(UTC),
        comment=one.comment,
        name=one.name,
        bound=Binding(text=one.text, pictures=tuple(one.pictures)),
        scenarios=scenarios,
    )


def _lines(kind: Kind, entry: Entry) -> Iterator[str]:
    """The lines of a decision, in their order; what is empty is left out."""
    at = entry.at.astimezone(UTC).isoformat().replace("+00:00", "Z")
    yield f"word = {tables.quoted(entry.word)}"
    yield f"by = {tables.quoted(entry.by)}"
    yield f"at = {at}"
    for key, text in (("comment", entry.comment), ("name", entry.name)):
        if text:
            yield f"{key} = {tables.quoted(text)}"
    yield f"text = {tables.quoted(entry.bound.text)}"
    if entry.bound.pictures:
        yield f"pictures = {tables.listed(entry.bound.pictures)}"
    if kind == "claim" and entry.scenarios:
        yield "scenarios = ["
        for id, bound in sorted(entry.scenarios.items()):
            yield f"    {tables.listed((id, bound.text, *bound.pictures))},"
        yield "]"


@contextmanager
def _turn(file: Path) -> Iterator[None]:
    """Waits until nobody else writes beside `file`. The folder is what is locked: the file itself is replaced."""
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
        f"{file} cannot be written ({error.strerror or error}); see that its folder is there and yours."
    )
