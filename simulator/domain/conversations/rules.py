"""Conversations: from the customer's call or message to wrap-up (AD-006, AD-042, AD-087, PROTOCOL 6)."""

from __future__ import annotations

from dataclasses import replace

from deskproof.simulator.domain import commands
from deskproof.simulator.domain.configuration import CHANNELS, Channel, Queue, WorkType
from deskproof.simulator.domain.conversations import routing
from deskproof.simulator.domain.conversations.consulting import (
    back_to_call,
    back_to_consult,
    left_conference,
    number_left,
)
from deskproof.simulator.domain.conversations.lookup import (
    after,
    answered,
    conversation_by_id,
    entry_point_by_id,
    owned,
    voice,
)
from deskproof.simulator.domain.conversations.model import (
    RECORDING,
    Act,
    Conversation,
    ConversationState,
    Direction,
    Leaver,
    Recording,
    RecordingAct,
)
from deskproof.simulator.domain.events import (
    ConsultEnded,
    ConversationConnected,
    ConversationEnded,
    ConversationEvent,
    ConversationHeld,
    ConversationResumed,
    ConversationWrappedUp,
    CustomerCalled,
    CustomerWrote,
    Event,
    MonitoringEvent,
    OfferWithdrawn,
    OutboundCallRequested,
    PhoneChanged,
    RecordingPaused,
    RecordingResumed,
    TransferredCallEnded,
)
from deskproof.simulator.domain.monitoring import rules as monitoring
from deskproof.simulator.domain.numbers import configured_number
from deskproof.simulator.domain.rejection import Reason, Rejection
from deskproof.simulator.domain.state import Floor, TenantState
from deskproof.simulator.domain.values import AgentId, Instant


def customer_calls(state: TenantState, command: commands.CustomerCalls, now: Instant) -> tuple[Event, ...]:
    """Put a customer's call in a queue, its own or that of the entry point with the number; routing follows."""
    queue = _queue(state, _queue_of_number(state, command.dialled) if command.dialled else command.queue)
    if CHANNELS[queue.channel] is not Channel.VOICE:
        raise Rejection(Reason.UNKNOWN_QUEUE, f'The queue "{queue.key}" takes no calls.', field="queue")
    conversation = _begun(state, command.conversation_id, queue, command.customer, now)
    return (CustomerCalled(conversation=replace(conversation, dialled=command.dialled)),)


def customer_writes(state: TenantState, command: commands.CustomerWrites, now: Instant) -> tuple[Event, ...]:
    """Put a chat, an e-mail or a social message in its queue; routing follows."""
    queue = _queue(state, command.queue)
    if CHANNELS[queue.channel] is Channel.VOICE:
        raise Rejection(Reason.UNKNOWN_QUEUE, f'The queue "{queue.key}" takes calls only.', field="queue")
    return (CustomerWrote(conversation=_begun(state, command.conversation_id, queue, command.customer, now)),)


def customer_hangs_up(state: TenantState, command: commands.CustomerHangsUp, now: Instant) -> tuple[Event, ...]:
    """End the contact from the customer's side: an unanswered one is withdrawn, an answered one goes to wrap-up. One
    that was transferred to a number ends there.
    """
    conversation = conversation_by_id(state, command.conversation_id)
    if conversation.onward is not None:
        return (TransferredCallEnded(conversation=replace(conversation, onward=None)),)
    hung_up = after(conversation, Act.HANG_UP, now)
    if hung_up.state is ConversationState.ENDED:
        return (OfferWithdrawn(conversation=hung_up, agent_id=conversation.agent_id),)
    return ended(state, conversation, replace(hung_up, ended_by="customer"), now)


def dial_out(state: TenantState, command: commands.DialOut, now: Instant) -> tuple[Event, ...]:
    """Call a customer: the agent's own station rings first. Rejection where the agent is on a call, or has no queue,
    number or entry point to call with.
    """
    session = state.agents.sessions.get(command.agent_id)
    if session is None:
        raise Rejection(Reason.NOT_SIGNED_IN, "The agent is not signed in to a station.")
    if state.floor.on_a_call(command.agent_id):
        raise Rejection(Reason.CONVERSATION_ACTIVE, "The agent is on a call.")
    number = configured_number(command.number)
    if number is None:
        raise Rejection(Reason.UNKNOWN_DESTINATION, f'"{command.number}" is not a number.', field="destination")
    if command.entry_point_id:
        entry_point_by_id(state, command.entry_point_id)
    shown = tuple(own.number for own in state.configuration.outdial_numbers)
    if command.origin and command.origin not in shown:
        raise Rejection(
            Reason.UNKNOWN_CALLER_ID, f'"{command.origin}" is not one of the outdial numbers.', field="origin"
        )
    requested = Conversation(
        id=command.conversation_id,
        queue="",
        customer=number,
        state=ConversationState.QUEUED,
        created_at=now,
        since=now,
        direction=Direction.OUTBOUND,
        dialled=command.origin or next(iter(shown), ""),
        customer_joined=False,
        recording=recording_of(state),
    )
    return (OutboundCallRequested(conversation=requested), routing.offered(state, requested, session, now))


