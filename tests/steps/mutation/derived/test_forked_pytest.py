"""Pytest in a fork: it takes the package from the named folder, and nothing of this process."""

from pathlib import Path

from deskproof.simulator.defects import PACKAGE, unchanged_source
from deskproof.steps.mutation.derived.forked_pytest import run_pytest

PLACES = """
import deskproof.simulator.domain.values as values
import respx


def test_places():
    print("from", values.__file__)


def test_that_fails():
    assert False
"""


def test_a_fork_runs_tests_of_another_source(tmp_path: Path) -> None:
    source = unchanged_source(tmp_path / "source")
    (source / "deskproof" / "__init__.py").write_text(f"__path__.append({str(PACKAGE.parent)!r})\n")
    tests = tmp_path / "tests"
    tests.mkdir()
    (tests / "test_places.py").write_text(PLACES)
    for _ in range(2):
        status, printed = run_pytest(["-q", "-s", "-p", "no:cacheprovider"], package=source, folder=tests)
        assert status == 1
        assert f"from {source}" in printed
        assert "1 failed, 1 passed" in printed
