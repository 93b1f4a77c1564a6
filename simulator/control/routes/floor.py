"""Operations of the control plane for customers and phones: call, hang up, answer, make a phone ready or not.

Rule: agents act through the product, never here; supervisors have operations of their own (supervision.py).
"""

import asyncio
from collections.abc import Callable, Iterator, Sequence
from http import HTTPStatus
from typing import Annotated, Any

from fastapi import APIRouter, Body, Depends, HTTPException, Response
from pydantic import Field, StrictBool, StrictFloat, StrictInt, StrictStr

from deskproof.simulator.control.documents import Number
from deskproof.simulator.control.routes.router import operations
from deskproof.simulator.control.schemas import LONGEST_WAIT_SECONDS, Schema, instant_text
from deskproof.simulator.domain.commands import (
    AnswerPhone,
    Command,
    CustomerCalls,
    CustomerHangsUp,
    CustomerWrites,
    DeclinePhone,
    HangUpPhone,
    OfferPreview,
    SetPhone,
)
from deskproof.simulator.domain.conversations.model import ANSWERED, ConsultState, Conversation, ConversationState
from deskproof.simulator.domain.conversations.sound import CUSTOMER, Source, agent, number
from deskproof.simulator.domain.monitoring.model import MonitoringState
from deskproof.simulator.domain.numbers import configured_number
from deskproof.simulator.domain.rejection import Reason, Rejection
from deskproof.simulator.domain.sessions.model import AgentSession
from deskproof.simulator.domain.state import TenantState
from deskproof.simulator.runtime.limits import TooMany
from deskproof.simulator.runtime.sound.hearing import Sound
from deskproof.simulator.runtime.tenancy import Tenancy

STATUSES = {
    Reason.UNKNOWN_CONVERSATION: HTTPStatus.NOT_FOUND,
    Reason.UNKNOWN_QUEUE: HTTPStatus.UNPROCESSABLE_ENTITY,
    Reason.UNKNOWN_DESTINATION: HTTPStatus.UNPROCESSABLE_ENTITY,
}
"""The HTTP status of each rejection by the core; all others are 409."""


LONGEST_NAME = 200
"""Characters of the name or address of a customer who writes."""


class ContactRequest(Schema):
    """A customer's contact. A call has the number it comes from, and either the queue or the number that is dialled;
    what is written has the customer's name or address, and a queue for chat, e-mail or social.
    """

    queue: StrictStr | None = Field(default=None, description="the key of a queue")
    dials: Number | None = Field(default=None, description="the number of an entry point, instead of a queue")
    number: Number | None = Field(default=None, description="the number from which a call comes")
    customer: StrictStr | None = Field(
        default=None, min_length=1, max_length=LONGEST_NAME, description="who writes: a name or an address"
    )

    def command(self, id_: str) -> Command:
        """What the customer does. 422 where the parts do not make one contact."""
        if self.number is not None and self.customer is None and (self.queue is None) != (self.dials is None):
            return CustomerCalls(
                conversation_id=id_, customer=self.number, queue=self.queue or "", dialled=self.dials or ""
            )
        if self.customer is not None and self.queue is not None and self.number is None and self.dials is None:
            return CustomerWrites(conversation_id=id_, customer=self.customer, queue=self.queue)
        raise HTTPException(
            HTTPStatus.UNPROCESSABLE_ENTITY,
            "A call has number and either queue or dials; what is written has customer and queue.",
        )


class PreviewRequest(Schema):
    """A customer of a campaign, for an agent to look at before the call."""

    agent: StrictStr = Field(description="the key of the agent")
    number: Number = Field(description="the customer's number")


class ListenRequest(Schema):
    listener: StrictStr | None = Field(
        default=None, description="who listens, in place of the customer: the key of an agent, or a number"
    )
    expected: list[StrictFloat | StrictInt] | None = Field(
        default=None,
        description="wait until exactly these frequencies are heard, in hertz; none for silence",
    )
    timeout_seconds: StrictFloat | StrictInt = Field(
        default=10, gt=0, le=LONGEST_WAIT_SECONDS, description="real seconds"
    )


class SoundResponse(Schema):
    hertz: float = Field(description="the strongest frequency; 0 for silence")
    frequencies: list[float] = Field(description="all frequencies, the strongest first")
    packets: int = Field(description="packets of sound received from browsers in the call so far")


