"""Routing: what waits in a queue is offered to the agent who has been Available longest, and withdrawn if nobody
answers (AD-006, DOMAIN 2.3).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from deskproof.simulator.domain.configuration import Channel, Queue
from deskproof.simulator.domain.conversations.lookup import after, consult_after, queue_of
from deskproof.simulator.domain.conversations.model import (
    Act,
    Consult,
    ConsultAct,
    ConsultState,
    Conversation,
    ConversationState,
)
from deskproof.simulator.domain.events import (
    AgentStateChanged,
    ConsultDeclined,
    ConsultEnded,
    ConsultOffered,
    ConsultUnanswered,
    ConversationOffered,
    Event,
    OfferDeclined,
    OfferUnanswered,
)
from deskproof.simulator.domain.sessions.model import AgentSession, AgentState, StateReason
from deskproof.simulator.domain.state import TenantState
from deskproof.simulator.domain.values import SECOND, Instant


def route(state: TenantState, now: Instant) -> tuple[Event, ...]:
    """Offer the oldest queued conversation or consultation for which an agent of its queue is Available and free, to
    the agent who has been Available longest. No events where there is none.
    """
    for conversation in state.floor.conversations.values():
        if conversation.state is ConversationState.QUEUED:
            session = _longest_available(state, conversation, conversation.queue)
            if session is not None:
                return (offered(state, conversation, session, now),)
        consult = conversation.consult
        if consult is not None and consult.state is ConsultState.QUEUED:
            queue = queue_of(state, consult.destination, conversation.channel)
            session = _longest_available(state, conversation, queue.key)
            if session is not None:
                return (consult_offered(state, conversation, consult, session, now),)
    return ()


def offered(
    state: TenantState, conversation: Conversation, session: AgentSession, now: Instant, act: Act = Act.OFFER
) -> ConversationOffered:
    """The conversation rings at the agent's station; what is digital shows in the desktop alone."""
    offer = replace(after(conversation, act, now), agent_id=session.agent_id, since=now)
    number = state.floor.ready_phone(session.station) if conversation.channel is Channel.VOICE else None
    return ConversationOffered(conversation=offer, station=session.station, rings=number or "")


def consult_offered(
    state: TenantState, conversation: Conversation, consult: Consult, session: AgentSession, now: Instant
) -> ConsultOffered:
    """The consultation rings at the agent's station."""
    asked = replace(consult_after(consult, ConsultAct.OFFER, now), agent_id=session.agent_id)
    number = state.floor.ready_phone(session.station)
    changed = replace(conversation, consult=asked)
    return ConsultOffered(conversation=changed, consult=asked, station=session.station, rings=number or "")


def is_free(state: TenantState, session: AgentSession, channel: Channel) -> bool:
    """Whether the agent is Available, connected, and has room for one more conversation of the channel."""
    if session.state is not AgentState.AVAILABLE or session.lost_since is not None:
        return False
    if channel is Channel.VOICE:
        return not state.floor.on_a_call(session.agent_id)
    theirs = [one for one in state.floor.conversations_of(session.agent_id) if one.channel is channel]
    return len(theirs) < state.configuration.settings.digital_capacity


def due_offers(state: TenantState, now: Instant) -> Iterator[Event]:
    """Withdraw the offers that were not answered in time; their agents get the state RONA (AD-006)."""
    for conversation, session, due in _offers(state):
        if now >= due:
            yield from unanswered(state, conversation, session, now)
    for conversation, consult, session, due in _consults(state):
        if now >= due:
            yield from consult_refused(state, conversation, consult, session, now, ConsultAct.LEAVE_UNANSWERED)


def deadlines(state: TenantState) -> tuple[Instant, ...]:
    """The instants at which `due_offers` has something to do."""
    return (*(due for *_, due in _offers(state)), *(due for *_, due in _consults(state)))


