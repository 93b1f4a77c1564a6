"""`deskproof serve`: what it prints, and that it ends cleanly."""

import signal
import socket
import subprocess
import sys
from pathlib import Path

import httpx
import pytest
from click.testing import CliRunner

from deskproof.steps.cli import main


def test_it_prints_all_that_is_needed_and_stops_on_a_signal() -> None:
    command = [sys.executable, "-c", "from deskproof.steps.cli import main; main()", "serve", "--port", "0"]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    assert process.stdout is not None
    lines = []
    for line in process.stdout:
        lines.append(line.rstrip())
        if "Ctrl-C" in line:
            break
    printed = "\n".join(lines)
    shown = dict(line.split(maxsplit=1) for line in lines if line.startswith("  ") and line.split()[1:])
    assert shown["Desktop"].startswith("http://t-0001.localhost:")
    ada = next(line.split() for line in lines if "Ada Lindqvist" in line)
    assert ada[2] == "ada.lindqvist@example.com"
    tenants = httpx.get(
        shown["Operations"].replace("openapi.json", "tenants"),
        headers={"Authorization": f"Bearer {shown['Token']}"},
        trust_env=False,
    ).json()["tenants"]
    assert tenants[0]["people"][0]["password"] == ada[3]
    assert "curl" in printed
    assert "\x1b" not in printed
    process.send_signal(signal.SIGINT)
    output, complaints = process.communicate()
    assert (process.returncode, output.strip(), complaints) == (0, "Stopped.", "")


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        (
            ["--vendor-hosts"],
            "Error: --vendor-hosts is given without https, which the vendor's clients use; add --tls.",
        ),
        (
            ["--tls", "--open"],
            (
                "Error: --open is given with --tls, and the browser of this machine does not trust the certificate "
                "that is made; leave --open out, and use 'deskproof browser' with --vendor-hosts."
            ),
        ),
    ],
)
def test_options_that_do_not_fit_end_with_2_and_one_sentence(options: list[str], sentence: str) -> None:
    ended = CliRunner().invoke(main, ["serve", "--port", "0", *options])
    assert (ended.exit_code, ended.output.strip()) == (2, sentence)


def test_help_shows_an_example() -> None:
    shown = CliRunner().invoke(main, ["serve", "--help"])
    assert shown.exit_code == 0
    assert "deskproof serve --port 0 --open" in shown.output


def test_a_port_in_use_ends_with_2_and_one_sentence() -> None:
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as keeper:
        keeper.bind(("127.0.0.1", 0))
        keeper.listen()
        port = str(keeper.getsockname()[1])
        ended = CliRunner().invoke(main, ["serve", "--port", port])
    assert ended.exit_code == 2
    assert f"Port {port} of 127.0.0.1 is in use by another program" in ended.output


def test_an_unknown_blueprint_ends_with_2_and_one_sentence() -> None:
    ended = CliRunner().invoke(main, ["serve", "--port", "0", "--blueprint", "huge"])
    assert ended.exit_code == 2
    assert ended.output.strip() == 'Error: There is no blueprint "huge"; expected one of: standard.'


def test_a_script_that_is_missing_is_one_sentence_that_says_what_to_do() -> None:
    ended = CliRunner().invoke(main, ["serve", "--port", "0", "--script", "nowhere.toml"])
    assert (ended.exit_code, ended.output.strip()) == (
        2,
        "Error: There is no script nowhere.toml; begin one with 'deskproof serve --example-script > nowhere.toml'.",
    )


def test_a_script_that_does_not_fit_the_tenant_ends_with_2_and_one_sentence(tmp_path: Path) -> None:
    script = tmp_path / "day.toml"
    script.write_text('minutes = 1\n[[phones]]\nperson = "eve"\n', encoding="utf-8")
    ended = CliRunner().invoke(main, ["serve", "--port", "0", "--script", str(script)])
    assert ended.exit_code == 2
    assert ended.output.startswith(f'Error: {script}: person of [[phones]] 1 is "eve"; the tenant has ada, bo')


def test_the_example_is_played_to_its_end_within_the_limits_that_are_given(tmp_path: Path) -> None:
    shown = CliRunner().invoke(main, ["serve", "--example-script"])
    assert shown.exit_code == 0
    script = tmp_path / "day.toml"
    script.write_text(shown.output.replace("speed = 1 ", 'speed = "fastest"\nbegins = 2026-01-15T09:00:00Z '), "utf-8")
    command = [sys.executable, "-c", "from deskproof.steps.cli import main; main()", "serve", "--port", "0"]
    process = subprocess.Popen(
        [*command, "--script", str(script), "--most-conversations", "1"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    lines = []
    for line in process.stdout:
        lines.append(line.rstrip())
        if "The day is over" in line:
            break
    assert any("whose clock shows 2026-01-15 09:00 UTC" in line for line in lines)
    assert "Bo Ekström signs in at +12015550148." in lines
    assert any("as many as this simulator holds" in line for line in lines)
    process.send_signal(signal.SIGINT)
    output, complaints = process.communicate()
    assert (process.returncode, output.strip(), complaints) == (0, "Stopped.", "")
