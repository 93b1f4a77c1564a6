"""Starts the simulator in a child process and stops it again: what the harness and `deskproof serve` use.

Rule: the child never outlives its parent; it ends when its standard input does.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import threading
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from types import TracebackType
from typing import IO

from deskproof.simulator.certificate import Tls
from deskproof.simulator.control.client import Control
from deskproof.simulator.forked import Fork
from deskproof.simulator.runtime.limits import Limits, limit_options

__all__ = ["Limits", "Server", "ServerError", "limit_options", "start_server"]

START_SECONDS = 60
STOP_SECONDS = 10
_LAST_LINES = 12


class ServerError(Exception):
    """The simulator did not start; the message has the last lines of its standard error."""


class Server:
    """A running simulator. Use as a context manager, or call `stop`."""

    def __init__(
        self,
        process: subprocess.Popen[str] | Fork,
        stderr: IO[bytes],
        *,
        address: str,
        control_token: str,
        certificate: Path | None = None,
    ) -> None:
        self._process = process
        self._stderr = stderr
        self._final_stderr = ""
        self.address = address
        self.control_token = control_token
        self._certificate = certificate

    def __repr__(self) -> str:
        return f"Server({self.address!r})"

    def control(self) -> Control:
        """A client of its control plane."""
        return Control(address=self.address, token=self.control_token, certificate=self._certificate)

    @property
    def running(self) -> bool:
        """Whether the child process is alive."""
        return self._process.poll() is None

    def stderr(self) -> str:
        """Its standard error so far; empty unless something went wrong."""
        return self._final_stderr if self._stderr.closed else _text(self._stderr)

    def wait(self) -> int:
        """Wait until the simulator has ended; its exit status."""
        return self._process.wait()

    def stop(self) -> None:
        """End the simulator and wait until it is gone; its tenants and sockets close at once. Safe to call twice."""
        if self._process.stdin is not None and not self._process.stdin.closed:
            self._process.stdin.close()
        try:
            self._process.wait(STOP_SECONDS)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        if self._process.stdout is not None:
            self._process.stdout.close()
        if not self._stderr.closed:
            self._final_stderr = _text(self._stderr)
            self._stderr.close()

    def __enter__(self) -> Server:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()


def start_server(
    port: int = 0,
    host: str = "127.0.0.1",
    *,
    tls: Tls | None = None,
    vendor_hosts: bool = False,
    trusted_proxies: Sequence[str] = (),
    limits: Limits = Limits(),
    source: Path | None = None,
    module: str = "deskproof.simulator",
) -> Server:
    """Start `python -m deskproof.simulator` and return when it answers. `ServerError` when it cannot start.

    With `tls` it speaks https; with `vendor_hosts`, which needs that, it answers at the vendor's host names too.
    `trusted_proxies` are the addresses whose X-Forwarded-Proto and X-Forwarded-For are trusted, `limits` how much it
    holds. `source` is the folder of the package to run, where that is not this one
    (`deskproof.simulator.defects.broken_source`); it starts as a fork, which is quicker. Without it, `module` is a
    module to run in place of the simulator, which takes its arguments. The process has its own session, so that Ctrl-C
    reaches the parent only, which then stops it.
    """
    arguments = [
        "--host",
        host,
        "--port",
        str(port),
        "--ready-json",
        "--until-stdin-closes",
        *(["--vendor-hosts"] if vendor_hosts else []),
        *(f"--trusted-proxy={address}" for address in trusted_proxies),
        *(f"--most-{what}={most}" for what, most in asdict(limits).items()),
    ]
    if tls is not None:
        arguments += ["--tls-certificate", str(tls.certificate), "--tls-key", str(tls.key)]
    stderr = tempfile.TemporaryFile("a+b")  # noqa: SIM115  lives as long as the server
    process = _popen(module, arguments, stderr) if source is None else Fork(source, arguments, stderr)
    deadline = threading.Timer(START_SECONDS, process.kill)
    deadline.start()
    try:
        line = process.stdout.readline() if process.stdout else ""
    except BaseException:
        process.kill()
        process.wait()
        raise
    finally:
        deadline.cancel()
    if not line:
        raise _not_started(process, stderr)
    ready = json.loads(line)
    return Server(
        process,
        stderr,
        address=ready["address"],
        control_token=ready["controlToken"],
        certificate=tls.certificate if tls else None,
    )


def _popen(module: str, arguments: Sequence[str], stderr: IO[bytes]) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", module, *arguments],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=stderr,
        text=True,
        env={**os.environ, "PYTHONUNBUFFERED": "1"},
        start_new_session=True,
    )


def _not_started(process: subprocess.Popen[str] | Fork, stderr: IO[bytes]) -> ServerError:
    status = process.wait()
    for pipe in (process.stdin, process.stdout):
        if pipe is not None:
            pipe.close()
    last = "\n".join(_text(stderr).splitlines()[-_LAST_LINES:]).removeprefix("Error: ")
    stderr.close()
    return ServerError(f"The simulator did not start (exit status {status}): {last or 'nothing on standard error.'}")


def _text(stderr: IO[bytes]) -> str:
    stderr.seek(0)
    return stderr.read().decode(errors="replace")
