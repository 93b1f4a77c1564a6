"""Programs that start at once: each is a process of its own, forked from one that has imported all libraries.

Rule: only for a program that a test runs to its end. One that is sent a signal, or asked questions, is started as
people start it.
"""

from __future__ import annotations

import atexit
import functools
import json
import os
import select
import signal
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from subprocess import CompletedProcess
from typing import Literal

TIMEOUT_SECONDS = 300


def run(
    program: Literal["deskproof", "pytest"],
    arguments: Sequence[str],
    folder: Path,
    *,
    environment: Mapping[str, str] | None = None,
) -> CompletedProcess[str]:
    """Run the program in `folder` to its end, as `subprocess.run` does."""
    with tempfile.TemporaryDirectory() as kept:
        output, errors = (Path(kept, name) for name in ("output", "errors"))
        request = {
            "program": program,
            "arguments": list(arguments),
            "folder": str(folder),
            "environment": dict(os.environ if environment is None else environment),
            "output": str(output),
            "errors": str(errors),
        }
        status = _answer(_server(), json.dumps(request))
        texts = [path.read_text(encoding="utf-8") if path.exists() else "" for path in (output, errors)]
    return CompletedProcess([program, *arguments], status, *texts)


@functools.cache
def _server() -> subprocess.Popen[str]:
    """The process that forks, one for all tests of this process."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith("PYTEST_")}
    server = subprocess.Popen(
        [sys.executable, Path(__file__).with_name("fork_server.py")],
        env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, start_new_session=True,
    )  # fmt: skip
    atexit.register(_end, server)
    return server


def _answer(server: subprocess.Popen[str], request: str) -> int:
    assert server.stdin
    assert server.stdout
    print(request, file=server.stdin, flush=True)
    try:
        answered, _, _ = select.select([server.stdout], [], [], TIMEOUT_SECONDS)
        line = server.stdout.readline() if answered else ""
        if not line:
            raise AssertionError(f"No answer within {TIMEOUT_SECONDS} seconds: {request}")
    except BaseException:
        os.killpg(server.pid, signal.SIGKILL)
        _server.cache_clear()
        raise
    return int(line)


def _end(server: subprocess.Popen[str]) -> None:
    assert server.stdin
    assert server.stdout
    server.stdin.close()
    server.wait()
    server.stdout.close()
