"""What a change of one source file touches."""

import pytest

from deskproof.steps.impact.edits import Touched, touched_in_python, touched_in_script
from deskproof.steps.impact.units import Range, python_bodies

PYTHON = """LIMIT = 3


def one(a: int) -> int:
    b = a
    return b


class Thing:
    def two(self) -> int:
        def inner() -> int:
            return 1

        return inner()
"""
ONE, TWO, INNER = python_bodies(PYTHON)


@pytest.mark.parametrize(
    ("old", "new", "functions", "loading"),
    [
        ("return b", "return b + 1", {ONE}, False),
        ("    b = a\n", "    c = 0\n    b = a\n", {ONE}, False),
        ("    return b\n", "    return b\n    return a\n", {ONE}, False),
        ("return 1", "return 2", {INNER}, False),
        ("return inner()", "return 2 * inner()", {TWO}, False),
        ("LIMIT = 3", "LIMIT = 4", set(), True),
        ("one(a: int)", "one(a: int = 2)", set(), True),
        ("def two", "@property\n    def two", set(), True),
        ("LIMIT = 3", "LIMIT = 3  # three", set(), False),
        ("\n\nclass", "\n\n\nclass", set(), False),
        ("class Thing", "def three() -> None:\n    pass\n\n\nclass Thing", set(), True),
        ("return b", "return (", set(), True),
    ],
)
def test_a_change_of_python_touches_the_bodies_that_it_is_in(
    old: str, new: str, functions: set[Range], loading: bool
) -> None:
    assert PYTHON.count(old) == 1
    found = touched_in_python(PYTHON, PYTHON.replace(old, new))
    assert found == Touched(functions=frozenset(functions), loading=loading)


SCRIPT = """const LIMIT = 3;

export function one(a) {
  return a + LIMIT;
}

const two = (list) => list.map((each) => each + 1);
"""


def range_of(text: str) -> Range:
    start = SCRIPT.index(text)
    return Range(start, start + len(text))


FUNCTION = range_of("function one(a) {\n  return a + LIMIT;\n}")
ARROW = range_of("(list) => list.map((each) => each + 1)")
EACH = range_of("(each) => each + 1")


@pytest.mark.parametrize(
    ("old", "new", "functions", "loading"),
    [
        ("return a + LIMIT", "return a - LIMIT", {FUNCTION}, False),
        ("each + 1", "each + 2", {EACH}, False),
        ("list.map", "list.flatMap", {ARROW}, False),
        ("LIMIT = 3", "LIMIT = 4", set(), True),
        ("  return a", "  if (a) {\n    a += 1;\n  }\n  return a", {FUNCTION}, False),
        (
            "  return a + LIMIT;\n}",
            "  return a;\n}\nconst B = 2;\nfunction three() {\n  return B;\n}",
            {FUNCTION},
            True,
        ),
        ("const two", "const TWO", set(), True),
    ],
)
def test_a_change_of_a_script_touches_the_functions_that_it_is_in(
    old: str, new: str, functions: set[Range], loading: bool
) -> None:
    assert SCRIPT.count(old) == 1
    found = touched_in_script(SCRIPT, SCRIPT.replace(old, new), [FUNCTION, ARROW, EACH])
    assert found.loading == loading
    assert found.functions <= functions if loading else found.functions == functions


def test_nothing_is_touched_where_nothing_changed() -> None:
    assert touched_in_script(SCRIPT, SCRIPT, [FUNCTION]) == Touched()
    assert touched_in_python(PYTHON, PYTHON) == Touched()
