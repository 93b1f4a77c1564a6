"""Commands of agents and their clients about connections, stations and states."""

from __future__ import annotations

from dataclasses import dataclass

from deskproof.simulator.domain.commands.root import Command
from deskproof.simulator.domain.configuration import Role, StationOption
from deskproof.simulator.domain.sessions.model import AgentState
from deskproof.simulator.domain.values import AgentId, ConnectionId


@dataclass(frozen=True, kw_only=True)
class Subscribe(Command):
    """A desktop instance requests a notification socket (PROTOCOL 3.1)."""

    agent_id: AgentId
    connection_id: ConnectionId
    force: bool
    allow_multi_login: bool


@dataclass(frozen=True, kw_only=True)
class Connect(Command):
    """The notification socket of a subscription opened."""

    connection_id: ConnectionId


@dataclass(frozen=True, kw_only=True)
class Disconnect(Command):
    """The notification socket closed, from either side."""

    connection_id: ConnectionId


@dataclass(frozen=True, kw_only=True)
class ReloadSession(Command):
    """An instance requests the session that its agent may have: silent re-login (PROTOCOL 3.5)."""

    agent_id: AgentId


@dataclass(frozen=True, kw_only=True)
class SignInStation(Command):
    """Submit of Station Credentials (AD-080, PROTOCOL 4.1); no `team_id` for the role Supervisor alone (AD-079)."""

    agent_id: AgentId
    option: StationOption
    number: str
    team_id: str | None
    roles: tuple[Role, ...]


@dataclass(frozen=True, kw_only=True)
class ChangeAgentState(Command):
    """The agent picks Available or an idle code (AD-084, PROTOCOL 5); or the supervisor `by` does for the agent."""

    agent_id: AgentId
    state: AgentState
    idle_code_id: str | None
    reason: str = ""
    by: AgentId | None = None


@dataclass(frozen=True, kw_only=True)
class SignOutStation(Command):
    """The agent signs out (AD-086, PROTOCOL 4.3), or is signed out by the supervisor `by`."""

    agent_id: AgentId
    reason: str
    by: AgentId | None = None
