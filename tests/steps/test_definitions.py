"""The sentences' functions stay small: one to five lines, no browser and no simulator in them. Those of a Then judge,
and what judges can fail.
"""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from deskproof.steps import definitions

_FOLDER = Path(definitions.__file__).parent
_STEPS = _FOLDER.parent
_JUDGING = ("shows", "does_not_", "confirms", "is_", "hears")
"""How the names of methods begin that fail where the product is not so."""
_FAILING = ("expect", "expect_absent", "require", "wait_for", "wait_for_function", "expect_event", "frequencies")
"""What such a method calls in the end."""
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


def _calls(function: ast.FunctionDef) -> set[str]:
    """The names of what a function calls, without its decorators."""
    calls = (node.func for statement in function.body for node in ast.walk(statement) if isinstance(node, ast.Call))
    return {call.attr if isinstance(call, ast.Attribute) else getattr(call, "id", "") for call in calls}


def _judges(name: str) -> bool:
    return name.lstrip("_").startswith(_JUDGING)


def _is_then(function: ast.FunctionDef) -> bool:
    return any(isinstance(one, ast.Call) and getattr(one.func, "id", "") == "then" for one in function.decorator_list)


THENS = {place: function for place, function in _functions() if _is_then(function)}
VERBS = {
    f"{path.relative_to(_STEPS)}:{node.name}": node
    for folder in ("screens/reference", "cast")
    for path in sorted((_STEPS / folder).rglob("*.py"))
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
    if isinstance(node, ast.FunctionDef) and _judges(node.name) and ast.unparse(node.returns or node) == "None"
}


@pytest.mark.parametrize("place", THENS)
def test_a_then_judges(place: str) -> None:
    assert any(map(_judges, _calls(THENS[place])))


@pytest.mark.parametrize("place", VERBS)
def test_what_judges_can_fail(place: str) -> None:
    verb = VERBS[place]
    raises = any(isinstance(node, ast.Raise) for node in ast.walk(verb))
    assert raises or any(call in _FAILING or _judges(call) for call in _calls(verb))
