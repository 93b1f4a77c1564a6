"""A conversation as the vendor's interaction, whole. Pure: every time in it is tenant time, from the conversation."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from deskproof.simulator.domain.configuration import Channel, Queue
from deskproof.simulator.domain.conversations.model import (
    ANSWERED,
    Consult,
    ConsultState,
    Conversation,
    ConversationState,
    Direction,
    Recording,
)
from deskproof.simulator.domain.monitoring.model import Monitoring
from deskproof.simulator.domain.sessions.model import AgentSession
from deskproof.simulator.domain.state import TenantState
from deskproof.simulator.domain.values import AgentId, Instant, entity_id
from deskproof.simulator.wire.kernel.media import MEDIA
from deskproof.simulator.wire.tasks.shapes import (
    AgentParticipant,
    CallDetails,
    ContactDirection,
    Interaction,
    Media,
    NumberParticipant,
    Participant,
    ProcessingDetails,
)

STATES: Mapping[ConversationState, str] = {
    ConversationState.QUEUED: "new",
    ConversationState.OFFERED: "new",
    ConversationState.CONNECTED: "connected",
    ConversationState.HELD: "connected",
    ConversationState.WRAP_UP: "wrapUp",
    ConversationState.ENDED: "wrapUp",
}
"""The vendor's word for each state. A held call is connected, and its media says that it is held; one that ended before
anybody answered is new.
"""


STATUSES: Mapping[ConversationState, str] = {
    ConversationState.QUEUED: "queued",
    ConversationState.OFFERED: "offered",
    ConversationState.CONNECTED: "assigned",
    ConversationState.HELD: "assigned",
    ConversationState.WRAP_UP: "completed",
    ConversationState.ENDED: "completed",
}
"""The status of a task in lists of tasks. During wrap-up nobody talks, so it is not assigned any more."""


CUSTOMER = "customer"
"""The participant that is the customer."""

_DIRECTIONS: Mapping[Direction, str] = {Direction.INBOUND: "INBOUND", Direction.OUTBOUND: "OUTBOUND"}


@dataclass(frozen=True, kw_only=True)
class AgentView:
    """The state from which a frame is made, and the agent whom it is for."""

    state: TenantState
    org_id: str
    agent_id: AgentId


def queue_of(state: TenantState, conversation: Conversation) -> Queue:
    """The conversation's queue; a queue that has been removed since then is known by its key."""
    found = state.configuration.queue(conversation.queue)
    return found or Queue(key=conversation.queue, name=conversation.queue)


def line_of(conversation: Conversation) -> str:
    """The number the customer called, or that an agent called with. Who called a queue itself called an invented number
    that depends on the queue alone.
    """
    if conversation.dialled or conversation.direction is Direction.OUTBOUND:
        return conversation.dialled
    return f"+120155501{int(entity_id('line', conversation.queue)[:4], 16) % 100:02}"


def consult_of(view: AgentView, conversation: Conversation) -> Consult | None:
    """The consultation, where the agent is part of it."""
    consult = conversation.consult
    return consult if consult is not None and view.agent_id in (consult.by, consult.agent_id) else None


def interaction_of(view: AgentView, conversation: Conversation, monitoring: Monitoring | None = None) -> Interaction:
    """The whole interaction, as the agent sees it. With `monitoring`, the supervisor is among the participants."""
    state, queue = view.state, queue_of(view.state, conversation)
    line, timeout = line_of(conversation), str(state.configuration.settings.rona_seconds)
    people = dict(_participants(view, conversation))
    main = {
        key: person
        for key, person in people.items()
        if conversation.consult is None or key not in (conversation.consult.agent_id, conversation.consult.number)
    }
    if monitoring is not None:
        main[monitoring.supervisor_id] = people[monitoring.supervisor_id] = _supervisor(state, monitoring)
    kind, outbound = MEDIA[conversation.channel], conversation.direction is Direction.OUTBOUND
    return Interaction(
        interaction_id=conversation.id,
        main_interaction_id=conversation.id,
        org_id=view.org_id,
        media_type=kind.type,
        media_channel=kind.channel,
        state=_state(view, conversation),
        owner=conversation.agent_id or view.agent_id,
        created_timestamp=conversation.created_at,
        is_terminated=conversation.onward is None
        and conversation.state in (ConversationState.WRAP_UP, ConversationState.ENDED),
        contact_direction=ContactDirection(type=_DIRECTIONS[conversation.direction]),
        outbound_type="OUTDIAL" if outbound else None,
        current_v_team=queue.id,
        call_associated_data={},
        call_associated_details=CallDetails(
            ani=line if outbound else conversation.customer,
            dn=conversation.customer if outbound else line,
            virtual_team_name=queue.name,
            rona_timeout=timeout,
        ),
        call_processing_details=_details(view, conversation, queue, timeout),
        media={
            conversation.id: _main_call(conversation, tuple(main)),
            **(
                {}
                if conversation.consult is None
                else dict([_consult_call(conversation.consult, conversation.consult_waits)])
            ),
        },
        participants=people,
    )


