"""Conversations: offered to the agent who has been Available longest, answered or not, held, ended, wrapped up (AD-006,
AD-042, AD-087).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from deskproof.simulator.domain import commands
from deskproof.simulator.domain.configuration import Queue, WorkType
from deskproof.simulator.domain.conversations.model import CONVERSATION, Act, Conversation, ConversationState
from deskproof.simulator.domain.events import (
    AgentStateChanged,
    ConversationConnected,
    ConversationEnded,
    ConversationEvent,
    ConversationHeld,
    ConversationOffered,
    ConversationResumed,
    ConversationWrappedUp,
    CustomerCalled,
    Event,
    MonitoringEvent,
    OfferUnanswered,
    OfferWithdrawn,
    PhoneChanged,
)
from deskproof.simulator.domain.monitoring import rules as monitoring
from deskproof.simulator.domain.rejection import Reason, Rejection
from deskproof.simulator.domain.sessions.model import AgentSession, AgentState, StateReason
from deskproof.simulator.domain.state import Floor, TenantState
from deskproof.simulator.domain.values import SECOND, AgentId, Instant


def customer_calls(state: TenantState, command: commands.CustomerCalls, now: Instant) -> tuple[Event, ...]:
    """Put a customer's call in a queue; routing follows."""
    if state.configuration.queue(command.queue) is None:
        known = ", ".join(queue.key for queue in state.configuration.queues)
        raise Rejection(
            Reason.UNKNOWN_QUEUE, f'There is no queue "{command.queue}"; there are: {known}.', field="queue"
        )
    conversation = Conversation(
        id=command.conversation_id,
        queue=command.queue,
        customer=command.customer,
        state=ConversationState.QUEUED,
        created_at=now,
        since=now,
    )
    return (CustomerCalled(conversation=conversation),)


def customer_hangs_up(state: TenantState, command: commands.CustomerHangsUp, now: Instant) -> tuple[Event, ...]:
    """End the call from the customer's side: an unanswered one is withdrawn, an answered one goes to wrap-up."""
    conversation = _conversation(state, command.conversation_id)
    after = _after(conversation, Act.HANG_UP, now)
    if after.state is ConversationState.ENDED:
        return (OfferWithdrawn(conversation=after, agent_id=conversation.agent_id),)
    return _ended(state, replace(after, ended_by="customer"), now)


def set_phone(state: TenantState, command: commands.SetPhone, now: Instant) -> tuple[Event, ...]:
    """Make a phone ready to ring, or not ready."""
    return (PhoneChanged(number=command.number, ready=command.ready),)


def answer_phone(state: TenantState, command: commands.AnswerPhone, now: Instant) -> tuple[Event, ...]:
    """Answer the conversation or monitoring request that rings at the phone."""
    for session in state.agents.sessions.values():
        if session.station.phone != command.number:
            continue
        if state.floor.ready_phone(session.station) is None:
            break
        conversation = state.floor.conversation_of(session.agent_id)
        if conversation is not None and conversation.state is ConversationState.OFFERED:
            return _connected(conversation, now)
        if events := monitoring.answered(state, session.agent_id, now):
            return events
    raise Rejection(Reason.NOTHING_RINGS, f"The phone {command.number} is not ringing.", field="number")


def answer_conversation(state: TenantState, command: commands.AnswerConversation, now: Instant) -> tuple[Event, ...]:
    """Answer in the browser; a phone is answered where it rings."""
    conversation = _own(state, command.agent_id, command.conversation_id)
    if state.agents.sessions[command.agent_id].station.phone is not None:
        raise Rejection(Reason.CONVERSATION_STATE, "The conversation rings at the phone; answer it there.")
    return _connected(conversation, now)


def decline_conversation(state: TenantState, command: commands.DeclineConversation, now: Instant) -> tuple[Event, ...]:
    """Decline the offer, which counts as leaving it unanswered."""
    conversation = _own(state, command.agent_id, command.conversation_id)
    return tuple(_unanswered(state, conversation, state.agents.sessions[command.agent_id], now))


def hold_conversation(state: TenantState, command: commands.HoldConversation, now: Instant) -> tuple[Event, ...]:
    """Put the customer on hold."""
    conversation = _own(state, command.agent_id, command.conversation_id)
    return (ConversationHeld(conversation=_after(conversation, Act.HOLD, now)),)


def resume_conversation(state: TenantState, command: commands.ResumeConversation, now: Instant) -> tuple[Event, ...]:
    """Take the customer back from hold."""
    conversation = _own(state, command.agent_id, command.conversation_id)
    return (ConversationResumed(conversation=_after(conversation, Act.RESUME, now)),)


def end_conversation(state: TenantState, command: commands.EndConversation, now: Instant) -> tuple[Event, ...]:
    """End the call from the agent's side."""
    conversation = _own(state, command.agent_id, command.conversation_id)
    return _ended(state, replace(_after(conversation, Act.END, now), ended_by="agent"), now)


