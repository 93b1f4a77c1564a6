"""The parts of a source file that run or do not run as a whole: the functions.

Rule: a part is a range of characters. What lies in no part runs when the file is loaded. Of a Python function the range
is its body, in whole lines; a body on the line of its `def` is no part of its own.
"""

from __future__ import annotations

import ast
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise

Function = ast.FunctionDef | ast.AsyncFunctionDef


@dataclass(frozen=True, order=True)
class Range:
    """The characters from `start` up to and without `end`."""

    start: int
    end: int

    def holds(self, other: Range) -> bool:
        """Whether a change of these characters stays inside; an empty range is a place where something is inserted."""
        is_insertion = other.start == other.end
        return self.start + is_insertion <= other.start and other.end + is_insertion <= self.end


def line_starts(text: str) -> tuple[int, ...]:
    """Where each line begins, and where the text ends."""
    return (0, *accumulate(len(line) for line in text.splitlines(keepends=True)))


def line_of(starts: Sequence[int], offset: int) -> int:
    """The line of a character, from 0."""
    return bisect_right(starts, offset) - 1


def python_bodies(text: str) -> tuple[Range, ...]:
    """The bodies of the functions of a Python module, outer ones first. Raises SyntaxError."""
    starts = line_starts(text)
    functions = (node for node in ast.walk(ast.parse(text)) if isinstance(node, Function))
    found = (body_of(function, starts) for function in functions)
    return tuple(sorted((each for each in found if each is not None), key=lambda each: (each.start, -each.end)))


def body_of(function: Function, starts: Sequence[int]) -> Range | None:
    """The whole lines of its body; None where that begins on a line of what is before it."""
    first = function.body[0]
    begins = min([first.lineno, *(each.lineno for each in getattr(first, "decorator_list", ()))])
    return Range(starts[begins - 1], starts[function.end_lineno or begins]) if begins > _header_end(function) else None


def _header_end(function: Function) -> int:
    parts = [*ast.walk(function.args), *(ast.walk(function.returns) if function.returns else ())]
    return max([function.lineno, *(getattr(part, "end_lineno", 0) or 0 for part in parts)])


def outer_functions(node: ast.AST) -> Iterator[Function]:
    """The functions that are in no other function, in their order."""
    for child in ast.iter_child_nodes(node):
        if isinstance(child, Function):
            yield child
        else:
            yield from outer_functions(child)


def innermost(ranges: Iterable[Range], place: Range) -> Range | None:
    """The smallest of the ranges that holds the place."""
    fitting = [each for each in ranges if each.holds(place)]
    return min(fitting, key=lambda each: each.end - each.start) if fitting else None


def bodies_of_lines(text: str, bodies: Sequence[Range]) -> tuple[Range | None, ...]:
    """The body that each line is in, the innermost one."""
    return tuple(innermost(bodies, Range(start, end)) for start, end in pairwise(line_starts(text)))
