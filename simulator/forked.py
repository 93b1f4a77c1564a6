"""Simulators from other sources, started quickly: each is the fork of a process that has imported the libraries.

Rule: one server process of `multiprocessing` imports the simulator once. A fork of it drops every module of this
package and imports the package from its own source, so that nothing of the first source runs in it.
"""

from __future__ import annotations

import multiprocessing
import os
import runpy
import subprocess
import sys
from collections.abc import Sequence
from multiprocessing.connection import Connection, Pipe
from pathlib import Path
from typing import IO

_PACKAGE = "deskproof"
_PROGRAM = f"{_PACKAGE}.simulator"
_CONTEXT = multiprocessing.get_context("forkserver")
_CONTEXT.set_forkserver_preload([f"{_PROGRAM}.__main__", f"{_PROGRAM}.serving", __name__])


class Fork:
    """`python -m deskproof.simulator` as a fork, with the methods of `subprocess.Popen` that a `Server` uses. The fork
    ends when `stdin` is closed.
    """

    def __init__(self, source: Path, arguments: Sequence[str], stderr: IO[bytes]) -> None:
        """Start it from the package in this folder, with these arguments, its standard error going to this file."""
        theirs, self.stdin = Pipe(duplex=False)
        output, printed = Pipe(duplex=False)
        errors = Connection(os.dup(stderr.fileno()), readable=False)
        self._process = _CONTEXT.Process(
            target=_run, args=(str(source), list(arguments), theirs, printed, errors), daemon=True
        )
        self._process.start()
        for passed_on in (theirs, printed, errors):
            passed_on.close()
        self.stdout = os.fdopen(os.dup(output.fileno()), encoding="utf-8")
        output.close()
        self.pid = self._process.pid

    def poll(self) -> int | None:
        """Its exit status, or None while it runs."""
        return self._process.exitcode

    def wait(self, timeout: float | None = None) -> int:
        """Its exit status once it has ended. Raises TimeoutExpired where it runs longer than `timeout` seconds."""
        self._process.join(timeout)
        if self._process.exitcode is None:
            raise subprocess.TimeoutExpired(_PROGRAM, timeout or 0)
        return self._process.exitcode

    def kill(self) -> None:
        """End it at once."""
        self._process.kill()


def _run(source: str, arguments: list[str], stdin: Connection, stdout: Connection, stderr: Connection) -> None:
    os.setsid()
    for number, pipe in enumerate((stdin, stdout, stderr)):
        os.dup2(pipe.fileno(), number)
        pipe.close()
    os.chdir(source)
    sys.path.insert(0, source)
    for name in [name for name in sys.modules if name == _PACKAGE or name.startswith(f"{_PACKAGE}.")]:
        del sys.modules[name]
    sys.argv = [_PROGRAM, *arguments]
    runpy.run_module(_PROGRAM, run_name="__main__", alter_sys=True)
