"""Connections and agent sessions: who is connected, who is signed in, and what changes both (AD-012 to AD-018, AD-080
to AD-088).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from deskproof.simulator.domain import station
from deskproof.simulator.domain.access import admitted
from deskproof.simulator.domain.commands import (
    ChangeAgentState,
    Connect,
    Disconnect,
    ReloadSession,
    SignInStation,
    SignOutStation,
    Subscribe,
    Wake,
)
from deskproof.simulator.domain.configuration import Role
from deskproof.simulator.domain.events import (
    AgentSignedIn,
    AgentSignedOut,
    AgentStateChanged,
    Connected,
    ConnectionLost,
    ConnectionRequested,
    ConnectionSuperseded,
    Disconnected,
    Event,
    SessionReloaded,
)
from deskproof.simulator.domain.rejection import Reason, Rejection
from deskproof.simulator.domain.sessions.model import (
    CONNECTION_NOT_RESTORED,
    MAY_FOLLOW,
    AgentSession,
    AgentState,
    Connection,
    StateReason,
    Station,
)
from deskproof.simulator.domain.state import Agents, TenantState
from deskproof.simulator.domain.values import SECOND, AgentId, ConnectionId, Instant


def subscribe(state: TenantState, command: Subscribe, now: Instant) -> tuple[Event, ...]:
    """Prepare a connection; without `force`, refuse an agent who is active elsewhere and allows no second instance."""
    admitted(state.configuration, command.agent_id)
    if state.agents.active(command.agent_id) and not command.force and not command.allow_multi_login:
        raise Rejection(Reason.CONNECTED_ELSEWHERE, "You are signed in to the Desktop in another application instance.")
    requested = ConnectionRequested(
        connection_id=command.connection_id, agent_id=command.agent_id, allow_multi_login=command.allow_multi_login
    )
    return (requested,)


def connect(state: TenantState, command: Connect, now: Instant) -> tuple[Event, ...]:
    """Open the connection. It supersedes the agent's other ones unless it allows several: who allows it lives on beside
    one that does not (PROTOCOL 8a).
    """
    connection = state.agents.connections.get(command.connection_id)
    if connection is None or connection.open:
        raise Rejection(Reason.UNKNOWN_CONNECTION, "No subscription with this id waits for its socket.")
    superseded = tuple(
        ConnectionSuperseded(connection_id=other.id, agent_id=other.agent_id)
        for other in state.agents.active(connection.agent_id)
        if not connection.allow_multi_login
    )
    return (Connected(connection_id=connection.id, agent_id=connection.agent_id), *superseded)


def disconnect(state: TenantState, command: Disconnect, now: Instant) -> tuple[Event, ...]:
    """Close the connection. An agent left without any is idled until one of them comes back (DOMAIN 2.4)."""
    connection = state.agents.connections.get(command.connection_id)
    if connection is None:
        raise Rejection(Reason.UNKNOWN_CONNECTION, "There is no connection with this id.")
    closed = Disconnected(connection_id=connection.id, agent_id=connection.agent_id)
    session = state.agents.sessions.get(connection.agent_id)
    left = [other for other in state.agents.active(connection.agent_id) if other.id != connection.id]
    if session is None or left or not connection.open:
        return (closed,)
    lost = replace(session, lost_since=now)
    if lost.state is not AgentState.AVAILABLE:
        return (closed, ConnectionLost(session=lost))
    idled = lost.turned(AgentState.IDLE, state.configuration.default_idle_code.id, now, StateReason.CONNECTION_LOST)
    return (closed, ConnectionLost(session=lost), AgentStateChanged(session=idled))


def reload_session(state: TenantState, command: ReloadSession, now: Instant) -> tuple[Event, ...]:
    """Return the agent's session to an instance that lost it. Rejection where there is no session (PROTOCOL 3.5)."""
    session = _session(state.agents, command.agent_id)
    return (SessionReloaded(session=replace(session, lost_since=None)),)


def sign_in_station(state: TenantState, command: SignInStation, now: Instant) -> tuple[Event, ...]:
    """Open the agent session, Idle with the default idle code."""
    person = admitted(state.configuration, command.agent_id)
    if command.agent_id in state.agents.sessions:
        raise Rejection(Reason.ALREADY_SIGNED_IN, "You are already signed in to a station.")
    session = AgentSession(
        agent_id=command.agent_id,
        station=station.accept(state.configuration, person, command, state.agents.stations),
        roles=command.roles,
        team_id=command.team_id,
        state=AgentState.IDLE,
        code_id=state.configuration.default_idle_code.id,
        signed_in_at=now,
        state_since=now,
        code_since=now,
    )
    return (AgentSignedIn(session=session),)


def change_agent_state(state: TenantState, command: ChangeAgentState, now: Instant) -> tuple[Event, ...]:
    """Turn the agent Available, or Idle with one of the tenant's idle codes."""
    _check_supervisor(state, command)
    session = _session(state.agents, command.agent_id)
    if command.state not in MAY_FOLLOW[session.state]:
        raise Rejection(Reason.STATE_NOT_ALLOWED, f"{command.state} cannot follow {session.state}.", field="state")
    code_id = None
    if command.state is AgentState.IDLE:
        code = state.configuration.idle_code(command.idle_code_id or "")
        if code is None:
            raise Rejection(Reason.UNKNOWN_IDLE_CODE, "There is no idle code with this id.", field="idle code")
        code_id = code.id
    return (AgentStateChanged(session=session.turned(command.state, code_id, now, command.reason), by=command.by),)


