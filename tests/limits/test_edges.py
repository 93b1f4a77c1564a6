"""A limit that is one lower or one higher is noticed by the tests that docs/limits.md names for that side."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

import pytest

from tests import forks
from tests.limits.constants import Limit, changed_tree, limits

pytestmark = pytest.mark.nightly

_EDGES = [
    (limit, by, tests)
    for limit in limits()
    for by, proofs in ((-1, limit.lower), (+1, limit.higher))
    if (tests := [proof.test for proof in proofs if proof.test])
]

_ARGUMENTS = (
    "-q", "-p", "no:faker", "-p", "no:randomly", "-p", "no:cacheprovider",
    "-W", "ignore::pytest.PytestAssertRewriteWarning",
)  # fmt: skip


def run_tests(tree: Path, tests: Iterable[str]) -> tuple[int, str]:
    """Run tests in a copy of the project; pytest's exit status and output."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith("PYTEST_")}
    environment |= {"PYTHONPATH": f"{tree}/src", "EXPECT_MILLISECONDS": "8000"}
    done = forks.run("pytest", [*_ARGUMENTS, *tests], tree, environment=environment)
    return done.returncode, done.stdout + done.stderr


def test_the_tests_pass_where_nothing_is_changed(tmp_path: Path) -> None:
    status, output = run_tests(changed_tree(tmp_path), sorted({test for *_, tests in _EDGES for test in tests}))
    assert status == 0, output


@pytest.mark.parametrize(
    ("limit", "by", "tests"), _EDGES, ids=[f"{limit} {'lower' if by < 0 else 'higher'}" for limit, by, _ in _EDGES]
)
def test_a_limit_that_moves_by_one_is_noticed(tmp_path: Path, limit: Limit, by: int, tests: list[str]) -> None:
    status, output = run_tests(changed_tree(tmp_path, limit, by), tests)
    assert status == 1, output
