"""Runs that are killed at a chosen line of their record, and what is left of them.

Rule: the moment is a fact (so many lines are written, the next one half), never a time. What must end is waited for by
its own end.
"""

from __future__ import annotations

import fcntl
import os
import select
import signal
import uuid
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from deskproof.reports.gate import Verdict, evaluate
from tests import forks

ROOT = Path(__file__).parents[2]
MARK = "DESKPROOF_TEST_MARK"
KILL_AT = "DESKPROOF_TEST_KILL_AT"
TIMEOUT_SECONDS = 120

CONFTEST = '''
import os
import signal
from pathlib import Path

from pytest_bdd import given, parsers, then

from deskproof.steps.errors import ProductFailure

from deskproof.reports.record import Recorder

pytest_plugins = ("deskproof.steps.runner.plugin",)

CONTROLLER = os.getppid() if "PYTEST_XDIST_WORKER" in os.environ else os.getpid()


def die():
    """Kill the controller of the run; in a worker, that is another process."""
    os.kill(CONTROLLER, signal.SIGKILL)


def counted(self, fact, **content):
    """Writes a line, or kills the run at the requested one; where there is only one process, within that line."""
    if self.worker == WATCHED and left and left.pop() and not left:
        if WATCHED == "main":
            self._file.write(b'{"fact":"' + fact.encode())
        die()
    write(self, fact, **content)


write = Recorder._write
left = [True] * int(os.environ.get("DESKPROOF_TEST_KILL_AT", 0))
WATCHED = os.environ.get("PYTEST_XDIST_WORKER", "main")
Recorder._write = counted


@given(parsers.parse("the number {number:d}"))
def _(number):
    pass


@then("all is well")
def _():
    pass

'''

SECOND_TIME = """

@then("it is well the second time")
def _():
    seen = Path("seen")
    if not seen.exists():
        seen.touch()
        raise ProductFailure("not yet")
"""
"""A step that fails once."""

FEATURE = "Feature: Tiny\n" + "".join(
    f"""
  @AD-001
  Scenario: Number {number}
    Given the number {number}
    Then all is well
"""
    for number in range(16)
)

GATE = """[rules.no-new-accessibility-violation]
off = "No scenario here opens a page."
[rules.approvals-current]
off = "Nobody looks at these."
[rules.detected]
off = "No product can be broken here."
[rules.enough-scenarios]
at_least = 1
"""


@dataclass(frozen=True, kw_only=True)
class Ended:
    """A command that has ended."""

    status: int
    output: str


@dataclass(frozen=True, kw_only=True)
class Project:
    """A project whose runs are killed. All their processes carry its mark."""

    folder: Path
    mark: str = field(default_factory=lambda: uuid.uuid4().hex)

    @property
    def latest(self) -> Path:
        """The run folder that `latest` leads to."""
        return (self.folder / "reports" / "out" / "latest").resolve()

    def deskproof(self, *arguments: str, kill_at: int = 0, **environment: str) -> Ended:
        """Run a command to its end, or until the line `kill_at` of a record; then wait for all its processes."""
        ours = {name: value for name, value in os.environ.items() if not name.startswith("PYTEST_")}
        done = forks.run(
            "deskproof",
            arguments,
            self.folder,
            environment={**ours, MARK: self.mark, KILL_AT: str(kill_at), **environment},
        )
        return Ended(status=done.returncode, output=done.stdout + done.stderr)

    def left_over(self) -> list[str]:
        """The processes of this project that do not end, by their command lines."""
        return [command for number, command in self._processes() if not _ends(number)]

    def _processes(self) -> list[tuple[int, str]]:
        found = []
        for place in Path("/proc").glob("[0-9]*"):
            try:
                if f"{MARK}={self.mark}".encode() in (place / "environ").read_bytes().split(b"\0"):
                    command = (place / "cmdline").read_bytes().replace(b"\0", b" ").decode(errors="replace")
                    found.append((int(place.name), command))
            except OSError:  # it has ended meanwhile, or is another user's
                continue
        return found

    def verdict(self) -> Verdict:
        """What the gate says of the latest run."""
        (self.folder / "gate.toml").write_text(GATE)
        return evaluate(
            self.latest,
            rules=self.folder / "gate.toml",
            quarantine=self.folder / "quarantine.toml",
            history=self.folder / "gate-history.db",
            today=date(2026, 1, 15),
        )


def wait_for_writers(run_folder: Path) -> None:
    """Return when no process writes the record any more."""
    for path in run_folder.glob("events-*.ndjson"):
        with path.open("rb") as file:
            fcntl.flock(file, fcntl.LOCK_SH)


def _ends(number: int) -> bool:
    """Whether the process ends in time."""
    try:
        handle = os.pidfd_open(number)
    except ProcessLookupError:
        return True
    try:
        ended, _, _ = select.select([handle], [], [], TIMEOUT_SECONDS)
        return bool(ended)
    finally:
        os.close(handle)


KILLED = -signal.SIGKILL
