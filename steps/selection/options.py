"""Options that are written once, as fields of a dataclass, and what is derived from them.

Rule: a field made with `option` is one row: its name, its default, and an Option, which says what the option is called
on the command line and in pytest. A field without it may be another dataclass of such fields. Everything that is done
with options goes through the rows, so that a new option is a new row.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import MISSING, dataclass, field, fields, is_dataclass
from typing import TYPE_CHECKING, Any, TypeVar, cast

import click

if TYPE_CHECKING:
    import pytest

Command = TypeVar("Command", bound=Callable[..., Any])
T = TypeVar("T")

_KEY = "option"
_GROUP = ("deskproof", "scenarios in a real browser")


@dataclass(frozen=True, kw_only=True)
class Option:
    """What an option is called, and how it is read. `command_line` is empty where only the plugin has it, and `pytest`
    where only the command line has it.
    """

    help: str
    command_line: tuple[str, ...] = ()
    pytest: str = ""
    metavar: str | None = None
    type: click.ParamType[Any] = click.STRING
    if_alone: str | None = None
    """What it means on the command line without a value; None where it needs one."""
    resumable: bool = True
    """Whether a run that is resumed may be given it again."""
    recorded: bool = True
    """Whether the record saves it, for a run that is resumed."""


@dataclass(frozen=True, kw_only=True)
class Row:
    """An option with the name and the default of its field."""

    name: str
    default: Any
    option: Option

    @property
    def is_flag(self) -> bool:
        """Whether it takes no value."""
        return isinstance(self.default, bool)

    @property
    def is_repeated(self) -> bool:
        """Whether it may be given several times."""
        return isinstance(self.default, tuple)

    @property
    def destination(self) -> str:
        """Where pytest's configuration has it; other plugins have options of the same name."""
        return f"deskproof_{self.name}"


def option(default: Any, *command_line: str, **more: Any) -> Any:
    """A field of a dataclass with this default that an option fills; `more` are fields of Option."""
    return field(default=default, metadata={_KEY: Option(command_line=command_line, **more)})


def rows(table: type) -> Iterator[Row]:
    """The options of a dataclass and of the dataclasses in it, in their order."""
    for each in fields(table):
        if _KEY in each.metadata:
            yield Row(name=each.name, default=each.default, option=each.metadata[_KEY])
        elif (inner := _inner(each.default_factory)) is not None:
            yield from rows(inner)


def build(table: type[T], values: Mapping[str, Any]) -> T:
    """An instance of the dataclass with these values, by the names of their fields; the rest has its default."""
    given: dict[str, Any] = {}
    for each in fields(cast(Any, table)):
        if _KEY in each.metadata and each.name in values:
            given[each.name] = values[each.name]
        elif (inner := _inner(each.default_factory)) is not None:
            given[each.name] = build(inner, values)
    return table(**given)


def values_of(filled: object) -> Iterator[tuple[Row, Any]]:
    """Each option of an instance with its value."""
    values = dict(_flat(filled))
    yield from ((row, values[row.name]) for row in rows(type(filled)))


def _flat(filled: object) -> Iterator[tuple[str, Any]]:
    for each in fields(cast(Any, filled)):
        value = getattr(filled, each.name)
        if _KEY in each.metadata:
            yield each.name, value
        elif is_dataclass(value):
            yield from _flat(value)


def _inner(factory: Any) -> type | None:
    return factory if factory is not MISSING and isinstance(factory, type) and is_dataclass(factory) else None


# ---- the command line


def click_options(table: type) -> Callable[[Command], Command]:
    """Adds the options of the table to a command, in their order."""
    added = [_click_option(row) for row in rows(table) if row.option.command_line]

    def add(command: Command) -> Command:
        for each in reversed(added):
            command = each(command)
        return command

    return add


