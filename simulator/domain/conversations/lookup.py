"""What every rule of conversations begins with: find it, whose it is, and the next state or a refusal."""

from __future__ import annotations

from dataclasses import replace

from deskproof.simulator.domain.configuration import CHANNELS, Channel, EntryPoint, Queue
from deskproof.simulator.domain.conversations.model import (
    ANSWERED,
    CONSULT,
    CONVERSATION,
    Act,
    Consult,
    ConsultAct,
    Conversation,
    Destination,
    DestinationKind,
)
from deskproof.simulator.domain.rejection import Reason, Rejection
from deskproof.simulator.domain.state import TenantState
from deskproof.simulator.domain.values import AgentId, Instant


def conversation_by_id(state: TenantState, id_: str) -> Conversation:
    """The conversation with this id. Rejection where there is none."""
    conversation = state.floor.conversations.get(id_)
    if conversation is None:
        raise Rejection(Reason.UNKNOWN_CONVERSATION, f"There is no conversation {id_}.")
    return conversation


def owned(state: TenantState, agent_id: AgentId, id_: str) -> Conversation:
    """The agent's own conversation. Rejection where it is not the agent's, or only shared with its owner."""
    conversation = conversation_by_id(state, id_)
    if conversation.agent_id == agent_id:
        return conversation
    if agent_id in conversation.agents:
        raise Rejection(Reason.NOT_OWNER, "Another agent owns the conversation and does this.")
    raise Rejection(Reason.UNKNOWN_CONVERSATION, f"The agent has no conversation {id_}.")


def shared(state: TenantState, agent_id: AgentId, id_: str) -> Conversation:
    """The call that the agent is in, as its owner or in a conference. Rejection otherwise, and where it is digital."""
    conversation = conversation_by_id(state, id_)
    if agent_id not in conversation.agents:
        raise Rejection(Reason.UNKNOWN_CONVERSATION, f"The agent has no conversation {id_}.")
    return voice(conversation)


def voice(conversation: Conversation) -> Conversation:
    """The conversation. Rejection where it is not a call."""
    if conversation.channel is not Channel.VOICE:
        raise Rejection(
            Reason.NOT_A_CALL, f"Only a call can do this; the conversation is {conversation.channel.value}."
        )
    return conversation


def answered(conversation: Conversation) -> Conversation:
    """The conversation. Rejection unless customer and agent are in it."""
    if conversation.state not in ANSWERED:
        raise Rejection(Reason.CONVERSATION_STATE, f"A conversation that is {conversation.state.value} cannot do this.")
    return conversation


def after(conversation: Conversation, act: Act, now: Instant) -> Conversation:
    """The conversation after an act. Rejection where its state does not allow it."""
    state = CONVERSATION.get((conversation.state, act))
    if state is None:
        raise Rejection(
            Reason.CONVERSATION_STATE, f"A conversation that is {conversation.state.value} cannot {act.value}."
        )
    return replace(conversation, state=state, since=now if state is not conversation.state else conversation.since)


def consult_after(consult: Consult, act: ConsultAct, now: Instant) -> Consult:
    """The consultation after an act. Rejection where its state does not allow it."""
    state = CONSULT.get((consult.state, act))
    if state is None:
        raise Rejection(Reason.CONSULT_STATE, f"A consultation that is {consult.state.value} cannot {act.value}.")
    return replace(consult, state=state, since=now)


def queue_of(state: TenantState, to: Destination, channel: Channel) -> Queue:
    """The queue that a destination is or leads to. Rejection where there is none, or it is of another channel."""
    if to.kind is DestinationKind.ENTRY_POINT:
        key = entry_point_by_id(state, to.id).queue
        found = None if key is None else state.configuration.queue(key)
    else:
        found = next((queue for queue in state.configuration.queues if queue.id == to.id), None)
    if found is None:
        raise Rejection(Reason.UNKNOWN_DESTINATION, f"The {to.kind.value} {to.id} leads to no queue.", field="to")
    if CHANNELS[found.channel] is not channel:
        raise Rejection(Reason.UNKNOWN_DESTINATION, f'The queue "{found.name}" is not for {channel.value}.', field="to")
    return found


def entry_point_by_id(state: TenantState, id_: str) -> EntryPoint:
    """The entry point that the wire knows by this id. Rejection where there is none."""
    for entry_point in state.configuration.entry_points:
        if entry_point.id == id_:
            return entry_point
    raise Rejection(Reason.UNKNOWN_ENTRY_POINT, f"There is no entry point {id_}.", field="entry point")
