"""Two records of the same tests, with two versions of the client: what differs, entry by entry."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, kw_only=True)
class Test:
    """How a test ended, and what it exchanged: entries of the wire, and what does not fit them."""

    outcome: str
    why: str
    used: frozenset[tuple[str, str]]
    misfits: frozenset[tuple[str, str]]


Record = Mapping[str, Test]
"""The tests by their names."""

_WAYS = {"http": "requested", "in": "sent on a socket", "out": "received"}


def read(file: Path) -> Record:
    """The tests of a record. ValueError where it has none."""
    tests: dict[str, Test] = {}
    for line in file.read_text(encoding="utf-8").splitlines() if file.exists() else ():
        document = json.loads(line)
        tests[document["test"]] = Test(
            outcome=document["outcome"],
            why=document["why"],
            used=frozenset((way, name) for way, name in document["used"]),
            misfits=frozenset((what, how) for what, how in document["misfits"]),
        )
    if not tests:
        raise ValueError(f"{file.name} has no test; the tests have not begun, or were all left out.")
    return tests


def differences(pinned: Record, other: Record) -> tuple[str, ...]:
    """What differs, a line each: entries first, then what does not fit, then tests."""
    return (*_entries(pinned, other), *_misfits(pinned, other), *_outcomes(pinned, other))


def _entries(pinned: Record, other: Record) -> Iterator[str]:
    before, now = _used(pinned.values()), _used(other.values())
    for way, name in sorted(before - now, key=lambda entry: entry[1]):
        yield f"entry `{name}`: is no longer {_WAYS.get(way, way)}"
    for way, name in sorted(now - before, key=lambda entry: entry[1]):
        yield f"entry `{name}`: is now {_WAYS.get(way, way)}"


def _misfits(pinned: Record, other: Record) -> Iterator[str]:
    known = {misfit for test in pinned.values() for misfit in test.misfits}
    for what, how in sorted({misfit for test in other.values() for misfit in test.misfits} - known):
        yield f"entry `{what}`: does not fit: {how}"


def _outcomes(pinned: Record, other: Record) -> Iterator[str]:
    for name in sorted(pinned.keys() | other.keys()):
        before, now = pinned.get(name), other.get(name)
        if before is None or now is None:
            yield f"test {name}: was run with {'the other' if before is None else 'the pinned'} client only"
        elif before.outcome != now.outcome:
            yield f"test {name}: {before.outcome}, now {now.outcome}{f': {now.why}' if now.why else ''}"


def _used(tests: Iterable[Test]) -> frozenset[tuple[str, str]]:
    return frozenset(entry for test in tests for entry in test.used)
