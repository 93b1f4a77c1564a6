"""`deskproof browser`: which browser it opens, what it prints, and what it says where there is no simulator to find."""

from __future__ import annotations

import shlex
import signal
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from deskproof.simulator.certificate import make_certificate
from deskproof.simulator.server import start_server
from deskproof.simulator.vendor_hosts import HOSTS
from deskproof.steps.browsers.vendor_hosts import vendor_hosts_at
from deskproof.steps.cli import main

SERVE = [sys.executable, "-c", "from deskproof.steps.cli import main; main()", "serve"]


@pytest.fixture(scope="module")
def port() -> Iterator[int]:
    """The port of a `deskproof serve` that answers at the vendor's hosts."""
    options = ["--port", "0", "--tls", "--vendor-hosts"]
    process = subprocess.Popen([*SERVE, *options], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    assert process.stdout is not None
    printed = []
    for line in process.stdout:
        printed.append(line)
        if "Ctrl-C" in line:
            break
    assert all(any(f"https://{host}" in line for line in printed) for host in HOSTS.values())
    yield next(int(line.rpartition(":")[2].strip("/\n")) for line in printed if "Overview" in line)
    process.send_signal(signal.SIGINT)
    process.communicate()


def browser(*given: object) -> Result:
    return CliRunner().invoke(main, ["browser", *map(str, given)])


def test_the_printed_switches_are_those_of_the_running_simulator(port: int) -> None:
    shown = browser("--port", port, "--print")
    assert shown.exit_code == 0
    assert shlex.split(shown.stdout) == list(vendor_hosts_at(port).flags)
    assert "--user-data-dir" in shown.stderr


@pytest.mark.parametrize(
    ("given", "opened"), [([], "https://127.0.0.1:{}/"), (["http://a.example/"], "http://a.example/")]
)
def test_the_browser_opens_the_address_with_the_switches_and_a_profile_of_its_own(
    port: int, given: list[str], opened: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program, started = tmp_path / "chrome", tmp_path / "started"
    program.write_text(
        f'#!/bin/sh\n[ "$1" = --version ] && echo Chromium 156.0.1.2 && exit\nprintf "%s\\n" "$@" >{started}\n'
    )
    program.chmod(0o700)
    monkeypatch.setenv("DESKPROOF_BROWSER", str(program))
    assert browser("--port", port, *given).exit_code == 0
    switches = started.read_text().splitlines()
    assert set(vendor_hosts_at(port).flags) <= set(switches)
    assert switches[-1] == opened.format(port)
    profile = next(switch.partition("=")[2] for switch in switches if switch.startswith("--user-data-dir="))
    assert not Path(profile).exists()


def test_a_browser_that_fails_is_one_sentence(port: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program = tmp_path / "chrome"
    program.write_text('#!/bin/sh\n[ "$1" = --version ] && echo Chromium 156.0.1.2 && exit\nexit 7\n')
    program.chmod(0o700)
    monkeypatch.setenv("DESKPROOF_BROWSER", str(program))
    ended = browser("--port", port)
    assert ended.exit_code == 2
    assert f"Error: {program} ended with exit status 7; run this where there is a screen" in ended.stderr


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        (["about:blank"], "Error: ADDRESS is 'about:blank'; write one that begins with http://, https:// or file://."),
        (
            ["http://a.example/", "--print"],
            "Error: ADDRESS is given with --print, which opens nothing; give one of the two.",
        ),
    ],
)
def test_a_wrong_address_is_one_sentence(given: list[str], sentence: str) -> None:
    ended = browser(*given)
    assert (ended.exit_code, ended.output.strip()) == (2, sentence)


def test_nothing_at_the_port_is_one_sentence() -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        ended = browser("--port", free.getsockname()[1], "--print")
    assert ended.exit_code == 2
    assert "No simulator answers at port" in ended.output


def test_a_simulator_without_https_is_one_sentence() -> None:
    with start_server() as server:
        ended = browser("--port", server.address.rpartition(":")[2], "--print")
    assert ended.exit_code == 2
    assert "does not speak https; start the simulator with 'deskproof serve --tls --vendor-hosts'" in ended.output


def test_a_simulator_without_the_vendors_hosts_is_one_sentence(tmp_path: Path) -> None:
    with start_server(tls=make_certificate(tmp_path)) as server:
        ended = browser("--port", server.address.rpartition(":")[2], "--print")
    assert ended.exit_code == 2
    assert f"does not answer at the vendor's hosts (it answered 421 as {HOSTS['region']})" in ended.output


def test_what_closes_the_connection_is_one_sentence() -> None:
    with socket.create_server(("127.0.0.1", 0)) as listening:

        def hang_up() -> None:
            listening.accept()[0].close()

        closing = threading.Thread(target=hang_up)
        closing.start()
        ended = browser("--port", listening.getsockname()[1], "--print")
        closing.join()
    assert ended.exit_code == 2
    assert ended.output.startswith("Error: ")
