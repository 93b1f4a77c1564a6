"""Who may say that the product failed: a look at the source of the whole harness."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from deskproof import steps
from deskproof.steps.errors import HarnessError, ProductFailure, require, unknown

_FOLDER = Path(next(iter(steps.__path__)))
_LOOKING_AT_THE_PRODUCT = {
    "errors.py",  # where it is defined
    "cast/customer.py",
    "cast/facts.py",
    "cast/floor.py",
    "cast/mailbox.py",
    "cast/browser/network.py",
    "cast/phones.py",
    "cast/browser/site_data.py",
    "cast/browser/voice.py",
    "runner/scenario_recorder.py",  # what no step asked for
}
"""What reads from the tenant or the browser how things are, beside the screens."""


def _looks(name: str) -> bool:
    return name in _LOOKING_AT_THE_PRODUCT or name.startswith(("screens/", "project/templates/"))


def _nodes() -> Iterator[tuple[str, ast.AST]]:
    files = sorted(_FOLDER.rglob("*.py"))
    assert len(files) > 100
    for path in files:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            yield path.relative_to(_FOLDER).as_posix(), node


def _asserts(node: ast.AST) -> bool:
    """`assert`, `raise AssertionError`, `pytest.fail`, unittest's and pytest's other ways to the same."""
    if isinstance(node, ast.Raise):
        raised = node.exc.func if isinstance(node.exc, ast.Call) else node.exc
        return isinstance(raised, ast.Name) and raised.id in ("AssertionError", "Failed")
    if isinstance(node, ast.Attribute):
        return isinstance(node.value, ast.Name) and (node.value.id, node.attr) in (
            ("pytest", "fail"),
            ("pytest", "xfail"),
        )
    return isinstance(node, ast.Assert)


@pytest.mark.parametrize(
    "text", ["assert x", "raise AssertionError", "raise AssertionError('x')", "pytest.fail('x')", "pytest.xfail()"]
)
def test_every_way_to_assert_is_noticed(text: str) -> None:
    assert any(_asserts(node) for node in ast.walk(ast.parse(text)))


def test_nothing_in_the_harness_asserts() -> None:
    found = [f"{name}:{node.lineno}" for name, node in _nodes() if _asserts(node)]  # type: ignore[attr-defined]
    assert found == [], "raise HarnessError, or let a screen or the facts judge the product"


def test_only_what_looks_at_the_product_judges_it() -> None:
    found = {
        name
        for name, node in _nodes()
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id in ("ProductFailure", "Unexpected", "require", "expect")
    }
    assert {"cast/facts.py", "screens/reference/signing_in/station.py"} <= found
    assert {name for name in found if not _looks(name)} == set()


def test_what_is_required_and_not_so_is_a_failure_of_the_product() -> None:
    require(True, "never read")
    with pytest.raises(ProductFailure, match=r"^seen: 2$"):
        require([], "seen: 2")


def test_what_is_unknown_is_named_with_what_there_is_the_closest_first() -> None:
    error = unknown("team", "Suport", ["Billing", "Sales", "Support"])
    assert isinstance(error, HarnessError)
    assert (
        str(error)
        == 'There is no team "Suport" here; there are Support, Billing, Sales. Check the spelling in the step.'
    )


def test_of_many_only_some_are_named() -> None:
    text = str(unknown("team", "Team 77x", (f"Team {number}" for number in range(1000))))
    assert "Team 77, " in text
    assert " and 988 more." in text
    assert "there are none." in str(unknown("team", "Support", ()))
