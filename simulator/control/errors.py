"""The errors of the control plane's client."""

from __future__ import annotations


class ControlError(Exception):
    """The control plane refused; the message is its sentence, `status` its HTTP status (0 when there was no answer)."""

    def __init__(self, message: str, *, status: int = 0) -> None:
        super().__init__(message)
        self.status = status


class Unreachable(ControlError):
    """The simulator at the address does not answer."""


class FactNotSeen(ControlError):
    """A fact was not in the journal in time; the message lists the latest entries instead."""
