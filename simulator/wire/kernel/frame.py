"""The frames of the notification socket: an envelope with an outer type, data with an inner (PROTOCOL 1, 3 to 6); and
what an entry of the catalogue says of a frame.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Literal

from pydantic import SerializeAsAny

from deskproof.simulator.domain.events import ConversationEvent, Event, MonitoringEvent
from deskproof.simulator.domain.state import TenantState
from deskproof.simulator.domain.values import AgentId
from deskproof.simulator.wire.kernel.errors import field_of, wire_error
from deskproof.simulator.wire.kernel.provenance import READ, Compared
from deskproof.simulator.wire.kernel.request import Place, Refused
from deskproof.simulator.wire.kernel.shapes import Shape

DESKTOP_MESSAGE = "AgentDesktopMessage"


class KeepAlive(Shape):
    """Both ways, every four seconds; the only message without an envelope."""

    keepalive: Literal["true"] = "true"


class Data(Shape):
    """The `data` of every frame."""

    event_type: str = DESKTOP_MESSAGE
    type: str
    agent_id: str
    org_id: str
    tracking_id: str


class Envelope(Shape):
    """A frame on the notification socket: the outer type, and the data with the inner and all fields of its shape."""

    type: str
    org_id: str
    tracking_id: str
    data: SerializeAsAny[Data]


class FailureData(Data):
    """A refusal. `reason` is the vendor's code; `field` names the row of Station Credentials at fault, if one is."""

    reason: str
    reason_code: int
    message: str
    field: str | None


@dataclass(frozen=True, kw_only=True)
class About:
    """What a frame is made about: the tenant after the event, the agent it is for, the tracking id it carries."""

    place: Place
    state: TenantState
    agent_id: AgentId
    tracking_id: str

    def common(self, type_: str) -> dict[str, Any]:
        """The part of `data` that every frame has."""
        return {
            "type": type_,
            "agent_id": self.agent_id,
            "org_id": self.place.org_id,
            "tracking_id": self.tracking_id,
        }


Encode = Callable[[About, str, Any], Data | tuple[Data, ...] | None]
"""Makes the `data` of a frame about an event, a request or a refusal: several where several frames are to be sent, None
where none is.
"""


class Address(StrEnum):
    """Who gets a frame: one connection, or all active connections of the agent."""

    CONNECTION = "the connection"
    AGENT = "every active connection of the agent"


class Task(StrEnum):
    """What a frame about a task does to its receiver. Only instances that have the task get other frames."""

    GIVES = "gives the instance the task"
    CONCERNS = "concerns a task that the instance has"
    TAKES = "takes the task from the instance"
    TAKES_FROM_CONSULTED = "takes the task from the instance of a consulted agent"


@dataclass(frozen=True, kw_only=True)
class Frame:
    """One notification. `event` is what causes it, or one of `or_events`; None where a request or a refusal does;
    `task` is set where it is about a conversation.
    """

    name: str
    outer: str
    event: type[Event] | None
    or_events: tuple[type[Event], ...] = ()
    model: type[Data]
    encode: Encode
    to: Address = Address.AGENT
    task: Task | None = None
    source: str
    compared: Compared = READ
    differs: str = ""

    @property
    def events(self) -> tuple[type[Event], ...]:
        """Every event that causes it."""
        return () if self.event is None else (self.event, *self.or_events)


def agents_concerned(event: Event) -> tuple[AgentId, ...]:
    """The agents who get the frames about an event."""
    match event:
        case ConversationEvent(concerned=agents) | MonitoringEvent(concerned=agents):
            return agents
        case _:
            concerned: AgentId | None = getattr(getattr(event, "session", event), "agent_id", None)
            return () if concerned is None else (concerned,)


def failure(about: About, type_: str, refused: Refused) -> Data:
    """The `data` of a frame about a refusal."""
    return FailureData(**about.common(type_), **reasons(refused))


def reasons(refused: Refused) -> dict[str, Any]:
    """The part of `data` that every refusal has."""
    error = wire_error(refused.rejection)
    return {
        "reason": error.name,
        "reason_code": error.code,
        "message": refused.rejection.message,
        "field": field_of(refused.rejection),
    }