def assign_conversation(state: TenantState, command: commands.AssignConversation, now: Instant) -> tuple[Event, ...]:
    """Offer what waits in a queue to the agent who asks for it. Rejection where it does not wait, or the agent is not
    free.
    """
    session = state.agents.sessions.get(command.agent_id)
    if session is None:
        raise Rejection(Reason.NOT_SIGNED_IN, "The agent is not signed in to a station.")
    conversation = conversation_by_id(state, command.conversation_id)
    if conversation.state is not ConversationState.QUEUED:
        raise Rejection(
            Reason.CONVERSATION_STATE, f"A conversation that is {conversation.state.value} cannot be assigned."
        )
    if not routing.is_free(state, session, conversation.channel):
        raise Rejection(Reason.AGENT_NOT_AVAILABLE, "The agent is not available.")
    return (routing.offered(state, conversation, session, now),)


def accept_conversation(state: TenantState, command: commands.AcceptConversation, now: Instant) -> tuple[Event, ...]:
    """Accept what is digital; a call is answered where it rings."""
    conversation = owned(state, command.agent_id, command.conversation_id)
    if conversation.channel is Channel.VOICE:
        raise Rejection(Reason.NOT_DIGITAL, "Only digital tasks are accepted here; a call is answered at the station.")
    return connected(conversation, now)


def answer_conversation(state: TenantState, command: commands.AnswerConversation, now: Instant) -> tuple[Event, ...]:
    """Answer in the browser; a phone is answered where it rings."""
    conversation = voice(owned(state, command.agent_id, command.conversation_id))
    if state.agents.sessions[command.agent_id].station.phone is not None:
        raise Rejection(Reason.CONVERSATION_STATE, "The conversation rings at the phone; answer it there.")
    return connected(conversation, now)


def hold_conversation(state: TenantState, command: commands.HoldConversation, now: Instant) -> tuple[Event, ...]:
    """Put the customer on hold; where a consultation waits for the agent, go back to it."""
    conversation = conversation_by_id(state, command.conversation_id)
    if (consult := conversation.consult) is not None and conversation.consult_waits and consult.by == command.agent_id:
        return back_to_consult(conversation, consult, now)
    conversation = voice(owned(state, command.agent_id, command.conversation_id))
    return (ConversationHeld(conversation=after(conversation, Act.HOLD, now)),)


def resume_conversation(state: TenantState, command: commands.ResumeConversation, now: Instant) -> tuple[Event, ...]:
    """Take the customer back from hold, or go back from a consultation to the call."""
    if command.consult_id is not None:
        return back_to_call(state, command.agent_id, command.conversation_id, command.consult_id, now)
    conversation = voice(owned(state, command.agent_id, command.conversation_id))
    return (ConversationResumed(conversation=after(conversation, Act.RESUME, now)),)


def pause_recording(state: TenantState, command: commands.PauseRecording, now: Instant) -> tuple[Event, ...]:
    """Pause the recording of a call."""
    return (RecordingPaused(conversation=_recorded(state, command, RecordingAct.PAUSE)),)


def resume_recording(state: TenantState, command: commands.ResumeRecording, now: Instant) -> tuple[Event, ...]:
    """Resume the recording of a call."""
    return (RecordingResumed(conversation=_recorded(state, command, RecordingAct.RESUME)),)


def end_conversation(state: TenantState, command: commands.EndConversation, now: Instant) -> tuple[Event, ...]:
    """End the conversation for everybody in it; from an agent who does not own it, leave it. A call to a customer who
    has not answered, and which its agent has not answered either, is withdrawn.
    """
    conversation = conversation_by_id(state, command.conversation_id)
    if command.agent_id in conversation.agents and command.agent_id != conversation.agent_id:
        return left_conference(answered(conversation), command.agent_id, now)
    conversation = owned(state, command.agent_id, command.conversation_id)
    if conversation.state is ConversationState.OFFERED and not conversation.customer_joined:
        return (OfferWithdrawn(conversation=after(conversation, Act.HANG_UP, now), agent_id=command.agent_id),)
    return ended(state, conversation, replace(after(conversation, Act.END, now), ended_by="agent"), now)


def drop_from_conference(state: TenantState, command: commands.DropFromConference, now: Instant) -> tuple[Event, ...]:
    """The owner removes somebody: an agent, who wraps up, a number, or the customer, with whom the call ends for all.
    Rejection where they are not in the conference, or nobody else is.
    """
    conversation = answered(voice(owned(state, command.agent_id, command.conversation_id)))
    for colleague in conversation.colleagues:
        if colleague.agent_id is not None and colleague.agent_id == command.participant:
            return left_conference(conversation, colleague.agent_id, now)
        if colleague.number and colleague.number == command.participant:
            return number_left(conversation, colleague.number)
    if command.participant != conversation.customer:
        raise Rejection(
            Reason.UNKNOWN_PARTICIPANT, f"{command.participant} is not in the conference.", field="participant"
        )
    if not conversation.colleagues:
        raise Rejection(Reason.NO_CONFERENCE, "Nobody but the customer is in the call; end it instead.")
    return ended(state, conversation, replace(after(conversation, Act.END, now), ended_by="agent"), now)