def _state(view: AgentView, conversation: Conversation) -> str:
    if any(leaver.agent_id == view.agent_id for leaver in conversation.leavers):
        return STATES[ConversationState.WRAP_UP]
    consult = consult_of(view, conversation)
    if consult is not None:
        return "consulting" if consult.state is ConsultState.ACTIVE else "consult"
    if conversation.connected_at is None:
        return STATES[ConversationState.OFFERED]
    if conversation.colleagues and conversation.state in ANSWERED:
        return "conference"
    return STATES[conversation.state]


def _details(view: AgentView, conversation: Conversation, queue: Queue, timeout: str) -> ProcessingDetails:
    recorded, consult = conversation.recording, conversation.consult
    consulted = view.state.configuration.person(consult.agent_id or "") if consult else None
    return ProcessingDetails(
        ani=conversation.customer,
        display_ani=conversation.customer,
        dnis=line_of(conversation),
        queue_id=queue.id,
        vteam_id=queue.id,
        virtual_team_name=queue.name,
        tenant_id=view.org_id,
        rona_timeout=timeout,
        customer_name=conversation.customer,
        customer_number=conversation.customer,
        pause_resume_enabled=_text(recorded is not Recording.OFF),
        record_in_progress=_text(recorded is not Recording.OFF and conversation.connected_at is not None),
        is_paused="true" if recorded is Recording.PAUSED else None,
        is_conferencing=_text(bool(conversation.colleagues)),
        consult_destination_agent_joined=_text(consult is not None and consult.state is ConsultState.ACTIVE),
        consult_destination_agent_name=consulted.name if consulted else "",
        campaign_id=conversation.campaign,
    )


def _text(flag: bool) -> str:
    return "true" if flag else "false"


def _main_call(conversation: Conversation, participants: tuple[str, ...]) -> Media:
    held, kind = conversation.state is ConversationState.HELD, MEDIA[conversation.channel]
    return Media(
        media_resource_id=conversation.id,
        media_type=kind.type,
        media_mgr=kind.manager,
        participants=participants,
        is_hold=held,
        hold_timestamp=conversation.since if held else None,
    )


def _consult_call(consult: Consult, waits: bool) -> tuple[str, Media]:
    kind = MEDIA[Channel.VOICE]
    return consult.id, Media(
        media_resource_id=consult.id,
        media_type=kind.type,
        media_mgr=kind.manager,
        m_type="consult",
        participants=tuple(filter(None, (consult.by, consult.agent_id or consult.number))),
        is_hold=waits,
        hold_timestamp=consult.since if waits else None,
    )


def _participants(view: AgentView, conversation: Conversation) -> Iterator[tuple[str, Participant]]:
    """The customer, the owner, colleagues in conference, who is consulted, and who has left and not wrapped up."""
    yield CUSTOMER, _customer(conversation)
    for leaver in conversation.leavers:
        yield leaver.agent_id, _left(view.state, leaver.agent_id, leaver.since)
    if conversation.agent_id is not None:
        yield conversation.agent_id, _owner(view.state, conversation, conversation.agent_id)
    elif not any(leaver.agent_id == view.agent_id for leaver in conversation.leavers):
        yield view.agent_id, _owner(view.state, conversation, view.agent_id)
    for colleague in conversation.colleagues:
        if colleague.agent_id is None:
            yield colleague.number, _number(colleague.number, colleague.joined_at, consulted=False)
        else:
            yield colleague.agent_id, _colleague(view.state, conversation, colleague.agent_id, colleague.joined_at)
    consult = conversation.consult
    if consult is None:
        return
    if consult.agent_id is not None:
        yield consult.agent_id, _consulted(view.state, consult, consult.agent_id)
    elif consult.number:
        yield consult.number, _number(consult.number, consult.answered_at, consulted=True)


