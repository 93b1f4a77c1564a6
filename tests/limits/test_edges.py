"""A limit that is one lower or one higher is noticed by the tests that docs/limits.md names for that side."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

import pytest

from tests.limits.constants import Limit, changed_tree, limits

_EDGES = [
    (limit, by, tests)
    for limit in limits()
    for by, proofs in ((-1, limit.lower), (+1, limit.higher))
    if (tests := [proof.test for proof in proofs if proof.test])
]


def _pytest(tree: Path, tests: Iterable[str]) -> subprocess.CompletedProcess[str]:
    environment = {name: value for name, value in os.environ.items() if not name.startswith("PYTEST_")}
    environment["PYTHONPATH"] = str(tree / "src")
    return subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:randomly", "-p", "no:cacheprovider", *tests],
        cwd=tree, env=environment, capture_output=True, text=True, check=False,
    )  # fmt: skip


def test_the_tests_pass_where_nothing_is_changed(tmp_path: Path) -> None:
    done = _pytest(changed_tree(tmp_path), sorted({test for *_, tests in _EDGES for test in tests}))
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize(
    ("limit", "by", "tests"), _EDGES, ids=[f"{limit} {'lower' if by < 0 else 'higher'}" for limit, by, _ in _EDGES]
)
def test_a_limit_that_moves_by_one_is_noticed(tmp_path: Path, limit: Limit, by: int, tests: list[str]) -> None:
    done = _pytest(changed_tree(tmp_path, limit, by), tests)
    assert done.returncode == 1, done.stdout + done.stderr
