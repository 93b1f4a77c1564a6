"""Runs a command and writes as JSON what it cost: `wall` and `cpu` in seconds, of all its processes.

`python -m tests.bench.cost COMMAND…`. Orphans of the command are adopted and waited for, so that the processor time of
browsers and workers counts. Linux only: elsewhere nobody can adopt them.
"""

from __future__ import annotations

import contextlib
import ctypes
import json
import os
import resource
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

_PR_SET_CHILD_SUBREAPER = 36


@dataclass(frozen=True, kw_only=True)
class Cost:
    """Seconds on the wall clock and of processors."""

    wall: float
    cpu: float


class Failed(Exception):
    """A command of the bench failed; the message has its last lines."""


def cost_of(command: Sequence[str | Path], *, cwd: Path, environment: Mapping[str, str] | None = None) -> Cost:
    """What the command costs, from start to end. Raises Failed."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.bench.cost", *map(str, command)],
        cwd=cwd, env={**os.environ, **(environment or {})}, capture_output=True, text=True, check=False,
    )  # fmt: skip
    lines = done.stdout.splitlines()
    if done.returncode:
        raise Failed(
            f"{' '.join(map(str, command))} failed ({done.returncode}):\n" + "\n".join(lines[-20:]) + done.stderr
        )
    return Cost(**json.loads(lines[-1]))


def _measure(command: Sequence[str]) -> int:
    ctypes.CDLL(None, use_errno=True).prctl(_PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0)
    began = time.perf_counter()
    status = subprocess.run(command, stdin=subprocess.DEVNULL, check=False).returncode
    wall = time.perf_counter() - began
    with contextlib.suppress(ChildProcessError):
        while True:
            os.waitpid(-1, 0)
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    print("\n" + json.dumps({"wall": round(wall, 3), "cpu": round(used.ru_utime + used.ru_stime, 3)}))
    return status


if __name__ == "__main__":
    sys.exit(_measure(sys.argv[1:]))
