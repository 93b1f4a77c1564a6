"""A simulator from another source: it runs that source alone, and starts and ends as any other does."""

import os
import signal
import socket
import subprocess
import sys
from pathlib import Path

import httpx
import pytest

from deskproof.simulator.defects import SourceDefect, broken_source
from deskproof.simulator.server import Server, ServerError, start_server


def defect(file: str, find: str, replace: str) -> SourceDefect:
    return SourceDefect(name="it", en="It.", sv="Det.", claims=("AD-001",), file=file, find=find, replace=replace)


def numbering_of(source: str) -> SourceDefect:
    return defect("desktop/numbering.py", 'f"phonenumbers {phonenumbers.__version__}"', f'"{source}"')


def source_of_numbering(server: Server) -> str:
    with server.control() as control:
        host = control.create_tenant().desktop_url.removeprefix("http://").rstrip("/")
    answer = httpx.get(f"{server.address}/desktop/numbering.json", headers={"Host": host}, trust_env=False)
    source: str = answer.json()["source"]
    return source


def test_it_runs_its_own_source(tmp_path: Path) -> None:
    with start_server(source=broken_source(numbering_of("a guess"), tmp_path)) as changed, start_server() as sound:
        assert source_of_numbering(changed) == "a guess"
        assert source_of_numbering(sound).startswith("phonenumbers ")
        assert changed.running
    assert (changed.running, changed.stderr(), changed.wait()) == (False, "", 0)


def test_one_runs_beside_another(tmp_path: Path) -> None:
    with (
        start_server(source=broken_source(numbering_of("one"), tmp_path / "one")) as one,
        start_server(source=broken_source(numbering_of("two"), tmp_path / "two")) as two,
    ):
        assert one.control_token != two.control_token
        assert (source_of_numbering(one), source_of_numbering(two)) == ("one", "two")


def test_one_that_cannot_start_says_why(tmp_path: Path) -> None:
    found = defect("serving.py", "import uvicorn\n", "import nonesuch\n")
    with pytest.raises(ServerError, match=r"(?s)^The simulator did not start \(exit status 1\): .*nonesuch"):
        start_server(source=broken_source(found, tmp_path))


def test_it_ends_when_its_parent_is_killed(tmp_path: Path) -> None:
    source = broken_source(defect("serving.py", "GRACE_SECONDS = 2", "GRACE_SECONDS = 1"), tmp_path)
    program = (
        "import sys; from pathlib import Path; from deskproof.simulator.server import start_server; "
        "s = start_server(source=Path(sys.argv[1])); print(s.address, flush=True); sys.stdin.read()"
    )
    command = [sys.executable, "-c", program, str(source)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as parent:
        assert parent.stdout is not None
        host, port = parent.stdout.readline().strip().removeprefix("http://").split(":")
        with socket.create_connection((host, int(port))) as line:
            os.kill(parent.pid, signal.SIGKILL)
            assert line.recv(1) == b""  # the simulator has let go of its connections
