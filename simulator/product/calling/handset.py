"""What it means that an agent picks up or hangs up in the browser, as a command. Pure."""

from __future__ import annotations

from deskproof.simulator.domain.commands import (
    AnswerConsult,
    AnswerConversation,
    Command,
    DeclineConversation,
    EndConsult,
    EndConversation,
)
from deskproof.simulator.domain.conversations.model import ANSWERED, ConsultState, Conversation, ConversationState
from deskproof.simulator.domain.values import AgentId


def picked_up(conversation: Conversation | None, id_: str, agent_id: AgentId) -> Command | None:
    """Answer what rings; None for what goes on already, which a page that was reloaded picks up again."""
    consult = None if conversation is None else conversation.consult
    if consult is not None and consult.agent_id == agent_id:
        offered = consult.state is ConsultState.OFFERED
        return AnswerConsult(agent_id=agent_id, conversation_id=id_) if offered else None
    if conversation is not None and agent_id in conversation.agents and conversation.state in ANSWERED:
        return None
    return AnswerConversation(agent_id=agent_id, conversation_id=id_)


def hung_up(conversation: Conversation, agent_id: AgentId, *, answered: bool) -> Command | None:
    """Decline what rings, and end or leave what goes on, where the agent has `answered` the call that is hung up; None
    where it only rang again after a reload, or the agent is not in the conversation.
    """
    consult, id_ = conversation.consult, conversation.id
    if conversation.state_for(agent_id) is ConversationState.OFFERED and agent_id in conversation.occupied:
        return DeclineConversation(agent_id=agent_id, conversation_id=id_)
    if not answered:
        return None
    if consult is not None and consult.agent_id == agent_id:
        return EndConsult(agent_id=agent_id, conversation_id=id_)
    if agent_id not in conversation.agents or conversation.state not in ANSWERED:
        return None
    return EndConversation(agent_id=agent_id, conversation_id=id_)
