"""A customer's conversation with an agent: its states and what may follow what (AD-087)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from deskproof.simulator.domain.values import AgentId, Instant


class ConversationState(StrEnum):
    """The state of a conversation; all but queued and ended are some agent's *active* conversation (DOMAIN A25)."""

    QUEUED = "queued"
    OFFERED = "offered"
    CONNECTED = "connected"
    HELD = "held"
    WRAP_UP = "wrap-up"
    ENDED = "ended"


class Act(StrEnum):
    """What can happen to a conversation."""

    OFFER = "offer"
    ANSWER = "answer"
    LEAVE_UNANSWERED = "leave unanswered"
    HOLD = "hold"
    RESUME = "resume"
    END = "end"
    HANG_UP = "hang up"
    WRAP_UP = "wrap up"


CONVERSATION: Mapping[tuple[ConversationState, Act], ConversationState] = {
    (ConversationState.QUEUED, Act.OFFER): ConversationState.OFFERED,
    (ConversationState.QUEUED, Act.HANG_UP): ConversationState.ENDED,
    (ConversationState.OFFERED, Act.ANSWER): ConversationState.CONNECTED,
    (ConversationState.OFFERED, Act.LEAVE_UNANSWERED): ConversationState.QUEUED,
    (ConversationState.OFFERED, Act.HANG_UP): ConversationState.ENDED,
    (ConversationState.CONNECTED, Act.HOLD): ConversationState.HELD,
    (ConversationState.CONNECTED, Act.END): ConversationState.WRAP_UP,
    (ConversationState.CONNECTED, Act.HANG_UP): ConversationState.WRAP_UP,
    (ConversationState.HELD, Act.RESUME): ConversationState.CONNECTED,
    (ConversationState.HELD, Act.END): ConversationState.WRAP_UP,
    (ConversationState.HELD, Act.HANG_UP): ConversationState.WRAP_UP,
    (ConversationState.WRAP_UP, Act.WRAP_UP): ConversationState.ENDED,
}
"""The next state of a conversation; a pair that is not here is refused. `END` is the agent's, `HANG_UP` the customer's.
"""


@dataclass(frozen=True, kw_only=True)
class Conversation:
    """One call of a customer, from the queue to wrap-up. `since` is when its state began."""

    id: str
    queue: str
    customer: str
    state: ConversationState
    created_at: Instant
    since: Instant
    agent_id: AgentId | None = None
    connected_at: Instant | None = None
    ended_by: str = ""

    @property
    def busies(self) -> bool:
        """Whether it occupies its agent."""
        return self.state not in (ConversationState.QUEUED, ConversationState.ENDED)