class PhoneRequest(Schema):
    ready: StrictBool = Field(description="whether calls make it ring; phones are ready unless set otherwise")


class ConversationResponse(Schema):
    id: str
    channel: str = Field(description="voice, chat, email or social")
    direction: str = Field(description="inbound or outbound")
    queue: str
    number: str = Field(description="the customer's number, name or address")
    dialled: str = Field(description="the number that was called, or that an agent called with; empty for a queue")
    state: str
    agent: str | None = Field(description="the key of the agent who has it, is offered it or wraps it up")
    colleagues: list[str] = Field(description="who is in a conference with the agent: keys and numbers")
    consult: str | None = Field(description="the state of a consultation")
    consulted: str | None = Field(description="who is consulted: the key of an agent, or a number")
    wrapping_up: list[str] = Field(description="the keys of agents who have left it and have yet to wrap up")
    recording: str = Field(description="off, on or paused")
    transferred_to: str | None = Field(description="the number outside the contact centre that has the customer")
    monitored_by: list[str] = Field(description="the keys of supervisors who monitor it or have requested to")
    created_at: str
    since: str = Field(description="when its state began")

    @classmethod
    def of(cls, state: TenantState, conversation: Conversation) -> "ConversationResponse":
        keys, consult = state.configuration.keys_by_id, conversation.consult
        monitorings = state.floor.monitorings.values()
        return cls(
            id=conversation.id,
            channel=conversation.channel.value,
            direction=conversation.direction.value,
            queue=conversation.queue,
            number=conversation.customer,
            dialled=conversation.dialled,
            state=conversation.state.value,
            agent=None if conversation.state is ConversationState.ENDED else keys.get(conversation.agent_id or ""),
            colleagues=[keys.get(one.agent_id or "", one.number) for one in conversation.colleagues],
            consult=consult.state.value if consult else None,
            consulted=keys.get(consult.agent_id or "", consult.number) or None if consult else None,
            wrapping_up=[keys[leaver.agent_id] for leaver in conversation.leavers],
            recording=conversation.recording.value,
            transferred_to=conversation.onward.number if conversation.onward else None,
            monitored_by=[keys[item.supervisor_id] for item in monitorings if item.conversation_id == conversation.id],
            created_at=instant_text(conversation.created_at),
            since=instant_text(conversation.since),
        )


class ConversationsResponse(Schema):
    conversations: list[ConversationResponse]

    @classmethod
    def of(cls, state: TenantState) -> "ConversationsResponse":
        ongoing = sorted(state.floor.conversations.values(), key=lambda item: (item.created_at, item.id))
        return cls(conversations=[ConversationResponse.of(state, item) for item in ongoing])


class PhoneResponse(Schema):
    number: str
    agent: str | None = Field(description="the key of the agent signed in with it")
    ready: bool
    rings: str | None = Field(description="conversation, consultation, monitoring or transfer: what makes it ring")
    conversation: str | None = Field(description="the conversation that it rings for or, of a number, takes part in")


class PhonesResponse(Schema):
    phones: list[PhoneResponse]

    @classmethod
    def of(cls, state: TenantState) -> "PhonesResponse":
        sessions = state.agents.sessions.values()
        used = [
            _phone(state, session.station.phone, session) for session in sessions if session.station.phone is not None
        ]
        called = [phone for one in state.floor.conversations.values() for phone in _called(state, one)]
        known = {phone.number for phone in (*used, *called)}
        unused = [
            PhoneResponse(number=number, agent=None, ready=False, rings=None, conversation=None)
            for number in sorted(state.floor.phones_not_ready - known)
        ]
        return cls(phones=[*used, *called, *unused])


def _called(state: TenantState, conversation: Conversation) -> Iterator[PhoneResponse]:
    """The phones in a call that are no agent's: of a customer who is called, and of numbers that are consulted, in the
    conference, or have the call after a transfer.
    """
    consult, onward = conversation.consult, conversation.onward
    numbers: dict[str, str | None] = {one.number: None for one in conversation.colleagues if one.number}
    if consult is not None and consult.number and consult.state in (ConsultState.OFFERED, ConsultState.ACTIVE):
        numbers[consult.number] = "consultation" if consult.state is ConsultState.OFFERED else None
    if onward is not None:
        numbers[onward.number] = None if onward.answered else "transfer"
    if conversation.state in ANSWERED and not conversation.customer_joined:
        numbers[conversation.customer] = "conversation"
    for digits, rings in numbers.items():
        ready = digits not in state.floor.phones_not_ready
        yield PhoneResponse(number=digits, agent=None, ready=ready, rings=rings, conversation=conversation.id)


