"""An entry of the wire catalogue for a request that a client may make."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

from deskproof.simulator.domain.commands import Command
from deskproof.simulator.domain.events import Event
from deskproof.simulator.wire.kernel import shapes
from deskproof.simulator.wire.kernel.addresses import Service
from deskproof.simulator.wire.kernel.provenance import READ, Compared
from deskproof.simulator.wire.kernel.request import WireRequest
from deskproof.simulator.wire.kernel.shapes import Query, Shape


@dataclass(frozen=True, kw_only=True)
class RefusedBy:
    """The frames that tell of a refusal, and which of them tells of that of a request."""

    names: tuple[str, ...]
    of: Callable[[WireRequest], str]


Refusals: TypeAlias = str | RefusedBy
"""The frame that tells of a refusal, or one of several."""


@dataclass(frozen=True, kw_only=True)
class Commands:
    """The operation is a command to the core. The outcome is a frame, and a refusal is the
    frame named `refused`, or one of those; without `refused`, a refusal is the HTTP answer.
    """

    command: type[Command]
    decode: Callable[[WireRequest], Command]
    refused: Refusals | None = None
    answer: Callable[[WireRequest, tuple[Event, ...]], Shape] | None = None
    """Makes the HTTP answer from the events; None where it is `{}`."""

    def refusal_of(self, request: WireRequest) -> str | None:
        """The name of the frame that tells of a refusal; None where the HTTP answer does."""
        return self.refused.of(request) if isinstance(self.refused, RefusedBy) else self.refused

    @property
    def refusals(self) -> tuple[str, ...]:
        """The names of all frames that tell of a refusal."""
        if self.refused is None:
            return ()
        return self.refused.names if isinstance(self.refused, RefusedBy) else (self.refused,)


@dataclass(frozen=True, kw_only=True)
class Reads:
    """The operation reads; the outcome is the HTTP answer."""

    read: Callable[[WireRequest], Shape]


@dataclass(frozen=True, kw_only=True)
class Notifies:
    """The operation reads; the answer is a frame to the agent, and a refusal the frame named `refused`."""

    frame: str
    refused: str

    @property
    def refusals(self) -> tuple[str, ...]:
        """The names of all frames that tell of a refusal."""
        return (self.refused,)


class Act(StrEnum):
    """The requests of the calling services, which have their own clients, lines and calls."""

    REGISTER_CLIENT = "register client"
    REFRESH_CLIENT = "refresh client"
    DELETE_CLIENT = "delete client"
    REGISTER_LINE = "register line"
    KEEP_LINE = "keep line"
    DELETE_LINE = "delete line"
    DIAL = "dial"
    CHANGE_CALL = "change call"
    SEND_MEDIA = "send media"
    KEEP_CALL = "keep call"
    END_CALL = "end call"


@dataclass(frozen=True, kw_only=True)
class Calls:
    """The operation is for the calling services; the HTTP answer is followed by events on Mercury."""

    act: Act


Does: TypeAlias = Commands | Reads | Notifies | Calls


@dataclass(frozen=True, kw_only=True)
class Operation:
    """One request a client may make. `open` ones need no bearer."""

    name: str
    method: str
    service: Service
    path: str
    does: Does
    query: type[Query] = shapes.NoQuery
    body: type[Shape] = shapes.NoBody
    answer: type[Shape] = shapes.Accepted
    item: type[Shape] | None = None
    """The shape of the items, where the answer is a list."""
    status: int = 200
    open: bool = False
    source: str
    compared: Compared = READ
    differs: str = ""
    detail: Callable[[WireRequest], str] | None = None
    """What the traffic says of a request, where its path is not all there is to know."""

    @property
    def address(self) -> str:
        """The whole path on the tenant's origin, with its parameters in braces."""
        return self.service.value + self.path


@dataclass(frozen=True, kw_only=True)
class MercuryEvent:
    """One event of the calling services, on the Mercury socket of a client."""

    model: type[Shape]
    source: str
    compared: Compared = READ
    differs: str = ""

    @property
    def name(self) -> str:
        """The event's type."""
        return str(self.model.model_fields["event_type"].default)


def command_operation(
    name: str, path: str, command: type[Command], decode_: Callable[[WireRequest], Command], refused: Refusals,
    *, body: type[Shape] = shapes.NoBody, source: str, differs: str = "", compared: Compared,
) -> Operation:  # fmt: skip
    """An operation that posts a command; the outcome is a frame, and a refusal is the frame `refused`."""
    return Operation(
        name=name, method="POST", service=Service.GATEWAY, path=path,
        does=Commands(command=command, decode=decode_, refused=refused), body=body,
        status=202, source=source,
        differs=differs, compared=compared,
    )  # fmt: skip
