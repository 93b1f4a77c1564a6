"""A worker ends when its controller does, and not before."""

import signal
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[3]

CONTROLLER = """
import subprocess, sys
from deskproof.steps.runner.controller_link import ControllerLink
link = ControllerLink()
worker = subprocess.Popen([sys.executable, "-c", sys.argv[1], str(link.port)], stdin=sys.stdin)
print(worker.pid, flush=True)
worker.wait()
print(worker.returncode, flush=True)
"""

WORKER = """
import sys
from deskproof.steps.runner.controller_link import end_with_controller
end_with_controller(int(sys.argv[1]))
print("connected", flush=True)
sys.stdin.read()
"""


def controller() -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", CONTROLLER, WORKER],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )


def test_a_worker_ends_with_a_controller_that_is_killed() -> None:
    with controller() as process:
        assert process.stdout is not None
        assert "connected\n" in (process.stdout.readline(), process.stdout.readline())
        process.send_signal(signal.SIGKILL)
        assert process.stdout.read() == ""  # returns when the worker, which has the other end, has ended too


def test_a_worker_that_is_done_ends_normally() -> None:
    with controller() as process:
        assert process.stdout is not None
        assert process.stdin is not None
        assert "connected\n" in (process.stdout.readline(), process.stdout.readline())
        process.stdin.close()
        assert process.stdout.readline() == "0\n"
