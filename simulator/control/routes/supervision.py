"""Operations of the control plane for supervisors: sign in without a desktop, monitor and enter calls, change the state
of agents, sign them out.

Rule: each is the command that the product makes of the supervisor's own request, with the product's own refusals.
"""

from collections.abc import Callable, Mapping
from enum import StrEnum
from http import HTTPStatus
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Body, Depends, HTTPException, Response
from pydantic import Field, StrictStr

from deskproof.simulator.control.documents import Number
from deskproof.simulator.control.routes.floor import STATUSES
from deskproof.simulator.control.routes.router import operations
from deskproof.simulator.control.schemas import Schema
from deskproof.simulator.domain.commands import (
    BargeIn,
    ChangeAgentState,
    Command,
    EndMonitoring,
    PauseMonitoring,
    ResumeMonitoring,
    SignInStation,
    SignOutStation,
    StartMonitoring,
    TakeOverConversation,
    WhisperToAgent,
)
from deskproof.simulator.domain.configuration import Role, StationOption, WorkType
from deskproof.simulator.domain.rejection import Rejection
from deskproof.simulator.domain.sessions.model import AgentState
from deskproof.simulator.domain.values import AgentId
from deskproof.simulator.runtime.tenancy import Tenancy

SIGN_OUT_REASON = "Signed out by a supervisor"
"""What the journal and the frame say of a sign-out that has no reason of its client's."""


class SupervisorAct(StrEnum):
    """What a supervisor does with a call; `resume` ends a pause or a whisper."""

    MONITOR = "monitor"
    PAUSE = "pause"
    RESUME = "resume"
    WHISPER = "whisper"
    BARGE_IN = "barge-in"
    TAKE_OVER = "take-over"
    END = "end"


_ACTS: Mapping[SupervisorAct, Callable[..., Command]] = {
    SupervisorAct.PAUSE: PauseMonitoring,
    SupervisorAct.RESUME: ResumeMonitoring,
    SupervisorAct.WHISPER: WhisperToAgent,
    SupervisorAct.BARGE_IN: BargeIn,
    SupervisorAct.TAKE_OVER: TakeOverConversation,
    SupervisorAct.END: EndMonitoring,
}


class SupervisorRequest(Schema):
    """A supervisor who signs in at a phone, for the role Supervisor alone."""

    supervisor: StrictStr = Field(description="the key of the person")
    number: Number = Field(description="the number of the phone")


class SupervisionRequest(Schema):
    """An act of a supervisor who is signed in."""

    supervisor: StrictStr = Field(description="the key of the supervisor")
    act: SupervisorAct


class AgentStateRequest(Schema):
    """The state that a supervisor gives an agent; Idle with the key of an idle code, Available without."""

    supervisor: StrictStr = Field(description="the key of the supervisor")
    state: Literal[AgentState.AVAILABLE, AgentState.IDLE]
    idle_code: StrictStr | None = Field(default=None, description="the key of an idle code")


class SignOutRequest(Schema):
    supervisor: StrictStr = Field(description="the key of the supervisor, who may be the agent")


def supervision_operations(tenant_of_path: Callable[..., Any]) -> APIRouter:
    """The operations of supervisors of one tenant; `tenant_of_path` finds the tenant of a request."""
    Of = Annotated[Tenancy, Depends(tenant_of_path)]
    routes = operations("/tenants/{tenant_id}")

    @routes.post(
        "/supervisors", status_code=HTTPStatus.NO_CONTENT, summary="A supervisor signs in at a phone, without a desktop"
    )
    async def sign_in(tenancy: Of, request: Annotated[SupervisorRequest, Body()]) -> Response:
        return _submitted(
            tenancy,
            SignInStation(
                agent_id=_person(tenancy, "supervisor", request.supervisor),
                option=StationOption.DIAL_NUMBER,
                number=request.number,
                team_id=None,
                roles=(Role.SUPERVISOR,),
            ),
        )

    @routes.post(
        "/conversations/{conversation_id}/supervision",
        status_code=HTTPStatus.NO_CONTENT,
        summary="A supervisor monitors a call, pauses, resumes, whispers, barges in, takes it over or leaves it",
    )
    async def supervise(tenancy: Of, conversation_id: str, request: Annotated[SupervisionRequest, Body()]) -> Response:
        who = _person(tenancy, "supervisor", request.supervisor)
        if request.act in _ACTS:
            return _submitted(tenancy, _ACTS[request.act](agent_id=who, conversation_id=conversation_id))
        id_ = tenancy.next_id("supervision")
        return _submitted(tenancy, StartMonitoring(monitoring_id=id_, agent_id=who, conversation_id=conversation_id))

    @routes.put(
        "/agents/{agent}/state", status_code=HTTPStatus.NO_CONTENT, summary="A supervisor changes the state of an agent"
    )
    async def change_state(tenancy: Of, agent: str, request: Annotated[AgentStateRequest, Body()]) -> Response:
        return _submitted(
            tenancy,
            ChangeAgentState(
                agent_id=_person(tenancy, "agent", agent),
                by=_person(tenancy, "supervisor", request.supervisor),
                state=request.state,
                idle_code_id=_idle_code(tenancy, request),
            ),
        )

    @routes.post(
        "/agents/{agent}/sign-out", status_code=HTTPStatus.NO_CONTENT, summary="A supervisor signs an agent out"
    )
    async def sign_out(tenancy: Of, agent: str, request: Annotated[SignOutRequest, Body()]) -> Response:
        whom, by = _person(tenancy, "agent", agent), _person(tenancy, "supervisor", request.supervisor)
        return _submitted(tenancy, SignOutStation(agent_id=whom, reason=SIGN_OUT_REASON, by=None if by == whom else by))

    return routes


def _person(tenancy: Tenancy, part: str, key: str) -> AgentId:
    people = {person.key: person.agent_id for person in tenancy.configuration.people}
    if key not in people:
        sentence = f'{part} is "{key}"; expected the key of a person: {", ".join(people)}.'
        raise HTTPException(HTTPStatus.UNPROCESSABLE_ENTITY, sentence)
    return people[key]


def _idle_code(tenancy: Tenancy, request: AgentStateRequest) -> str | None:
    codes = {code.key: code.id for code in tenancy.configuration.auxiliary_codes if code.work is WorkType.IDLE}
    if request.state is AgentState.AVAILABLE and request.idle_code is None:
        return None
    if request.state is AgentState.AVAILABLE or request.idle_code not in codes:
        seen = "missing" if request.idle_code is None else f'"{request.idle_code}"'
        wanted = (
            "Available has none" if request.state is AgentState.AVAILABLE else f"expected one of {', '.join(codes)}"
        )
        raise HTTPException(HTTPStatus.UNPROCESSABLE_ENTITY, f"idleCode is {seen}; {wanted}.")
    return codes[request.idle_code]


def _submitted(tenancy: Tenancy, command: Command) -> Response:
    try:
        tenancy.submit(command, cause="control")
    except Rejection as refusal:
        raise HTTPException(STATUSES.get(refusal.reason, HTTPStatus.CONFLICT), refusal.message) from None
    return Response(status_code=HTTPStatus.NO_CONTENT)
