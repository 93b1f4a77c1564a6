"""Who can be called in the browser: registered clients and their Mercury outbox, their lines, and the calls on them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from deskproof.simulator.domain.conversations.sound import Source
from deskproof.simulator.domain.values import AgentId
from deskproof.simulator.product.close_codes import GOING_AWAY
from deskproof.simulator.product.outbox import Close, Outbox

if TYPE_CHECKING:
    from deskproof.simulator.product.calling.media import MediaPeer


@dataclass(eq=False, kw_only=True)
class Client:
    """One registered instance of a client. What is in `outbox` leaves on its Mercury socket as soon as one is open."""

    id: str
    address: str
    """Its address in WDM, by which a line names it."""
    agent_id: AgentId
    device_type: str
    outbox: Outbox = field(default_factory=Outbox)
    sent: int = 0
    grant_id: str | None = None
    """The grant of the token that its socket was authorized with."""

    def take_over(self, grant_id: str | None = None) -> Outbox:
        """The outbox of a new socket: what has not left yet is in it, and an older socket closes. `grant_id` is the
        grant of the token that the socket is authorized with.
        """
        self.grant_id = grant_id
        older, self.outbox = self.outbox, Outbox()
        while not older.empty():
            message = older.get_nowait()
            if not isinstance(message, Close):
                self.outbox.put_nowait(message)
        older.end(GOING_AWAY)
        return self.outbox


@dataclass(eq=False, kw_only=True)
class Line:
    """A client that can be called."""

    id: str
    client: Client
    uri: str
    is_telephone: bool = False
    """Whether it is its person's telephone; otherwise it is the sound of the desktop."""

    @property
    def agent_id(self) -> AgentId:
        """The agent who is called on it."""
        return self.client.agent_id


@dataclass(eq=False, kw_only=True)
class Call:
    """A conversation on a line, in which `speaker` talks there. `over` means that the other side has ended it and the
    client has not done so yet, and `answered` that its person has picked it up. At a telephone, `number` is the one
    that rings, empty in a call that it makes.
    """

    id: str
    line: Line
    conversation_id: str
    speaker: Source
    number: str = ""
    answered: bool = False
    correlation_id: str = ""
    peer: MediaPeer | None = None
    over: bool = False
