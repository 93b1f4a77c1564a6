"""The operators for Python, over its syntax tree.

Rule: every operator makes one mistake that a programmer could make, and leaves the file importable. Annotations,
docstrings and what only type checkers read are left alone.
"""

from __future__ import annotations

import ast
import builtins
from collections import defaultdict
from collections.abc import Iterator, Sequence

from deskproof.steps.mutation.derived.change import Change, Span, neighbours, without

_BOUNDARIES = {ast.Lt: b" <= ", ast.LtE: b" < ", ast.Gt: b" >= ", ast.GtE: b" > "}
_OPPOSITES = {
    ast.Eq: b" != ",
    ast.NotEq: b" == ",
    ast.Is: b" is not ",
    ast.IsNot: b" is ",
    ast.In: b" not in ",
    ast.NotIn: b" in ",
}
_LONGEST_KEY = 60
_FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)


def changes(source: bytes) -> Iterator[Change]:
    """Every change of this file, in the order of its syntax tree. Raises SyntaxError."""
    return _Reader(source).changes()


class _Reader:
    def __init__(self, source: bytes) -> None:
        self._source = source
        self._tree = ast.parse(source)
        self._lines = [0]
        for line in source.splitlines(keepends=True):
            self._lines.append(self._lines[-1] + len(line))
        self._scope: list[str] = []
        self._members: dict[str, list[str]] = defaultdict(list)
        for node in ast.walk(self._tree):
            if (member := _member(node)) and member[1] not in self._members[member[0]]:
                self._members[member[0]].append(member[1])

    def changes(self) -> Iterator[Change]:
        yield from self._block(self._tree.body)

    # ---- places

    def _span(self, node: ast.expr | ast.stmt) -> Span:
        start = self._lines[node.lineno - 1] + node.col_offset
        return start, self._lines[(node.end_lineno or 0) - 1] + (node.end_col_offset or 0)

    def _text(self, node: ast.expr | ast.stmt) -> bytes:
        start, end = self._span(node)
        return self._source[start:end]

    def _change(self, operator: str, span: Span, text: bytes, key: ast.expr | None = None) -> Change:
        """`key` is that of the row of a table which is changed; where it is short it belongs to the scope."""
        row = [] if key is None else [self._text(key).decode()]
        scope = [*self._scope, *(text.strip("\"'") for text in row if len(text) < _LONGEST_KEY and "\n" not in text)]
        return Change(operator=operator, scope=".".join(scope), start=span[0], end=span[1], text=text)

    # ---- statements

    def _block(self, body: Sequence[ast.stmt]) -> Iterator[Change]:
        for statement in body:
            yield from self._statement(statement)

    def _statement(self, node: ast.stmt) -> Iterator[Change]:
        if isinstance(node, (*_FUNCTIONS, ast.ClassDef)):
            self._scope.append(node.name)
            yield from self._block(node.body)
            self._scope.pop()
            return
        if _is_ignored(node):
            return
        if not any(name[:1].islower() for name in self._scope) and isinstance(node, (ast.Assign, ast.AnnAssign)):
            yield from self._table(node)
            return
        if any(self._scope) and _has_an_effect(node):
            yield self._change("drop-statement", self._span(node), b"pass")
        for child in _expressions(node):
            yield from self._expression(child)
        if isinstance(node, (ast.If, ast.While)):
            yield self._negated(node.test)
        for block in ("body", "orelse", "finalbody"):
            yield from self._block(getattr(node, block, []))
        for handler in getattr(node, "handlers", []):
            yield from self._block(handler.body)
        for case in getattr(node, "cases", []):
            yield from self._block(case.body)

    def _negated(self, test: ast.expr) -> Change:
        return self._change("negate-condition", self._span(test), b"(not (" + self._text(test) + b"))")

    # ---- expressions

    def _expression(self, node: ast.expr) -> Iterator[Change]:
        match node:
            case ast.Compare(left=left, ops=[op], comparators=[right]):
                between = (self._span(left)[1], self._span(right)[0])
                # Parentheses around either side are between them too.
                if not set(self._source[slice(*between)]) & set(b"()\n"):
                    if boundary := _BOUNDARIES.get(type(op)):
                        yield self._change("boundary", between, boundary)
                    if opposite := _OPPOSITES.get(type(op)):
                        yield self._change("opposite", between, opposite)
            case ast.BoolOp(op=op, values=values):
                word = b" and " if isinstance(op, ast.And) else b" or "
                for left_out in values:
                    kept = [b"(" + self._text(value) + b")" for value in values if value is not left_out]
                    yield self._change("drop-condition", self._span(node), b"(" + word.join(kept) + b")")
            case ast.IfExp(test=test):
                yield self._negated(test)
            case ast.ListComp() | ast.SetComp() | ast.GeneratorExp() | ast.DictComp():
                for generator in node.generators:
                    for test in generator.ifs:
                        yield self._negated(test)
            case ast.Tuple(elts=items) if any(isinstance(item, ast.Call | ast.Starred) for item in items):
                yield from self._sequence(items)
            case ast.Call(func=ast.Name(id="replace"), keywords=keywords):
                yield from self._keywords(node, keywords)
            case ast.Dict(keys=keys):
                yield from self._rows(node, "drop-field", keys)
            case ast.Attribute():
                yield from self._retargeted(node)
        for child in ast.iter_child_nodes(node):
            yield from self._inside(child)

    def _inside(self, child: ast.AST) -> Iterator[Change]:
        if isinstance(child, ast.expr):
            yield from self._expression(child)
        elif isinstance(child, ast.comprehension | ast.keyword):
            for inner in ast.iter_child_nodes(child):
                yield from self._inside(inner)

    def _sequence(self, items: Sequence[ast.expr]) -> Iterator[Change]:
        """Events or frames in their order: one left out, one twice, two exchanged."""
        if len(items) > 1:
            yield from self._left_out("drop-event", items, b",")
        for item in items:
            end = self._span(item)[1]
            yield self._change("double-event", (end, end), b", " + self._text(item))
        yield from self._exchanged("reorder-events", items)

    def _left_out(self, operator: str, items: Sequence[ast.expr], after_one: bytes) -> Iterator[Change]:
        """The list without each of its items; `after_one` is written behind the only one that is left."""
        whole = (self._span(items[0])[0], self._span(items[-1])[1])
        for left_out in items:
            kept = b", ".join(self._text(item) for item in items if item is not left_out)
            yield self._change(operator, whole, kept + (after_one if len(items) == 2 else b""))

    def _exchanged(
        self, operator: str, items: Sequence[ast.expr], keys: Sequence[ast.expr | None] = ()
    ) -> Iterator[Change]:
        key_of = dict(zip(map(id, items), keys, strict=False))
        for one, other in neighbours(items, self._text):
            (start, first_end), (second, end) = self._span(one), self._span(other)
            between = self._source[first_end:second]
            exchanged = self._text(other) + between + self._text(one)
            yield self._change(operator, (start, end), exchanged, key_of.get(id(one)))

    def _keywords(self, call: ast.Call, keywords: Sequence[ast.keyword]) -> Iterator[Change]:
        """The call without each of its keyword arguments: a field keeps its old value or loses a new one."""
        named = [word for word in keywords if word.arg]
        if not call.args or len(named) != len(keywords):
            return
        for word in named:
            start, end = self._lines[word.lineno - 1] + word.col_offset, self._span(word.value)[1]
            before = self._source[:start].rstrip()
            if before.endswith(b","):
                yield self._change("drop-reset", (len(before) - 1, end), b"")

    def _rows(self, table: ast.Dict, operator: str, keys: Sequence[ast.expr | None]) -> Iterator[Change]:
        if len(keys) < 2 or any(key is None for key in keys):
            return
        rows = zip(keys, table.values, strict=True)
        spans = [(self._span(key)[0], self._span(value)[1]) for key, value in rows if key]
        for index, key in enumerate(keys):
            yield self._change(operator, without(spans, index), b"", key)

    def _retargeted(self, node: ast.Attribute) -> Iterator[Change]:
        """Another member of the same enumeration, of those that this file uses."""
        if (found := _member(node)) is None:
            return
        members = self._members[found[0]]
        if len(members) > 1:
            other = members[(members.index(found[1]) + 1) % len(members)]
            yield self._change("other-member", self._span(node), f"{found[0]}.{other}".encode())

    # ---- tables

    def _table(self, node: ast.Assign | ast.AnnAssign) -> Iterator[Change]:
        target = node.targets[0] if isinstance(node, ast.Assign) else node.target
        if node.value is None or not isinstance(target, ast.Name) or target.id.startswith("__") or _is_type(node.value):
            return
        self._scope.append(target.id)
        yield from self._in_table(node.value)
        self._scope.pop()

    def _in_table(self, node: ast.expr) -> Iterator[Change]:
        match node:
            case ast.Dict(keys=keys, values=values):
                yield from self._rows(node, "drop-row", keys)
                yield from self._exchanged("exchange-values", values, keys)
            case ast.Set(elts=items) | ast.List(elts=items) | ast.Tuple(elts=items) if len(items) > 1:
                yield from self._left_out("drop-row", items, b"," if isinstance(node, ast.Tuple) else b"")
            case ast.Constant(value=int() as number) if not isinstance(node.value, bool):
                yield self._change("boundary", self._span(node), str(number + 1).encode())
            case ast.Constant(value=bool() as flag):
                yield self._change("opposite", self._span(node), str(not flag).encode())
            case ast.Attribute():
                yield from self._retargeted(node)
            case ast.Lambda(body=body):
                yield from self._expression(body)
                return
        for child in ast.iter_child_nodes(node):
            if isinstance(child, ast.keyword):
                yield from self._in_table(child.value)
            elif isinstance(child, ast.expr):
                yield from self._in_table(child)


