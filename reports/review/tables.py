"""The lines of a TOML file of many tables, unchanged except for the one table that is edited.

Rule: a comment right above a table belongs to it, and so does one among its lines. Text before the first table stays at
the top. A library that preserves comments would need seconds for a thousand tables; the caller checks that the result
has the intended content.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from deskproof.reports.text.visible import escaped

_HEADER = re.compile(
    r"""^\[(?P<kind>[A-Za-z]+)\.(?:(?P<bare>[A-Za-z0-9_-]+)|(?P<quoted>"(?:[^"\\]|\\.)*"))\]\s*(?:#.*)?$"""
)
_BARE = re.compile(r"[A-Za-z0-9_-]+")


@dataclass(frozen=True, kw_only=True)
class Block:
    """A table, or the text before the first one (`kind` is then empty)."""

    kind: str
    id: str
    lines: tuple[str, ...]
    first: int = 1
    """The number of its first line in the file."""


def parted(text: str) -> tuple[Block, ...]:
    """The file's blocks in their order, the one before the first table first."""
    lines = text.split("\n")
    starts: list[tuple[int, str, str]] = [(0, "", "")]
    for number, line in enumerate(lines):
        if found := _HEADER.match(line):
            begin = number
            while begin > starts[-1][0] and lines[begin - 1].startswith("#"):
                begin -= 1
            starts.append((begin, found["kind"], found["bare"] or _unquoted(found["quoted"])))
    ends = [*(begin for begin, _, _ in starts[1:]), len(lines)]
    return tuple(
        Block(kind=kind, id=id, lines=_trimmed(lines[begin:end]), first=begin + 1)
        for (begin, kind, id), end in zip(starts, ends, strict=True)
    )


def changed(blocks: Sequence[Block], kind: str, id: str, lines: Iterable[str] | None) -> tuple[Block, ...]:
    """The blocks, sorted, with these lines for the table `kind.id`, or without that table where there are none."""
    head, *rest = blocks
    saved = [block for block in rest if (block.kind, block.id) != (kind, id)]
    if lines is not None:
        comments = (
            line for block in rest if (block.kind, block.id) == (kind, id) for line in block.lines if line[:1] == "#"
        )
        name = id if _BARE.fullmatch(id) else quoted(id)
        saved.append(Block(kind=kind, id=id, lines=(*comments, f"[{kind}.{name}]", *lines)))
    return (head, *sorted(saved, key=lambda block: (block.kind, block.id)))


def joined(blocks: Iterable[Block]) -> str:
    """The text of the blocks, an empty line between them."""
    return "\n\n".join("\n".join(block.lines) for block in blocks if block.lines) + "\n"


def line_of(text: str, place: Sequence[str | int]) -> int | None:
    """The number of the line for a place like `("scenario", "some-id", "word")`, or else that of the table."""
    if len(place) < 2:
        return None
    for block in parted(text):
        if (block.kind, block.id) != (place[0], place[1]):
            continue
        keys = [line.partition("=")[0].strip() for line in block.lines]
        header = next(number for number, line in enumerate(block.lines) if _HEADER.match(line))
        return block.first + (keys.index(str(place[2])) if place[2:] and str(place[2]) in keys else header)
    return None


def quoted(text: str) -> str:
    """`text` as a TOML string on one line."""
    whole = text.encode("utf-8", "replace").decode()
    return escaped(json.dumps(whole, ensure_ascii=False))


def listed(texts: Iterable[str]) -> str:
    """The texts as a TOML array on one line."""
    return f"[{', '.join(quoted(text) for text in texts)}]"


def _unquoted(text: str) -> str:
    try:
        return str(json.loads(text))
    except ValueError:  # an escape that only TOML has; the caller's check reports it
        return text


def _trimmed(lines: Sequence[str]) -> tuple[str, ...]:
    """Without the empty lines at either end."""
    filled = [number for number, line in enumerate(lines) if line.strip()]
    return tuple(lines[filled[0] : filled[-1] + 1]) if filled else ()