def wrap_up_conversation(state: TenantState, command: commands.WrapUpConversation, now: Instant) -> tuple[Event, ...]:
    """Close the conversation with a wrap-up code."""
    conversation = _own(state, command.agent_id, command.conversation_id)
    codes = {code.id for code in state.configuration.auxiliary_codes if code.work is WorkType.WRAP_UP}
    if command.code_id not in codes:
        raise Rejection(Reason.UNKNOWN_WRAP_UP_CODE, "There is no such wrap-up code.", field="wrap-up code")
    return (ConversationWrappedUp(conversation=_after(conversation, Act.WRAP_UP, now), code_id=command.code_id),)


def wake(state: TenantState, command: commands.Wake, now: Instant) -> tuple[Event, ...]:
    """Withdraw the offers that were not answered in time; their agents get the state RONA (AD-006)."""
    return tuple(
        event
        for conversation, session, due in _offers(state)
        if now >= due
        for event in _unanswered(state, conversation, session, now)
    )


def deadlines(state: TenantState) -> tuple[Instant, ...]:
    """The instants at which `wake` has something to do."""
    return tuple(due for *_, due in _offers(state))


def route(state: TenantState, now: Instant) -> tuple[Event, ...]:
    """Offer the oldest queued conversation for which an agent of its queue is Available and free, to the agent who has
    been Available longest. No events where there is none.
    """
    for conversation in state.floor.conversations.values():
        if conversation.state is not ConversationState.QUEUED:
            continue
        session = _longest_available(state, conversation)
        if session is not None:
            offered = replace(_after(conversation, Act.OFFER, now), agent_id=session.agent_id)
            number = state.floor.ready_phone(session.station)
            return (ConversationOffered(conversation=offered, station=session.station, rings=number or ""),)
    return ()


def evolve(floor: Floor, event: Event) -> Floor:
    """The floor after an event; other events change nothing."""
    match event:
        case ConversationEvent(conversation=conversation):
            others = {key: c for key, c in floor.conversations.items() if key != conversation.id}
            ended = conversation.state is ConversationState.ENDED
            changed = others if ended else {**floor.conversations, conversation.id: conversation}
            return replace(floor, conversations=changed)
        case MonitoringEvent(monitoring=task):
            return replace(floor, monitorings=monitoring.after(floor.monitorings, task))
        case PhoneChanged(number=number, ready=ready):
            change = floor.phones_not_ready.difference if ready else floor.phones_not_ready.union
            return replace(floor, phones_not_ready=change({number}))
        case _:
            return floor


def _connected(conversation: Conversation, now: Instant) -> tuple[Event, ...]:
    return (ConversationConnected(conversation=replace(_after(conversation, Act.ANSWER, now), connected_at=now)),)


def _ended(state: TenantState, conversation: Conversation, now: Instant) -> tuple[Event, ...]:
    return (ConversationEnded(conversation=conversation), *monitoring.ended_with(state, conversation.id, now))


def _unanswered(state: TenantState, conversation: Conversation, session: AgentSession, now: Instant) -> Iterator[Event]:
    queued = replace(_after(conversation, Act.LEAVE_UNANSWERED, now), agent_id=None)
    yield OfferUnanswered(conversation=queued, agent_id=session.agent_id)
    code = state.configuration.unanswered_code
    yield AgentStateChanged(session=session.turned(AgentState.RONA, code.id, now, StateReason.UNANSWERED))


def _offers(state: TenantState) -> Iterator[tuple[Conversation, AgentSession, Instant]]:
    timeout = state.configuration.settings.rona_seconds * SECOND
    for conversation in state.floor.conversations.values():
        if conversation.state is ConversationState.OFFERED and conversation.agent_id is not None:
            yield conversation, state.agents.sessions[conversation.agent_id], Instant(conversation.since + timeout)


def _longest_available(state: TenantState, conversation: Conversation) -> AgentSession | None:
    queue = state.configuration.queue(conversation.queue)
    if queue is None:
        return None
    free = [
        session
        for session in state.agents.sessions.values()
        if session.state is AgentState.AVAILABLE
        and session.lost_since is None
        and not state.floor.is_engaged(session.agent_id)
        and _serves(state, session, queue)
    ]
    return min(free, key=lambda session: session.state_since, default=None)


def _serves(state: TenantState, session: AgentSession, queue: Queue) -> bool:
    team = state.configuration.keys_by_id.get(session.team_id or "")
    return not queue.teams or team in queue.teams


def _conversation(state: TenantState, id_: str) -> Conversation:
    conversation = state.floor.conversations.get(id_)
    if conversation is None:
        raise Rejection(Reason.UNKNOWN_CONVERSATION, f"There is no conversation {id_}.")
    return conversation


def _own(state: TenantState, agent_id: AgentId, id_: str) -> Conversation:
    conversation = _conversation(state, id_)
    if conversation.agent_id != agent_id:
        raise Rejection(Reason.UNKNOWN_CONVERSATION, f"The agent has no conversation {id_}.")
    return conversation


def _after(conversation: Conversation, act: Act, now: Instant) -> Conversation:
    state = CONVERSATION.get((conversation.state, act))
    if state is None:
        raise Rejection(
            Reason.CONVERSATION_STATE, f"A conversation that is {conversation.state.value} cannot {act.value}."
        )
    return replace(conversation, state=state, since=now)
