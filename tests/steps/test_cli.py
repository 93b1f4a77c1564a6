"""The command group: what it offers and how it refuses."""

from click.testing import CliRunner

from deskproof.steps.cli import CannotCheck, main


def test_the_commands_are_the_modules_of_the_package() -> None:
    shown = CliRunner().invoke(main, ["--help"])
    assert shown.exit_code == 0
    assert "doctor" in shown.output
    assert "Example:" in shown.output


def test_an_unknown_command_could_not_be_checked() -> None:
    refused = CliRunner().invoke(main, ["docter"])
    assert refused.exit_code == 2
    assert "docter" in refused.output


def test_could_not_check_is_exit_status_2() -> None:
    assert CannotCheck("no record in this folder").exit_code == 2