def _phone(state: TenantState, number: str, session: AgentSession) -> PhoneResponse:
    ready = state.floor.ready_phone(session.station) is not None
    conversation = state.floor.conversation_of(session.agent_id)
    monitoring = state.floor.monitoring_of(session.agent_id)
    why: str | None = None
    which: str | None = None
    offered = conversation is not None and conversation.state_for(session.agent_id) is ConversationState.OFFERED
    rings = conversation is not None and conversation.is_spoken
    if ready and offered and rings and conversation is not None:
        consulted = conversation.consult is not None and conversation.consult.agent_id == session.agent_id
        why, which = "consultation" if consulted else "conversation", conversation.id
    elif ready and monitoring is not None and monitoring.state is MonitoringState.REQUESTED:
        why, which = "monitoring", monitoring.conversation_id
    return PhoneResponse(
        number=number,
        agent=state.configuration.keys_by_id.get(session.agent_id),
        ready=ready,
        rings=why,
        conversation=which,
    )


def floor_operations(tenant_of_path: Callable[..., Any]) -> APIRouter:
    """The operations on one tenant's conversations and phones; `tenant_of_path` finds the tenant of a request."""
    Of = Annotated[Tenancy, Depends(tenant_of_path)]
    routes = operations("/tenants/{tenant_id}")

    @routes.post("/conversations", status_code=HTTPStatus.CREATED, summary="A customer calls or writes")
    async def customer_contacts(tenancy: Of, request: Annotated[ContactRequest, Body()]) -> ConversationResponse:
        _require_room(tenancy)
        id_ = tenancy.next_id("conversation")
        _submit(tenancy, request.command(id_))
        return ConversationResponse.of(tenancy.state, tenancy.state.floor.conversations[id_])

    @routes.post(
        "/campaigns/{campaign}/previews", status_code=HTTPStatus.CREATED, summary="A campaign gives an agent a customer"
    )
    async def offer_preview(
        tenancy: Of, campaign: str, request: Annotated[PreviewRequest, Body()]
    ) -> ConversationResponse:
        agents = {person.key: person.agent_id for person in tenancy.configuration.people}
        if request.agent not in agents:
            raise HTTPException(
                HTTPStatus.UNPROCESSABLE_ENTITY, f'There is no agent "{request.agent}"; there are: {", ".join(agents)}.'
            )
        _require_room(tenancy)
        id_ = tenancy.next_id("conversation")
        preview = OfferPreview(
            conversation_id=id_, agent_id=agents[request.agent], campaign=campaign, number=request.number
        )
        _submit(tenancy, preview)
        return ConversationResponse.of(tenancy.state, tenancy.state.floor.conversations[id_])

    @routes.get("/conversations", summary="The conversations that are not over, oldest first")
    async def conversations(tenancy: Of) -> ConversationsResponse:
        return ConversationsResponse.of(tenancy.state)

    @routes.post(
        "/conversations/{conversation_id}/hang-up", status_code=HTTPStatus.NO_CONTENT, summary="The customer hangs up"
    )
    async def customer_hangs_up(tenancy: Of, conversation_id: str) -> Response:
        _submit(tenancy, CustomerHangsUp(conversation_id=conversation_id))
        return Response(status_code=HTTPStatus.NO_CONTENT)

    @routes.post(
        "/conversations/{conversation_id}/listen",
        summary="What the customer or another listener next hears in the call; 408 on timeout",
    )
    async def listen(tenancy: Of, conversation_id: str, request: Annotated[ListenRequest, Body()]) -> SoundResponse:
        if conversation_id not in tenancy.state.floor.conversations:
            raise HTTPException(HTTPStatus.NOT_FOUND, f"There is no conversation {conversation_id}.")
        listener, latest = _listener(tenancy, request.listener), list[Sound]()
        try:
            async with asyncio.timeout(request.timeout_seconds):
                sound = await tenancy.hearing.next(conversation_id, listener, _fits(request.expected, latest))
        except TimeoutError:
            raise HTTPException(
                HTTPStatus.REQUEST_TIMEOUT, _not_heard(tenancy, conversation_id, request, latest)
            ) from None
        heard = sound.frequencies
        return SoundResponse(hertz=heard[0] if heard else 0, frequencies=list(heard), packets=sound.packets)

    @routes.get("/phones", summary="The phones of agents and of numbers in calls, and those that are not ready")
    async def phones(tenancy: Of) -> PhonesResponse:
        return PhonesResponse.of(tenancy.state)

    @routes.put("/phones/{number}", status_code=HTTPStatus.NO_CONTENT, summary="Make a phone ready, or not")
    async def set_phone(tenancy: Of, number: Number, request: Annotated[PhoneRequest, Body()]) -> Response:
        _submit(tenancy, SetPhone(number=number, ready=request.ready))
        return Response(status_code=HTTPStatus.NO_CONTENT)

    @routes.post("/phones/{number}/answer", status_code=HTTPStatus.NO_CONTENT, summary="Answer a ringing phone")
    async def answer_phone(tenancy: Of, number: Number) -> Response:
        _submit(tenancy, AnswerPhone(number=number))
        return Response(status_code=HTTPStatus.NO_CONTENT)

    @routes.post("/phones/{number}/decline", status_code=HTTPStatus.NO_CONTENT, summary="Decline what rings at a phone")
    async def decline_phone(tenancy: Of, number: Number) -> Response:
        _submit(tenancy, DeclinePhone(number=number))
        return Response(status_code=HTTPStatus.NO_CONTENT)

    @routes.post("/phones/{number}/hang-up", status_code=HTTPStatus.NO_CONTENT, summary="Hang up a phone")
    async def hang_up_phone(tenancy: Of, number: Number) -> Response:
        _submit(tenancy, HangUpPhone(number=number))
        return Response(status_code=HTTPStatus.NO_CONTENT)

    return routes


