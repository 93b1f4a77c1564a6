"""`answers an error`: the request is answered with the fault's status instead of being carried out."""

from __future__ import annotations

from http import HTTPStatus

from deskproof.simulator.runtime.clock import Clock
from deskproof.simulator.runtime.faults import Fault


class ErrorInjected(Exception):
    """The request is to be answered with `status`."""

    def __init__(self, status: int) -> None:
        super().__init__(f"an error {status} was injected")
        self.status = status


async def act(fault: Fault, clock: Clock) -> None:
    """Always raises ErrorInjected."""
    raise ErrorInjected(fault.status or HTTPStatus.INTERNAL_SERVER_ERROR)
