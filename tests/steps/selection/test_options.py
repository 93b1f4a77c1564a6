"""What is derived from a table of options: for click, for pytest, for the record."""

import argparse
from dataclasses import dataclass, field
from typing import Any

import click
import pytest
from click.testing import CliRunner

from deskproof.steps.selection import options
from deskproof.steps.selection.options import option


@dataclass(frozen=True, kw_only=True)
class Inner:
    words: str | None = option(None, "-k", pytest="--named", metavar="WORDS", help="Only these.")
    places: tuple[str, ...] = option((), pytest="--place", help="Only here.")


@dataclass(frozen=True, kw_only=True)
class Table:
    inner: Inner = field(default_factory=Inner)
    most: int = option(0, "--most", pytest="--at-most", type=click.IntRange(min=0), help="How many.")
    loud: bool = option(False, "--loud", pytest="--loud", help="Whether.")
    folder: str | None = option(None, pytest="--folder", recorded=False, help="Where.")
    again: bool = option(False, pytest="--again", recorded=False, help="Whether again.")
    watch: bool = option(False, "--watch", help="Watch.")
    near: str | None = option(None, "--near", if_alone="here", help="Near what.")


FILLED = Table(inner=Inner(words="@a b", places=("x", "y")), most=2, loud=True, watch=True)


def run(*arguments: str) -> tuple[Table, set[str], list[str]]:
    """The table that a command line fills, what was given, and the arguments that give it again."""
    found: list[tuple[Table, set[str], list[str]]] = []

    @click.command()
    @options.click_options(Table)
    @click.pass_context
    def command(context: click.Context, /, **_: object) -> None:
        given = {row.name for row in options.given(Table, context)}
        found.append((options.from_click(Table, context), given, options.given_again(context, but="watch")))

    done = CliRunner().invoke(command, arguments)
    assert done.exit_code == 0, done.output
    return found[0]


def parsed(*arguments: str) -> Table:
    """The table that pytest's own parser fills."""
    parser = pytest.Parser(_ispytest=True)
    options.add_to_pytest(Table, parser)
    namespace = parser.parse(list(arguments))

    class Config:
        def getoption(self, name: str) -> Any:
            return getattr(namespace, name)

    return options.from_pytest(Table, Config())  # type: ignore[arg-type]


def test_the_rows_of_an_inner_table_are_rows_of_the_outer() -> None:
    names = [row.name for row in options.rows(Table)]
    assert names == ["words", "places", "most", "loud", "folder", "again", "watch", "near"]


def test_the_command_line_fills_the_table() -> None:
    assert run()[0] == Table()
    table, given, _ = run("-k", "two words", "--most", "0", "--watch")
    assert table == Table(inner=Inner(words="two words"), watch=True)
    assert given == {"words", "most", "watch"}


def test_an_option_alone_has_its_own_meaning() -> None:
    assert (run("--near")[0].near, run("--near", "there")[0].near, run()[0].near) == ("here", "there", None)


def test_what_was_given_can_be_given_again() -> None:
    assert run("-k", "two words", "--watch", "--loud")[2] == ["-k", "two words", "--loud"]


def test_arguments_fill_the_same_table_in_pytest() -> None:
    arguments = options.arguments(FILLED)
    assert arguments == ["--named=@a b", "--place=x", "--place=y", "--at-most=2", "--loud"]
    assert options.arguments(parsed(*arguments)) == arguments
    assert parsed() == Table()


def test_only_some_are_passed_on_with_their_defaults() -> None:
    assert options.arguments(FILLED, only={"loud"}) == ["--loud"]
    assert options.arguments(Table(), only={"most", "loud", "words"}) == ["--at-most=0"]


def test_pytest_checks_as_the_command_line_does() -> None:
    with pytest.raises((pytest.UsageError, SystemExit, argparse.ArgumentError), match=r"-1 is not in the range x>=0"):
        parsed("--at-most=-1")


def test_the_record_has_no_option_of_one_process() -> None:
    arguments = ["features", "--folder", "there", "-n", "2", "--again", "--folder=there", "--named=--folder"]
    assert options.recorded(Table, arguments) == ("features", "-n", "2", "--named=--folder")