def unanswered(state: TenantState, conversation: Conversation, session: AgentSession, now: Instant) -> Iterator[Event]:
    """The agent did not answer: the conversation is queued again."""
    queued = _withdrawn(conversation, Act.LEAVE_UNANSWERED, now)
    yield OfferUnanswered(conversation=queued, agent_id=session.agent_id)
    yield _rona(state, session, now)


def declined(state: TenantState, conversation: Conversation, session: AgentSession, now: Instant) -> Iterator[Event]:
    """The agent declined: the conversation is queued again."""
    queued = _withdrawn(conversation, Act.DECLINE, now)
    yield OfferDeclined(conversation=queued, agent_id=session.agent_id)
    yield _set_aside(state, session, now)


def consult_refused(
    state: TenantState, conversation: Conversation, consult: Consult, session: AgentSession, now: Instant,
    act: ConsultAct,
) -> Iterator[Event]:  # fmt: skip
    """The consulted agent declined or did not answer: the consultation is over."""
    ended = replace(consult_after(consult, act, now), agent_id=None)
    without = replace(conversation, consult=None)
    if act is ConsultAct.DECLINE:
        yield ConsultDeclined(conversation=without, agent_id=session.agent_id)
        yield _set_aside(state, session, now)
    else:
        yield ConsultUnanswered(conversation=without, agent_id=session.agent_id)
        yield _rona(state, session, now)
    yield ConsultEnded(conversation=without, consult=ended)


def _withdrawn(conversation: Conversation, act: Act, now: Instant) -> Conversation:
    """Queued again, without its agent; a call that was never in a queue ends instead."""
    queued = after(conversation, act if conversation.queue else Act.HANG_UP, now)
    return replace(queued, agent_id=None)


def _rona(state: TenantState, session: AgentSession, now: Instant) -> Event:
    code = state.configuration.unanswered_code
    return AgentStateChanged(session=session.turned(AgentState.RONA, code.id, now, StateReason.UNANSWERED))


def _set_aside(state: TenantState, session: AgentSession, now: Instant) -> Event:
    code = state.configuration.declined_code
    return AgentStateChanged(session=session.turned(AgentState.IDLE, code.id, now, StateReason.DECLINED))


def _offers(state: TenantState) -> Iterator[tuple[Conversation, AgentSession, Instant]]:
    for conversation in state.floor.conversations.values():
        offered = conversation.state is ConversationState.OFFERED and not conversation.is_preview
        if offered and conversation.agent_id is not None:
            due = conversation.since + _timeout(state, conversation.channel)
            yield conversation, state.agents.sessions[conversation.agent_id], Instant(due)


def _consults(state: TenantState) -> Iterator[tuple[Conversation, Consult, AgentSession, Instant]]:
    for conversation in state.floor.conversations.values():
        consult = conversation.consult
        if consult is not None and consult.state is ConsultState.OFFERED and consult.agent_id is not None:
            due = consult.since + _timeout(state, Channel.VOICE)
            yield conversation, consult, state.agents.sessions[consult.agent_id], Instant(due)


def _timeout(state: TenantState, channel: Channel) -> int:
    settings = state.configuration.settings
    return (settings.rona_seconds if channel is Channel.VOICE else settings.digital_rona_seconds) * SECOND


def _longest_available(state: TenantState, conversation: Conversation, queue_key: str) -> AgentSession | None:
    queue = state.configuration.queue(queue_key)
    if queue is None:
        return None
    occupied = conversation.occupied
    longest: AgentSession | None = None
    for session in state.agents.sessions.values():
        # Who has been Available for less time is out before anything else is asked: a floor has many agents.
        if longest is not None and session.state_since >= longest.state_since:
            continue
        is_fit = is_free(state, session, conversation.channel) and _serves(state, session, queue)
        if is_fit and session.agent_id not in occupied:
            longest = session
    return longest


def _serves(state: TenantState, session: AgentSession, queue: Queue) -> bool:
    team = state.configuration.keys_by_id.get(session.team_id or "")
    return not queue.teams or team in queue.teams
