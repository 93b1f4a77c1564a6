"""Tries a mutant: the tests of its module and of its folder run on a copy of the project that has it.

Rule: a copy is links to the project and one changed file. A test that fails without the mutant too does not count.
"""

from __future__ import annotations

import re
import tempfile
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from deskproof.steps.mutation.derived.catalogue import DerivedDefect
from deskproof.steps.mutation.derived.forked_pytest import run_pytest
from tests.mutants.mutants import ROOT

_FAILED = re.compile(r"^(?:FAILED|ERROR) (?P<test>\S+(?: \S+)*?)(?: - .*)?$", re.MULTILINE)
_WITHOUT = ("cacheprovider", "randomly", "xdist", "schemathesis")
_ENDS = ("-o", "faulthandler_timeout=90", "-o", "faulthandler_exit_on_timeout=true")
_PYTEST = ("-q", "-rfE", "--tb=no", *(part for name in _WITHOUT for part in ("-p", f"no:{name}")), *_ENDS)
_WITHOUT_FAILURE = frozenset({pytest.ExitCode.OK, pytest.ExitCode.NO_TESTS_COLLECTED})


@dataclass(frozen=True, kw_only=True)
class ClosestTests:
    """The tests of a project; `_failing` has those that were asked about, and whether they fail without a mutant."""

    root: Path = ROOT
    _failing: dict[str, bool] = field(default_factory=dict)

    def noticing(self, mutant: DerivedDefect) -> str | None:
        """The first test that fails with this mutant; None where none does."""
        left_out: set[str] = set()
        for tests in self._closest(mutant.file):
            while test := self._failure(tests, left_out, mutant):
                if not self._fails_anyway(test):
                    return test
                left_out.add(test)
        return None

    def _closest(self, file: str) -> Iterator[list[str]]:
        """The tests of the module, then those of its folder."""
        path = Path("tests") / file
        own = path.with_name(f"test_{path.stem.removeprefix('__init__') or path.parent.name}.py")
        if (self.root / own).is_file():
            yield [str(own)]
        if len(path.parent.parts) > 2 and (self.root / path.parent).is_dir():
            yield [str(path.parent)]

    def _fails_anyway(self, test: str) -> bool:
        if test not in self._failing:
            self._failing[test] = self._failure([test], ()) is not None
        return self._failing[test]

    def _failure(self, tests: list[str], left_out: Collection[str], mutant: DerivedDefect | None = None) -> str | None:
        with tempfile.TemporaryDirectory(prefix="deskproof-mutant-") as folder:
            package = Path(folder)
            copy(self.root, package / "deskproof", mutant)
            status, printed = run_pytest(
                [*tests, *_PYTEST, f"--maxfail={len(left_out) + 1}"], package=package, folder=self.root
            )
        failed = [found["test"] for found in _FAILED.finditer(printed)]
        if not failed and status not in _WITHOUT_FAILURE:
            failed = [tests[0]]
        return next((test for test in failed if test not in left_out), None)


def copy(root: Path, package: Path, mutant: DerivedDefect | None) -> None:
    """Make the package of the project at another place: links, and one file with the mutant."""
    changed = Path(mutant.file) if mutant else None
    _link(root / "src" / "deskproof", package, changed)
    if changed and mutant:
        (package / changed).write_bytes(mutant.change.applied((root / changed).read_bytes()))


def _link(original: Path, folder: Path, changed: Path | None) -> None:
    folder.mkdir(parents=True)
    for entry in original.iterdir():
        if changed and entry.name == changed.parts[0]:
            if len(changed.parts) > 1:
                _link(entry, folder / entry.name, Path(*changed.parts[1:]))
        elif entry.name != "__pycache__":
            (folder / entry.name).symlink_to(entry.resolve())
