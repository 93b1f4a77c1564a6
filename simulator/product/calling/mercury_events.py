"""The events of the calling services: put into the outboxes of clients as Mercury frames, and recorded as traffic."""

from __future__ import annotations

import json

from deskproof.simulator.edge.faults.kinds import copies_of_frame
from deskproof.simulator.edge.faults.otherwise import changed_frame, changes_of_frame
from deskproof.simulator.product.calling.lines import Client
from deskproof.simulator.product.outbox import MOST_WAITING
from deskproof.simulator.runtime.alteration import Json
from deskproof.simulator.runtime.tenancy import UNREAD_FRAMES, UNREADABLE_FRAME, Tenancy
from deskproof.simulator.runtime.traffic import Verdict
from deskproof.simulator.wire.calling.catalogue import EVENTS
from deskproof.simulator.wire.calling.shapes import MercuryData, MercuryFrame, MercuryPing, MercuryPong
from deskproof.simulator.wire.kernel.addresses import MERCURY

CAUSE = "mercury socket"

_EVENTS = frozenset(event.model for event in EVENTS)


class MercuryEvents:
    """What leaves on the Mercury sockets of a tenant, and the lines of traffic about it."""

    def __init__(self, tenancy: Tenancy) -> None:
        self._tenancy = tenancy

    def send(self, client: Client, data: MercuryData) -> None:
        """Send an event to a client, unless a fault loses it, doubles it or changes what it says."""
        if type(data) not in _EVENTS:
            detail = f"does not fit the catalogue: {type(data).__name__} is not an event of it"
            self.record("out", data.event_type, client.id, Verdict.BAD_ANSWER, detail)
            return
        faults = self._tenancy.faults
        sent = [self._next(client, data) for _ in range(copies_of_frame(faults, data.event_type))]
        changes = changes_of_frame(faults, sent[0], data.event_type) if sent else ()
        for frame in sent:
            if self._post(client, json.dumps(changed_frame(frame, changes), ensure_ascii=False)):
                self.record("out", data.event_type, client.id, Verdict.ALTERED if changes else Verdict.OK)

    def pong(self, client: Client, ping: MercuryPing) -> None:
        """Answer a ping."""
        self._post(client, MercuryPong(id=ping.id, timestamp=self._tenancy.clock.now()).to_text())

    def _post(self, client: Client, text: str) -> bool:
        """Put a frame in the client's outbox. False where too many wait in it; the first time, the journal says so."""
        if client.outbox.overflowed:
            return False
        if client.outbox.offer(text):
            return True
        sentence = f"The client reads too little: {MOST_WAITING} frames wait for it, so its socket closes."
        self._tenancy.refuse_frame(UNREAD_FRAMES, sentence, agent_id=client.agent_id, cause=CAUSE)
        self.record("out", "close", client.id, Verdict.BAD_REQUEST, sentence)
        return False

    def frame(self, client: Client, data: MercuryData) -> str:
        """The text of the next frame to a client, recorded as sent."""
        self.record("out", data.event_type, client.id)
        return json.dumps(self._next(client, data), ensure_ascii=False)

    def _next(self, client: Client, data: MercuryData) -> Json:
        client.sent += 1
        frame = MercuryFrame(
            id=f"{client.id}-{client.sent}",
            data=data,
            sequence_number=client.sent,
            timestamp=self._tenancy.clock.now(),
        )
        return frame.to_json()

    def record(self, way: str, name: str, client_id: str, verdict: Verdict = Verdict.OK, detail: str = "") -> None:
        """A line of traffic on Mercury."""
        path = MERCURY + client_id
        self._tenancy.traffic.add(
            at=self._tenancy.clock.now(), way=way, name=name, path=path, verdict=verdict, detail=detail
        )

    def refuse(self, client: Client, sentence: str) -> bool:
        """Record in journal and traffic that a frame on Mercury cannot be read; True, so that the socket closes."""
        self._tenancy.refuse_frame(UNREADABLE_FRAME, sentence, agent_id=client.agent_id, cause=CAUSE)
        self.record("in", "unreadable frame", client.id, Verdict.BAD_REQUEST, sentence)
        return True
