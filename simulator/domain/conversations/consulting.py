"""More than one agent in a call: consultation, transfer and conference (PROTOCOL 6)."""

from __future__ import annotations

from dataclasses import replace

from deskproof.simulator.domain import commands
from deskproof.simulator.domain.configuration import Channel
from deskproof.simulator.domain.conversations import routing
from deskproof.simulator.domain.conversations.lookup import (
    after,
    answered,
    consult_after,
    conversation_by_id,
    owned,
    queue_of,
    shared,
    voice,
)
from deskproof.simulator.domain.conversations.model import (
    Act,
    Colleague,
    Consult,
    ConsultAct,
    ConsultState,
    Conversation,
    ConversationState,
    Destination,
    DestinationKind,
    Leaver,
    Onward,
)
from deskproof.simulator.domain.events import (
    ConferenceJoined,
    ConferenceLeft,
    ConsultAnswered,
    ConsultEnded,
    ConsultNumberCalled,
    ConsultStarted,
    ConversationHandedOver,
    ConversationHeld,
    ConversationResumed,
    ConversationTakenOver,
    ConversationTransferred,
    Event,
)
from deskproof.simulator.domain.monitoring import rules as monitoring
from deskproof.simulator.domain.numbers import configured_number
from deskproof.simulator.domain.rejection import Reason, Rejection
from deskproof.simulator.domain.sessions.model import AgentSession
from deskproof.simulator.domain.state import TenantState
from deskproof.simulator.domain.values import AgentId, Instant


def start_consult(state: TenantState, command: commands.StartConsult, now: Instant) -> tuple[Event, ...]:
    """Ask an agent, a queue, a number or an entry point. The customer is put on hold, unless others talk on with them.
    The one who asks hears at once who is called, except in a queue.
    Rejection where a consultation is going on, or the destination cannot be asked.
    """
    conversation = answered(shared(state, command.agent_id, command.conversation_id))
    if conversation.consult is not None:
        raise Rejection(Reason.CONSULT_STATE, "A consultation is going on already.")
    consult = Consult(
        id=command.consult_id, by=command.agent_id, destination=command.to, state=ConsultState.QUEUED, since=now
    )
    waiting = conversation if conversation.colleagues else after(conversation, Act.CONSULT, now)
    changed = replace(waiting, consult=consult)
    if (number := _number_at(state, command.to, conversation.channel)) is not None:
        called = replace(consult_after(consult, ConsultAct.OFFER, now), number=number)
        calling = replace(changed, consult=called)
        return (
            ConsultStarted(conversation=calling, consult=called),
            ConsultNumberCalled(conversation=calling, consult=called),
        )
    match command.to.kind:
        case DestinationKind.AGENT:
            session = _free_agent(state, changed, command.to)
            offered = routing.consult_offered(state, changed, consult, session, now)
            return (ConsultStarted(conversation=offered.conversation, consult=offered.consult), offered)
        case _:
            return (ConsultStarted(conversation=changed, consult=consult),)


def answer_consult(state: TenantState, command: commands.AnswerConsult, now: Instant) -> tuple[Event, ...]:
    """Answer in the browser; a phone is answered where it rings. Rejection where the agent is not asked."""
    conversation, consult = _consult(state, command.conversation_id)
    if consult.agent_id != command.agent_id:
        raise Rejection(Reason.CONSULT_STATE, "The agent is not consulted.")
    if state.agents.sessions[command.agent_id].station.phone is not None:
        raise Rejection(Reason.CONSULT_STATE, "The consultation rings at the phone; answer it there.")
    return consult_answered(conversation, consult, now)


def consult_answered(conversation: Conversation, consult: Consult, now: Instant) -> tuple[Event, ...]:
    """Both sides talk."""
    active = replace(consult_after(consult, ConsultAct.ANSWER, now), answered_at=now)
    return (ConsultAnswered(conversation=replace(conversation, consult=active), consult=active),)


