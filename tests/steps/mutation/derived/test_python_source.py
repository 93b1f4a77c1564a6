"""Each operator for Python, on a few lines of source."""

import ast

import pytest

from deskproof.steps.mutation.derived.python_source import changes

CASES = {
    "boundary": ("def f(now, end):\n    return now >= end\n", ["now > end"]),
    "boundary of a limit": ("TRIES = 5\n", ["TRIES = 6"]),
    "opposite": ("def f(a):\n    return a is None\n", ["a is not None"]),
    "drop-condition": ("def f(a, b):\n    return a and b\n", ["return ((b))", "return ((a))"]),
    "negate-condition": ("def f(a):\n    if a:\n        g()\n", ["if (not (a)):"]),
    "drop-statement": ("def f(a):\n    a.stop()\n    raise Refused\n", ["    pass\n    raise", "a.stop()\n    pass"]),
    "drop-event": ("def f():\n    return (A(), B())\n", ["return (B(),)", "return (A(),)"]),
    "double-event": ("def f():\n    return (A(),)\n", ["(A(), A(),)"]),
    "reorder-events": ("def f():\n    return (A(), B())\n", ["(B(), A())"]),
    "drop-reset": ("def f(s):\n    return replace(s, lost=None, tries=0)\n", ["replace(s, tries=0)", "(s, lost=None)"]),
    "drop-field": ('def f(a):\n    return {"a": a, "b": 1}\n', ['{"b": 1}', '{"a": a}']),
    "other-member": ("def f():\n    g(Reason.A)\n    h(Reason.B)\n", ["g(Reason.B)", "h(Reason.A)"]),
    "drop-row": ("NEXT = {A: 'b', C: 'd'}\n", ["{C: 'd'}", "{A: 'b'}"]),
    "drop-row of a tuple": ("ALL = (A, C)\n", ["(C,)", "(A,)"]),
    "exchange-values": ("NEXT = {A: 'b', C: 'd'}\n", ["{A: 'd', C: 'b'}"]),
}


@pytest.mark.parametrize(("source", "expected"), CASES.values(), ids=CASES)
def test_an_operator_makes_its_changes(source: str, expected: list[str], request: pytest.FixtureRequest) -> None:
    operator = request.node.callspec.id.split(" ")[0]
    made = [
        change.applied(source.encode()).decode() for change in changes(source.encode()) if change.operator == operator
    ]
    assert len(made) == len(expected)
    for text, part in zip(made, expected, strict=True):
        ast.parse(text)
        assert part in text


@pytest.mark.parametrize(
    "source",
    [
        "from a import b\n",
        '"""What this is."""\n',
        "if TYPE_CHECKING:\n    from a import b\n",
        "def f(a: int | None = None) -> list[int]:\n    x: dict[str, int]\n    return a\n",
        "__all__ = ['a', 'b']\n",
        "def f(a):\n    assert a is not None\n",
        "Answer = Callable[[int, str], Refusal | None]\n",
        "Wrong = Refusal | Denial | None\n",
    ],
)
def test_what_the_program_does_not_depend_on_is_left_alone(source: str) -> None:
    assert list(changes(source.encode())) == []


def test_a_scope_names_class_and_function_and_characters_count_as_bytes() -> None:
    source = 'class Å:\n    def f(self, a):\n        g("å", a < 1)\n'.encode()
    (change,) = [change for change in changes(source) if change.operator == "boundary"]
    assert change.scope == "Å.f"
    assert 'g("å", a <= 1)' in change.applied(source).decode()
