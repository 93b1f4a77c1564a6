"""Workers do not outlive the controller, whatever ends it.

Rule: a worker waits on a connection that breaks only when the controller ends, and then ends at once. So a worker does
not continue against a simulator that is ending, and does not report that as an outcome of its scenario.
"""

from __future__ import annotations

import contextlib
import os
import signal
import socket
import threading


class ControllerLink:
    """The controller's end of the connections; the system closes it when the controller ends or is killed."""

    def __init__(self) -> None:
        self._listening = socket.create_server(("127.0.0.1", 0), backlog=socket.SOMAXCONN)

    @property
    def port(self) -> int:
        """The port that workers connect to."""
        port: int = self._listening.getsockname()[1]
        return port

    def close(self) -> None:
        """Close it, after the last worker has ended."""
        self._listening.close()


def end_with_controller(port: int) -> None:
    """From now on, end this process when the controller that listens at `port` ends."""
    line = socket.create_connection(("127.0.0.1", port))
    threading.Thread(target=_wait, args=[line], daemon=True, name="controller-link").start()


def _wait(line: socket.socket) -> None:
    with contextlib.suppress(ConnectionError):
        line.recv(1)  # the controller never writes: this returns only at its end
    os.kill(os.getpid(), signal.SIGKILL)
