"""`python -m deskproof.simulator`: its options, its token, and how it ends."""

import json
import os
import signal
import subprocess
import sys

import httpx
import pytest

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
                "Error: --host 0.0.0.0 can be reached by other machines, which would let them steer this "
                "simulator; add --open-to-network if that is meant."
            ),
        ),
        (
            ["--tls-key", __file__],
            {},
            "Error: --tls-certificate and --tls-key go together; give both or neither.",
        ),
        (
            ["--port", "0", "--tls-key", __file__, "--tls-certificate", __file__],
            {},
            (
                f"Error: {__file__} and {__file__} cannot be used for https; wanted a certificate and the "
                "private key that belongs to it, both as PEM."
            ),
        ),
        *(
            (
                ["--trusted-proxy", given],
                {},
                (
                    f'Error: --trusted-proxy is "{given}"; wanted the IP address of a proxy such as 127.0.0.1, or a '
                    "network such as 10.0.0.0/8."
                ),
            )
            for given in ("*", "", "proxy.example", "127.0.0.1:80", "10.0.0.1/8", "0.0.0.0/0", "::/0")
        ),
        (["--host", "example"], {}, 'Error: --host is "example"; wanted an IPv4 address such as 127.0.0.1.'),
        (
            ["--port", "0", "--tls-key", __file__, "--tls-certificate", __file__],
            {"DESKPROOF_CONTROL_TOKEN": "fifteen-letters"},
            (
                "Error: DESKPROOF_CONTROL_TOKEN has 15 characters; wanted at least "
                "16 printable ASCII ones without spaces, or leave it unset to have a token made."
            ),
        ),
    ],
)
def test_what_is_wrong_is_one_sentence(options: list[str], environment: dict[str, str], sentence: str) -> None:
    ended = run(*options, **environment)
    assert (ended.returncode, ended.stderr.strip(), ended.stdout) == (2, sentence, "")


def test_a_port_that_is_none_is_refused() -> None:
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
    output, complaints = process.communicate()
    assert (process.returncode, output, complaints) == (0, "", "")