def end_consult(state: TenantState, command: commands.EndConsult, now: Instant) -> tuple[Event, ...]:
    """End the consultation; one that the consulted agent has not answered is declined. The customer stays on hold."""
    conversation, consult = _consult(state, command.conversation_id)
    if command.agent_id == consult.agent_id and consult.state is ConsultState.OFFERED:
        session = state.agents.sessions[command.agent_id]
        return tuple(routing.consult_refused(state, conversation, consult, session, now, ConsultAct.DECLINE))
    if command.agent_id not in (consult.by, consult.agent_id):
        raise Rejection(Reason.CONSULT_STATE, "The agent is not part of the consultation.")
    return consult_ended(conversation, consult, now, cancelled=command.cancels_queue)


def consult_ended(
    conversation: Conversation, consult: Consult, now: Instant, *, act: ConsultAct = ConsultAct.END,
    cancelled: bool = False,
) -> tuple[Event, ...]:  # fmt: skip
    """The consultation is over, for both sides."""
    over = consult_after(consult, act, now)
    return (ConsultEnded(conversation=replace(conversation, consult=None), consult=over, cancelled=cancelled),)


def back_to_call(
    state: TenantState, agent_id: AgentId, id_: str, consult_id: str, now: Instant
) -> tuple[Event, ...]:  # fmt: skip
    """The agent goes back from a consultation to the call, and the consulted party waits. Rejection where the agent
    did not begin it, or does not talk in it.
    """
    conversation, consult = _consult(state, id_)
    if (consult.by, consult.id) != (agent_id, consult_id):
        raise Rejection(Reason.CONSULT_STATE, f"The agent has no consultation {consult_id}.")
    if consult.state is not ConsultState.ACTIVE or conversation.consult_waits:
        raise Rejection(Reason.CONSULT_STATE, "The agent does not talk in the consultation.")
    held = conversation.state is ConversationState.HELD
    resumed = after(conversation, Act.RESUME, now) if held else conversation
    return (ConversationResumed(conversation=replace(resumed, consult=replace(consult, waits=True))),)


def back_to_consult(conversation: Conversation, consult: Consult, now: Instant) -> tuple[Event, ...]:
    """Who began the consultation goes back to it; the customer is on hold, unless others talk on with them."""
    held = conversation if conversation.colleagues else after(conversation, Act.HOLD, now)
    return (ConversationHeld(conversation=replace(held, consult=replace(consult, waits=False))),)


def transfer_conversation(
    state: TenantState, command: commands.TransferConversation, now: Instant
) -> tuple[Event, ...]:  # fmt: skip
    """Give the conversation away unannounced; the agent wraps up. Rejection where it is shared, or the destination
    cannot take it.
    """
    conversation = answered(owned(state, command.agent_id, command.conversation_id))
    if conversation.consult is not None or conversation.colleagues:
        raise Rejection(Reason.CONVERSATION_STATE, "A conversation with several agents is not given away unannounced.")
    if (number := _number_at(state, command.to, conversation.channel)) is not None:
        return _out_of_the_contact_centre(state, voice(conversation), command.agent_id, command.to, number, now)
    left = _without(conversation, command.agent_id, now)
    match command.to.kind:
        case DestinationKind.AGENT:
            session = _free_agent(state, conversation, command.to)
            offer = routing.offered(state, replace(left, connected_at=None), session, now, Act.TRANSFER)
            return (_transferred(offer.conversation, command.agent_id, command.to), offer)
        case _:
            queue = queue_of(state, command.to, conversation.channel)
            queued = replace(after(left, Act.TRANSFER_TO_QUEUE, now), queue=queue.key, agent_id=None, connected_at=None)
            return (_transferred(queued, command.agent_id, command.to),)