def _customer(conversation: Conversation) -> Participant:
    return Participant(
        id=CUSTOMER,
        p_type="Customer",
        type="Customer",
        has_joined=conversation.customer_joined,
        has_left=conversation.state in (ConversationState.WRAP_UP, ConversationState.ENDED),
        join_timestamp=conversation.created_at if conversation.customer_joined else None,
    )


def _number(number: str, joined_at: Instant | None, *, consulted: bool) -> NumberParticipant:
    return NumberParticipant(
        id=number,
        p_type="DN",
        type="DN",
        has_joined=joined_at is not None,
        has_left=False,
        join_timestamp=joined_at,
        name=number,
        dn=number,
        is_consulted=consulted,
    )


def _owner(state: TenantState, conversation: Conversation, agent_id: AgentId) -> AgentParticipant:
    wrapping_up = conversation.state is ConversationState.WRAP_UP
    offered = conversation.state is ConversationState.OFFERED
    return _participant(
        state,
        agent_id,
        joined_at=None if offered else conversation.connected_at,
        has_left=conversation.connected_at is not None and not offered and conversation.state not in ANSWERED,
        is_offered=offered,
        wrap_up_at=conversation.since if wrapping_up else None,
        current_state=conversation.state.value,
        since=conversation.since,
        consult=conversation.consult,
    )


def _colleague(
    state: TenantState, conversation: Conversation, agent_id: AgentId, joined_at: Instant
) -> AgentParticipant:  # fmt: skip
    return _participant(
        state,
        agent_id,
        joined_at=joined_at,
        current_state=conversation.state.value,
        since=joined_at,
        consult=conversation.consult,
    )


def _consulted(state: TenantState, consult: Consult, agent_id: AgentId) -> AgentParticipant:
    return _participant(
        state,
        agent_id,
        joined_at=consult.answered_at,
        is_offered=consult.state is ConsultState.OFFERED,
        current_state=consult.state.value,
        since=consult.since,
        consult=consult,
    )


def _left(state: TenantState, agent_id: AgentId, since: Instant) -> AgentParticipant:
    return _participant(
        state,
        agent_id,
        joined_at=since,
        has_left=True,
        wrap_up_at=since,
        current_state=ConversationState.WRAP_UP.value,
        since=since,
    )


def _supervisor(state: TenantState, monitoring: Monitoring) -> AgentParticipant:
    return _participant(
        state,
        monitoring.supervisor_id,
        p_type="Supervisor",
        joined_at=monitoring.started_at,
        is_offered=monitoring.started_at is None,
        current_state=monitoring.state.value,
        since=monitoring.since,
    )


_CONSULT_STATES: Mapping[ConsultState, str] = {
    ConsultState.QUEUED: "consultInitiated",
    ConsultState.OFFERED: "consultInitiated",
    ConsultState.UNREACHED: "consultInitiated",
    ConsultState.ACTIVE: "consulting",
}
"""The vendor's words for what an agent does in a consultation."""


def _participant(
    state: TenantState, agent_id: AgentId, *, joined_at: Instant | None, current_state: str, since: Instant,
    p_type: str = "Agent", has_left: bool = False, is_offered: bool = False, wrap_up_at: Instant | None = None,
    consult: Consult | None = None,
) -> AgentParticipant:  # fmt: skip
    person = state.configuration.person(agent_id)
    session: AgentSession | None = state.agents.sessions.get(agent_id)
    team_id = session.team_id if session and session.team_id else ""
    team = state.configuration.teams_by_id.get(team_id)
    part = consult if consult is not None and agent_id in (consult.by, consult.agent_id) else None
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
        team_name=team.name if team else "",
        is_offered=is_offered,
        is_wrap_up=wrap_up_at is not None,
        wrap_up_timestamp=wrap_up_at,
        is_consulted=part is not None and part.agent_id == agent_id,
        consult_state=_CONSULT_STATES[part.state] if part else None,
        consult_timestamp=part.since if part else None,
        auto_answer_enabled=person is not None and state.configuration.profile_of(person).auto_answer,
        current_state=current_state,
        current_state_timestamp=since,
    )
