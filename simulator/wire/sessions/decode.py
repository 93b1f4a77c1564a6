"""Requests about sessions, to commands."""

from __future__ import annotations

from deskproof.simulator.domain.commands import (
    ChangeAgentState,
    ReloadSession,
    SignInStation,
    SignOutStation,
    Subscribe,
)
from deskproof.simulator.domain.sessions.model import AgentState
from deskproof.simulator.domain.values import AgentId, ConnectionId
from deskproof.simulator.wire.kernel.request import WireRequest
from deskproof.simulator.wire.sessions.shapes import LogoutBody, StateChangeBody, StationLoginBody, SubscribeBody


def subscribe(request: WireRequest) -> Subscribe:
    """A subscription with a new connection id (PROTOCOL 3.1)."""
    body = request.body_as(SubscribeBody)
    return Subscribe(
        agent_id=request.caller,
        connection_id=ConnectionId(request.next_id("connection")),
        force=body.force,
        allow_multi_login=body.allow_multi_login,
    )


def reload_session(request: WireRequest) -> ReloadSession:
    """Silent re-login of the caller (PROTOCOL 3.5)."""
    return ReloadSession(agent_id=request.caller)


def sign_in_station(request: WireRequest) -> SignInStation:
    """Station Credentials (PROTOCOL 4.1). The number is `dialNumber`, else `dn`, else `deviceId`."""
    body = request.body_as(StationLoginBody)
    return SignInStation(
        agent_id=request.caller,
        option=body.device_type,
        number=body.dial_number or body.dn or body.device_id or "",
        team_id=body.team_id or None,
        roles=body.roles,
    )


def change_agent_state(request: WireRequest) -> ChangeAgentState:
    """A change of state (PROTOCOL 5), of the caller or of an agent whom the caller supervises."""
    body = request.body_as(StateChangeBody)
    agent_id, by = _whose(request, body.agent_id)
    return ChangeAgentState(
        agent_id=agent_id,
        by=by,
        state=body.state,
        idle_code_id=body.aux_code_id if body.state is AgentState.IDLE else None,
        reason=body.last_state_change_reason,
    )


def sign_out_station(request: WireRequest) -> SignOutStation:
    """Sign-out of the caller (PROTOCOL 4.3), or of an agent whom the caller supervises."""
    body = request.body_as(LogoutBody)
    agent_id, by = _whose(request, body.agent_id)
    return SignOutStation(agent_id=agent_id, reason=body.logout_reason, by=by)


def _whose(request: WireRequest, agent_id: str | None) -> tuple[AgentId, AgentId | None]:
    """The agent whom a request is about, and the supervisor who makes it for another agent."""
    if agent_id in (None, "", request.caller):
        return request.caller, None
    return AgentId(agent_id or ""), request.caller