def transfer_consulted(state: TenantState, command: commands.TransferConsulted, now: Instant) -> tuple[Event, ...]:
    """Give the call to the one who was consulted, who is then in the agent's place; the agent wraps up."""
    conversation, consult = _own_consult(state, command.agent_id, command.conversation_id, ConsultAct.TRANSFER, now)
    by, to = command.agent_id, consult.destination
    if consult.agent_id is None and len(conversation.agents) == 1:
        alone = replace(conversation, consult=None)
        return _out_of_the_contact_centre(state, alone, by, to, consult.number, now, consulted=True)
    joined = _joined(conversation, consult, now)
    left = _left(after(joined, Act.HAND_OVER, now), by, now, heir=consult.agent_id)
    events: tuple[Event, ...] = (_transferred(left, by, to, consulted=True),)
    if consult.agent_id is not None:
        events = (*events, ConversationHandedOver(conversation=left, agent_id=consult.agent_id))
    return events


def start_conference(state: TenantState, command: commands.StartConference, now: Instant) -> tuple[Event, ...]:
    """Take the one who was consulted into the call, and the customer from hold."""
    return (_merged(state, command.agent_id, command.conversation_id, now),)


def _merged(state: TenantState, agent_id: AgentId, id_: str, now: Instant) -> ConferenceJoined:
    conversation, consult = _own_consult(state, agent_id, id_, ConsultAct.CONFERENCE, now)
    joined = _joined(conversation, consult, now)
    held = joined.state is ConversationState.HELD
    return ConferenceJoined(conversation=after(joined, Act.RESUME, now) if held else joined, consult=consult)


def leave_conference(state: TenantState, command: commands.LeaveConference, now: Instant) -> tuple[Event, ...]:
    """Leave a conference, and wrap up; the agent who has been in it longest takes over from its owner. An owner who
    hands it over during a consultation takes the consulted party into it first. Rejection where no
    other agent is in it, or the agent consults somebody otherwise.
    """
    conversation = answered(shared(state, command.agent_id, command.conversation_id))
    if command.hand_over:
        owned(state, command.agent_id, command.conversation_id)
    joined: tuple[ConferenceJoined, ...] = ()
    if conversation.consult is not None and conversation.consult.by == command.agent_id:
        if not command.hand_over:
            raise Rejection(Reason.CONSULT_STATE, "The agent consults somebody; end that first.")
        joined = (_merged(state, command.agent_id, command.conversation_id, now),)
        conversation = joined[0].conversation
    if all(agent_id == command.agent_id for agent_id in conversation.agents):
        raise Rejection(Reason.NO_CONFERENCE, "No other agent is in the call.")
    return (*joined, *left_conference(conversation, command.agent_id, now))


def left_conference(conversation: Conversation, agent_id: AgentId, now: Instant) -> tuple[Event, ...]:
    """An agent is no longer in the call, which goes on; a consultation that the agent began is over."""
    over: tuple[Event, ...] = ()
    if (consult := conversation.consult) is not None and consult.by == agent_id:
        over = consult_ended(conversation, consult, now)
        conversation = replace(conversation, consult=None)
    return (*over, ConferenceLeft(conversation=_left(conversation, agent_id, now), agent_id=agent_id))


def take_over(state: TenantState, command: commands.TakeOverConversation, now: Instant) -> tuple[Event, ...]:
    """The supervisor who listens owns the call now, and its owner wraps up. Rejection where the supervisor does not
    listen, nobody talks, or the owner consults somebody.
    """
    over = monitoring.taken_over(state, command.agent_id, command.conversation_id, now)
    conversation = answered(voice(conversation_by_id(state, command.conversation_id)))
    if conversation.consult is not None:
        raise Rejection(Reason.CONSULT_STATE, "A consultation is going on; the call can be taken over after it.")
    owner, heir = conversation.agents[0], command.agent_id
    left = _left(after(conversation, Act.HAND_OVER, now), owner, now, heir=heir)
    to = Destination(kind=DestinationKind.AGENT, id=heir)
    return (over, _transferred(left, owner, to), ConversationTakenOver(conversation=left, agent_id=heir))


def number_left(conversation: Conversation, number: str) -> tuple[Event, ...]:
    """Whoever answered at a number is no longer in the conference."""
    stay = tuple(colleague for colleague in conversation.colleagues if colleague.number != number)
    return (ConferenceLeft(conversation=replace(conversation, colleagues=stay), agent_id=None, number=number),)


