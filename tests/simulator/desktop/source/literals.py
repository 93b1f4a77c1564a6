"""Constants of the desktop's scripts as Python values, read from their source."""

import re
from collections.abc import Iterator
from typing import Any

import tree_sitter_javascript
from tree_sitter import Language, Node, Parser

from deskproof.simulator.desktop.files import STATIC

_JAVASCRIPT = Language(tree_sitter_javascript.language())


def constant(file: str, name: str) -> Any:
    """The value of the constant of this name: objects, lists, texts and numbers; anything else is its source."""
    tree = Parser(_JAVASCRIPT).parse((STATIC / file).read_bytes())
    for node in _all(tree.root_node):
        if node.type == "variable_declarator" and _text(node.child_by_field_name("name")) == name:
            return _value(node.child_by_field_name("value"))
    raise LookupError(f"{file} has no constant {name}")


def _value(node: Node | None) -> Any:
    assert node is not None
    if node.type == "object":
        pairs = (child for child in node.named_children if child.type == "pair")
        return {
            _text(pair.child_by_field_name("key")).strip('"'): _value(pair.child_by_field_name("value"))
            for pair in pairs
        }
    if node.type == "array":
        return [_value(child) for child in node.named_children if child.type != "comment"]
    if node.type == "string":
        return _text(node)[1:-1]
    if node.type == "number":
        return int(_text(node), 0) if re.fullmatch(r"0x[0-9a-f]+|\d+", _text(node)) else float(_text(node))
    if node.type == "call_expression" and _text(node.child_by_field_name("function")) == "Object.freeze":
        arguments = node.child_by_field_name("arguments")
        assert arguments is not None
        return _value(arguments.named_children[0])
    return _text(node)


def _text(node: Node | None) -> str:
    return ((node.text if node else None) or b"").decode()


def _all(node: Node) -> Iterator[Node]:
    yield node
    for child in node.named_children:
        yield from _all(child)
