"""The sentences' functions stay small: one to five lines, no browser and no simulator in them."""

import ast
from collections.abc import Iterator
from pathlib import Path

from deskproof.steps import definitions

_FOLDER = Path(definitions.__file__).parent
_MOST_LINES = 5
_FORBIDDEN = ("playwright", "deskproof.simulator", "pytest_bdd")


def _functions() -> Iterator[tuple[str, ast.FunctionDef]]:
    for path in sorted(_FOLDER.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.FunctionDef):
                yield f"{path.relative_to(_FOLDER)}:{node.lineno}", node


def test_each_is_one_to_five_lines() -> None:
    lines = {place: (node.end_lineno or 0) - node.body[0].lineno + 1 for place, node in _functions()}
    assert lines
    assert {place: count for place, count in lines.items() if not 1 <= count <= _MOST_LINES} == {}


def test_none_knows_browser_or_simulator() -> None:
    for path in _FOLDER.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            names = [node.module or ""] if isinstance(node, ast.ImportFrom) else []
            names += [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            assert not [name for name in names if name.startswith(_FORBIDDEN)], f"{path.name} imports {names}"
