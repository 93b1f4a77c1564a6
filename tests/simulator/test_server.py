"""The simulator as a child process: it starts, answers, and ends when it should."""

import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator

import httpx
import pytest
from websockets.sync.client import connect

from deskproof.simulator.control.client import Unreachable
from deskproof.simulator.server import Server, ServerError, start_server

PORT_KEEPER = socket.AF_INET, socket.SOCK_STREAM


@pytest.fixture
def server() -> Iterator[Server]:
    with start_server() as server:
        yield server


def test_it_starts_answers_and_stops(server: Server) -> None:
    with server.control() as control:
        tenant = control.create_tenant(frozen_at="2026-01-15T09:00:00Z")
        assert tenant.now().isoformat() == "2026-01-15T09:00:00+00:00"
        server.stop()
        assert not server.running
        with pytest.raises(Unreachable):
            control.tenants()
    server.stop()
    assert server.stderr() == ""


def test_the_token_reaches_no_log(server: Server) -> None:
    bad = {"Authorization": f"Bearer {server.control_token}"}
    for path in (
        "/_control/v1/tenants/t-9",
        "/_control/v1/nothing",
        f"/{server.control_token}",
        f"/?t={server.control_token}",
    ):
        httpx.get(f"{server.address}{path}", headers=bad, trust_env=False)
    assert server.control_token not in repr(server)
    assert server.control_token not in server.stderr()


def test_an_open_wait_does_not_delay_the_end(server: Server) -> None:
    host, port = server.address.removeprefix("http://").split(":")
    body = b'{"name": "AgentSignedOut", "timeoutSeconds": 60}'
    with server.control() as control, socket.create_connection((host, int(port))) as line:
        tenant = control.create_tenant(frozen_at="2026-01-15T09:00:00Z")
        line.sendall(
            f"POST /_control/v1/tenants/{tenant.id}/facts/wait HTTP/1.1\r\nHost: {host}\r\n"
            f"Content-Type: application/json\r\nAuthorization: Bearer {server.control_token}\r\n"
            f"Content-Length: {len(body)}\r\n\r\n".encode()
            + body
        )
        assert tenant.clock().frozen  # answered after the wait was taken up
        server.stop()
        assert line.recv(1_024).startswith(b"HTTP/1.1 409")
    assert server.stderr() == ""


def test_a_web_socket_at_an_unknown_host_is_refused(server: Server) -> None:
    address = server.address.removeprefix("http://")
    host, port = address.split(":")
    with (
        socket.create_connection((host, int(port))) as line,
        pytest.raises(Exception, match="HTTP 421"),
        connect("ws://t-0009.localhost/notifs/x", sock=line),
    ):
        pass


@pytest.mark.parametrize(
    "broken", [b"\0\r\n\r\n", b"GET / HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: h2c\r\n\r\n"]
)
def test_what_a_client_does_wrong_is_not_in_the_log(server: Server, broken: bytes) -> None:
    with socket.create_connection(("127.0.0.1", int(server.address.rpartition(":")[2]))) as line:
        line.sendall(broken)
        assert line.recv(1_024).startswith(b"HTTP/1.1 4")
    server.stop()
    assert server.stderr() == ""


@pytest.mark.parametrize(
    ("trusted", "scheme"),
    [((), "http"), (("10.9.8.7",), "http"), (("127.0.0.1",), "https"), (("10.9.8.7", "127.0.0.0/8"), "https")],
)
def test_forwarded_headers_are_believed_only_from_a_proxy_that_was_named(
    trusted: tuple[str, ...], scheme: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FORWARDED_ALLOW_IPS", "*")
    with start_server(trusted_proxies=trusted) as server, server.control() as control:
        host = control.create_tenant().identity_url.removeprefix("http://")
        forwarded = {
            "X-Forwarded-Proto": "https",
            "X-Forwarded-For": "192.0.2.1",
            "X-Forwarded-Host": "evil.example",
            "Forwarded": "for=192.0.2.1;proto=https;host=evil.example",
        }
        answer = httpx.get(f"{server.address}/static", headers={"Host": host, **forwarded}, trust_env=False)
        assert (answer.status_code, answer.headers["Location"]) == (307, f"{scheme}://{host}/static/")
    assert server.stderr() == ""


def test_a_port_in_use_is_one_sentence() -> None:
    with socket.socket(*PORT_KEEPER) as keeper:
        keeper.bind(("127.0.0.1", 0))
        keeper.listen()
        port = keeper.getsockname()[1]
        with pytest.raises(ServerError) as refused:
            start_server(port)
    assert str(refused.value) == (
        f"The simulator did not start (exit status 2): Port {port} of 127.0.0.1 is in use by another program; choose "
        "another with --port, or 0 for any."
    )


def test_it_ends_when_its_parent_is_killed() -> None:
    program = (
        "import sys; from deskproof.simulator.server import start_server; s = start_server();"
        "print(s._process.pid, s.address, flush=True); sys.stdin.read()"
    )
    parent = subprocess.Popen([sys.executable, "-c", program], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    assert parent.stdin is not None
    assert parent.stdout is not None
    _, address = parent.stdout.readline().split()
    host, port = address.removeprefix("http://").split(":")
    with socket.create_connection((host, int(port))) as line:
        os.kill(parent.pid, signal.SIGKILL)
        parent.wait()
        assert line.recv(1) == b""  # the simulator has let go of its connections
    parent.stdin.close()
    parent.stdout.close()
