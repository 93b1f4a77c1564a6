"""A customer's conversation with agents: its states, what may follow what, and who takes part (AD-087, PROTOCOL 6).

Rule: the conversation is its owner's; what it is for others (a consulted agent, colleagues in a conference, agents who
left it and have yet to wrap up) is beside it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from deskproof.simulator.domain.configuration import Channel
from deskproof.simulator.domain.values import AgentId, Instant


class Direction(StrEnum):
    """Who began the conversation: the customer, or an agent who dialled."""

    INBOUND = "inbound"
    OUTBOUND = "outbound"


class ConversationState(StrEnum):
    """The state of a conversation for its owner; all but queued and ended are that agent's *active* conversation
    (DOMAIN A25).
    """

    QUEUED = "queued"
    OFFERED = "offered"
    CONNECTED = "connected"
    HELD = "held"
    WRAP_UP = "wrap-up"
    ENDED = "ended"


class Act(StrEnum):
    """What can happen to a conversation. `END` is the agent's, `HANG_UP` the customer's."""

    OFFER = "offer"
    ANSWER = "answer"
    LEAVE_UNANSWERED = "leave unanswered"
    DECLINE = "decline"
    HOLD = "hold"
    RESUME = "resume"
    CONSULT = "consult"
    TRANSFER = "transfer"
    TRANSFER_TO_QUEUE = "transfer to a queue"
    HAND_OVER = "hand over"
    END = "end"
    HANG_UP = "hang up"
    WRAP_UP = "wrap up"


CONVERSATION: Mapping[tuple[ConversationState, Act], ConversationState] = {
    (ConversationState.QUEUED, Act.OFFER): ConversationState.OFFERED,
    (ConversationState.QUEUED, Act.HANG_UP): ConversationState.ENDED,
    (ConversationState.OFFERED, Act.ANSWER): ConversationState.CONNECTED,
    (ConversationState.OFFERED, Act.LEAVE_UNANSWERED): ConversationState.QUEUED,
    (ConversationState.OFFERED, Act.DECLINE): ConversationState.QUEUED,
    (ConversationState.OFFERED, Act.HANG_UP): ConversationState.ENDED,
    (ConversationState.CONNECTED, Act.HOLD): ConversationState.HELD,
    (ConversationState.CONNECTED, Act.CONSULT): ConversationState.HELD,
    (ConversationState.CONNECTED, Act.TRANSFER): ConversationState.OFFERED,
    (ConversationState.CONNECTED, Act.TRANSFER_TO_QUEUE): ConversationState.QUEUED,
    (ConversationState.CONNECTED, Act.HAND_OVER): ConversationState.CONNECTED,
    (ConversationState.CONNECTED, Act.END): ConversationState.WRAP_UP,
    (ConversationState.CONNECTED, Act.HANG_UP): ConversationState.WRAP_UP,
    (ConversationState.HELD, Act.RESUME): ConversationState.CONNECTED,
    (ConversationState.HELD, Act.CONSULT): ConversationState.HELD,
    (ConversationState.HELD, Act.TRANSFER): ConversationState.OFFERED,
    (ConversationState.HELD, Act.TRANSFER_TO_QUEUE): ConversationState.QUEUED,
    (ConversationState.HELD, Act.HAND_OVER): ConversationState.CONNECTED,
    (ConversationState.HELD, Act.END): ConversationState.WRAP_UP,
    (ConversationState.HELD, Act.HANG_UP): ConversationState.WRAP_UP,
    (ConversationState.WRAP_UP, Act.WRAP_UP): ConversationState.ENDED,
}
"""The next state of a conversation; a pair that is not here is refused. `HAND_OVER` gives it to an agent who is already
in it: after a consultation, or in a conference.
"""

ANSWERED = (ConversationState.CONNECTED, ConversationState.HELD)
"""The states in which customer and owner are in the conversation."""


class Recording(StrEnum):
    """Whether a call is recorded."""

    OFF = "off"
    ON = "on"
    PAUSED = "paused"


class RecordingAct(StrEnum):
    """What an agent can do with the recording of a call."""

    PAUSE = "pause"
    RESUME = "resume"


RECORDING: Mapping[tuple[Recording, RecordingAct], Recording] = {
    (Recording.ON, RecordingAct.PAUSE): Recording.PAUSED,
    (Recording.PAUSED, RecordingAct.RESUME): Recording.ON,
}
"""The next state of a recording; a pair that is not here is refused."""


class DestinationKind(StrEnum):
    """What can be consulted, or be transferred to (PROTOCOL 6)."""

    AGENT = "agent"
    QUEUE = "queue"
    DIAL_NUMBER = "dial number"
    ENTRY_POINT = "entry point"


@dataclass(frozen=True, kw_only=True)
class Destination:
    """Where a consultation or transfer goes: the id of an agent, queue or entry point, or a number."""

    kind: DestinationKind
    id: str


class ConsultState(StrEnum):
    """The state of a consultation. Unreached: the dialled number declined; the consultation stays until it is ended."""

    QUEUED = "queued"
    OFFERED = "offered"
    UNREACHED = "unreached"
    ACTIVE = "active"
    ENDED = "ended"


class ConsultAct(StrEnum):
    """What can happen to a consultation. `DECLINE` and `LEAVE_UNANSWERED` are an agent's, `HANG_UP` a number's."""

    OFFER = "offer"
    ANSWER = "answer"
    DECLINE = "decline"
    LEAVE_UNANSWERED = "leave unanswered"
    HANG_UP = "hang up"
    END = "end"
    TRANSFER = "transfer"
    CONFERENCE = "conference"


CONSULT: Mapping[tuple[ConsultState, ConsultAct], ConsultState] = {
    (ConsultState.QUEUED, ConsultAct.OFFER): ConsultState.OFFERED,
    (ConsultState.QUEUED, ConsultAct.END): ConsultState.ENDED,
    (ConsultState.OFFERED, ConsultAct.ANSWER): ConsultState.ACTIVE,
    (ConsultState.OFFERED, ConsultAct.DECLINE): ConsultState.ENDED,
    (ConsultState.OFFERED, ConsultAct.LEAVE_UNANSWERED): ConsultState.ENDED,
    (ConsultState.OFFERED, ConsultAct.HANG_UP): ConsultState.UNREACHED,
    (ConsultState.OFFERED, ConsultAct.END): ConsultState.ENDED,
    (ConsultState.UNREACHED, ConsultAct.END): ConsultState.ENDED,
    (ConsultState.ACTIVE, ConsultAct.HANG_UP): ConsultState.ENDED,
    (ConsultState.ACTIVE, ConsultAct.END): ConsultState.ENDED,
    (ConsultState.ACTIVE, ConsultAct.TRANSFER): ConsultState.ENDED,
    (ConsultState.ACTIVE, ConsultAct.CONFERENCE): ConsultState.ENDED,
}
"""The next state of a consultation; a pair that is not here is refused."""


@dataclass(frozen=True, kw_only=True)
class Consult:
    """A consultation beside a call: `by` asks `agent_id`, or the person who answers at `number`. `since` is when its
    state began, `answered_at` when it was answered. It `waits` while `by` has gone back to the call.
    """

    id: str
    by: AgentId
    destination: Destination
    state: ConsultState
    since: Instant
    agent_id: AgentId | None = None
    number: str = ""
    answered_at: Instant | None = None
    waits: bool = False


@dataclass(frozen=True, kw_only=True)
class Colleague:
    """Somebody in a conference beside its owner: an agent, or a person at a number."""

    joined_at: Instant
    agent_id: AgentId | None = None
    number: str = ""


@dataclass(frozen=True, kw_only=True)
class Leaver:
    """An agent who has left a conversation that goes on, and has yet to wrap it up."""

    agent_id: AgentId
    since: Instant


@dataclass(frozen=True, kw_only=True)
class Onward:
    """Where a call goes on after a transfer to a number: outside the contact centre. Until it is `answered`, the phone
    of the number rings.
    """

    number: str
    answered: bool


@dataclass(frozen=True, kw_only=True)
class Conversation:
    """One contact of a customer, from the queue to wrap-up. `since` is when its state began, `dialled` the number that
    the customer called, or that an agent called with; `connected_at` is when it was last answered.
    `customer_joined` is False while the customer's phone rings. `campaign` is the campaign that gave an agent the
    customer to call; until the agent has accepted, it is a preview and nothing rings.
    """

    id: str
    queue: str
    customer: str
    state: ConversationState
    created_at: Instant
    since: Instant
    channel: Channel = Channel.VOICE
    direction: Direction = Direction.INBOUND
    campaign: str = ""
    dialled: str = ""
    agent_id: AgentId | None = None
    connected_at: Instant | None = None
    customer_joined: bool = True
    recording: Recording = Recording.OFF
    consult: Consult | None = None
    colleagues: tuple[Colleague, ...] = ()
    leavers: tuple[Leaver, ...] = ()
    ended_by: str = ""
    onward: Onward | None = None

    @property
    def busies(self) -> bool:
        """Whether it occupies its owner."""
        return self.state not in (ConversationState.QUEUED, ConversationState.ENDED)

    @property
    def is_preview(self) -> bool:
        """Whether an agent has yet to decide about a customer of a campaign; one who was called and is given on to
        another agent has been decided about.
        """
        undecided = self.state is ConversationState.OFFERED and not self.customer_joined and not self.leavers
        return self.campaign != "" and undecided

    @property
    def is_spoken(self) -> bool:
        """Whether its agent has it at a telephone or in the browser: a call, and no preview."""
        return self.channel is Channel.VOICE and not self.is_preview

    @property
    def over(self) -> bool:
        """Whether nobody has anything left to do with it, within the contact centre or outside."""
        return self.state is ConversationState.ENDED and not self.leavers and self.onward is None

    @property
    def agents(self) -> tuple[AgentId, ...]:
        """The owner and the agents in conference with the owner, whatever the state."""
        owner = () if self.agent_id is None else (self.agent_id,)
        return (*owner, *(one.agent_id for one in self.colleagues if one.agent_id is not None))

    @property
    def consult_waits(self) -> bool:
        """Whether the consulted party waits, because the agent who consults is back in the call."""
        if self.consult is None or self.consult.state is not ConsultState.ACTIVE:
            return False
        alone = self.state is ConversationState.CONNECTED and not self.colleagues
        return self.consult.waits or alone

    @property
    def occupied(self) -> tuple[AgentId, ...]:
        """Every agent it occupies: those in it, the consulted one, and those who have yet to wrap up."""
        consulted = () if self.consult is None or self.consult.agent_id is None else (self.consult.agent_id,)
        inside = self.agents if self.busies else ()
        return (*inside, *consulted, *(leaver.agent_id for leaver in self.leavers))

    def state_for(self, agent_id: AgentId) -> ConversationState:
        """What the conversation is for one of the agents it occupies."""
        if any(leaver.agent_id == agent_id for leaver in self.leavers):
            return ConversationState.WRAP_UP
        if self.consult is not None and self.consult.agent_id == agent_id:
            active = self.consult.state is ConsultState.ACTIVE
            return ConversationState.CONNECTED if active else ConversationState.OFFERED
        return self.state