def _consult(state: TenantState, id_: str) -> tuple[Conversation, Consult]:
    conversation = conversation_by_id(state, id_)
    if conversation.consult is None:
        raise Rejection(Reason.CONSULT_STATE, "There is no consultation.")
    return conversation, conversation.consult


def _own_consult(
    state: TenantState, agent_id: AgentId, id_: str, act: ConsultAct, now: Instant
) -> tuple[Conversation, Consult]:  # fmt: skip
    """The consultation that the agent began, after an act that ends it."""
    conversation, consult = _consult(state, id_)
    if consult.by != agent_id:
        raise Rejection(Reason.CONSULT_STATE, "Another agent began the consultation and does this.")
    return conversation, consult_after(consult, act, now)


def _free_agent(state: TenantState, conversation: Conversation, to: Destination) -> AgentSession:
    session = state.agents.sessions.get(AgentId(to.id))
    if session is None or session.agent_id in conversation.occupied:
        raise Rejection(Reason.UNKNOWN_DESTINATION, f"No other agent who is signed in has the id {to.id}.", field="to")
    if not routing.is_free(state, session, conversation.channel):
        raise Rejection(Reason.AGENT_NOT_AVAILABLE, "The agent is not available.", field="to")
    return session


def _number_at(state: TenantState, to: Destination, channel: Channel) -> str | None:
    """The number that a destination is, or that its queue leads to. Rejection where it is neither, nor an agent."""
    match to.kind:
        case DestinationKind.AGENT:
            return None
        case DestinationKind.DIAL_NUMBER:
            return _number(to)
        case DestinationKind.QUEUE | DestinationKind.ENTRY_POINT:
            return queue_of(state, to, channel).leads_to


def _number(to: Destination) -> str:
    number = configured_number(to.id)
    if number is None:
        raise Rejection(Reason.UNKNOWN_DESTINATION, f'"{to.id}" is not a number.', field="to")
    return number


def _joined(conversation: Conversation, consult: Consult, now: Instant) -> Conversation:
    colleague = Colleague(joined_at=now, agent_id=consult.agent_id, number=consult.number)
    return replace(conversation, consult=None, colleagues=(*conversation.colleagues, colleague))


def _without(conversation: Conversation, agent_id: AgentId, now: Instant) -> Conversation:
    return replace(conversation, leavers=(*conversation.leavers, Leaver(agent_id=agent_id, since=now)))


def _left(conversation: Conversation, agent_id: AgentId, now: Instant, heir: AgentId | None = None) -> Conversation:
    """The call without an agent, who has yet to wrap up. If it was the owner's, it is now the heir's, or that of the
    agent who has been in it longest.
    """
    left = _without(conversation, agent_id, now)
    owner = conversation.agent_id
    if owner == agent_id:
        owner = heir or next(other for other in conversation.agents if other != agent_id)
    gone = {agent_id, owner}
    stay = tuple(one for one in conversation.colleagues if one.agent_id is None or one.agent_id not in gone)
    return replace(left, agent_id=owner, colleagues=stay)


def _transferred(
    conversation: Conversation, agent_id: AgentId, to: Destination, *, consulted: bool = False
) -> ConversationTransferred:  # fmt: skip
    return ConversationTransferred(conversation=conversation, agent_id=agent_id, to=to, consulted=consulted)


def _out_of_the_contact_centre(
    state: TenantState, conversation: Conversation, agent_id: AgentId, to: Destination, number: str, now: Instant,
    *, consulted: bool = False,
) -> tuple[Event, ...]:  # fmt: skip
    """The customer talks to a number from now on, whose phone rings unless it was consulted: for the contact centre the
    call is over.
    """
    onward = Onward(number=number, answered=consulted)
    over = replace(after(conversation, Act.END, now), ended_by="agent", onward=onward)
    return (_transferred(over, agent_id, to, consulted=consulted), *monitoring.ended_with(state, conversation.id, now))
