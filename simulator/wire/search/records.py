"""What a search looks through: a record for each task and each session of an agent, with every field of its table."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any, TypeAlias

from deskproof.simulator.domain.configuration import Channel, Configuration
from deskproof.simulator.domain.conversations.model import Conversation, ConversationState
from deskproof.simulator.domain.history import Activity, day_of
from deskproof.simulator.domain.sessions.model import AgentSession, AgentState
from deskproof.simulator.domain.values import Instant, entity_id
from deskproof.simulator.wire.history.encode import STATES
from deskproof.simulator.wire.kernel.media import MEDIA
from deskproof.simulator.wire.kernel.request import WireRequest
from deskproof.simulator.wire.tasks.interaction import line_of, queue_of

Record: TypeAlias = dict[str, Any]

_STATUSES = {**STATES, ConversationState.QUEUED: "parked", ConversationState.ENDED: "ended"}
_NOBODY: Record = {"id": None, "name": None}
_NO_AGENT: Record = {**_NOBODY, "signInId": None, "sessionId": None, "phoneNumber": None}

_COUNTED: dict[str, AgentState | ConversationState] = {
    "idle": AgentState.IDLE,
    "available": AgentState.AVAILABLE,
    "notResponded": AgentState.RONA,
    "ringing": ConversationState.OFFERED,
    "connected": ConversationState.CONNECTED,
    "hold": ConversationState.HELD,
    "wrapup": ConversationState.WRAP_UP,
}
"""What the counts and durations of a channel are of."""


def tasks(request: WireRequest) -> list[Record]:
    """Every conversation of the tenant, oldest first."""
    day = day_of(request.happened)
    parts: defaultdict[str, list[Activity]] = defaultdict(list)
    for activity in day.activities:
        if activity.conversation is not None:
            parts[activity.conversation.id].append(activity)
    return [_task(request, one, last, parts[one.id]) for one, last in day.conversations]


def sessions(request: WireRequest) -> list[Record]:
    """Every session of an agent, oldest first."""
    activities: defaultdict[str, list[Activity]] = defaultdict(list)
    for activity in day_of(request.happened).activities:
        activities[activity.session.id].append(activity)
    return [_session(request, theirs) for theirs in activities.values()]


def _task(request: WireRequest, conversation: Conversation, last: Instant, parts: Sequence[Activity]) -> Record:
    configuration = request.configuration
    ended = last if conversation.over else None
    until = request.now if ended is None else ended

    def lasted(state: ConversationState) -> int:
        return sum(part.lasted(conversation.created_at, until) for part in parts if part.state is state)

    owner = configuration.person(conversation.agent_id or "")
    session = parts[-1].session if parts else None
    code = next((part.wrap_up_code for part in reversed(parts) if part.wrap_up_code), None)
    return {
        "id": conversation.id,
        "status": _STATUSES[conversation.state],
        "channelType": MEDIA[conversation.channel].type,
        "direction": conversation.direction.value,
        "origin": conversation.customer,
        "destination": line_of(conversation),
        "createdTime": conversation.created_at,
        "endedTime": ended,
        "isActive": ended is None,
        "isCampaign": conversation.campaign != "",
        "terminatingEnd": conversation.ended_by or None,
        "totalDuration": until - conversation.created_at,
        "ringingDuration": lasted(ConversationState.OFFERED),
        "connectedDuration": lasted(ConversationState.CONNECTED),
        "holdDuration": lasted(ConversationState.HELD),
        "wrapupDuration": lasted(ConversationState.WRAP_UP),
        "lastWrapUpCodeId": code,
        "lastWrapupCodeName": _code(configuration, code)["name"],
        "owner": {"id": owner.agent_id, "name": owner.name} if owner else _NOBODY,
        "lastQueue": _queue(request, conversation),
        "lastTeam": _team(configuration, session),
        "lastSite": _site(configuration, session),
        "lastAgent": _agent(configuration, session),
    }


def _session(request: WireRequest, theirs: Sequence[Activity]) -> Record:
    configuration = request.configuration
    states = [one for one in theirs if one.conversation is None]
    session, ended = theirs[-1].session, states[-1].until
    person = configuration.person(session.agent_id)
    team, site = _team(configuration, session), _site(configuration, session)
    until = request.now if ended is None else ended
    channels = dict.fromkeys(one.conversation.channel for one in theirs if one.conversation is not None)
    return {
        "agentSessionId": session.id,
        "agentId": session.agent_id,
        "agentName": person.name if person else None,
        "userLoginId": person.email if person else None,
        "teamId": team["id"],
        "teamName": team["name"],
        "siteId": site["id"],
        "siteName": site["name"],
        "startTime": theirs[0].since,
        "endTime": ended,
        "isActive": ended is None,
        "state": STATES[states[-1].state],
        "channelInfo": [_channel(request, theirs, channel, until) for channel in channels or (Channel.VOICE,)],
    }


def _channel(request: WireRequest, theirs: Sequence[Activity], channel: Channel, until: Instant) -> Record:
    session = theirs[-1].session
    here = [one for one in theirs if one.conversation is None or one.conversation.channel is channel]
    return {
        "channelId": entity_id("channel", f"{session.agent_id}:{MEDIA[channel].type}"),
        "channelType": MEDIA[channel].type,
        "agentPhoneNumber": session.station.number,
        "currentState": STATES[here[-1].state],
        "totalDuration": until - theirs[0].since,
        **{f"{name}Count": _count(here, state) for name, state in _COUNTED.items()},
        **{f"{name}Duration": _duration(here, state, until) for name, state in _COUNTED.items()},
        "activities": {"nodes": [_activity(request, one, channel, until) for one in here]},
    }


def _count(activities: Iterable[Activity], state: AgentState | ConversationState) -> int:
    """How often it began; a call that is resumed does not connect again."""
    resumed = (ConversationState.CONNECTED, ConversationState.HELD)
    return sum(one.state is state and (one.state, one.was) != resumed for one in activities)


def _duration(activities: Iterable[Activity], state: AgentState | ConversationState, until: Instant) -> int:
    return sum(one.lasted(one.since, until) for one in activities if one.state is state)


def _activity(request: WireRequest, activity: Activity, channel: Channel, until: Instant) -> Record:
    configuration, conversation = request.configuration, activity.conversation
    state = STATES[activity.state]
    idle = activity.session.code_id if activity.state is AgentState.IDLE else None
    return {
        "id": f"{activity.session.id}-{MEDIA[channel].type}-{activity.since}-{state}",
        "state": state,
        "startTime": activity.since,
        "endTime": activity.until,
        "duration": activity.lasted(activity.since, until),
        "taskId": conversation.id if conversation else None,
        "isCurrentActivity": activity.until is None,
        "isLoginActivity": activity.first,
        "idleCode": _code(configuration, idle),
        "queue": _queue(request, conversation) if conversation else _NOBODY,
        "wrapupCode": _code(configuration, activity.wrap_up_code),
    }


def _queue(request: WireRequest, conversation: Conversation) -> Record:
    queue = queue_of(request.state, conversation)
    return {"id": queue.id, "name": queue.name}


def _code(configuration: Configuration, code_id: str | None) -> Record:
    code = next((one for one in configuration.auxiliary_codes if one.id == code_id), None)
    return {"id": code.id, "name": code.name} if code else _NOBODY


def _team(configuration: Configuration, session: AgentSession | None) -> Record:
    team = configuration.teams_by_id.get(session.team_id or "") if session else None
    return {"id": team.id, "name": team.name} if team else _NOBODY


def _site(configuration: Configuration, session: AgentSession | None) -> Record:
    person = configuration.person(session.agent_id) if session else None
    site = next((one for one in configuration.sites if person and one.id == person.site_id), None)
    return {"id": site.id, "name": site.name} if site else _NOBODY


def _agent(configuration: Configuration, session: AgentSession | None) -> Record:
    person = configuration.person(session.agent_id) if session else None
    if session is None or person is None:
        return _NO_AGENT
    return {
        "id": person.agent_id,
        "name": person.name,
        "signInId": person.email,
        "sessionId": session.id,
        "phoneNumber": session.station.number,
    }
