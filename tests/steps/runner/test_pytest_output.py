"""What pytest itself prints: colours stay where its writer uses any, and everything else is visible."""

from io import StringIO

import pytest
from _pytest._io import TerminalWriter

from deskproof.steps.runner.pytest_output import make_visible


@pytest.mark.parametrize(("colours", "kept"), [(True, "\x1b[31mred\x1b[0m"), (False, "␛[31mred␛[0m")])
def test_a_writer_lets_only_colours_by(colours: bool, kept: str) -> None:
    screen = StringIO()
    writer = TerminalWriter(screen)
    writer.hasmarkup = colours
    make_visible(writer)
    writer.line("\x1b[31mred\x1b[0m \x1b[2J\x07\x9b\u202e")
    writer.write("\rcollecting\r")
    assert screen.getvalue() == f"{kept} ␛[2J␇\\x9b\\u202e\n\rcollecting␍"
