"""The operators for JavaScript, over the tree of tree-sitter.

Rule: as for Python, and beside that what only screens have: listeners, what is shown or disabled, message keys.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

import tree_sitter_javascript
from tree_sitter import Language, Node, Parser

from deskproof.steps.mutation.derived.change import Change, Span, neighbours, without

_JAVASCRIPT = Language(tree_sitter_javascript.language())
_BOUNDARIES = {"<": b"<=", "<=": b"<", ">": b">=", ">=": b">"}
_OPPOSITES = {"===": b"!==", "!==": b"==="}
_FUNCTIONS = frozenset({"function_declaration", "method_definition", "class_declaration"})
_BINDING = re.compile(rb"[?.@][\w-]+=$")
"""What comes before a value that a template binds: `?disabled=`, `.value=`, `@click=`."""
_KEY = re.compile(r"[a-z]\w*(\.\w+)+")


class CannotParse(Exception):
    """The file is not JavaScript that tree-sitter understands; the message says where."""


def changes(source: bytes) -> Iterator[Change]:
    """Every change of this file, in the order of its tree. Raises CannotParse."""
    root = Parser(_JAVASCRIPT).parse(source).root_node
    if root.has_error:
        raise CannotParse(f"tree-sitter finds an error in the script that begins with {source[:60]!r}")
    yield from _Reader(root).changes()


class _Reader:
    def __init__(self, root: Node) -> None:
        self._root = root
        self._scope: list[str] = []
        self._keys = sorted({key for node in _all(root) if (key := _key(node))})

    def changes(self) -> Iterator[Change]:
        for node in self._root.named_children:
            yield from self._node(node)

    def _change(self, operator: str, span: Span, text: bytes, row: Node | None = None) -> Change:
        """`row` is that of a table which is changed; its key belongs to the scope."""
        key = row.child_by_field_name("key") if row else None
        scope = [*self._scope, *([_text(key).decode().strip("\"'")] if key else [])]
        return Change(operator=operator, scope=".".join(scope), start=span[0], end=span[1], text=text)

    def _node(self, node: Node) -> Iterator[Change]:
        if node.type in ("import_statement", "comment"):
            return
        name = _name_of_scope(node)
        if name:
            self._scope.append(name)
        yield from self._own(node)
        for child in node.named_children:
            yield from self._node(child)
        if name:
            self._scope.pop()

    def _own(self, node: Node) -> Iterator[Change]:
        match node.type:
            case "binary_expression":
                yield from self._binary(node)
            case "if_statement" | "while_statement":
                yield from self._negated(node.child_by_field_name("condition"))
            case "ternary_expression":
                yield from self._negated(node.child_by_field_name("condition"))
            case "expression_statement" if self._scope and _has_an_effect(node.named_children[0]):
                yield self._change("drop-statement", _span(node), b";")
            case "return_statement" if node.parent and node.parent.type in ("if_statement", "statement_block"):
                if _is_early(node):
                    yield self._change("drop-return", _span(node), b";")
            case "throw_statement":
                yield self._change("drop-statement", _span(node), b";")
            case "object" | "array":
                yield from self._rows(node)
            case "template_substitution":
                yield from self._bound(node)
            case "string":
                yield from self._other_message(node)
            case "number" | "true" | "false" if _is_in_table(node):
                yield self._change("boundary" if node.type == "number" else "opposite", _span(node), _other(node))

    def _binary(self, node: Node) -> Iterator[Change]:
        left, sign, right = (node.child_by_field_name(field) for field in ("left", "operator", "right"))
        if left is None or sign is None or right is None:
            return
        if boundary := _BOUNDARIES.get(sign.type):
            yield self._change("boundary", _span(sign), boundary)
        if opposite := _OPPOSITES.get(sign.type):
            yield self._change("opposite", _span(sign), opposite)
        if sign.type in ("&&", "||", "??"):
            yield self._change("drop-condition", _span(node), _text(left))
            yield self._change("drop-condition", _span(node), b"(" + _text(right) + b")")

    def _negated(self, condition: Node | None) -> Iterator[Change]:
        if condition is not None:
            yield self._change("negate-condition", _span(condition), b"(!(" + _text(condition) + b"))")

    def _rows(self, node: Node) -> Iterator[Change]:
        rows = [child for child in node.named_children if child.type != "comment"]
        if len(rows) < 2 or (node.type == "array" and not _is_in_table(node)):
            return
        spans = [_span(row) for row in rows]
        for index, row in enumerate(rows):
            if row.type != "spread_element":
                operator = "drop-row" if _is_in_table(node) else "drop-field"
                yield self._change(operator, without(spans, index), b"", row)
        pairs = [row for row in rows if row.type == "pair"]
        if _is_in_table(node) and node.type == "object":
            for row, other_row in neighbours(pairs, _value_text):
                one, other = _value(row), _value(other_row)
                between = _text(node)[one.end_byte - node.start_byte : other.start_byte - node.start_byte]
                exchanged = _text(other) + between + _text(one)
                yield self._change("exchange-values", (one.start_byte, other.end_byte), exchanged, row)

    def _bound(self, node: Node) -> Iterator[Change]:
        """What a template binds: a condition is turned round, a listener does nothing."""
        template = node.parent
        found = template and _BINDING.search(_text(template)[: node.start_byte - template.start_byte])
        expression = node.named_children[0]
        if not found:
            return
        if found[0].startswith(b"@"):
            yield self._change("drop-listener", _span(expression), b"() => {}")
        elif found[0].startswith(b"?"):
            yield self._change("opposite-attribute", _span(expression), b"!(" + _text(expression) + b")")

    def _other_message(self, node: Node) -> Iterator[Change]:
        """The next key of the same part of the catalogue, of those that this file uses."""
        if (key := _key(node)) is None:
            return
        family = [other for other in self._keys if other.split(".")[0] == key.split(".")[0]]
        if len(family) > 1:
            other = family[(family.index(key) + 1) % len(family)]
            yield self._change("other-message", _span(node), b'"' + other.encode() + b'"')


def _all(node: Node) -> Iterator[Node]:
    yield node
    for child in node.named_children:
        yield from _all(child)


def _span(node: Node) -> Span:
    return node.start_byte, node.end_byte


def _text(node: Node) -> bytes:
    return node.text or b""


def _value(pair: Node) -> Node:
    return pair.child_by_field_name("value") or pair


def _value_text(pair: Node) -> bytes:
    return _text(_value(pair))


def _name_of_scope(node: Node) -> str:
    if node.type in _FUNCTIONS or (node.type == "variable_declarator" and _names_a_scope(node)):
        name = node.child_by_field_name("name")
        return _text(name).decode() if name else ""
    return ""


def _names_a_scope(node: Node) -> bool:
    """Whether a variable is at the top of the file, or is a function."""
    value = node.child_by_field_name("value")
    statement = node.parent
    above = statement.parent if statement else None
    at_top = above is not None and above.type in ("program", "export_statement")
    return at_top or (value is not None and value.type == "arrow_function")


def _is_in_table(node: Node) -> bool:
    """Whether the node is part of a variable at the top of the file, and of no function in it."""
    above = node.parent
    while above is not None:
        if above.type in ("arrow_function", "statement_block", "class_body", "call_expression"):
            function = above.child_by_field_name("function") if above.type == "call_expression" else None
            if function is None or _text(function) != b"Object.freeze":
                return False
        if above.type == "program":
            return True
        above = above.parent
    return False


def _other(node: Node) -> bytes:
    if node.type == "number":
        return b"(" + _text(node) + b" + 1)"
    return b"false" if node.type == "true" else b"true"


def _has_an_effect(node: Node) -> bool:
    if node.type == "await_expression":
        return True
    if node.type == "call_expression":
        function = node.child_by_field_name("function")
        return function is not None and _text(function) != b"super"
    return node.type in ("assignment_expression", "augmented_assignment_expression", "unary_expression")


def _is_early(node: Node) -> bool:
    """Whether more follows where the function would not have returned."""
    block = node.parent
    while block is not None and block.type in ("statement_block", "if_statement", "else_clause"):
        if block.next_named_sibling is not None and block.type == "if_statement":
            return True
        block = block.parent
    return False


def _key(node: Node) -> str | None:
    """The message key that a string in a call of `text` is, or None."""
    if node.type != "string" or node.parent is None or node.parent.type != "arguments":
        return None
    call = node.parent.parent
    function = call.child_by_field_name("function") if call else None
    key = _text(node)[1:-1].decode()
    if function is None or _text(function).split(b".")[-1] not in (b"text", b"say") or not _KEY.fullmatch(key):
        return None
    return key


def exchanged_languages(catalogue: bytes, other: bytes) -> Iterator[Change]:
    """Each message of a catalogue in the words of another language's. Raises CannotParse."""
    others = _messages(other)
    for key, span, words in _messages(catalogue).values():
        if key in others and others[key][2] != words:
            yield Change(operator="other-language", scope=key, start=span[0], end=span[1], text=others[key][2])


def messages(catalogue: bytes) -> Mapping[str, str]:
    """The messages of a catalogue by key, in quotation marks as they are written. Raises CannotParse."""
    return {key: words.decode() for key, _, words in _messages(catalogue).values()}


def _messages(catalogue: bytes) -> dict[str, tuple[str, Span, bytes]]:
    root = Parser(_JAVASCRIPT).parse(catalogue).root_node
    if root.has_error:
        raise CannotParse(f"tree-sitter finds an error in the catalogue that begins with {catalogue[:60]!r}")
    found: dict[str, tuple[str, Span, bytes]] = {}
    for node in _all(root):
        key, value = node.child_by_field_name("key"), node.child_by_field_name("value")
        if node.type == "pair" and key and value and value.type in ("string", "template_string"):
            name = _text(key).decode().strip("\"'")
            found[name] = (name, _span(value), _text(value))
    return found
