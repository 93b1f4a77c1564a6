"""Checks outgoing answers and frames against the catalogue. A misfit is a bug of the simulator: a bad answer, which
fails the scenario in which it happens.
"""

from __future__ import annotations

from deskproof.simulator.domain.commands import Command
from deskproof.simulator.wire.kernel.frame import Data, Frame
from deskproof.simulator.wire.kernel.operation import Commands, Operation
from deskproof.simulator.wire.kernel.paging import Bare, Items, Page
from deskproof.simulator.wire.kernel.shapes import Shape, attributes


class BadAnswer(Exception):
    """What the simulator was about to send does not fit its own catalogue; the message says what was expected."""


def check_answer(operation: Operation, answer: Shape) -> None:
    """Raise BadAnswer where an answer is not of the shape that its operation has in the catalogue."""
    if type(answer) is not operation.answer:
        raise BadAnswer(f"{operation.name} answered {_name(answer)}; expected {operation.answer.__name__}.")
    rows = answer.items if isinstance(answer, Items) else answer.data if isinstance(answer, (Page, Bare)) else ()
    if rows and operation.item is None:
        raise BadAnswer(f"{operation.name} answered a list whose items the catalogue does not know.")
    known = attributes(operation.item) if operation.item else frozenset()
    for row in rows:
        if unknown := sorted(set(row) - known):
            raise BadAnswer(
                f'{operation.name} answered an item with "{unknown[0]}"; expected {", ".join(sorted(known))}.'
            )


def check_command(operation: Operation, expected: Commands, command: Command) -> None:
    """Raise BadAnswer where a request was decoded into another command than the catalogue says."""
    if type(command) is not expected.command:
        raise BadAnswer(f"{operation.name} was read as {_name(command)}; expected {expected.command.__name__}.")


def check_frame(frame: Frame, data: Data) -> None:
    """Raise BadAnswer where the data of a frame is not of the shape that the catalogue gives it."""
    if type(data) is not frame.model:
        raise BadAnswer(f"{frame.name} has {_name(data)}; expected {frame.model.__name__}.")


def _name(value: object) -> str:
    return type(value).__name__
