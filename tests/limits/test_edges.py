"""A limit that is one lower or one higher is noticed by the tests that docs/limits.md names for that side."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import pytest

from tests.limits.constants import Limit, changed_tree, limits

_EDGES = [
    (limit, by, tests)
    for limit in limits()
    for by, proofs in ((-1, limit.lower), (+1, limit.higher))
    if (tests := [proof.test for proof in proofs if proof.test])
]

RunTests = Callable[[Path, Iterable[str]], tuple[int, str]]
"""Runs tests in a copy of the project; returns pytest's exit status and output."""


@pytest.fixture(scope="module")
def run_tests(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunTests]:
    """One process for all runs of the module (`forked_pytest.py`)."""
    output = tmp_path_factory.mktemp("output") / "pytest.txt"
    environment = {name: value for name, value in os.environ.items() if not name.startswith("PYTEST_")}
    with subprocess.Popen(
        [sys.executable, "-W", "ignore", Path(__file__).with_name("forked_pytest.py")],
        env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
    ) as process:  # fmt: skip
        requests, statuses = process.stdin, process.stdout
        assert requests
        assert statuses

        def run(tree: Path, tests: Iterable[str]) -> tuple[int, str]:
            print(
                json.dumps({"tree": str(tree), "tests": list(tests), "output": str(output)}), file=requests, flush=True
            )
            return int(statuses.readline()), output.read_text(encoding="utf-8")

        yield run


def test_the_tests_pass_where_nothing_is_changed(tmp_path: Path, run_tests: RunTests) -> None:
    status, output = run_tests(changed_tree(tmp_path), sorted({test for *_, tests in _EDGES for test in tests}))
    assert status == 0, output


@pytest.mark.parametrize(
    ("limit", "by", "tests"), _EDGES, ids=[f"{limit} {'lower' if by < 0 else 'higher'}" for limit, by, _ in _EDGES]
)
def test_a_limit_that_moves_by_one_is_noticed(
    tmp_path: Path, run_tests: RunTests, limit: Limit, by: int, tests: list[str]
) -> None:
    status, output = run_tests(changed_tree(tmp_path, limit, by), tests)
    assert status == 1, output
