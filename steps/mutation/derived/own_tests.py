"""Tests of the product's own, run against derived defects.

Rule: tests of the same part as the changed file run, those closest to it first, until one fails. A test that fails on
the product without the defect too is left out. Of the tests of scripts only those run that read their source: the
others use a browser, and cost more than scenarios.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from itertools import takewhile
from pathlib import Path

from deskproof.simulator.defects import PACKAGE, unchanged_source
from deskproof.steps.mutation.derived.trials import Trial

_FAILED = re.compile(r"^(?:FAILED|ERROR) (?P<test>\S+(?: \S+)*?)(?: - .*)?$", re.MULTILINE)
_PYTEST = ("-q", "-rfE", "--tb=no", "-p", "no:cacheprovider", "-p", "no:randomly", "-p", "no:xdist")
_SECONDS = 300
"""After so long the tests are taken for hanging, which is no detection."""


@dataclass(frozen=True, kw_only=True)
class OwnTests:
    """The tests in `folder`, a folder that has the same folders as the package; `root` is the project's folder."""

    root: Path
    folder: Path
    _failing: dict[str, tuple[str, ...]] = field(default_factory=dict)

    def noticed(self, trials: Sequence[Trial], heard: Callable[[Trial, str], None], workers: int) -> None:
        """Run the tests against each of these defects; `heard` gets the test that fails."""
        with ThreadPoolExecutor(workers) as pool:
            parts = sorted({_part(trial.file) for trial in trials})
            self._failing.update(zip(parts, pool.map(self._failures_without_defect, parts), strict=True))
            for trial, test in zip(trials, pool.map(self._first_failure, trials), strict=True):
                if test is not None:
                    heard(trial, test)

    def _failures_without_defect(self, part: str) -> tuple[str, ...]:
        return self._failures(unchanged_source, self._files(part))

    def _first_failure(self, trial: Trial) -> str | None:
        part = _part(trial.file)
        files = sorted(self._files(part), key=lambda file: _distance(file.relative_to(self.folder), trial.file))
        known = self._failing[part]
        failures = self._failures(trial.source, files, f"--maxfail={len(known) + 1}")
        return next((test for test in failures if test not in known), None)

    def _files(self, part: str) -> list[Path]:
        return sorted((self.folder / part).rglob("test_*.py"))

    def _failures(self, source: Callable[[Path], Path], files: Iterable[Path], *arguments: str) -> tuple[str, ...]:
        """The tests that fail on this source."""
        names = [str(file) for file in files]
        if not names:
            return ()
        with tempfile.TemporaryDirectory(prefix="deskproof-defect-") as folder:
            changed = source(Path(folder))
            self._complete(changed / PACKAGE.parent.name)
            environment = {**os.environ, "PYTHONPATH": str(changed)}
            command = [sys.executable, "-m", "pytest", *names, *_PYTEST, *arguments]
            try:
                done = subprocess.run(
                    command,
                    cwd=self.root,
                    env=environment,
                    capture_output=True,
                    text=True,
                    timeout=_SECONDS,
                    check=False,
                )
            except subprocess.TimeoutExpired:
                return ()
        return tuple(found["test"] for found in _FAILED.finditer(done.stdout))

    def _complete(self, package: Path) -> None:
        """Put the rest of the project beside the simulator, so that its tests find all that they read."""
        (package / "__init__.py").write_text(f"__path__.append({str(PACKAGE.parent)!r})\n", encoding="utf-8")
        for path in self.root.iterdir():
            if not (package / path.name).exists():
                (package / path.name).symlink_to(path)


def _part(file: str) -> str:
    """The folder of its tests."""
    part = Path(file).parts[0]
    return f"{part}/source" if file.endswith(".js") else part


def _distance(test: Path, file: str) -> tuple[int, str]:
    """How far a test is from a file: how many folders of the file it does not share, and then its name."""
    tested = Path(file).with_suffix("").parts
    own = (*test.parent.parts, test.stem.removeprefix("test_"))
    shared = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(tested, own, strict=False)))
    return len(tested) - shared, str(test)
