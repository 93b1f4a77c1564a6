"""What happens to sessions, to frames."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from deskproof.simulator.domain.configuration import Channel, Settings, StationOption
from deskproof.simulator.domain.events import (
    AgentSignedIn,
    AgentSignedOut,
    AgentStateChanged,
    Connected,
    ConnectionSuperseded,
    SessionReloaded,
)
from deskproof.simulator.domain.monitoring.model import Monitoring, MonitoringState
from deskproof.simulator.domain.rejection import Reason, Rejection
from deskproof.simulator.domain.sessions.model import AgentSession, StateReason
from deskproof.simulator.domain.values import AgentId
from deskproof.simulator.wire.kernel.frame import About, Data, reasons
from deskproof.simulator.wire.kernel.media import MEDIA
from deskproof.simulator.wire.kernel.request import Refused, WireRequest
from deskproof.simulator.wire.sessions.shapes import (
    DESKTOP_PREFIX,
    BuddiesData,
    Buddy,
    BuddyListBody,
    DnRegisteredData,
    LogoutBody,
    LogoutData,
    LogoutFailureData,
    StateChangeData,
    StationData,
    WelcomeData,
)

SUPERVISOR = "Supervisor"
"""What has changed an agent's state, where a supervisor has."""

AVAILABLE_CODE = "0"
"""The auxiliary code of an Available agent (PROTOCOL 3.3)."""

STATE_REASONS: Mapping[StateReason, str] = {
    StateReason.CONNECTION_LOST: "agent-wss-disconnect",
    StateReason.UNANSWERED: "RONA",
    StateReason.DECLINED: "Agent_Declined",
}
"""The vendor's words for the reasons of the back end (DOMAIN 2.3, 2.4)."""


def welcome(about: About, type_: str, event: Connected) -> Data:
    """The first frame of a socket (PROTOCOL 3.2)."""
    return WelcomeData(**about.common(type_))


def superseded(about: About, type_: str, event: ConnectionSuperseded) -> Data:
    """Another instance of the agent took over (PROTOCOL 8a)."""
    return Data(**about.common(type_))


def station(about: About, type_: str, event: AgentSignedIn | SessionReloaded) -> Data:
    """The session with its station (PROTOCOL 3.5, 4.1); instants in milliseconds, as in every frame."""
    session = event.session
    person = about.state.configuration.person(session.agent_id)
    number = session.station.number
    theirs = about.state.floor.conversations_of(session.agent_id)
    return StationData(
        **about.common(type_),
        **_session(session),
        team_id=session.team_id or "",
        site_id=person.site_id if person else "",
        interaction_ids=tuple(conversation.id for conversation in theirs),
        channels_map=_channels(about.state.configuration.settings),
        dial_number=number,
        dn=number,
        device_type=session.station.option,
        device_id=_device(session),
        is_extension=session.station.option.value == "EXTENSION",
        roles=session.roles,
    )


def _channels(settings: Settings) -> dict[str, tuple[str, ...]]:
    """A name for each conversation that the agent can have at a time, by the vendor's name of the channel."""
    room = dict.fromkeys(MEDIA, settings.digital_capacity) | {Channel.VOICE: 1}
    return {
        MEDIA[channel].type: tuple(f"{MEDIA[channel].type}-{number}" for number in range(1, places + 1))
        for channel, places in room.items()
    }


def _device(session: AgentSession) -> str:
    """The device of a station: its number, which of a Desktop station has a prefix in any case."""
    number, desktop = session.station.number, session.station.option is StationOption.DESKTOP
    return f"{DESKTOP_PREFIX}{number.removeprefix(DESKTOP_PREFIX)}" if desktop else number


def dn_registered(about: About, type_: str, event: AgentSignedIn) -> Data:
    """The station's number is registered (PROTOCOL 4.1)."""
    at = event.session.station
    return DnRegisteredData(**about.common(type_), dn=at.number, device_type=at.option)


def state_changed(about: About, type_: str, event: AgentStateChanged) -> Data:
    """The session after a change of state (PROTOCOL 5), and the supervisor who changed it, if one did."""
    by = None if event.by is None else about.state.configuration.person(event.by)
    return StateChangeData(
        **about.common(type_),
        **_session(event.session),
        changed_by=SUPERVISOR if by else None,
        changed_by_id=by.agent_id if by else None,
        changed_by_name=by.name if by else None,
    )


def signed_out(about: About, type_: str, event: AgentSignedOut) -> Data:
    """The session that ended (PROTOCOL 4.3)."""
    return LogoutData(
        **about.common(type_),
        agent_session_id=event.session.id,
        sub_status=event.session.state,
        logged_out_by=event.by,
        logout_reason=event.reason,
        roles=event.session.roles,
    )


def logout_failure(about: About, type_: str, refused: Refused) -> Data:
    """The refusal; the engagement has its own fields, so that a client can word it itself (AD-087, AD-088)."""
    agent_id = AgentId(refused.request.body_as(LogoutBody).agent_id or about.agent_id)
    conversation = about.state.floor.conversation_of(agent_id)
    monitoring = about.state.floor.monitoring_of(agent_id)
    state = conversation.state_for(agent_id).value if conversation else _stage(monitoring) if monitoring else None
    return LogoutFailureData(
        **about.common(type_),
        **reasons(refused),
        engagement="conversation" if conversation else "monitoring" if monitoring else None,
        engagement_state=state,
    )


def _stage(monitoring: Monitoring) -> str:
    """The state of a monitoring task; who whispers or has barged in is active."""
    spoken = monitoring.state in (MonitoringState.WHISPERING, MonitoringState.BARGED_IN)
    return (MonitoringState.ACTIVE if spoken else monitoring.state).value


def buddies(about: About, type_: str, request: WireRequest) -> Data:
    """The other signed-in agents, in the order they signed in; only those in the requested state, if any.

    Rejection where the desktop profile is unknown.
    """
    body = request.body_as(BuddyListBody)
    configuration = request.configuration
    if body.agent_profile_id not in {profile.id for profile in configuration.profiles}:
        raise Rejection(Reason.UNKNOWN_PROFILE, "There is no desktop profile with this id.", field="agentProfileId")
    found = (
        (configuration.person(session.agent_id), session)
        for session in request.state.agents.sessions.values()
        if session.agent_id != request.caller and body.state in (None, session.state)
    )
    return BuddiesData(
        **about.common(type_),
        agent_list=tuple(
            Buddy(
                agent_id=person.agent_id,
                agent_name=person.name,
                dn=session.station.number,
                site_id=person.site_id,
                state=session.state,
                team_id=session.team_id or "",
            )
            for person, session in found
            if person is not None
        ),
    )


def _session(session: AgentSession) -> dict[str, Any]:
    reason = session.state_reason
    return {
        "agent_session_id": session.id,
        "aux_code_id": AVAILABLE_CODE if session.code_id is None else session.code_id,
        "sub_status": session.state,
        "last_idle_code_change_timestamp": session.code_since,
        "last_state_change_timestamp": session.state_since,
        "last_state_change_reason": STATE_REASONS[reason] if isinstance(reason, StateReason) else reason,
    }
