"""Connections and agent sessions: who is connected, who is signed in, and what either change brings about (AD-012 to
AD-018, AD-080 to AD-088).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from simulator.domain import station
from simulator.domain.commands import (
    ChangeAgentState,
    Connect,
    Disconnect,
    ReloadSession,
    SignInStation,
    SignOutStation,
    Subscribe,
    Wake,
)
from simulator.domain.configuration import Configuration, Person
from simulator.domain.events import (
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
from simulator.domain.rejection import Reason, Rejection
from simulator.domain.session import (
    AVAILABLE_CODE,
    CONNECTION_NOT_RESTORED,
    DROPPED,
    MAY_FOLLOW,
    AgentSession,
    AgentState,
)
from simulator.domain.values import SECOND, AgentId, ConnectionId, Instant


@dataclass(frozen=True, kw_only=True)
class Connection:
    """One instance of the desktop: asked for, then open, perhaps superseded by another instance of the same agent."""

    id: ConnectionId
    agent_id: AgentId
    allow_multi_login: bool
    open: bool = False
    superseded: bool = False


@dataclass(frozen=True, kw_only=True)
class Desk:
    """All connections and sessions of a tenant, in the order they came."""

    connections: Mapping[ConnectionId, Connection] = field(default_factory=dict)
    sessions: Mapping[AgentId, AgentSession] = field(default_factory=dict)

    def active(self, agent_id: AgentId) -> tuple[Connection, ...]:
        """The agent's open connections that no other has superseded."""
        return tuple(c for c in self.connections.values() if c.agent_id == agent_id and c.open and not c.superseded)


def subscribe(configuration: Configuration, desk: Desk, command: Subscribe, now: Instant) -> tuple[Event, ...]:
    """Prepare a connection; without `force`, who is active elsewhere and allows no second instance is refused."""
    _person(configuration, command.agent_id)
    if desk.active(command.agent_id) and not command.force and not command.allow_multi_login:
        raise Rejection(Reason.CONNECTED_ELSEWHERE, "You are signed in to the Desktop in another application instance.")
    requested = ConnectionRequested(
        connection_id=command.connection_id, agent_id=command.agent_id, allow_multi_login=command.allow_multi_login
    )
    return (requested,)


def connect(configuration: Configuration, desk: Desk, command: Connect, now: Instant) -> tuple[Event, ...]:
    """Open the connection; unless both sides allow several, it supersedes the agent's other ones (PROTOCOL 8a)."""
    connection = desk.connections.get(command.connection_id)
    if connection is None or connection.open:
        raise Rejection(Reason.UNKNOWN_CONNECTION, "There is no such subscription waiting for its socket.")
    superseded = tuple(
        ConnectionSuperseded(connection_id=other.id, agent_id=other.agent_id)
        for other in desk.active(connection.agent_id)
        if not (connection.allow_multi_login and other.allow_multi_login)
    )
    return (Connected(connection_id=connection.id, agent_id=connection.agent_id), *superseded)


def disconnect(configuration: Configuration, desk: Desk, command: Disconnect, now: Instant) -> tuple[Event, ...]:
    """Close the connection. An agent left without any is idled until one of them comes back (DOMAIN 2.4)."""
    connection = desk.connections.get(command.connection_id)
    if connection is None:
        raise Rejection(Reason.UNKNOWN_CONNECTION, "There is no such connection.")
    gone = Disconnected(connection_id=connection.id, agent_id=connection.agent_id)
    session = desk.sessions.get(connection.agent_id)
    left = [other for other in desk.active(connection.agent_id) if other.id != connection.id]
    if session is None or left or not connection.open or connection.superseded:
        return (gone,)
    lost = replace(session, lost_since=now)
    if lost.state is not AgentState.AVAILABLE:
        return (gone, ConnectionLost(session=lost))
    idled = lost.turned(AgentState.IDLE, configuration.default_idle_code.id, now, DROPPED)
    return (gone, ConnectionLost(session=lost), AgentStateChanged(session=idled))


def reload_session(configuration: Configuration, desk: Desk, command: ReloadSession, now: Instant) -> tuple[Event, ...]:
    """Give the agent's session back to an instance that lost it, or say that there is none (PROTOCOL 3.5)."""
    session = _session(desk, command.agent_id)
    return (SessionReloaded(session=replace(session, lost_since=None)),)


