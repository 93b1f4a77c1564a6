"""What a change of one source file touches: functions, or what runs when the file is loaded.

Rule: where it is not certain that a change stays within a function, it touches the whole file.
"""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from deskproof.steps.impact.units import Function, Range, body_of, innermost, line_starts, outer_functions

_OPENING, _CLOSING = "([{", ")]}"


@dataclass(frozen=True, kw_only=True)
class Edit:
    """A file with another content than before; None where it did not exist, or does not any more. `path` is relative
    to the project.
    """

    path: str
    before: str | None
    after: str | None


@dataclass(frozen=True, kw_only=True)
class Touched:
    """The `functions` that are touched, as ranges of the text before, and whether what runs at loading is."""

    functions: frozenset[Range] = frozenset()
    loading: bool = False


@dataclass(frozen=True)
class _Hunk:
    place: Range
    removed: str
    added: str


def touched_in_python(before: str, after: str) -> Touched:
    """What a change of a Python module touches. Comments and layout do not count."""
    try:
        old, new = ast.parse(before), ast.parse(after)
    except SyntaxError:
        return Touched(loading=True)
    starts, new_starts = line_starts(before), line_starts(after)
    pairs = [_parted(outer_functions(tree), at) for tree, at in ((old, starts), (new, new_starts))]
    changed = [
        body for (function, body), (other, _) in zip(*pairs, strict=False) if ast.dump(function) != ast.dump(other)
    ]
    for found in pairs:
        for function, _ in found:
            function.body = [ast.Pass()]
    if ast.dump(old) != ast.dump(new):
        return Touched(loading=True, functions=frozenset(_inside(before, after, [body for _, body in pairs[0]])))
    bodies = [body for function in outer_functions(ast.parse(before)) for body in _bodies(function, starts)]
    return Touched(functions=frozenset(_inside(before, after, bodies, changed)))


def _parted(functions: Iterable[Function], starts: Sequence[int]) -> list[tuple[Function, Range]]:
    found = ((function, body_of(function, starts)) for function in functions)
    return [(function, body) for function, body in found if body is not None]


def _bodies(function: Function, starts: Sequence[int]) -> Iterator[Range]:
    inner = (node for node in ast.walk(function) if isinstance(node, Function))
    yield from (body for each in inner if (body := body_of(each, starts)) is not None)


def _inside(before: str, after: str, bodies: Sequence[Range], outer: Sequence[Range] = ()) -> Iterator[Range]:
    """The bodies that the hunks are in; of a hunk at an edge of one of the `outer` bodies that one."""
    for hunk in _hunks(before, after):
        if (body := innermost(bodies, hunk.place)) is not None:
            yield body
        else:
            yield from (each for each in outer if each.start <= hunk.place.end and hunk.place.start <= each.end)


def touched_in_script(before: str, after: str, functions: Sequence[Range]) -> Touched:
    """What a change of a script touches, of which these functions are known."""
    found: set[Range] = set()
    loading = False
    for hunk in _hunks(before, after):
        function = innermost(functions, hunk.place)
        if function is None or not (_is_balanced(hunk.removed) and _is_balanced(hunk.added)):
            loading = True
        if function is not None:
            found.add(function)
    return Touched(functions=frozenset(found), loading=loading)


def _is_balanced(text: str) -> bool:
    """Whether it closes what it opens, and nothing else."""
    depth = 0
    for sign in text:
        depth += (sign in _OPENING) - (sign in _CLOSING)
        if depth < 0:
            return False
    return depth == 0


def _hunks(before: str, after: str) -> Iterator[_Hunk]:
    """The changed places of the old text, without what both texts begin and end with there."""
    old, new = before.splitlines(keepends=True), after.splitlines(keepends=True)
    old_starts, new_starts = line_starts(before), line_starts(after)
    for tag, first, last, new_first, new_last in SequenceMatcher(a=old, b=new, autojunk=False).get_opcodes():
        if tag == "equal":
            continue
        removed = before[old_starts[first] : old_starts[last]]
        added = after[new_starts[new_first] : new_starts[new_last]]
        ahead = _common(removed, added)
        removed, added = removed[ahead:], added[ahead:]
        behind = _common(removed[::-1], added[::-1])
        start = old_starts[first] + ahead
        removed, added = removed[: len(removed) - behind], added[: len(added) - behind]
        yield _Hunk(Range(start, start + len(removed)), removed, added)


def _common(one: str, other: str) -> int:
    """How many characters both begin with."""
    return next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