def _member(node: ast.AST) -> tuple[str, str] | None:
    """The enumeration and its member, where the node names one: `Reason.NOT_SIGNED_IN`."""
    match node:
        case ast.Attribute(value=ast.Name(id=kind), attr=name) if kind[:1].isupper() and name.isupper():
            return kind, name
    return None


def _is_type(node: ast.expr) -> bool:
    """Whether this is another name for a type, which only type checkers read: `Callable[[int], str]`, `A | None`."""
    match node:
        case ast.Subscript(value=ast.Name(id=name)):
            return name[:1].isupper()
        case ast.BinOp(left=left, op=ast.BitOr(), right=right):
            return all(map(_names_a_type, (left, right)))
    return False


def _names_a_type(node: ast.expr) -> bool:
    match node:
        case ast.Constant(value=None):
            return True
        case ast.Name(id=name):
            return name[:1].isupper() or name in vars(builtins)
    return _is_type(node)


def _is_ignored(node: ast.stmt) -> bool:
    match node:
        case ast.Import() | ast.ImportFrom() | ast.Assert() | ast.Global() | ast.Nonlocal() | ast.Pass():
            return True
        case ast.Expr(value=ast.Constant()):
            return True
        case ast.If(test=ast.Name(id="TYPE_CHECKING")):
            return True
    return False


def _has_an_effect(node: ast.stmt) -> bool:
    """Whether leaving the statement out leaves the rest of its function usable."""
    match node:
        case ast.Raise() | ast.AugAssign() | ast.Delete():
            return True
        case ast.Expr(value=ast.Call() | ast.Await() | ast.Yield() | ast.YieldFrom()):
            return True
        case ast.Assign(targets=[ast.Attribute() | ast.Subscript()]):
            return True
    return False


def _expressions(node: ast.stmt) -> Iterator[ast.expr]:
    """The expressions of a statement itself, without those of the statements in it and without annotations."""
    if isinstance(node, ast.AnnAssign):
        if node.value is not None:
            yield node.value
        return
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.expr):
            yield child
        elif isinstance(child, ast.withitem):
            yield child.context_expr
        elif isinstance(child, ast.match_case) and child.guard is not None:
            yield child.guard
