"""A desktop's connection, and an agent session: the station, the role and team it was opened with, and the agent state
with its two timers (DOMAIN 2.3, PROTOCOL 5).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from deskproof.simulator.domain.configuration import Role, StationOption
from deskproof.simulator.domain.values import AgentId, ConnectionId, Instant, entity_id

CONNECTION_NOT_RESTORED = "connection was not restored in time"


class AgentState(StrEnum):
    """An agent's availability."""

    AVAILABLE = "Available"
    IDLE = "Idle"
    RONA = "RONA"


class StateReason(StrEnum):
    """Why the back end changed an agent's state by itself."""

    CONNECTION_LOST = "connection lost"
    """The last connection went away; the client makes the agent Available again on return (DOMAIN 2.4)."""
    UNANSWERED = "unanswered"
    """The agent did not answer an offered conversation (DOMAIN 2.3)."""
    DECLINED = "declined"
    """The agent declined an offered conversation."""


MAY_FOLLOW: Mapping[AgentState, frozenset[AgentState]] = {
    AgentState.IDLE: frozenset({AgentState.AVAILABLE, AgentState.IDLE}),
    AgentState.AVAILABLE: frozenset({AgentState.AVAILABLE, AgentState.IDLE}),
    AgentState.RONA: frozenset({AgentState.AVAILABLE, AgentState.IDLE}),
}
"""The agent states an agent may choose in each; Idle follows Idle when the idle code changes, RONA is never chosen."""


@dataclass(frozen=True, kw_only=True)
class Station:
    """Where calls reach the agent: the option and its number. Desktop has no own number (AD-047)."""

    option: StationOption
    number: str

    @property
    def phone(self) -> str | None:
        """The number of the phone that calls come to; None where they come to the browser (AD-042)."""
        return None if self.option is StationOption.DESKTOP else self.number


@dataclass(frozen=True, kw_only=True)
class Connection:
    """One instance of the desktop: requested, then open, until it ends or another of the agent's supersedes it."""

    id: ConnectionId
    agent_id: AgentId
    allow_multi_login: bool
    open: bool = False


@dataclass(frozen=True, kw_only=True)
class AgentSession:
    """One agent, signed in. `state_since` moves with the state, `code_since` with every change of idle code; an
    Available agent has no idle code. `state_reason` is a `StateReason` or what the agent's client gave.
    """

    agent_id: AgentId
    station: Station
    roles: tuple[Role, ...]
    team_id: str | None
    state: AgentState
    code_id: str | None
    signed_in_at: Instant
    state_since: Instant
    code_since: Instant
    state_reason: StateReason | str = ""
    lost_since: Instant | None = None

    @property
    def id(self) -> str:
        """What tells it from the agent's other sessions."""
        return entity_id("agent-session", f"{self.agent_id}:{self.signed_in_at}")

    def turned(self, state: AgentState, code_id: str | None, now: Instant, reason: StateReason | str) -> AgentSession:
        """The session after a change of state or code at `now`."""
        return replace(
            self,
            state=state,
            code_id=code_id,
            state_since=self.state_since if state is self.state else now,
            code_since=self.code_since if code_id == self.code_id else now,
            state_reason=reason,
        )
