"""The notification sockets of one tenant: the open ones, the frames sent on each, and the faults that act on them.

The core decides who is connected; here a connection is given a socket. The address of a socket has a secret that
only the subscriber gets and that is never written anywhere.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, field

from pydantic import ValidationError

from deskproof.simulator.domain.commands import Connect, Disconnect
from deskproof.simulator.domain.events import Event
from deskproof.simulator.domain.rejection import Rejection
from deskproof.simulator.domain.values import AgentId, ConnectionId, Instant
from deskproof.simulator.edge.faults.kinds import act_on_connections, copies_of_frame
from deskproof.simulator.edge.faults.otherwise import changed_frame, changes_of_frame
from deskproof.simulator.product.close_codes import GOING_AWAY, NOT_AUTHORIZED, RESTARTING
from deskproof.simulator.product.outbox import MOST_WAITING, Outbox
from deskproof.simulator.runtime.drawn import drawn_secret
from deskproof.simulator.runtime.faults import Fault, FaultKind
from deskproof.simulator.runtime.limits import TooMany
from deskproof.simulator.runtime.tenancy import UNREAD_FRAMES, UNREADABLE_FRAME, Tenancy
from deskproof.simulator.runtime.traffic import Verdict
from deskproof.simulator.wire.catalogue import frames_for
from deskproof.simulator.wire.kernel.addresses import NOTIFICATIONS
from deskproof.simulator.wire.kernel.conformance import BadAnswer, check_frame
from deskproof.simulator.wire.kernel.frame import (
    About,
    Address,
    Data,
    Envelope,
    FailureData,
    Frame,
    KeepAlive,
    Task,
    agents_concerned,
)
from deskproof.simulator.wire.kernel.request import Place
from deskproof.simulator.wire.tasks.shapes import TaskData

HIDDEN = NOTIFICATIONS + "•••"
"""How the address of a socket is recorded."""

CAUSE = "notification socket"


@dataclass(frozen=True)
class _Subscriber:
    """A connection that waits for its socket, and the grant of the token that requested it."""

    connection_id: ConnectionId
    grant_id: str | None


_NOBODY = _Subscriber(ConnectionId(""), None)


@dataclass(eq=False)
class Socket:
    """One open notification socket; what is in `outbox` leaves in order. `silent` means half-open: nothing leaves."""

    connection_id: ConnectionId
    agent_id: AgentId
    grant_id: str | None = None
    """The grant of the token that requested the socket, where it has one."""
    outbox: Outbox = field(default_factory=Outbox)
    silent: bool = False
    tasks: set[str] = field(default_factory=set)
    """The tasks that its client has; the vendor's client fails on a frame about any other (PROTOCOL 6)."""


