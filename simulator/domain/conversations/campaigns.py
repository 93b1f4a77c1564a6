"""Previews of campaigns: an agent looks at a customer, and has them called, skips or removes them (PROTOCOL 6)."""

from __future__ import annotations

from dataclasses import replace

from deskproof.simulator.domain import commands
from deskproof.simulator.domain.configuration import Channel
from deskproof.simulator.domain.conversations import routing
from deskproof.simulator.domain.conversations.lookup import after, owned
from deskproof.simulator.domain.conversations.model import Act, Conversation, ConversationState, Direction
from deskproof.simulator.domain.conversations.rules import recording_of
from deskproof.simulator.domain.events import Event, PreviewAccepted, PreviewOffered, PreviewRemoved, PreviewSkipped
from deskproof.simulator.domain.rejection import Reason, Rejection
from deskproof.simulator.domain.state import TenantState
from deskproof.simulator.domain.values import Instant


def offer_preview(state: TenantState, command: commands.OfferPreview, now: Instant) -> tuple[Event, ...]:
    """Give an agent who is Available and on no call a customer to look at. Rejection where there is no such agent."""
    session = state.agents.sessions.get(command.agent_id)
    if session is None or not routing.is_free(state, session, Channel.VOICE):
        raise Rejection(Reason.AGENT_NOT_AVAILABLE, "The agent is not available.", field="agent")
    preview = Conversation(
        id=command.conversation_id,
        queue="",
        customer=command.number,
        state=ConversationState.OFFERED,
        created_at=now,
        since=now,
        direction=Direction.OUTBOUND,
        campaign=command.campaign,
        agent_id=command.agent_id,
        customer_joined=False,
        recording=recording_of(state),
    )
    return (PreviewOffered(conversation=preview),)


def accept_preview(state: TenantState, command: commands.AcceptPreview, now: Instant) -> tuple[Event, ...]:
    """Call the customer, whose phone rings from now on; the agent is in the call already."""
    accepted = replace(after(_preview(state, command), Act.ANSWER, now), connected_at=now)
    return (PreviewAccepted(conversation=accepted),)


def skip_preview(state: TenantState, command: commands.SkipPreview, now: Instant) -> tuple[Event, ...]:
    """Leave the customer to the campaign."""
    over = after(_preview(state, command), Act.HANG_UP, now)
    return (PreviewSkipped(conversation=over, agent_id=command.agent_id),)


def remove_preview(state: TenantState, command: commands.RemovePreview, now: Instant) -> tuple[Event, ...]:
    """Take the customer out of the campaign."""
    over = after(_preview(state, command), Act.HANG_UP, now)
    return (PreviewRemoved(conversation=over, agent_id=command.agent_id),)


def _preview(state: TenantState, command: commands.DecidePreview) -> Conversation:
    conversation = owned(state, command.agent_id, command.conversation_id)
    if conversation.campaign != command.campaign or not conversation.is_preview:
        raise Rejection(
            Reason.CONVERSATION_STATE, f"The conversation is not a preview of the campaign {command.campaign}."
        )
    return conversation
