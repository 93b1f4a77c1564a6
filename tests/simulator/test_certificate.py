"""The certificate: whom it is for, who can read its key, and how a browser recognises it."""

import ssl
from pathlib import Path

import pytest

from deskproof.simulator.certificate import fingerprint_of, make_certificate
from deskproof.simulator.server import start_server


def test_a_client_that_trusts_it_reaches_the_simulator(tmp_path: Path) -> None:
    tls = make_certificate(tmp_path)
    with start_server(tls=tls) as server, server.control() as control:
        assert server.address.startswith("https://127.0.0.1:")
        assert control.create_tenant().desktop_url.startswith("https://t-0001.localhost:")
        port = int(server.address.rpartition(":")[2])
        assert fingerprint_of(ssl.get_server_certificate(("127.0.0.1", port)).encode()) == tls.fingerprint


def test_nobody_else_can_read_its_key(tmp_path: Path) -> None:
    assert make_certificate(tmp_path).key.stat().st_mode & 0o077 == 0


def test_what_is_no_certificate_has_no_fingerprint() -> None:
    with pytest.raises(ValueError, match="PEM"):
        fingerprint_of(b"nothing")
