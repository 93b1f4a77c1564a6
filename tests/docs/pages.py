"""The pages of docs/ as tests read them: their blocks of code, the paths they name, and their prose."""

import re
import shlex
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import click

from deskproof.steps.cli import main

ROOT = Path(__file__).parents[2]

_FENCE = re.compile(r"^( *)```(\w*)\n(.*?)^\1```$", re.MULTILINE | re.DOTALL)
_CODE = re.compile(r"`([^`\n]+)`")
_PATH = re.compile(r"(?:[\w.-]+/)+[\w.-]*|\w[\w-]*\.(?:md|toml)")


class Block(NamedTuple):
    """A block of code and the language it says it is in."""

    language: str
    text: str


def blocks(page: str) -> list[Block]:
    """The blocks of code of a page, in their order."""
    return [Block(language, text) for _, language, text in _FENCE.findall(page)]


def paths(page: str) -> set[str]:
    """The files and folders of the project that a page names as code, without a line behind them."""
    named = (re.sub(r":\d+$", "", code) for code in _CODE.findall(_FENCE.sub("", page)))
    return {path for path in named if _PATH.fullmatch(path)}


def commands(page: str) -> Iterator[list[str]]:
    """The calls of `deskproof` on a page, in blocks and in the text, as the words that follow `deskproof`."""
    text = "\n".join(block.text for block in blocks(page)).replace("\\\n", " ")
    calls = [*text.splitlines(), *_CODE.findall(_FENCE.sub("", page))]
    for call in calls:
        words = shlex.split(call, comments=True) if "deskproof" in call and "import" not in call else []
        if words and Path(words[0]).name == "deskproof" and len(words) > 1:
            yield words[1:]


def refusal(words: list[str]) -> str | None:
    """What is wrong with a call of `deskproof`: a command that is not there or an option it does not have."""
    command: click.Command | None = main
    context = click.Context(main)
    while isinstance(command, click.Group):
        name, words = words[0], words[1:]
        command = command.get_command(context, name)
        if command is None:
            return f"there is no command {name}"
        if not words:
            break
    assert command is not None
    known = {option for parameter in command.params for option in (*parameter.opts, *parameter.secondary_opts)}
    unknown = [word for word in words if word.startswith("-") and word.partition("=")[0] not in known | {"--"}]
    return f"{command.name} does not have {unknown[0]}" if unknown else None
