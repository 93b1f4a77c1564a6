"""What an entry of the wire catalogue says of a frame or an operation, and how well it is known to fit the vendor's."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

from deskproof.simulator.domain.commands import Command
from deskproof.simulator.domain.events import Event
from deskproof.simulator.wire import answers, frames, requests
from deskproof.simulator.wire.asked import Asked
from deskproof.simulator.wire.encode import Encode
from deskproof.simulator.wire.shapes import Query, Shape


@dataclass(frozen=True, kw_only=True)
class Compared:
    """When, with which client and by which test an entry was last seen to work; no client for what was only
    read in sources.
    """

    on: str = ""
    client: str = ""
    by: str = ""

    def __str__(self) -> str:
        return f"{self.client}, {self.on}" if self.client else "read in source only"


_CLIENT = "@webex/contact-center 3.12.0"

RAN = Compared(on="2026-11-23", client=_CLIENT, by="tests/sdk/test_contact_center.py")
RAN_CALLS = Compared(on="2026-11-23", client=_CLIENT, by="tests/sdk/test_phone_call.py")
RAN_IN_BROWSER = Compared(on="2026-11-23", client=_CLIENT, by="tests/sdk/test_desktop_calling.py")
"""Exercised by tests/sdk, which fails when its own record of the run disagrees with these marks."""

READ = Compared()


class Service(StrEnum):
    """The services of the catalogue that are served, by their place on the tenant's origin."""

    U2C = "/u2c/api/v1"
    GATEWAY = "/wcc"
    METRICS = "/metrics/api/v1"
    LOGS = "/clientlogs/api/v1"
    WDM = "/wdm/api/v1"
    MOBIUS = "/api/v1"
    REGION = "/v1"


class Address(StrEnum):
    """Who gets a frame: one connection, or all active connections of the agent."""

    CONNECTION = "the connection"
    AGENT = "every active connection of the agent"


class Task(StrEnum):
    """What a frame about a task does to its receiver. Only an instance that holds the task is told more of it."""

    GIVES = "makes the instance hold the task"
    CONCERNS = "concerns a task the instance holds"
    TAKES = "takes the task from the instance"


@dataclass(frozen=True, kw_only=True)
class Frame:
    """One notification. `event` is what causes it, None where a request or a refusal does; `task` is set where it is
    about a conversation.
    """

    name: str
    outer: str
    event: type[Event] | None
    model: type[frames.Data]
    encode: Encode
    to: Address = Address.AGENT
    task: Task | None = None
    source: str
    compared: Compared = READ
    differs: str = ""


@dataclass(frozen=True, kw_only=True)
class Commands:
    """The operation asks the core for something; the answer is a frame, and a refusal the frame named `refused`.

    Without `refused`, a refusal is the HTTP answer.
    """

    command: type[Command]
    decode: Callable[[Asked], Command]
    refused: str | None = None


@dataclass(frozen=True, kw_only=True)
class Reads:
    """The operation reads; the HTTP answer is all there is."""

    read: Callable[[Asked], Shape]


@dataclass(frozen=True, kw_only=True)
class Tells:
    """The operation reads; the answer is a frame to the agent, and a refusal the frame named `refused`."""

    frame: str
    refused: str


class Act(StrEnum):
    """What can be asked of the calling services, which keep clients, lines and calls of their own."""

    REGISTER_CLIENT = "register client"
    REFRESH_CLIENT = "refresh client"
    DELETE_CLIENT = "delete client"
    REGISTER_LINE = "register line"
    KEEP_LINE = "keep line"
    DELETE_LINE = "delete line"
    CHANGE_CALL = "change call"
    SEND_MEDIA = "send media"
    KEEP_CALL = "keep call"
    END_CALL = "end call"


@dataclass(frozen=True, kw_only=True)
class Calls:
    """The operation is for the calling services; the HTTP answer is followed by events on Mercury."""

    act: Act


Does: TypeAlias = Commands | Reads | Tells | Calls


@dataclass(frozen=True, kw_only=True)
class Operation:
    """One request a client may make. `open` ones need no bearer."""

    name: str
    method: str
    service: Service
    path: str
    does: Does
    query: type[Query] = requests.NoQuery
    body: type[Shape] = requests.NoBody
    answer: type[Shape] = answers.Accepted
    item: type[Shape] | None = None
    """What the items of a list are, where the answer is one."""
    status: int = 200
    open: bool = False
    source: str
    compared: Compared = READ
    differs: str = ""

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