def sign_out_station(state: TenantState, command: SignOutStation, now: Instant) -> tuple[Event, ...]:
    """Close the agent session, unless the agent has a conversation or a monitoring task (AD-087, AD-088)."""
    _check_supervisor(state, command)
    session = _session(state.agents, command.agent_id)
    conversation = state.floor.conversation_of(command.agent_id)
    if conversation is not None:
        state_for_agent = conversation.state_for(command.agent_id)
        raise Rejection(Reason.CONVERSATION_ACTIVE, f"A conversation is {state_for_agent.value}.")
    monitoring = state.floor.monitoring_of(command.agent_id)
    if monitoring is not None:
        raise Rejection(Reason.MONITORING_ONGOING, f"A monitoring task is {monitoring.state.value}.")
    return (AgentSignedOut(session=session, reason=command.reason, by=command.by),)


def wake(state: TenantState, command: Wake, now: Instant) -> tuple[Event, ...]:
    """End the sessions whose connection did not come back in time (AD-092); an engaged agent's goes on."""
    return tuple(
        AgentSignedOut(session=session, reason=CONNECTION_NOT_RESTORED)
        for session, given_up_at in _lost(state)
        if now >= given_up_at
    )


def deadlines(state: TenantState) -> tuple[Instant, ...]:
    """The instants at which `wake` has something to do."""
    return tuple(given_up_at for _, given_up_at in _lost(state))


def evolve(agents: Agents, event: Event) -> Agents:
    """The agents after an event; other events change nothing."""
    match event:
        case ConnectionRequested(connection_id=id_, agent_id=agent_id, allow_multi_login=allow):
            return _with_connection(agents, Connection(id=id_, agent_id=agent_id, allow_multi_login=allow))
        case Connected(connection_id=id_):
            return _with_connection(agents, replace(agents.connections[id_], open=True))
        case ConnectionSuperseded(connection_id=id_) | Disconnected(connection_id=id_):
            return _without_connection(agents, id_)
        case AgentSignedIn(session=session):
            there = agents.stations.get(session.station, frozenset())
            stations = {**agents.stations, session.station: there | {session.agent_id}}
            return replace(_with_session(agents, session), stations=stations)
        case AgentStateChanged(session=session) | ConnectionLost(session=session) | SessionReloaded(session=session):
            return _with_session(agents, session)
        case AgentSignedOut(session=session):
            others = {key: s for key, s in agents.sessions.items() if key != session.agent_id}
            lost = agents.lost - {session.agent_id}
            return replace(agents, sessions=others, lost=lost, stations=_without(agents.stations, session))
        case _:
            return agents


def _without(stations: Mapping[Station, frozenset[AgentId]], ended: AgentSession) -> dict[Station, frozenset[AgentId]]:
    """The stations after the end of this session; a shared number is free when its last agent has signed out."""
    left = {**stations, ended.station: stations[ended.station] - {ended.agent_id}}
    return {place: there for place, there in left.items() if there}


def _with_session(agents: Agents, session: AgentSession) -> Agents:
    is_lost, was_lost = session.lost_since is not None, session.agent_id in agents.lost
    lost = agents.lost if is_lost is was_lost else agents.lost ^ {session.agent_id}
    return replace(agents, sessions={**agents.sessions, session.agent_id: session}, lost=lost)


def _with_connection(agents: Agents, connection: Connection) -> Agents:
    theirs = agents.connections_of.get(connection.agent_id, ())
    connections = {**agents.connections, connection.id: connection}
    if connection.id in theirs:
        return replace(agents, connections=connections)
    connections_of = {**agents.connections_of, connection.agent_id: (*theirs, connection.id)}
    return replace(agents, connections=connections, connections_of=connections_of)


def _without_connection(agents: Agents, id_: ConnectionId) -> Agents:
    connections, connections_of = dict(agents.connections), dict(agents.connections_of)
    agent_id = connections.pop(id_).agent_id
    left = tuple(other for other in connections_of.pop(agent_id) if other != id_)
    if left:
        connections_of[agent_id] = left
    return replace(agents, connections=connections, connections_of=connections_of)


def _lost(state: TenantState) -> Iterator[tuple[AgentSession, Instant]]:
    if not state.agents.lost:
        return
    timeout = state.configuration.settings.lost_connection_recovery_seconds * SECOND
    for session in state.agents.sessions.values():
        if session.lost_since is not None and not state.floor.is_engaged(session.agent_id):
            yield session, Instant(session.lost_since + timeout)


def _check_supervisor(state: TenantState, command: ChangeAgentState | SignOutStation) -> None:
    """Rejection where somebody does this for an agent whom they do not supervise: only a signed-in supervisor may, for
    agents of the supervisor's own teams; a supervisor without a team has all of them.
    """
    if command.by is None:
        return
    supervisor, session = state.agents.sessions.get(command.by), state.agents.sessions.get(command.agent_id)
    person = state.configuration.person(command.by)
    if supervisor is None or person is None or Role.SUPERVISOR not in supervisor.roles:
        raise Rejection(Reason.NOT_SUPERVISED, "Only a signed-in supervisor can do this for another agent.")
    team = state.configuration.keys_by_id.get((session.team_id if session else None) or "")
    if session is not None and person.teams and team not in person.teams:
        raise Rejection(Reason.NOT_SUPERVISED, "The agent is signed in for a team that you do not supervise.")


def _session(agents: Agents, agent_id: AgentId) -> AgentSession:
    session = agents.sessions.get(agent_id)
    if session is None:
        raise Rejection(Reason.NOT_SIGNED_IN, "The agent is not signed in to a station.")
    return session
