"""What the doctor says of machines that lack one thing or another."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from deskproof.steps.browsers.browser import Browser, Kind, NoBrowser
from deskproof.steps.cli import main
from deskproof.steps.cli.commands import doctor
from deskproof.steps.cli.commands.doctor import Finding, Result
from deskproof.steps.terminal import Console


def no_browser(kind: Kind) -> Browser:
    raise NoBrowser("No Chrome or Chromium was found; install one.")


def only_full(kind: Kind) -> Browser:
    return Browser(kind="full", executable=Path("/opt/chrome"), version="156.0.1.2", source="installed")


def test_an_old_python_is_missing() -> None:
    assert doctor.python_version((3, 10, 4)).result is Result.MISSING
    assert doctor.python_version((3, 11, 0)).result is Result.GOOD


def test_no_browser_says_what_to_do() -> None:
    finding = doctor.browser(no_browser)
    assert (finding.result, finding.cure) == (Result.MISSING, "No Chrome or Chromium was found; install one.")
    assert doctor.tenant_hosts(no_browser).result is Result.UNKNOWN


def test_a_full_browser_stands_in_for_the_shell() -> None:
    assert doctor.browser(only_full).found == "156.0.1.2 at /opt/chrome (installed)"
    assert doctor.headless_shell(only_full).result is Result.OPTIONAL


def test_a_browser_that_does_not_start_could_not_be_asked(tmp_path: Path) -> None:
    absent = Browser(kind="full", executable=tmp_path / "chrome", version="1", source="installed")
    assert doctor.tenant_hosts(lambda _: absent).result is Result.UNKNOWN


def test_without_a_driver_the_browser_could_not_be_asked() -> None:
    assert doctor.driver(lambda: None).result is Result.MISSING
    assert doctor.tenant_hosts(only_full, lambda: None).result is Result.UNKNOWN


def test_the_browser_reaches_a_tenants_host() -> None:
    assert doctor.tenant_hosts().result is Result.GOOD


@pytest.mark.parametrize(
    ("output", "result"), [("DejaVu Sans\n", Result.GOOD), ("", Result.MISSING), (None, Result.UNKNOWN)]
)
@pytest.mark.skipif("sys.platform != 'linux'", reason="fonts are listed by fontconfig on Linux only")
def test_fonts(output: str | None, result: Result) -> None:
    assert doctor.fonts(lambda _: output).result is result


def test_node_is_not_needed() -> None:
    assert doctor.node(lambda _: None).result is Result.OPTIONAL
    assert doctor.node(lambda _: "v20.1.0\n").found == "v20.1.0"


def test_a_port_is_free() -> None:
    assert doctor.free_port().result is Result.GOOD


@pytest.mark.parametrize(
    ("results", "status"),
    [
        ((Result.GOOD, Result.OPTIONAL), 0),
        ((Result.GOOD, Result.UNKNOWN), 2),
        ((Result.UNKNOWN, Result.MISSING), 1),
    ],
)
def test_exit_status(results: tuple[Result, ...], status: int) -> None:
    assert doctor.exit_status([Finding(what="x", result=result, found="") for result in results]) == status


def test_the_table_names_the_cure_and_shows_brackets_as_they_are() -> None:
    console = Console(record=True, width=100, file=None, quiet=False)
    with console.capture() as shown:
        doctor.show([Finding(what="Fonts", result=Result.MISSING, found="[none]", cure="install some")], console)
    assert "[none]" in shown.get()
    assert "Fonts: install some" in shown.get()


def test_help_shows_an_example() -> None:
    shown = CliRunner().invoke(main, ["doctor", "--help"])
    assert shown.exit_code == 0
    assert "deskproof doctor" in shown.output
