"""The operations with which a program watches a tenant: its signed-in agents, and its changes as they come."""

import asyncio
from collections.abc import Awaitable, Callable
from http import HTTPStatus
from typing import Annotated

from fastapi import APIRouter, Depends, HTTPException, Query
from pydantic import Field

from deskproof.simulator.control.routes.floor import (
    ConversationResponse,
    ConversationsResponse,
    PhoneResponse,
    PhonesResponse,
)
from deskproof.simulator.control.routes.router import operations
from deskproof.simulator.control.schemas import (
    LONGEST_WAIT_SECONDS,
    ClockResponse,
    EntryResponse,
    FaultResponse,
    LineResponse,
    MailResponse,
    Schema,
    instant_text,
)
from deskproof.simulator.domain.sessions.model import AgentSession
from deskproof.simulator.domain.state import TenantState
from deskproof.simulator.runtime.tenancy import Tenancy

_MOST_NEW = 500
"""The entries, and the lines, of one answer: the latest."""


class AgentResponse(Schema):
    agent: str = Field(description="the key of the person")
    station: str = Field(description="AGENT_DN, EXTENSION or BROWSER, as the wire has it")
    number: str = Field(description="of the station; empty for the browser")
    team: str | None = Field(description="the key of the team; null for a supervisor without one")
    roles: list[str]
    state: str = Field(description="Available, Idle or RONA")
    idle_code: str | None = Field(description="the key of the idle code")
    reason: str = Field(description="why the service changed the state by itself, or what the client gave; else empty")
    engaged: bool = Field(description="whether a conversation occupies the agent")
    connected: bool = Field(description="false while the connection of the agent's desktop is lost")
    monitors: str | None = Field(description="the conversation that the supervisor monitors or has requested to")
    monitoring: str | None = Field(description="requested, active, paused, whispering or barged in")
    signed_in_at: str
    state_since: str
    code_since: str

    @classmethod
    def of(cls, state: TenantState, session: AgentSession) -> "AgentResponse":
        keys, task = state.configuration.keys_by_id, state.floor.monitoring_of(session.agent_id)
        return cls(
            agent=keys.get(session.agent_id, session.agent_id),
            station=session.station.option.value,
            number=session.station.number,
            team=keys.get(session.team_id or ""),
            roles=[role.value for role in session.roles],
            state=session.state.value,
            idle_code=keys.get(session.code_id or ""),
            reason=str(session.state_reason),
            engaged=bool(state.floor.conversations_of(session.agent_id)),
            connected=session.lost_since is None,
            monitors=task.conversation_id if task else None,
            monitoring=task.state.value if task else None,
            signed_in_at=instant_text(session.signed_in_at),
            state_since=instant_text(session.state_since),
            code_since=instant_text(session.code_since),
        )


class AgentsResponse(Schema):
    agents: list[AgentResponse]

    @classmethod
    def of(cls, state: TenantState) -> "AgentsResponse":
        return cls(agents=[AgentResponse.of(state, session) for session in state.agents.sessions.values()])


class ChangesResponse(Schema):
    """What is new in journal and traffic, and the tenant as it is now."""

    clock: ClockResponse
    moves: int = Field(description="how often the clock was moved, frozen or set running")
    entries: list[EntryResponse]
    lines: list[LineResponse]
    agents: list[AgentResponse]
    conversations: list[ConversationResponse]
    phones: list[PhoneResponse]
    faults: list[FaultResponse]
    mails: list[MailResponse]

    @classmethod
    def since(cls, tenancy: Tenancy, *, journal: int, traffic: int) -> "ChangesResponse":
        state = tenancy.state
        return cls(
            clock=ClockResponse.of(tenancy),
            moves=tenancy.clock.moves,
            entries=[EntryResponse.of(entry) for entry in tenancy.journal.after(journal)[-_MOST_NEW:]],
            lines=[LineResponse.of(line) for line in tenancy.traffic.after(traffic)[-_MOST_NEW:]],
            agents=AgentsResponse.of(state).agents,
            conversations=ConversationsResponse.of(state).conversations,
            phones=PhonesResponse.of(state).phones,
            faults=[FaultResponse.of(fault) for fault in tenancy.faults.all()],
            mails=[MailResponse.of(mail) for mail in tenancy.mailboxes.all()],
        )


def change_operations(tenant_of_path: Callable[[str], Awaitable[Tenancy]]) -> APIRouter:
    """The operations under `agents` and `changes` of a tenant."""
    Of = Annotated[Tenancy, Depends(tenant_of_path)]
    routes = operations("/tenants/{tenant_id}")

    @routes.get("/agents", summary="The agents who are signed in, with state, station and timers")
    async def agents(tenancy: Of) -> AgentsResponse:
        return AgentsResponse.of(tenancy.state)

    @routes.get("/changes", summary="The tenant as it is as soon as journal, traffic or clock have changed")
    async def changes(
        tenancy: Of,
        journal: Annotated[int, Query(ge=0, description="the number of the last known entry")] = 0,
        traffic: Annotated[int, Query(ge=0, description="the number of the last known line")] = 0,
        moves: Annotated[int, Query(ge=0, description="the last known number of moves of the clock")] = 0,
        timeout_seconds: Annotated[
            float,
            Query(alias="timeoutSeconds", ge=0, le=LONGEST_WAIT_SECONDS, description="0: answer at once"),
        ] = 0,
    ) -> ChangesResponse:
        if timeout_seconds:
            await _change(tenancy, journal, traffic, moves, timeout_seconds)
        return ChangesResponse.since(tenancy, journal=journal, traffic=traffic)

    return routes


async def _change(tenancy: Tenancy, journal: int, traffic: int, moves: int, timeout_seconds: float) -> None:
    """Return when there is something new, or after the timeout. 409 where the tenant is closed meanwhile."""
    waits = [
        asyncio.ensure_future(wait)
        for wait in (
            tenancy.journal.wait_for(lambda entry: True, after=journal),
            tenancy.traffic.wait(after=traffic),
            tenancy.clock.moved(after=moves),
            tenancy.closed.wait(),
        )
    ]
    try:
        await asyncio.wait(waits, timeout=timeout_seconds, return_when=asyncio.FIRST_COMPLETED)
    finally:
        for wait in waits:
            wait.cancel()
    if tenancy.closed.is_set():
        raise HTTPException(HTTPStatus.CONFLICT, f"Tenant {tenancy.id} was closed during the wait for changes.")
