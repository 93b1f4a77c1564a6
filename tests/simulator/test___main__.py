"""`python -m deskproof.simulator`: its options, its token, why it does not start, and how it stops."""

import errno
import json
import os
import signal
import socket
import subprocess
import sys

import httpx
import pytest
from click.testing import CliRunner

from deskproof.simulator.__main__ import main

COMMAND = [sys.executable, "-m", "deskproof.simulator"]


def run(*options: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [*COMMAND, *options], env={**os.environ, **environment}, capture_output=True, text=True, check=False
    )


@pytest.mark.parametrize(
    ("options", "environment", "sentence"),
    [
        (
            ["--host", "0.0.0.0"],
            {},
            (
                "Error: --host 0.0.0.0 can be reached by other machines, which could then control this "
                "simulator; add --open-to-network to allow that."
            ),
        ),
        (
            ["--tls-key", __file__],
            {},
            "Error: --tls-certificate and --tls-key go together; give both or neither.",
        ),
        (
            ["--vendor-hosts"],
            {},
            (
                "Error: --vendor-hosts is given without https, which the vendor's clients use; add --tls-certificate "
                "and --tls-key."
            ),
        ),
        (
            ["--port", "0", "--tls-key", __file__, "--tls-certificate", __file__],
            {},
            (
                f"Error: {__file__} and {__file__} cannot be used for https; expected a certificate and the "
                "private key that belongs to it, both as PEM."
            ),
        ),
        *(
            (
                ["--trusted-proxy", text],
                {},
                (
                    f'Error: --trusted-proxy is "{text}"; expected the IP address of a proxy such as 127.0.0.1, or a '
                    "network such as 10.0.0.0/8."
                ),
            )
            for text in ("*", "", "proxy.example", "127.0.0.1:80", "10.0.0.1/8", "0.0.0.0/0", "::/0")
        ),
        (["--host", "example"], {}, 'Error: --host is "example"; expected an IPv4 address such as 127.0.0.1.'),
        (
            ["--port", "0", "--tls-key", __file__, "--tls-certificate", __file__],
            {"DESKPROOF_CONTROL_TOKEN": "fifteen-letters"},
            (
                "Error: DESKPROOF_CONTROL_TOKEN has 15 characters; expected at least "
                "16 printable ASCII ones without spaces, or leave it unset to have a token generated."
            ),
        ),
    ],
)
def test_a_wrong_option_is_one_sentence(options: list[str], environment: dict[str, str], sentence: str) -> None:
    ended = run(*options, **environment)
    assert (ended.returncode, ended.stderr.strip(), ended.stdout) == (2, sentence, "")


@pytest.mark.parametrize(
    ("code", "sentence"),
    [
        (
            errno.EADDRINUSE,
            "Port 80 of 127.0.0.1 is in use by another program; choose another with --port, or 0 for any.",
        ),
        (
            errno.EACCES,
            "Port 80 of 127.0.0.1 needs permissions that this user does not have; choose a --port above 1023.",
        ),
        (
            errno.EADDRNOTAVAIL,
            "This machine does not have the address 127.0.0.1; choose one of its own with --host.",
        ),
        (
            errno.ENOBUFS,
            f"Listening on 127.0.0.1:80 failed ({os.strerror(errno.ENOBUFS)}); choose another --host or --port.",
        ),
    ],
)
def test_an_address_it_cannot_listen_on_is_one_sentence(
    code: int, sentence: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(*_: object) -> None:
        raise OSError(code, os.strerror(code))

    monkeypatch.setattr(socket.socket, "bind", refused)
    ended = CliRunner().invoke(main, ["--host", "localhost", "--port", "80"])
    assert (ended.exit_code, ended.output) == (2, f"Error: {sentence}\n")


def test_an_address_of_another_machine_is_one_sentence() -> None:
    ended = run("--host", "192.0.2.1", "--port", "0", "--open-to-network")
    sentence = "Error: This machine does not have the address 192.0.2.1; choose one of its own with --host."
    assert (ended.returncode, ended.stderr.strip(), ended.stdout) == (2, sentence, "")


def test_a_port_in_use_is_one_sentence() -> None:
    with socket.socket() as occupied:
        occupied.bind(("127.0.0.1", 0))
        occupied.listen()
        port = occupied.getsockname()[1]
        ended = run("--port", str(port))
    sentence = (
        f"Error: Port {port} of 127.0.0.1 is in use by another program; choose another with --port, or 0 for any."
    )
    assert (ended.returncode, ended.stderr.strip(), ended.stdout) == (2, sentence, "")


def test_a_port_out_of_range_is_refused() -> None:
    ended = run("--port", "99999")
    assert ended.returncode == 2
    assert "99999 is not in the range 0<=x<=65535" in ended.stderr


@pytest.mark.parametrize("how", [signal.SIGTERM, signal.SIGINT])
def test_it_takes_the_token_it_is_given_and_ends_cleanly(how: signal.Signals) -> None:
    token = "sixteen-letters!"
    process = subprocess.Popen(
        [*COMMAND, "--port", "0", "--ready-json"],
        env={**os.environ, "DESKPROOF_CONTROL_TOKEN": token},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    ready = json.loads(process.stdout.readline())
    assert ready["controlToken"] == token
    headers = {"Authorization": f"Bearer {token}"}
    tenants = httpx.get(f"{ready['address']}/_control/v1/tenants", headers=headers, trust_env=False)
    assert tenants.json() == {"tenants": []}
    process.send_signal(how)
    output, errors = process.communicate()
    assert (process.returncode, output, errors) == (0, "", "")