def wrap_up_conversation(state: TenantState, command: commands.WrapUpConversation, now: Instant) -> tuple[Event, ...]:
    """Close the agent's part of the conversation with a wrap-up code."""
    conversation = conversation_by_id(state, command.conversation_id)
    codes = {code.id for code in state.configuration.auxiliary_codes if code.work is WorkType.WRAP_UP}
    left = tuple(leaver for leaver in conversation.leavers if leaver.agent_id != command.agent_id)
    if left != conversation.leavers:
        wrapped_up = replace(conversation, leavers=left)
    else:
        wrapped_up = after(owned(state, command.agent_id, command.conversation_id), Act.WRAP_UP, now)
    if command.code_id not in codes:
        raise Rejection(Reason.UNKNOWN_WRAP_UP_CODE, "There is no such wrap-up code.", field="wrap-up code")
    return (ConversationWrappedUp(conversation=wrapped_up, agent_id=command.agent_id, code_id=command.code_id),)


def wake(state: TenantState, command: commands.Wake, now: Instant) -> tuple[Event, ...]:
    """What time alone does to conversations."""
    return tuple(routing.due_offers(state, now))


def evolve(floor: Floor, event: Event) -> Floor:
    """The floor after an event; other events change nothing."""
    match event:
        case ConversationEvent(conversation=conversation):
            others = {key: c for key, c in floor.conversations.items() if key != conversation.id}
            changed = others if conversation.over else {**floor.conversations, conversation.id: conversation}
            return replace(floor, conversations=changed)
        case MonitoringEvent(monitoring=task):
            return replace(floor, monitorings=monitoring.after(floor.monitorings, task))
        case PhoneChanged(number=number, ready=ready):
            change = floor.phones_not_ready.difference if ready else floor.phones_not_ready.union
            return replace(floor, phones_not_ready=change({number}))
        case _:
            return floor


def connected(conversation: Conversation, now: Instant) -> tuple[Event, ...]:
    """The agent to whom it is offered is in it. Rejection where that agent has yet to accept it as a preview."""
    if conversation.is_preview:
        raise Rejection(Reason.CONVERSATION_STATE, "A preview of a campaign is accepted, not answered.")
    at = now if conversation.connected_at is None else conversation.connected_at
    return (ConversationConnected(conversation=replace(after(conversation, Act.ANSWER, now), connected_at=at)),)


def ended(state: TenantState, before: Conversation, conversation: Conversation, now: Instant) -> tuple[Event, ...]:
    """The conversation is over for everybody: a consultation ends, colleagues wrap up as its owner does."""
    agents = before.agents
    colleagues = tuple(Leaver(agent_id=agent_id, since=now) for agent_id in agents if agent_id != before.agent_id)
    closed = replace(conversation, consult=None, colleagues=(), leavers=(*before.leavers, *colleagues))
    over = ConversationEnded(conversation=closed, agents=agents)
    listeners = monitoring.ended_with(state, conversation.id, now)
    if before.consult is None:
        return (over, *listeners)
    return (ConsultEnded(conversation=replace(before, consult=None), consult=before.consult), over, *listeners)


def _queue(state: TenantState, key: str) -> Queue:
    queue = state.configuration.queue(key)
    if queue is None:
        known = ", ".join(queue.key for queue in state.configuration.queues)
        raise Rejection(Reason.UNKNOWN_QUEUE, f'There is no queue "{key}"; there are: {known}.', field="queue")
    return queue


def _queue_of_number(state: TenantState, number: str) -> str:
    for entry_point in state.configuration.entry_points:
        if entry_point.number == number and entry_point.queue is not None:
            return entry_point.queue
    known = ", ".join(one.number for one in state.configuration.entry_points if one.number and one.queue)
    raise Rejection(
        Reason.UNKNOWN_DESTINATION,
        f"No entry point with a queue has the number {number}; there are: {known or 'none'}.",
        field="dials",
    )


def _begun(state: TenantState, id_: str, queue: Queue, customer: str, now: Instant) -> Conversation:
    channel = CHANNELS[queue.channel]
    return Conversation(
        id=id_,
        queue=queue.key,
        customer=customer,
        state=ConversationState.QUEUED,
        created_at=now,
        since=now,
        channel=channel,
        recording=recording_of(state) if channel is Channel.VOICE else Recording.OFF,
    )


def recording_of(state: TenantState) -> Recording:
    """Whether a new call is recorded."""
    return Recording.ON if state.configuration.settings.record_calls else Recording.OFF


def _recorded(
    state: TenantState, command: commands.PauseRecording | commands.ResumeRecording, act: RecordingAct
) -> Conversation:
    agent_id: AgentId = command.agent_id
    conversation = answered(voice(owned(state, agent_id, command.conversation_id)))
    recording = RECORDING.get((conversation.recording, act))
    if recording is None:
        raise Rejection(Reason.NOT_RECORDED, f"A recording that is {conversation.recording.value} cannot {act.value}.")
    return replace(conversation, recording=recording)
