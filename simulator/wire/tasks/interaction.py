"""A conversation as the vendor's interaction, whole. Pure: every time in it is tenant time, from the conversation."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from deskproof.simulator.domain.configuration import Queue
from deskproof.simulator.domain.conversations.model import Conversation, ConversationState
from deskproof.simulator.domain.monitoring.model import Monitoring
from deskproof.simulator.domain.sessions.model import AgentSession
from deskproof.simulator.domain.state import TenantState
from deskproof.simulator.domain.values import AgentId, Instant, entity_id
from deskproof.simulator.wire.tasks.shapes import (
    AgentParticipant,
    CallDetails,
    Direction,
    Interaction,
    Media,
    Participant,
    ProcessingDetails,
)

STATES: Mapping[ConversationState, str] = {
    ConversationState.CONNECTED: "connected",
    ConversationState.HELD: "connected",
    ConversationState.WRAP_UP: "wrapUp",
    ConversationState.ENDED: "wrapUp",
}
"""The vendor's word for each state once the call was answered; before that it is new. A held call is connected, and its
media says that it is held.
"""


STATUSES: Mapping[ConversationState, str] = {
    ConversationState.QUEUED: "queued",
    ConversationState.OFFERED: "offered",
    ConversationState.CONNECTED: "assigned",
    ConversationState.HELD: "assigned",
    ConversationState.WRAP_UP: "assigned",
    ConversationState.ENDED: "completed",
}
"""The status of a task in lists of tasks."""


CUSTOMER = "customer"
"""The participant that is the customer."""


_ON_THE_CALL = (ConversationState.CONNECTED, ConversationState.HELD)


@dataclass(frozen=True, kw_only=True)
class AgentView:
    """The state from which a frame is made, and the agent of the conversation, now or before."""

    state: TenantState
    org_id: str
    agent_id: AgentId


def queue_of(state: TenantState, conversation: Conversation) -> Queue:
    """The conversation's queue; a queue that has been removed since then is known by its key."""
    found = state.configuration.queue(conversation.queue)
    return found or Queue(key=conversation.queue, name=conversation.queue)


def line_of(conversation: Conversation) -> str:
    """The number the customer called: an invented one that depends on the queue alone."""
    return f"+120155501{int(entity_id('line', conversation.queue)[:4], 16) % 100:02}"


def interaction_of(view: AgentView, conversation: Conversation, monitoring: Monitoring | None = None) -> Interaction:
    """The whole interaction. With `monitoring`, the supervisor is among the participants."""
    state, queue = view.state, queue_of(view.state, conversation)
    line, timeout = line_of(conversation), str(state.configuration.settings.rona_seconds)
    held = conversation.state is ConversationState.HELD
    participants = {CUSTOMER: _customer(conversation), view.agent_id: _agent(view, conversation)}
    if monitoring is not None:
        participants[monitoring.supervisor_id] = _supervisor(state, monitoring)
    return Interaction(
        interaction_id=conversation.id,
        main_interaction_id=conversation.id,
        org_id=view.org_id,
        state="new" if conversation.connected_at is None else STATES[conversation.state],
        owner=view.agent_id,
        created_timestamp=conversation.created_at,
        is_terminated=conversation.state in (ConversationState.WRAP_UP, ConversationState.ENDED),
        contact_direction=Direction(),
        current_v_team=queue.id,
        call_associated_data={},
        call_associated_details=CallDetails(
            ani=conversation.customer, dn=line, virtual_team_name=queue.name, rona_timeout=timeout
        ),
        call_processing_details=ProcessingDetails(
            ani=conversation.customer,
            display_ani=conversation.customer,
            dnis=line,
            queue_id=queue.id,
            vteam_id=queue.id,
            virtual_team_name=queue.name,
            tenant_id=view.org_id,
            rona_timeout=timeout,
            customer_name=conversation.customer,
            customer_number=conversation.customer,
        ),
        media={
            conversation.id: Media(
                media_resource_id=conversation.id,
                participants=tuple(participants),
                is_hold=held,
                hold_timestamp=conversation.since if held else None,
            )
        },
        participants=participants,
    )


def _customer(conversation: Conversation) -> Participant:
    return Participant(
        id=CUSTOMER,
        p_type="Customer",
        type="Customer",
        has_joined=True,
        has_left=conversation.state in (ConversationState.WRAP_UP, ConversationState.ENDED),
        join_timestamp=conversation.created_at,
    )


def _agent(view: AgentView, conversation: Conversation) -> AgentParticipant:
    wrapping_up = conversation.state is ConversationState.WRAP_UP
    return _participant(
        view.state,
        view.agent_id,
        p_type="Agent",
        joined_at=conversation.connected_at,
        has_left=conversation.connected_at is not None and conversation.state not in _ON_THE_CALL,
        is_offered=conversation.state is ConversationState.OFFERED,
        wrap_up_at=conversation.since if wrapping_up else None,
        current_state=conversation.state.value,
        since=conversation.since,
    )


def _supervisor(state: TenantState, monitoring: Monitoring) -> AgentParticipant:
    joined = monitoring.started_at is not None
    return _participant(
        state,
        monitoring.supervisor_id,
        p_type="Supervisor",
        joined_at=monitoring.started_at,
        has_left=False,
        is_offered=not joined,
        wrap_up_at=None,
        current_state=monitoring.state.value,
        since=monitoring.since,
    )


def _participant(
    state: TenantState, agent_id: AgentId, *, p_type: str, joined_at: Instant | None, has_left: bool, is_offered: bool,
    wrap_up_at: Instant | None, current_state: str, since: Instant,
) -> AgentParticipant:  # fmt: skip
    person = state.configuration.person(agent_id)
    session: AgentSession | None = state.agents.sessions.get(agent_id)
    team_id = session.team_id if session and session.team_id else ""
    names = {team.id: team.name for team in state.configuration.teams}
    return AgentParticipant(
        id=agent_id,
        p_type=p_type,
        type=p_type,
        has_joined=joined_at is not None,
        has_left=has_left,
        join_timestamp=joined_at,
        name=person.name if person else "",
        dn=session.station.number if session else "",
        device_type=session.station.option if session else None,
        team_id=team_id,
        team_name=names.get(team_id, ""),
        is_offered=is_offered,
        is_wrap_up=wrap_up_at is not None,
        wrap_up_timestamp=wrap_up_at,
        current_state=current_state,
        current_state_timestamp=since,
    )
