"""Workers do not outlive the process that leads the run, whatever ends it.

Rule: a worker waits on a connection that only the leader's end can break, and then ends at once. So a worker never goes
on against a simulator that is going away, and never tells of that as if it were the scenario's doing.
"""

from __future__ import annotations

import contextlib
import os
import signal
import socket
import threading


class ControllerLink:
    """What the leader holds; the system lets go of it when the leader ends, also when it is killed."""

    def __init__(self) -> None:
        self._listening = socket.create_server(("127.0.0.1", 0), backlog=socket.SOMAXCONN)

    @property
    def port(self) -> int:
        """Where workers hold on."""
        port: int = self._listening.getsockname()[1]
        return port

    def close(self) -> None:
        """Let go, after the last worker has ended."""
        self._listening.close()


def end_with_controller(port: int) -> None:
    """From now on, end this process when the leader that holds the lifeline at `port` does."""
    line = socket.create_connection(("127.0.0.1", port))
    threading.Thread(target=_wait, args=[line], daemon=True, name="lifeline").start()


def _wait(line: socket.socket) -> None:
    with contextlib.suppress(ConnectionError):
        line.recv(1)  # the leader never writes: only its end brings this back
    os.kill(os.getpid(), signal.SIGKILL)
