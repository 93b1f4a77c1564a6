"""What the control plane's client returns: people, records and readings of a tenant, parsed from its JSON."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any, Literal, TypeAlias

Json: TypeAlias = Any
FaultKind = Literal[
    "answers late",
    "answers an error",
    "answers otherwise",
    "loses an event",
    "delivers twice",
    "sends otherwise",
    "closes the notification socket",
    "goes silent",
    "cuts everything",
]


@dataclass(frozen=True, kw_only=True)
class Person:
    """A person of the tenant who can sign in."""

    key: str
    name: str
    email: str
    password: str = field(repr=False)
    teams_password: str | None = field(repr=False)
    agent_id: str
    roles: tuple[str, ...]
    teams: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Mail:
    """A mail; `code` is the confirmation code in it, if any."""

    at: datetime
    to: str
    subject: str
    text: str = field(repr=False)
    code: str | None = field(repr=False)


@dataclass(frozen=True, kw_only=True)
class Entry:
    """An entry of the journal; `kind` is `command`, `event`, `rejection` or `fault`."""

    seq: int
    at: datetime
    kind: str
    name: str
    cause: str
    data: Mapping[str, Json]


@dataclass(frozen=True, kw_only=True)
class Line:
    """An HTTP request with its answer, or a frame of a socket, at the tenant's edge. `way` is `http`, `in` or `out`."""

    seq: int
    at: datetime
    way: str
    name: str
    path: str
    method: str
    status: int | None
    verdict: str
    detail: str


@dataclass(frozen=True, kw_only=True)
class Fault:
    """An armed fault; `occasions` counts how often it could have fired, `fired` how often it did. `times` is None where
    it fires on every occasion.
    """

    id: str
    kind: str
    where: str
    times: int | None
    after: int
    probability: float
    occasions: int
    fired: int
    seconds: int
    seconds_max: int | None
    status: int | None
    set: Mapping[str, Json]
    remove: tuple[str, ...]
    cleared: bool


@dataclass(frozen=True, kw_only=True)
class Conversation:
    """A customer's contact that is not over; `agent` is the key of the agent who has it or is offered it, `number` the
    customer's number, name or address. `colleagues` are in a conference with the agent, `wrapping_up` have left;
    `transferred_to` is the number outside the contact centre that has the customer.
    """

    id: str
    channel: str
    direction: str
    queue: str
    number: str
    dialled: str
    state: str
    agent: str | None
    colleagues: tuple[str, ...]
    consult: str | None
    consulted: str | None
    wrapping_up: tuple[str, ...]
    recording: str
    transferred_to: str | None
    monitored_by: tuple[str, ...]
    created_at: datetime
    since: datetime


@dataclass(frozen=True, kw_only=True)
class Phone:
    """A phone. `rings` is what makes it ring: `conversation`, `consultation`, `monitoring` or `transfer`; `agent` is
    signed in with it. The phone of a number in a call names its `conversation` also when it does not ring.
    """

    number: str
    agent: str | None
    ready: bool
    rings: str | None
    conversation: str | None


@dataclass(frozen=True, kw_only=True)
class Agent:
    """An agent who is signed in; `agent` is the key, `station` AGENT_DN, EXTENSION or BROWSER, `team` and `idle_code`
    are keys. `reason` is why the service changed the state by itself, or what the agent's client gave; else empty.
    `monitors` is the conversation that a supervisor monitors or has requested to, `monitoring` the state of that.
    """

    agent: str
    station: str
    number: str
    team: str | None
    roles: tuple[str, ...]
    state: str
    idle_code: str | None
    reason: str
    engaged: bool
    connected: bool
    monitors: str | None
    monitoring: str | None
    signed_in_at: datetime
    state_since: datetime
    code_since: datetime


@dataclass(frozen=True, kw_only=True)
class ClockReading:
    """The tenant's clock: the instant it shows, whether it is frozen, and the next deadline."""

    now: datetime
    frozen: bool
    next_deadline: datetime | None


def instant_of(text: str) -> datetime:
    """An instant of the control plane, in UTC."""
    return datetime.fromisoformat(text).astimezone(UTC)


def people_of(documents: Sequence[Mapping[str, Json]]) -> Mapping[str, Person]:
    """The people of a tenant, by their keys."""
    return {
        person["key"]: Person(
            key=person["key"],
            name=person["name"],
            email=person["email"],
            password=person["password"],
            teams_password=person["teamsPassword"],
            agent_id=person["agentId"],
            roles=tuple(person["roles"]),
            teams=tuple(person["teams"]),
        )
        for person in documents
    }


def entry_of(document: Mapping[str, Json]) -> Entry:
    """A journal entry from its JSON."""
    return Entry(**{**document, "at": instant_of(document["at"])})


def agent_of(document: Mapping[str, Json]) -> Agent:
    """A signed-in agent from its JSON."""
    return Agent(
        agent=document["agent"],
        station=document["station"],
        number=document["number"],
        team=document["team"],
        roles=tuple(document["roles"]),
        state=document["state"],
        idle_code=document["idleCode"],
        reason=document["reason"],
        engaged=document["engaged"],
        connected=document["connected"],
        monitors=document["monitors"],
        monitoring=document["monitoring"],
        signed_in_at=instant_of(document["signedInAt"]),
        state_since=instant_of(document["stateSince"]),
        code_since=instant_of(document["codeSince"]),
    )


def conversation_of(document: Mapping[str, Json]) -> Conversation:
    """A conversation from its JSON."""
    return Conversation(
        id=document["id"],
        channel=document["channel"],
        direction=document["direction"],
        queue=document["queue"],
        number=document["number"],
        dialled=document["dialled"],
        state=document["state"],
        agent=document["agent"],
        colleagues=tuple(document["colleagues"]),
        consult=document["consult"],
        consulted=document["consulted"],
        wrapping_up=tuple(document["wrappingUp"]),
        recording=document["recording"],
        transferred_to=document["transferredTo"],
        monitored_by=tuple(document["monitoredBy"]),
        created_at=instant_of(document["createdAt"]),
        since=instant_of(document["since"]),
    )


def reading_of(document: Mapping[str, Json]) -> ClockReading:
    """A reading of the clock from its JSON."""
    due = document["nextDeadline"]
    return ClockReading(
        now=instant_of(document["now"]),
        frozen=document["frozen"],
        next_deadline=None if due is None else instant_of(due),
    )


def fault_of(document: Mapping[str, Json]) -> Fault:
    """A fault from its JSON."""
    values = {("seconds_max" if name == "secondsMax" else name): value for name, value in document.items()}
    return Fault(**{**values, "remove": tuple(document["remove"])})
