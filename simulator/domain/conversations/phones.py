"""Phones: of agents at their stations, of numbers consulted, of customers who are called (AD-006, AD-042)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from deskproof.simulator.domain import commands
from deskproof.simulator.domain.configuration import Channel
from deskproof.simulator.domain.conversations import routing
from deskproof.simulator.domain.conversations.consulting import (
    consult_answered,
    consult_ended,
    number_left,
)
from deskproof.simulator.domain.conversations.lookup import after, consult_after, owned
from deskproof.simulator.domain.conversations.model import (
    ANSWERED,
    Act,
    Consult,
    ConsultAct,
    ConsultState,
    Conversation,
    ConversationState,
    Direction,
    Onward,
)
from deskproof.simulator.domain.conversations.rules import connected, end_conversation, ended
from deskproof.simulator.domain.events import (
    ConsultUnreached,
    CustomerAnswered,
    Event,
    PhoneChanged,
    TransferAnswered,
    TransferredCallEnded,
)
from deskproof.simulator.domain.monitoring import rules as monitoring
from deskproof.simulator.domain.rejection import Reason, Rejection
from deskproof.simulator.domain.sessions.model import AgentSession
from deskproof.simulator.domain.state import TenantState
from deskproof.simulator.domain.values import Instant


def set_phone(state: TenantState, command: commands.SetPhone, now: Instant) -> tuple[Event, ...]:
    """Make a phone ready to ring, or not ready."""
    return (PhoneChanged(number=command.number, ready=command.ready),)


def answer_phone(state: TenantState, command: commands.AnswerPhone, now: Instant) -> tuple[Event, ...]:
    """Answer what rings at the phone: a call, a consultation, a monitoring request."""
    return _first(_AT_STATIONS_ANSWER, _ELSEWHERE_ANSWER, state, command.number, now) or _nothing_rings(command.number)


def decline_phone(state: TenantState, command: commands.DeclinePhone, now: Instant) -> tuple[Event, ...]:
    """Decline what rings at the phone."""
    return _first(_AT_STATIONS_DECLINE, _ELSEWHERE_DECLINE, state, command.number, now) or _nothing_rings(
        command.number
    )


def hang_up_phone(state: TenantState, command: commands.HangUpPhone, now: Instant) -> tuple[Event, ...]:
    """Hang up: the owner's phone ends the call for everybody, any other ends only its part."""
    events = _first((_hang_up_at_station,), (_hang_up_elsewhere, _hang_up_onward), state, command.number, now)
    if not events:
        raise Rejection(Reason.NOTHING_RINGS, f"Nobody talks at the phone {command.number}.", field="number")
    return events


def decline_conversation(state: TenantState, command: commands.DeclineConversation, now: Instant) -> tuple[Event, ...]:
    """Decline in the browser what is offered there, a conversation or a consultation."""
    conversation = state.floor.conversations.get(command.conversation_id)
    session = state.agents.sessions.get(command.agent_id)
    if session is not None and conversation is not None:
        consult = conversation.consult
        if consult is not None and consult.agent_id == command.agent_id:
            return tuple(routing.consult_refused(state, conversation, consult, session, now, ConsultAct.DECLINE))
    conversation = owned(state, command.agent_id, command.conversation_id)
    return tuple(routing.declined(state, conversation, state.agents.sessions[command.agent_id], now))


At = Callable[[TenantState, AgentSession, Instant], tuple[Event, ...]]
"""What happens at an agent's station; no events where it has nothing to do."""

Elsewhere = Callable[[TenantState, str, Instant], tuple[Event, ...]]
"""What happens at any other phone with this number."""


def _first(
    at: tuple[At, ...], elsewhere: tuple[Elsewhere, ...], state: TenantState, number: str, now: Instant
) -> tuple[Event, ...]:  # fmt: skip
    for session in state.agents.sessions.values():
        if session.station.phone == number and state.floor.ready_phone(session.station) is not None:
            for act in at:
                if events := act(state, session, now):
                    return events
    for act_elsewhere in elsewhere:
        if events := act_elsewhere(state, number, now):
            return events
    return ()


def _nothing_rings(number: str) -> tuple[Event, ...]:
    raise Rejection(Reason.NOTHING_RINGS, f"The phone {number} is not ringing.", field="number")


def _offered_to(state: TenantState, session: AgentSession) -> Conversation | None:
    for conversation in state.floor.conversations_of(session.agent_id):
        offered = conversation.state is ConversationState.OFFERED and conversation.agent_id == session.agent_id
        if offered and conversation.is_spoken:
            return conversation
    return None


def _consult_offered_to(state: TenantState, session: AgentSession) -> tuple[Conversation, Consult] | None:
    for conversation in state.floor.conversations_of(session.agent_id):
        consult = conversation.consult
        if consult is not None and consult.agent_id == session.agent_id and consult.state is ConsultState.OFFERED:
            return conversation, consult
    return None


def _answer_offer(state: TenantState, session: AgentSession, now: Instant) -> tuple[Event, ...]:
    conversation = _offered_to(state, session)
    return () if conversation is None else connected(conversation, now)


