"""What is at a phone: which calls ring there or are talked in, and as whom one talks who picks it up. Pure."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from deskproof.simulator.domain.configuration import Person
from deskproof.simulator.domain.conversations.model import (
    ANSWERED,
    ConsultState,
    Conversation,
    ConversationState,
    Direction,
)
from deskproof.simulator.domain.conversations.sound import CUSTOMER, Source, agent, number
from deskproof.simulator.domain.sessions.model import AgentSession
from deskproof.simulator.domain.state import TenantState


@dataclass(frozen=True, kw_only=True)
class PhoneCall:
    """A conversation at a phone. `rings` is whether it has yet to be answered there, `speaker` who talks there."""

    conversation: Conversation
    number: str
    rings: bool
    speaker: Source


def numbers_of(state: TenantState, person: Person) -> frozenset[str]:
    """The numbers of a person's phones: of the station, the default number, and those registered."""
    session = state.agents.sessions.get(person.agent_id)
    station = None if session is None else session.station.phone
    return frozenset(filter(None, (station, person.default_dn, *person.registered_numbers)))


def calls_at(state: TenantState, digits: str) -> Iterator[PhoneCall]:
    """The calls at the phone with this number."""
    for session in state.agents.sessions.values():
        if session.station.phone == digits and state.floor.ready_phone(session.station) is not None:
            yield from _at_station(state, session, digits)
    if digits in state.floor.phones_not_ready:
        return
    for conversation in state.floor.conversations.values():
        for one, rings, speaker in _elsewhere(conversation):
            if one == digits:
                yield PhoneCall(conversation=conversation, number=digits, rings=rings, speaker=speaker)


def customer_talks(conversation: Conversation) -> bool:
    """Whether the customer of a call is still there: in a queue, ringing, talking, or at a number after a transfer."""
    over = (ConversationState.WRAP_UP, ConversationState.ENDED)
    return conversation.onward is not None or conversation.state not in over


def _at_station(state: TenantState, session: AgentSession, digits: str) -> Iterator[PhoneCall]:
    for conversation in state.floor.conversations_of(session.agent_id):
        at = conversation.state_for(session.agent_id)
        inside = at is ConversationState.OFFERED or at in ANSWERED
        if conversation.is_spoken and inside:
            rings = at is ConversationState.OFFERED
            yield PhoneCall(conversation=conversation, number=digits, rings=rings, speaker=agent(session.agent_id))


def _elsewhere(conversation: Conversation) -> Iterator[tuple[str, bool, Source]]:
    consult, onward = conversation.consult, conversation.onward
    for one in conversation.colleagues:
        if one.number:
            yield one.number, False, number(one.number)
    if consult is not None and consult.number and consult.state in (ConsultState.OFFERED, ConsultState.ACTIVE):
        yield consult.number, consult.state is ConsultState.OFFERED, number(consult.number)
    if onward is not None:
        yield onward.number, not onward.answered, number(onward.number)
    if conversation.direction is Direction.OUTBOUND and conversation.state in ANSWERED:
        yield conversation.customer, not conversation.customer_joined, CUSTOMER