class Sockets:
    """All sockets of a tenant. Listens to its events and sends the frames they cause."""

    def __init__(self, tenancy: Tenancy, place: Place) -> None:
        self._tenancy = tenancy
        self._place = place
        self._waiting: dict[str, _Subscriber] = {}
        self._open: dict[ConnectionId, Socket] = {}
        tenancy.listen(self._on_event)
        tenancy.faults.listen(self._on_fault)

    def address_for(self, connection_id: ConnectionId, grant_id: str | None = None) -> str:
        """The path of the socket for a new subscription; it opens once. `grant_id` is the grant of the token that
        requested it.
        """
        secret = drawn_secret()
        self._waiting[secret] = _Subscriber(connection_id, grant_id)
        return NOTIFICATIONS + secret

    def open(self, path: str) -> Socket | None:
        """The socket at this address, now connected; None without a subscription or when it was opened before."""
        secret = path.removeprefix(NOTIFICATIONS)
        subscriber = self._waiting.get(secret, _NOBODY)
        connection = self._tenancy.state.agents.connections.get(subscriber.connection_id)
        if connection is None or self._cut_off(connection.agent_id):
            return None
        del self._waiting[secret]
        socket = Socket(connection.id, connection.agent_id, subscriber.grant_id)
        self._open[connection.id] = socket
        try:
            self._tenancy.submit(Connect(connection_id=connection.id), cause=CAUSE)
        except (Rejection, TooMany):
            del self._open[connection.id]
            return None
        self._act_on_faults()
        return socket

    def receive(self, socket: Socket, text: str) -> None:
        """A frame of a client: a keep-alive is echoed, any other is recorded as unknown."""
        if socket.silent:
            return
        try:
            echo = KeepAlive.model_validate_json(text)
        except ValidationError:
            detail = f"{socket.connection_id}: a client sends {KeepAlive().to_text()} and nothing else"
            self._record("in", "unknown frame", detail, Verdict.UNKNOWN_REQUEST)
            return
        self._record("in", "keepalive", socket.connection_id)
        self._post(socket, "keepalive", echo.to_text(), "")

    def refuse(self, socket: Socket, sentence: str) -> bool:
        """Record in journal and traffic that a frame cannot be read; True, so that the socket closes. A silent socket
        records nothing and stays open: False.
        """
        if socket.silent:
            return False
        self._tenancy.refuse_frame(UNREADABLE_FRAME, sentence, agent_id=socket.agent_id, cause=CAUSE)
        self._record("in", "unreadable frame", f"{socket.connection_id}: {sentence}", Verdict.BAD_REQUEST)
        return True

    def closed(self, socket: Socket, *, cause: str = CAUSE) -> None:
        """The socket has closed, from either side."""
        if self._open.pop(socket.connection_id, None) is not None:
            self._disconnect(socket, cause)

    def revoke(self, grant_id: str) -> None:
        """The tokens of a grant have been revoked: close the sockets that were requested with them, and let none open.

        RFC 9700 4.14 revokes what came from a code or refresh token that was used twice; a socket is part of it.
        """
        for secret in [secret for secret, subscriber in self._waiting.items() if subscriber.grant_id == grant_id]:
            del self._waiting[secret]
        for socket in [socket for socket in self._open.values() if socket.grant_id == grant_id and not socket.silent]:
            self._record("out", "close", f"{socket.connection_id}: its token was revoked")
            socket.outbox.end(NOT_AUTHORIZED)
            self.closed(socket, cause="revoked token")

    def close_all(self) -> None:
        """Close every socket because the tenant ends."""
        for socket in self._open.values():
            socket.outbox.end(GOING_AWAY)
        self._open.clear()
        self._waiting.clear()

    @property
    def any_open(self) -> bool:
        """Whether a socket is open."""
        return bool(self._open)

    def of(self, agent_id: AgentId) -> tuple[Socket, ...]:
        """The sockets on which an agent gets frames."""
        active = self._tenancy.state.agents.active(agent_id)
        return tuple(self._open[connection.id] for connection in active if connection.id in self._open)

    def send(self, frame: Frame, agent_id: AgentId, about: object, *, to: Sequence[Socket]) -> None:
        """Send a frame to sockets, unless a fault loses it, doubles it or changes what it says."""
        if not to:
            return
        tracking_id = self._tenancy.next_id("notification")
        around = About(place=self._place, state=self._tenancy.state, agent_id=agent_id, tracking_id=tracking_id)
        try:
            encoded = frame.encode(around, frame.name, about)
            every = encoded if isinstance(encoded, tuple) else () if encoded is None else (encoded,)
            for data in every:
                check_frame(frame, data)
        except (BadAnswer, ValidationError) as error:
            self._record("out", frame.name, f"does not fit the catalogue: {_misfit(error)}", Verdict.BAD_ANSWER)
            return
        for data in every:
            if receivers := _receivers(to, frame, data):
                self._send(frame, data, tracking_id, receivers)

    def _send(self, frame: Frame, data: Data, tracking_id: str, to: Sequence[Socket]) -> None:
        names = (frame.name, *(event.__name__ for event in frame.events))
        copies = copies_of_frame(self._tenancy.faults, *names)
        envelope = Envelope(type=frame.outer, org_id=self._place.org_id, tracking_id=tracking_id, data=data)
        is_armed = copies > 0 and self._tenancy.faults.may_fire(FaultKind.SENDS_OTHERWISE, *names)
        changes = changes_of_frame(self._tenancy.faults, envelope.to_json(), *names) if is_armed else ()
        if changes:
            text = json.dumps(changed_frame(envelope.to_json(), changes), ensure_ascii=False)
        else:
            text = envelope.to_text()
        detail = f" {data.reason}" if isinstance(data, FailureData) else ""
        verdict = Verdict.ALTERED if changes else Verdict.OK
        for socket in [socket for socket in to for _ in range(copies)]:
            self._post(socket, frame.name, text, detail, verdict)

    def _on_event(self, event: Event, now: Instant) -> None:
        frames = frames_for(event)
        for agent_id in agents_concerned(event) if frames else ():
            for frame in frames:
                if frame.to is Address.AGENT:
                    to = self.of(agent_id)
                else:
                    to = tuple(filter(None, [self._open.get(getattr(event, "connection_id", ConnectionId("")))]))
                self.send(frame, agent_id, event, to=to)

    def _on_fault(self, fault: Fault) -> None:
        self._act_on_faults()

    def _act_on_faults(self) -> None:
        """Let the faults of connections fire on what is open."""
        if not self._tenancy.faults.all():  # asked whenever a socket opens, which must not cost more the more there are
            return
        for agent_id in dict.fromkeys(socket.agent_id for socket in self._open.values() if not socket.silent):
            act_on_connections(self._tenancy.faults, self, agent_id, self._key_of(agent_id))

    def drop(self, agent_id: AgentId) -> None:
        """Close the agent's sockets, as a service that restarts does."""
        for socket in self._sockets_of(agent_id):
            socket.outbox.end(RESTARTING)
            self.closed(socket)

    def silence(self, agent_id: AgentId) -> None:
        """Leave the agent's sockets half-open: nothing leaves, nothing is taken."""
        for socket in self._sockets_of(agent_id):
            socket.silent = True
            self._disconnect(socket)

    def _cut_off(self, agent_id: AgentId) -> bool:
        return self._tenancy.faults.take(FaultKind.CUTS_EVERYTHING, self._key_of(agent_id)) is not None

    def _key_of(self, agent_id: AgentId) -> str:
        person = self._tenancy.configuration.person(agent_id)
        return agent_id if person is None else person.key

    def _sockets_of(self, agent_id: AgentId) -> tuple[Socket, ...]:
        return tuple(socket for socket in self._open.values() if socket.agent_id == agent_id and not socket.silent)

    def _disconnect(self, socket: Socket, cause: str = CAUSE) -> None:
        """Submit the disconnection, unless the connection was superseded, which has ended it already."""
        if socket.connection_id in self._tenancy.state.agents.connections:
            self._tenancy.submit(Disconnect(connection_id=socket.connection_id), cause=cause)

    def _post(self, socket: Socket, name: str, text: str, detail: str, verdict: Verdict = Verdict.OK) -> None:
        if socket.silent or socket.outbox.overflowed:
            return
        if socket.outbox.offer(text):
            self._record("out", name, socket.connection_id + detail, verdict)
            return
        sentence = f"The client reads too little: {MOST_WAITING} frames wait for it, so its socket closes."
        self._tenancy.refuse_frame(UNREAD_FRAMES, sentence, agent_id=socket.agent_id, cause=CAUSE)
        self._record("out", "close", f"{socket.connection_id}: {sentence}", Verdict.BAD_REQUEST)

    def _record(self, way: str, name: str, detail: str, verdict: Verdict = Verdict.OK) -> None:
        self._tenancy.traffic.add(
            at=self._tenancy.clock.now(), way=way, name=name, path=HIDDEN, verdict=verdict, detail=detail
        )


def _misfit(error: Exception) -> str:
    """What does not fit, without the values: they may be secret."""
    return f"{error.title} has wrong fields." if isinstance(error, ValidationError) else str(error)


def _receivers(sockets: Sequence[Socket], frame: Frame, data: Data) -> Sequence[Socket]:
    """The sockets that may get a frame about a task; records which of them have the task afterwards."""
    if frame.task is None or not isinstance(data, TaskData):
        return sockets
    task = data.interaction_id
    if frame.task is Task.GIVES:
        for socket in sockets:
            socket.tasks.add(task)
    receivers = tuple(socket for socket in sockets if task in socket.tasks)
    if frame.task is Task.TAKES or (frame.task is Task.TAKES_FROM_CONSULTED and data.is_consulted):
        for socket in receivers:
            socket.tasks.discard(task)
    return receivers
