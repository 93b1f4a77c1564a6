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
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import IO

from deskproof.simulator.control.client import Control

START_SECONDS = 60
STOP_SECONDS = 10
_LAST_LINES = 12


class ServerError(Exception):
    """The simulator did not start; the message says why, with the last lines it wrote."""


class Server:
    """A running simulator. Use as a context manager, or call `stop`."""

    def __init__(
        self,
        process: subprocess.Popen[str],
        complaints: IO[bytes],
        *,
        address: str,
        control_token: str,
        certificate: Path | None = None,
    ) -> None:
        self._process = process
        self._complaints = complaints
        self._last_words = ""
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

    def complaints(self) -> str:
        """What it wrote to standard error so far: nothing, unless something went wrong inside."""
        return self._last_words if self._complaints.closed else _text(self._complaints)

    def wait(self) -> int:
        """Return when the simulator has ended, with its exit status."""
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
        if not self._complaints.closed:
            self._last_words = _text(self._complaints)
            self._complaints.close()

    def __enter__(self) -> Server:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()


@dataclass(frozen=True, kw_only=True)
class Tls:
    """What https is served with: a certificate that names 127.0.0.1, and its private key, both as PEM."""

    certificate: Path
    key: Path


def start_server(
    port: int = 0,
    host: str = "127.0.0.1",
    *,
    tls: Tls | None = None,
    also_hosts: Sequence[str] = (),
    trusted_proxies: Sequence[str] = (),
    source: Path | None = None,
) -> Server:
    """Start `python -m deskproof.simulator` and return when it answers. `ServerError` when it cannot start.

    `also_hosts` are patterns of further hosts to serve the product under, such as `*.wbx2.com`. `trusted_proxies` are
    the addresses of those whose X-Forwarded-Proto and X-Forwarded-For are believed. `source` is the folder
    to take the package from, where that is not this one (`deskproof.simulator.defects.broken_source`).
    It runs in a session of its own, so that Ctrl-C reaches the parent alone, which then stops it in good order.
    """
    command = [
        sys.executable,
        "-m",
        "deskproof.simulator",
        "--host",
        host,
        "--port",
        str(port),
        "--ready-json",
        "--until-stdin-closes",
        *(f"--also-host={pattern}" for pattern in also_hosts),
        *(f"--trusted-proxy={address}" for address in trusted_proxies),
    ]
    if tls is not None:
        command += ["--tls-certificate", str(tls.certificate), "--tls-key", str(tls.key)]
    complaints = tempfile.TemporaryFile("a+b")  # noqa: SIM115  lives as long as the server
    process = subprocess.Popen(
        command,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=complaints,
        text=True,
        env={**os.environ, "PYTHONUNBUFFERED": "1"},
        cwd=source,  # where Python looks for the package first
        start_new_session=True,
    )
    patience = threading.Timer(START_SECONDS, process.kill)
    patience.start()
    try:
        line = process.stdout.readline() if process.stdout else ""
    except BaseException:
        process.kill()
        process.wait()
        raise
    finally:
        patience.cancel()
    if not line:
        raise _not_started(process, complaints)
    ready = json.loads(line)
    return Server(
        process,
        complaints,
        address=ready["address"],
        control_token=ready["controlToken"],
        certificate=tls.certificate if tls else None,
    )


def _not_started(process: subprocess.Popen[str], complaints: IO[bytes]) -> ServerError:
    status = process.wait()
    for pipe in (process.stdin, process.stdout):
        if pipe is not None:
            pipe.close()
    last = "\n".join(_text(complaints).splitlines()[-_LAST_LINES:]).removeprefix("Error: ")
    complaints.close()
    return ServerError(f"The simulator did not start (exit status {status}): {last or 'it wrote nothing.'}")


def _text(complaints: IO[bytes]) -> str:
    complaints.seek(0)
    return complaints.read().decode(errors="replace")