def _listener(tenancy: Tenancy, named: str | None) -> Source:
    if named is None:
        return CUSTOMER
    people = {person.key: person.agent_id for person in tenancy.configuration.people}
    if named in people:
        return agent(people[named])
    if (digits := configured_number(named)) is None:
        raise HTTPException(
            HTTPStatus.UNPROCESSABLE_ENTITY,
            f'listener is "{named}"; expected a number or the key of an agent: {", ".join(people)}.',
        )
    return number(digits)


def _fits(expected: Sequence[float] | None, latest: list[Sound]) -> Callable[[Sound], bool]:
    """Whether a sound is what a client waits for; each is kept as the latest."""

    def fits(sound: Sound) -> bool:
        latest[:] = [sound]
        return sound.is_audible if expected is None else sound.is_exactly(expected)

    return fits


def _not_heard(tenancy: Tenancy, conversation_id: str, request: ListenRequest, latest: Sequence[Sound]) -> str:
    who = "The customer" if request.listener is None else request.listener
    where = f"in {conversation_id} within {request.timeout_seconds:g} seconds"
    packets = f"{tenancy.hearing.packets(conversation_id)} packets of sound have arrived so far"
    if request.expected is None:
        return f"{who} heard nothing {where}; {packets}."
    last = _in_words(latest[0].frequencies if latest else ())
    return f"{who} did not hear exactly {_in_words(request.expected)} {where}, but last {last}; {packets}."


def _in_words(frequencies: Sequence[float]) -> str:
    return " and ".join(f"{hertz:.0f} Hz" for hertz in sorted(frequencies)) or "silence"


def _require_room(tenancy: Tenancy) -> None:
    try:
        tenancy.limits.require_conversation(len(tenancy.state.floor.conversations))
    except TooMany as error:
        raise HTTPException(HTTPStatus.CONFLICT, str(error)) from None


def _submit(tenancy: Tenancy, command: Command) -> None:
    try:
        tenancy.submit(command, cause="control")
    except Rejection as refusal:
        raise HTTPException(STATUSES.get(refusal.reason, HTTPStatus.CONFLICT), refusal.message) from None
    except TooMany as error:
        raise HTTPException(HTTPStatus.CONFLICT, str(error)) from None