def _click_option(row: Row) -> Callable[[Command], Command]:
    option = row.option
    if row.is_flag:
        return click.option(*option.command_line, row.name, is_flag=True, help=option.help)
    alone: dict[str, Any] = {} if option.if_alone is None else {"is_flag": False, "flag_value": option.if_alone}
    return click.option(
        *option.command_line,
        row.name,
        type=option.type,
        default=row.default,
        show_default=isinstance(row.default, str),
        metavar=option.metavar,
        help=option.help,
        **alone,
    )


def from_click(table: type[T], context: click.Context) -> T:
    """The table as the command line fills it."""
    return build(table, {row.name: context.params[row.name] for row in rows(table) if row.option.command_line})


def given(table: type, context: click.Context) -> tuple[Row, ...]:
    """The options that are on the command line, whatever their value."""
    return tuple(row for row in rows(table) if row.option.command_line and _is_given(context, row.name))


def given_again(context: click.Context, *, but: str) -> list[str]:
    """The options on the command line, as arguments that give them again, without the one named `but`."""
    arguments: list[str] = []
    for parameter in context.command.params:
        name = parameter.name or ""
        if isinstance(parameter, click.Option) and name != but and _is_given(context, name):
            longest = max(parameter.opts, key=len)
            arguments += [longest] if parameter.is_flag else [longest, str(context.params[name])]
    return arguments


def _is_given(context: click.Context, name: str) -> bool:
    return context.get_parameter_source(name) not in (None, click.core.ParameterSource.DEFAULT)


# ---- pytest


def add_to_pytest(table: type, parser: pytest.Parser) -> None:
    """Adds the options of the table to pytest's own."""
    group = parser.getgroup(*_GROUP)
    for row in rows(table):
        option = row.option
        if not option.pytest:
            continue
        help_ = option.help[:1].lower() + option.help[1:].removesuffix(".")
        if row.is_flag:
            group.addoption(option.pytest, dest=row.destination, action="store_true", help=help_)
            continue
        group.addoption(
            option.pytest,
            dest=row.destination,
            metavar=option.metavar,
            type=_checked(option),
            action="append" if row.is_repeated else "store",
            default=[] if row.is_repeated else row.default,
            help=help_,
        )


def _checked(option: Option) -> Callable[[str], Any]:
    """The check of the command line for argparse, with the same sentence."""
    parameter = click.Option(["--option"], metavar=option.metavar)

    def check(text: str) -> Any:
        try:
            return option.type.convert(text, parameter, None)
        except click.BadParameter as refusal:
            raise argparse.ArgumentTypeError(refusal.message) from None

    return check


def from_pytest(table: type[T], config: pytest.Config) -> T:
    """The table as pytest's configuration fills it."""
    values = {row.name: config.getoption(row.destination) for row in rows(table) if row.option.pytest}
    return build(table, {name: tuple(value) if isinstance(value, list) else value for name, value in values.items()})


def arguments(filled: object, *, only: Collection[str] | None = None) -> list[str]:
    """The arguments that give pytest these values; what has its default is left out. Of `only` these fields also the
    defaults, which replace what was given before. Name and value are one argument, because pytest reads an argument
    that begins with @ as a file.
    """
    found: list[str] = []
    for row, value in values_of(filled):
        name = row.option.pytest
        taken = value != row.default if only is None else row.name in only
        if not name or not taken or value is None or value is False:
            continue
        found += [name] if row.is_flag else [f"{name}={each}" for each in (value if row.is_repeated else (value,))]
    return found


def recorded(table: type, arguments: Iterable[str]) -> tuple[str, ...]:
    """pytest's arguments without the options that hold for one process only."""
    left_out = {row.option.pytest: row.is_flag for row in rows(table) if row.option.pytest and not row.option.recorded}
    found = []
    skip = False
    for argument in arguments:
        name, equals, _ = argument.partition("=")
        if skip:
            skip = False
        elif name in left_out:
            skip = not equals and not left_out[name]
        else:
            found.append(argument)
    return tuple(found)
