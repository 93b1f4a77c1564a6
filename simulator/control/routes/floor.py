"""Operations of the control plane for customers and phones: call, hang up, answer, make a phone ready or not.

Rule: agents and supervisors act through the product, never here.
"""

import asyncio
from collections.abc import Callable
from http import HTTPStatus
from typing import Annotated, Any

from fastapi import APIRouter, Body, Depends, HTTPException, Response
from pydantic import Field, StrictBool, StrictFloat, StrictInt, StrictStr

from deskproof.simulator.control.documents import Number
from deskproof.simulator.control.schemas import LONGEST_WAIT_SECONDS, Schema, instant_text
from deskproof.simulator.domain.commands import AnswerPhone, Command, CustomerCalls, CustomerHangsUp, SetPhone
from deskproof.simulator.domain.conversations.model import Conversation, ConversationState
from deskproof.simulator.domain.monitoring.model import MonitoringState
from deskproof.simulator.domain.rejection import Reason, Rejection
from deskproof.simulator.domain.sessions.model import AgentSession
from deskproof.simulator.domain.state import TenantState
from deskproof.simulator.runtime.tenancy import Tenancy

STATUSES = {
    Reason.UNKNOWN_CONVERSATION: HTTPStatus.NOT_FOUND,
    Reason.UNKNOWN_QUEUE: HTTPStatus.UNPROCESSABLE_ENTITY,
}
"""The HTTP status of each rejection by the core; all others are 409."""


class CallRequest(Schema):
    """A customer calls: the key of a queue, and the number the customer calls from."""

    queue: StrictStr
    number: Number


class ListenRequest(Schema):
    timeout_seconds: StrictFloat | StrictInt = Field(
        default=10, gt=0, le=LONGEST_WAIT_SECONDS, description="real seconds"
    )


class SoundResponse(Schema):
    hertz: float = Field(description="the strongest frequency")
    packets: int = Field(description="packets of sound received in the call so far")


class PhoneRequest(Schema):
    ready: StrictBool = Field(description="whether calls make it ring; phones are ready unless set otherwise")


class ConversationResponse(Schema):
    id: str
    queue: str
    number: str = Field(description="the customer's")
    state: str
    agent: str | None = Field(description="the key of the agent who has it or is offered it")
    monitored_by: list[str] = Field(description="the keys of supervisors who monitor it or have requested to")
    created_at: str
    since: str = Field(description="when its state began")

    @classmethod
    def of(cls, state: TenantState, conversation: Conversation) -> "ConversationResponse":
        keys = state.configuration.keys_by_id
        monitorings = state.floor.monitorings.values()
        return cls(
            id=conversation.id,
            queue=conversation.queue,
            number=conversation.customer,
            state=conversation.state.value,
            agent=keys.get(conversation.agent_id or ""),
            monitored_by=[keys[item.supervisor_id] for item in monitorings if item.conversation_id == conversation.id],
            created_at=instant_text(conversation.created_at),
            since=instant_text(conversation.since),
        )


class ConversationsResponse(Schema):
    conversations: list[ConversationResponse]


class PhoneResponse(Schema):
    number: str
    agent: str | None = Field(description="the key of the agent signed in with it")
    ready: bool
    rings: str | None = Field(description="conversation or monitoring, when that makes it ring")
    conversation: str | None = Field(description="the conversation it rings for")


class PhonesResponse(Schema):
    phones: list[PhoneResponse]

    @classmethod
    def of(cls, state: TenantState) -> "PhonesResponse":
        sessions = state.agents.sessions.values()
        used = [
            _phone(state, session.station.phone, session) for session in sessions if session.station.phone is not None
        ]
        idle = sorted(state.floor.phones_not_ready - {session.station.phone for session in sessions})
        unused = [
            PhoneResponse(number=number, agent=None, ready=False, rings=None, conversation=None) for number in idle
        ]
        return cls(phones=[*used, *unused])


def _phone(state: TenantState, number: str, session: AgentSession) -> PhoneResponse:
    ready = state.floor.ready_phone(session.station) is not None
    conversation = state.floor.conversation_of(session.agent_id)
    monitoring = state.floor.monitoring_of(session.agent_id)
    why: str | None = None
    which: str | None = None
    if ready and conversation is not None and conversation.state is ConversationState.OFFERED:
        why, which = "conversation", conversation.id
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
    routes = APIRouter(prefix="/tenants/{tenant_id}")

    @routes.post("/conversations", status_code=HTTPStatus.CREATED, summary="A customer calls a queue")
    async def customer_calls(tenancy: Of, request: Annotated[CallRequest, Body()]) -> ConversationResponse:
        id_ = tenancy.next_id("conversation")
        _submit(tenancy, CustomerCalls(conversation_id=id_, queue=request.queue, customer=request.number))
        return ConversationResponse.of(tenancy.state, tenancy.state.floor.conversations[id_])

    @routes.get("/conversations", summary="The conversations that are not over, oldest first")
    async def conversations(tenancy: Of) -> ConversationsResponse:
        ongoing = sorted(tenancy.state.floor.conversations.values(), key=lambda item: (item.created_at, item.id))
        return ConversationsResponse(conversations=[ConversationResponse.of(tenancy.state, item) for item in ongoing])

    @routes.post(
        "/conversations/{conversation_id}/hang-up", status_code=HTTPStatus.NO_CONTENT, summary="The customer hangs up"
    )
    async def customer_hangs_up(tenancy: Of, conversation_id: str) -> Response:
        _submit(tenancy, CustomerHangsUp(conversation_id=conversation_id))
        return Response(status_code=HTTPStatus.NO_CONTENT)

    @routes.post(
        "/conversations/{conversation_id}/listen",
        summary="What the customer next hears of an agent who talks in the browser; 408 on timeout",
    )
    async def listen(tenancy: Of, conversation_id: str, request: Annotated[ListenRequest, Body()]) -> SoundResponse:
        if conversation_id not in tenancy.state.floor.conversations:
            raise HTTPException(HTTPStatus.NOT_FOUND, f"There is no conversation {conversation_id}.")
        try:
            sound = await asyncio.wait_for(tenancy.hearing.next(conversation_id), request.timeout_seconds)
        except TimeoutError:
            packets = tenancy.hearing.packets(conversation_id)
            raise HTTPException(
                HTTPStatus.REQUEST_TIMEOUT,
                f"The customer heard nothing in {conversation_id} within {request.timeout_seconds:g} seconds; "
                f"{packets} packets of sound have arrived so far.",
            ) from None
        return SoundResponse(hertz=sound.hertz, packets=sound.packets)

    @routes.get("/phones", summary="The phones of signed-in agents, and those that are not ready")
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

    return routes


def _submit(tenancy: Tenancy, command: Command) -> None:
    try:
        tenancy.submit(command, cause="control")
    except Rejection as refusal:
        raise HTTPException(STATUSES.get(refusal.reason, HTTPStatus.CONFLICT), refusal.message) from None
