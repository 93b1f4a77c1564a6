"""Printed text is only text, and colours are separate arguments."""

from io import StringIO

import pytest
from rich.table import Table

from deskproof.steps.terminal import Console, say

HARM = "\x1b[2J\x1b]0;mine\x07\x9b\u202e"
SHOWN = "␛[2J␛]0;mine␇\\x9b\\u202e"


def test_a_line_is_shown_as_it_is(capsys: pytest.CaptureFixture[str]) -> None:
    say(f"Ada {HARM}")
    say(ValueError(HARM), err=True)
    say("caf\udce9")
    printed = capsys.readouterr()
    assert printed.out == f"Ada {SHOWN}\ncaf\\udce9\n"
    assert printed.err == f"{SHOWN}\n"


def test_a_console_keeps_its_own_colours_and_shows_all_others() -> None:
    screen = StringIO()
    console = Console(file=screen, force_terminal=True, color_system="standard", width=200)
    table = Table()
    table.add_column("name")
    table.add_row(f"cell {HARM}")
    console.print(f"[bold]Ada[/] \x1b[31m{HARM}", highlight=False)
    console.print(table)
    text = screen.getvalue()
    assert "\x1b[1mAda\x1b[0m" in text
    assert "␛[31m" in text
    assert not set(text) & set("\x07\x9b\u202e")
    assert "\x1b[2J" not in text
    assert "\x1b]0" not in text
