"""What agents did, made from the events of a tenant: how long each state and each part in a conversation lasted, and
how often offers were taken.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from deskproof.simulator.domain.conversations.model import Conversation, ConversationState
from deskproof.simulator.domain.events import (
    AgentSignedIn,
    AgentSignedOut,
    AgentStateChanged,
    ConversationEvent,
    ConversationTransferred,
    ConversationWrappedUp,
    Event,
    OfferDeclined,
    OfferUnanswered,
)
from deskproof.simulator.domain.sessions.model import AgentSession, AgentState
from deskproof.simulator.domain.values import AgentId, Instant


@dataclass(frozen=True, kw_only=True)
class Happened:
    """An event and its instant."""

    at: Instant
    event: Event


@dataclass(frozen=True, kw_only=True)
class Activity:
    """One stretch of an agent's day: a state of the agent, or a part in a conversation, which is then `conversation` as
    it was at the start. It goes on where `until` is None. `first` is the state that a session begins with; `was` is the
    agent's part before it in the same conversation.
    """

    session: AgentSession
    state: AgentState | ConversationState
    since: Instant
    until: Instant | None = None
    first: bool = False
    conversation: Conversation | None = None
    was: ConversationState | None = None
    wrap_up_code: str = ""

    @property
    def agent_id(self) -> AgentId:
        """Whose it is."""
        return self.session.agent_id

    def lasted(self, start: Instant, end: Instant) -> int:
        """Milliseconds of it between two instants; what goes on lasts to the second of them."""
        return max(0, min(end, end if self.until is None else self.until) - max(start, self.since))


@dataclass(frozen=True, kw_only=True)
class Lost:
    """An agent has lost a conversation at an instant: left an offer, or given the conversation away."""

    agent_id: AgentId
    conversation: Conversation
    at: Instant
    transferred: bool


@dataclass(frozen=True, kw_only=True)
class Day:
    """The activities in the order they began, the losses in the order they happened, and each conversation as it was
    last, with the instant of its last event, oldest conversation first.
    """

    activities: tuple[Activity, ...]
    losses: tuple[Lost, ...]
    conversations: tuple[tuple[Conversation, Instant], ...]


class _Reader:
    """Reads events one after the other."""

    def __init__(self) -> None:
        self.sessions: dict[AgentId, AgentSession] = {}
        """The latest session of each agent; nobody who is in a conversation can be signed out."""
        self.activities: list[Activity] = []
        self.ongoing: dict[tuple[AgentId, str], int] = {}
        self.losses: list[Lost] = []
        self.conversations: dict[str, tuple[Conversation, Instant]] = {}

    def take(self, event: Event, at: Instant) -> None:
        match event:
            case AgentSignedIn(session=session):
                self._state(session, at, first=True)
            case AgentStateChanged(session=session):
                self._state(session, at)
            case AgentSignedOut(session=session):
                self._end((session.agent_id, ""), at)
            case ConversationEvent(conversation=conversation):
                self._conversation(event, conversation, at)

    def _state(self, session: AgentSession, at: Instant, *, first: bool = False) -> None:
        self.sessions[session.agent_id] = session
        self._end((session.agent_id, ""), at)
        self._begin("", Activity(session=session, state=session.state, since=at, first=first))

    def _conversation(self, event: ConversationEvent, conversation: Conversation, at: Instant) -> None:
        self.conversations[conversation.id] = (conversation, at)
        match event:
            case OfferDeclined(agent_id=agent_id) | OfferUnanswered(agent_id=agent_id):
                self.losses.append(Lost(agent_id=agent_id, conversation=conversation, at=at, transferred=False))
            case ConversationTransferred(agent_id=agent_id):
                self.losses.append(Lost(agent_id=agent_id, conversation=conversation, at=at, transferred=True))
        occupied = dict.fromkeys(conversation.occupied)
        involved = {agent_id: None for agent_id, id_ in self.ongoing if id_ == conversation.id} | occupied
        for agent_id in involved:
            number = self.ongoing.get((agent_id, conversation.id))
            before = None if number is None else self.activities[number]
            now = conversation.state_for(agent_id) if agent_id in occupied else None
            if (before.state if before else None) is now:
                continue
            code = event.code_id if isinstance(event, ConversationWrappedUp) and event.agent_id == agent_id else ""
            self._end((agent_id, conversation.id), at, code)
            if now is not None:
                was = before.state if before and isinstance(before.state, ConversationState) else None
                part = Activity(
                    session=self.sessions[agent_id], state=now, since=at, conversation=conversation, was=was
                )
                self._begin(conversation.id, part)

    def _begin(self, conversation_id: str, activity: Activity) -> None:
        self.ongoing[activity.agent_id, conversation_id] = len(self.activities)
        self.activities.append(activity)

    def _end(self, key: tuple[AgentId, str], at: Instant, code: str = "") -> None:
        number = self.ongoing.pop(key, None)
        if number is not None:
            self.activities[number] = replace(self.activities[number], until=at, wrap_up_code=code)


def day_of(happened: Sequence[Happened]) -> Day:
    """What agents did in all that happened."""
    reader = _Reader()
    for one in happened:
        reader.take(one.event, one.at)
    return Day(
        activities=tuple(reader.activities),
        losses=tuple(reader.losses),
        conversations=tuple(reader.conversations.values()),
    )
