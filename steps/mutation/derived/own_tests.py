"""Tests of the product's own, run against derived defects.

Rule: tests of the same part as the changed file run, those closest to it first, and then those of the parts that need
that part, until one fails. A test that fails on the product without the defect too is left out. Of the tests of scripts
those run that read their source, and those that load a script which needs the changed one: tests of the whole desktop
cost more than scenarios.
"""

from __future__ import annotations

import re
import tempfile
from collections.abc import Callable, Collection, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from functools import cache
from itertools import takewhile
from pathlib import Path

import pytest

from deskproof.simulator.defects import PACKAGE, unchanged_source
from deskproof.steps.impact.imports import imports_of
from deskproof.steps.mutation.derived.catalogue import DESKTOP
from deskproof.steps.mutation.derived.forked_pytest import run_pytest
from deskproof.steps.mutation.derived.trials import Trial

_FAILED = re.compile(r"^(?:FAILED|ERROR) (?P<test>\S+(?: \S+)*?)(?: - .*)?$", re.MULTILINE)
_PYTEST = (
    "-q",
    "-rfE",
    "--tb=no",
    "-p",
    "no:cacheprovider",
    "-p",
    "no:randomly",
    "-p",
    "no:xdist",
    "-p",
    "no:schemathesis",
)
_CLOSEST = 4
"""So many files of tests are collected before the others, because most defects are noticed by one of them."""
_NEEDED_BY = {"domain": ("wire", "product"), "wire": ("product",)}
"""The parts whose tests run after those of a part, because they go through it."""
_LOADED = re.compile(r"/(?P<site>desktop|static)/(?P<script>[\w/-]+\.js)")
"""A script by its address: below `/desktop/` the desktop's, below `/static/` one of another site of the product."""
_SOURCE_TESTS = "source"

_HANGS = ("-o", "faulthandler_timeout=90", "-o", "faulthandler_exit_on_timeout=true")
"""No test takes so many seconds: the defect keeps it from ending. Then pytest exits with 1, without a summary."""

_WITHOUT_FAILURE = frozenset({pytest.ExitCode.OK, pytest.ExitCode.NO_TESTS_COLLECTED, pytest.ExitCode.USAGE_ERROR})


@dataclass(frozen=True, kw_only=True)
class OwnTests:
    """The tests in `folder`, a folder that has the same folders as the package; `root` is the project's folder."""

    root: Path
    folder: Path
    _failing: dict[str, bool] = field(default_factory=dict)
    """Whether a test fails without a defect, for those that were asked about."""

    def noticed(self, trials: Sequence[Trial], heard: Callable[[Trial, str], None], workers: int) -> None:
        """Run the tests against each of these defects; `heard` gets the test that fails."""
        with ThreadPoolExecutor(workers) as pool:
            for trial, test in zip(trials, pool.map(self._first_failure, trials), strict=True):
                if test is not None:
                    heard(trial, test)

    def _first_failure(self, trial: Trial) -> str | None:
        part = Path(trial.file).parts[0]
        files = self._files(trial.file, part)
        others = (self._files(trial.file, other) for other in _NEEDED_BY.get(part, ()))
        parts = (files[:_CLOSEST], files[_CLOSEST:], *others)
        return next((test for part in parts if (test := self._first_failure_of(part, trial))), None)

    def _first_failure_of(self, files: Sequence[str], trial: Trial) -> str | None:
        left_out: set[str] = set()
        while test := self._failure(trial.source, files, left_out):
            if not self._fails_without_defect(test):
                return test
            left_out.add(test)
        return None

    def _fails_without_defect(self, test: str) -> bool:
        if test not in self._failing:
            self._failing[test] = self._failure(unchanged_source, [test], ()) is not None
        return self._failing[test]

    def _files(self, file: str, part: str) -> list[str]:
        """The test files of a part for a file, the closest first; paths are relative to the project where they are in
        it.
        """
        found = [
            path
            for path in (self.folder / part).rglob("test_*.py")
            if not file.endswith(".js") or self._is_about(path, file)
        ]
        found.sort(key=lambda path: (_SOURCE_TESTS not in path.parts, _distance(path.relative_to(self.folder), file)))
        return [str(path.relative_to(self.root) if path.is_relative_to(self.root) else path) for path in found]

    def _is_about(self, test: Path, file: str) -> bool:
        loaded = _LOADED.findall(test.read_text(encoding="utf-8"))
        return _SOURCE_TESTS in test.parts or any(
            f"{DESKTOP}/{script}" in _needing(file) if site == "desktop" else file.endswith(f"/static/{script}")
            for site, script in loaded
        )

    def _failure(self, source: Callable[[Path], Path], tests: Sequence[str], left_out: Collection[str]) -> str | None:
        """The first test that fails on this source, of those that are not left out."""
        if not tests:
            return None
        with tempfile.TemporaryDirectory(prefix="deskproof-defect-") as folder:
            changed = source(Path(folder))
            self._complete(changed / PACKAGE.parent.name)
            arguments = [*tests, *_PYTEST, *_HANGS, f"--maxfail={len(left_out) + 1}"]
            status, printed = run_pytest(arguments, package=changed, folder=self.root)
        failed = [found["test"] for found in _FAILED.finditer(printed)]
        if not failed and status not in _WITHOUT_FAILURE:
            failed = [tests[0]]
        return next((test for test in failed if test not in left_out), None)

    def _complete(self, package: Path) -> None:
        """Put the rest of the project beside the simulator, so that its tests find all that they read."""
        (package / "__init__.py").write_text(f"__path__.append({str(PACKAGE.parent)!r})\n", encoding="utf-8")
        for path in self.root.iterdir():
            if not (package / path.name).exists():
                (package / path.name).symlink_to(path)


@cache
def _needing(file: str) -> frozenset[str]:
    """The scripts that load this one, itself among them; paths are below `simulator/`."""
    importers = _importers()
    found, new = {file}, [file]
    while new:
        new = [path for path in importers.get(new.pop(), ()) if path not in found] + new
        found.update(new)
    return frozenset(found)


@cache
def _importers() -> Mapping[str, frozenset[str]]:
    texts = {
        path.relative_to(PACKAGE).as_posix(): path.read_text(encoding="utf-8")
        for path in (PACKAGE / DESKTOP).rglob("*.js")
    }
    return imports_of(texts).importers


def _distance(test: Path, file: str) -> tuple[int, str]:
    """How far a test is from a file: how many folders of the file it does not share, and then its name."""
    path = Path(file.replace("-", "_")).with_suffix("")
    tested = tuple(part for part in path.parts if part != Path(DESKTOP).name)
    own = (*test.parent.parts, test.stem.removeprefix("test_"))
    shared = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(tested, own, strict=False)))
    return len(tested) - shared, str(test)
