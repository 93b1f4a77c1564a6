"""The parts of a source file that run as a whole."""

from deskproof.steps.impact.units import Range, bodies_of_lines, innermost, python_bodies

TEXT = '''A = 1


@decorated
def outer(
    a: int = A,
) -> int:
    """Says what."""

    def inner() -> None:
        pass

    return a


class Thing:
    b = 2

    async def method(self) -> None: ...

    @property
    def value(self) -> int:
        # a remark
        return 3
'''


def texts(ranges: tuple[Range, ...]) -> list[str]:
    return [TEXT[each.start : each.end].strip().splitlines()[0] for each in ranges]


def test_the_bodies_of_functions_are_the_parts_without_signatures_and_decorators() -> None:
    assert texts(python_bodies(TEXT)) == ['"""Says what."""', "pass", "return 3"]


def test_a_line_is_in_the_innermost_body_and_what_runs_at_loading_is_in_none() -> None:
    outer, inner, value = python_bodies(TEXT)
    bodies = bodies_of_lines(TEXT, (outer, inner, value))
    lines = TEXT.splitlines()
    assert [bodies[lines.index(line)] for line in ("A = 1", "    a: int = A,", "    b = 2")] == [None, None, None]
    assert bodies[lines.index("        pass")] == inner
    assert bodies[lines.index("    def inner() -> None:")] == outer
    assert bodies[lines.index("        return 3")] == value


def test_an_insertion_at_an_edge_is_not_inside() -> None:
    whole = Range(10, 20)
    assert innermost([whole, Range(12, 15)], Range(13, 14)) == Range(12, 15)
    assert innermost([whole], Range(10, 20)) == whole
    assert innermost([whole], Range(10, 10)) is None
    assert innermost([whole], Range(20, 20)) is None
    assert innermost([whole], Range(19, 21)) is None