def sign_in_station(
    configuration: Configuration, desk: Desk, command: SignInStation, now: Instant
) -> tuple[Event, ...]:
    """Open the agent session, Idle with the default idle code."""
    person = _person(configuration, command.agent_id)
    if command.agent_id in desk.sessions:
        raise Rejection(Reason.ALREADY_SIGNED_IN, "You are already signed in to a station.")
    others = (session for agent_id, session in desk.sessions.items() if agent_id != command.agent_id)
    session = AgentSession(
        agent_id=command.agent_id,
        station=station.accept(configuration, person, command, others),
        roles=command.roles,
        team_id=command.team_id,
        state=AgentState.IDLE,
        code_id=configuration.default_idle_code.id,
        signed_in_at=now,
        state_since=now,
        code_since=now,
    )
    return (AgentSignedIn(session=session),)


def change_agent_state(
    configuration: Configuration, desk: Desk, command: ChangeAgentState, now: Instant
) -> tuple[Event, ...]:
    """Turn the agent Available, or Idle with one of the tenant's idle codes."""
    session = _session(desk, command.agent_id)
    if command.state not in MAY_FOLLOW[session.state]:
        raise Rejection(Reason.STATE_NOT_ALLOWED, f"{command.state} cannot follow {session.state}.", field="state")
    code_id = AVAILABLE_CODE
    if command.state is AgentState.IDLE:
        code = configuration.idle_code(command.idle_code_id or "")
        if code is None:
            raise Rejection(Reason.UNKNOWN_IDLE_CODE, "There is no such idle code.", field="auxCodeId")
        code_id = code.id
    return (AgentStateChanged(session=session.turned(command.state, code_id, now, command.reason)),)


def sign_out_station(
    configuration: Configuration, desk: Desk, command: SignOutStation, now: Instant
) -> tuple[Event, ...]:
    """Close the agent session."""
    return (AgentSignedOut(session=_session(desk, command.agent_id), reason=command.reason),)


def wake(configuration: Configuration, desk: Desk, command: Wake, now: Instant) -> tuple[Event, ...]:
    """End the sessions whose connection did not come back in time (AD-092)."""
    return tuple(
        AgentSignedOut(session=session, reason=CONNECTION_NOT_RESTORED)
        for session in desk.sessions.values()
        if session.lost_since is not None and now >= _given_up_at(configuration, session.lost_since)
    )


def deadlines(configuration: Configuration, desk: Desk) -> tuple[Instant, ...]:
    """The instants at which `wake` will have something to do."""
    lost = (session.lost_since for session in desk.sessions.values() if session.lost_since is not None)
    return tuple(_given_up_at(configuration, since) for since in lost)


def evolve(desk: Desk, event: Event) -> Desk:
    """The desk after an event; events of other subjects change nothing."""
    match event:
        case ConnectionRequested(connection_id=id_, agent_id=agent_id, allow_multi_login=allow):
            return _with_connection(desk, Connection(id=id_, agent_id=agent_id, allow_multi_login=allow))
        case Connected(connection_id=id_):
            return _with_connection(desk, replace(desk.connections[id_], open=True))
        case ConnectionSuperseded(connection_id=id_):
            return _with_connection(desk, replace(desk.connections[id_], superseded=True))
        case Disconnected(connection_id=id_):
            return replace(desk, connections={key: c for key, c in desk.connections.items() if key != id_})
        case (
            AgentSignedIn(session=session)
            | AgentStateChanged(session=session)
            | ConnectionLost(session=session)
            | SessionReloaded(session=session)
        ):
            return replace(desk, sessions={**desk.sessions, session.agent_id: session})
        case AgentSignedOut(session=session):
            return replace(desk, sessions={key: s for key, s in desk.sessions.items() if key != session.agent_id})
        case _:
            return desk


def _with_connection(desk: Desk, connection: Connection) -> Desk:
    return replace(desk, connections={**desk.connections, connection.id: connection})


def _given_up_at(configuration: Configuration, since: Instant) -> Instant:
    return Instant(since + configuration.settings.lost_connection_recovery_seconds * SECOND)


def _person(configuration: Configuration, agent_id: AgentId) -> Person:
    person = configuration.person(agent_id)
    if person is None:
        raise Rejection(Reason.UNKNOWN_PERSON, "There is no such agent.")
    if not person.active or not person.contact_centre:
        raise Rejection(Reason.NO_CONTACT_CENTRE, "You have no access to the contact centre.")
    return person


def _session(desk: Desk, agent_id: AgentId) -> AgentSession:
    session = desk.sessions.get(agent_id)
    if session is None:
        raise Rejection(Reason.NOT_SIGNED_IN, "The agent is not signed in to a station.")
    return session