def _answer_consult(state: TenantState, session: AgentSession, now: Instant) -> tuple[Event, ...]:
    found = _consult_offered_to(state, session)
    return () if found is None else consult_answered(*found, now)


def _answer_monitoring(state: TenantState, session: AgentSession, now: Instant) -> tuple[Event, ...]:
    return monitoring.answered(state, session.agent_id, now)


def _answer_dialled(state: TenantState, number: str, now: Instant) -> tuple[Event, ...]:
    for conversation in state.floor.conversations.values():
        consult = conversation.consult
        if consult is not None and consult.number == number and consult.state is ConsultState.OFFERED:
            return consult_answered(conversation, consult, now)
    return ()


def _answer_outbound(state: TenantState, number: str, now: Instant) -> tuple[Event, ...]:
    conversation = _called(state, number)
    return () if conversation is None else (CustomerAnswered(conversation=replace(conversation, customer_joined=True)),)


def _answer_onward(state: TenantState, number: str, now: Instant) -> tuple[Event, ...]:
    for conversation in state.floor.conversations.values():
        onward = conversation.onward
        if onward is not None and onward.number == number and not onward.answered:
            return (TransferAnswered(conversation=replace(conversation, onward=replace(onward, answered=True))),)
    return ()


def _end_onward(state: TenantState, number: str, *, answered: bool) -> tuple[Event, ...]:
    for conversation in state.floor.conversations.values():
        if conversation.onward == Onward(number=number, answered=answered):
            return (TransferredCallEnded(conversation=replace(conversation, onward=None)),)
    return ()


def _decline_onward(state: TenantState, number: str, now: Instant) -> tuple[Event, ...]:
    return _end_onward(state, number, answered=False)


def _hang_up_onward(state: TenantState, number: str, now: Instant) -> tuple[Event, ...]:
    return _end_onward(state, number, answered=True)


def _decline_offer(state: TenantState, session: AgentSession, now: Instant) -> tuple[Event, ...]:
    conversation = _offered_to(state, session)
    return () if conversation is None else tuple(routing.declined(state, conversation, session, now))


def _decline_consult(state: TenantState, session: AgentSession, now: Instant) -> tuple[Event, ...]:
    found = _consult_offered_to(state, session)
    return () if found is None else tuple(routing.consult_refused(state, *found, session, now, ConsultAct.DECLINE))


def _decline_monitoring(state: TenantState, session: AgentSession, now: Instant) -> tuple[Event, ...]:
    return monitoring.declined(state, session.agent_id, now)


def _decline_dialled(state: TenantState, number: str, now: Instant) -> tuple[Event, ...]:
    for conversation in state.floor.conversations.values():
        consult = conversation.consult
        if consult is not None and consult.number == number and consult.state is ConsultState.OFFERED:
            unreached = consult_after(consult, ConsultAct.HANG_UP, now)
            return (ConsultUnreached(conversation=replace(conversation, consult=unreached), consult=unreached),)
    return ()


def _decline_outbound(state: TenantState, number: str, now: Instant) -> tuple[Event, ...]:
    conversation = _called(state, number)
    if conversation is None:
        return ()
    return ended(state, conversation, replace(after(conversation, Act.HANG_UP, now), ended_by="customer"), now)


def _hang_up_at_station(state: TenantState, session: AgentSession, now: Instant) -> tuple[Event, ...]:
    for conversation in state.floor.conversations_of(session.agent_id):
        consult = conversation.consult
        if consult is not None and consult.agent_id == session.agent_id and consult.state is ConsultState.ACTIVE:
            return consult_ended(conversation, consult, now)
        talks = conversation.state in ANSWERED and session.agent_id in conversation.agents
        if talks and conversation.channel is Channel.VOICE:
            end = commands.EndConversation(agent_id=session.agent_id, conversation_id=conversation.id)
            return end_conversation(state, end, now)
    return ()


def _hang_up_elsewhere(state: TenantState, number: str, now: Instant) -> tuple[Event, ...]:
    for conversation in state.floor.conversations.values():
        consult = conversation.consult
        if consult is not None and consult.number == number and consult.state is ConsultState.ACTIVE:
            return consult_ended(conversation, consult, now, act=ConsultAct.HANG_UP)
        if any(colleague.number == number for colleague in conversation.colleagues):
            return number_left(conversation, number)
    return ()


def _called(state: TenantState, number: str) -> Conversation | None:
    """The call to a customer at this number, who has not answered; the agent has."""
    for conversation in state.floor.conversations.values():
        outbound = conversation.direction is Direction.OUTBOUND and conversation.customer == number
        if outbound and not conversation.customer_joined and conversation.state in ANSWERED:
            return conversation
    return None


_AT_STATIONS_ANSWER: tuple[At, ...] = (_answer_offer, _answer_consult, _answer_monitoring)
_ELSEWHERE_ANSWER: tuple[Elsewhere, ...] = (_answer_dialled, _answer_outbound, _answer_onward)
_AT_STATIONS_DECLINE: tuple[At, ...] = (_decline_offer, _decline_consult, _decline_monitoring)
_ELSEWHERE_DECLINE: tuple[Elsewhere, ...] = (_decline_dialled, _decline_outbound, _decline_onward)
