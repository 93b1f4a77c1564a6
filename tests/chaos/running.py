"""A run of real scenarios whose record is watched, so that something can go wrong at a chosen line of it."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

from watchfiles import watch

from deskproof.reports.record import Run
from tests.chaos.processes import Process, descendants

ROOT = Path(__file__).parents[2]
DESKPROOF = str(Path(sys.executable).with_name("deskproof"))
FEATURE = ("features/03_default_number.feature",)
RULE = (*FEATURE, "--tags", "@AD-029")
"""A part of it: fewer scenarios, and so fewer moments, in less time."""
TIMEOUT_SECONDS = 300
SCENARIO_SECONDS = 60
"""A browser that can open no more files may hang for ever."""
_LOOK_EVERY_MS = 20
_LOOK_AT_LEAST_EVERY_MS = 1_000


@dataclass(kw_only=True)
class Running:
    """A `deskproof` command that writes its runs into `out`."""

    out: Path
    process: subprocess.Popen[str]
    seen: dict[int, Process] = field(default_factory=dict)

    @property
    def folder(self) -> Path:
        """The folder of the newest run."""
        return max(path for path in self.out.iterdir() if path.is_dir() and not path.is_symlink())

    def reaches(self, lines: int) -> bool:
        """Wait until the record has so many lines; False where the run ends before."""
        changes = watch(
            self.out,
            step=_LOOK_EVERY_MS,
            debounce=_LOOK_EVERY_MS,
            rust_timeout=_LOOK_AT_LEAST_EVERY_MS,
            yield_on_timeout=True,
        )
        while self.process.poll() is None:
            if len(list(_lines(self.out))) >= lines:
                return True
            next(changes)
        return False

    def processes(self) -> list[Process]:
        """The processes of the run now, its own first."""
        found = [Process(pid=self.process.pid, command="deskproof"), *descendants(self.process.pid)]
        self.seen.update({process.pid: process for process in found})
        return found

    def ends(self) -> tuple[int, str]:
        """Wait for the end; the exit status and what was printed."""
        output, _ = self.process.communicate(timeout=TIMEOUT_SECONDS)
        return self.process.returncode, output


@contextmanager
def running(out: Path, *arguments: str, workers: int = 2) -> Iterator[Running]:
    """Starts `deskproof run`, of `FEATURE` by default, and kills what still runs at the end."""
    out.mkdir(parents=True, exist_ok=True)
    limit = ("--scenario-seconds", str(SCENARIO_SECONDS))
    command = (DESKPROOF, "run", "--out", str(out), "-n", str(workers), "--pictures", "failed", *limit)
    process = subprocess.Popen(
        [*command, *(arguments or FEATURE)],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        env=_environment(out.parent / "compiled"),
        process_group=0,
    )
    try:
        yield Running(out=out, process=process)
    finally:
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)


def _environment(compiled: Path) -> Mapping[str, str]:
    """That of a run, which takes the modules that an earlier run compiled, whatever this process does."""
    here = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return {**here, "NO_COLOR": "1", "PYTHONPYCACHEPREFIX": str(compiled)}


def written(out: Path) -> int:
    """How many lines the records in this folder have."""
    return len(list(_lines(out)))


def ended(run: Run) -> Counter[tuple[str, str]]:
    """The attempts that came to their end, by scenario and status."""
    return Counter(
        (scenario.id, attempt.status)
        for scenario in run.scenarios
        for attempt in scenario.attempts
        if not attempt.cut_short
    )


def _lines(out: Path) -> Iterator[bytes]:
    for file in out.glob("*/events-*.ndjson"):
        if not file.parent.is_symlink():
            yield from (line for line in file.read_bytes().splitlines(keepends=True) if line.endswith(b"\n"))
