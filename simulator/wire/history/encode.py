"""What agents did, to the lists of the public API."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from deskproof.simulator.domain.configuration import Channel, Configuration, Role
from deskproof.simulator.domain.conversations.model import Conversation, ConversationState
from deskproof.simulator.domain.history import Activity, Day, day_of
from deskproof.simulator.domain.rejection import Reason, Rejection
from deskproof.simulator.domain.sessions.model import AgentSession, AgentState, StateReason
from deskproof.simulator.domain.values import MINUTE, Instant, entity_id
from deskproof.simulator.wire.history.shapes import (
    MOST_FILTERED,
    ActivitiesAnswer,
    ActivitiesQuery,
    ActivityItem,
    AgentStatistics,
    ChannelStatistics,
    OrganisationMeta,
    StatisticsAnswer,
    StatisticsQuery,
)
from deskproof.simulator.wire.kernel.media import MEDIA
from deskproof.simulator.wire.kernel.request import WireRequest
from deskproof.simulator.wire.kernel.shapes import BadRequest

STATES: Mapping[AgentState | ConversationState, str] = {
    AgentState.AVAILABLE: "available",
    AgentState.IDLE: "idle",
    AgentState.RONA: "not-responding",
    ConversationState.OFFERED: "ringing",
    ConversationState.CONNECTED: "connected",
    ConversationState.HELD: "on-hold",
    ConversationState.WRAP_UP: "wrapup",
}
"""The words for what an agent does. `idle`, `available` and `connected` are the vendor's, the others a guess."""

ROUNDED_TO = 15 * MINUTE
INTERVALS = (15, 30, 60)
LONGEST_PERIOD = 24 * 60 * MINUTE
"""Milliseconds between `from` and `to`."""


def activities(request: WireRequest) -> ActivitiesAnswer:
    """What agents did in a period, oldest first. `BadRequest` where the query does not fit; only for supervisors."""
    query = request.query_as(ActivitiesQuery)
    check_supervisor(request, query.org_id)
    until = request.now if query.to is None else query.to
    _check_period(query.from_, until)
    agents, teams, channels = (_ids(text) for text in (query.agent_ids, query.team_ids, query.channel_types))
    if unknown := [name for name in channels or () if name not in {kind.type for kind in MEDIA.values()}]:
        raise BadRequest(f"channelTypes has {unknown[0]}; expected some of telephony, chat, email, social.")
    found = [
        activity
        for activity in day_of(request.happened).activities
        if query.from_ <= activity.since <= until
        and (agents is None or activity.agent_id in agents)
        and (teams is None or activity.session.team_id in teams)
        and (channels is None or _channel(activity.conversation) in channels)
    ]
    start = query.page * query.page_size
    return ActivitiesAnswer(
        meta=OrganisationMeta(org_id=request.place.org_id),
        data=tuple(_item(request.configuration, one) for one in found[start : start + query.page_size]),
    )


def statistics(request: WireRequest) -> StatisticsAnswer:
    """Counts and durations for each agent who was signed in, interval by interval. `BadRequest` where the query does
    not fit; only for supervisors.
    """
    query = request.query_as(StatisticsQuery)
    check_supervisor(request, query.org_id)
    start, end = query.from_ - query.from_ % ROUNDED_TO, query.to - query.to % ROUNDED_TO
    _check_period(start, end)
    if query.interval is not None and query.interval not in INTERVALS:
        raise BadRequest(f"interval is {query.interval}; expected 15, 30 or 60 minutes, or none.")
    step = end - start if query.interval is None else query.interval * MINUTE
    agents, day = _ids(query.agent_ids), day_of(request.happened)
    rows = (
        row
        for begin in range(start, end, step or 1)
        for row in _rows(request, day, Instant(begin), Instant(min(begin + step, end)))
    )
    return StatisticsAnswer(
        meta=OrganisationMeta(org_id=request.place.org_id),
        data=tuple(row for row in rows if agents is None or row.agent_id in agents),
    )


def _rows(request: WireRequest, day: Day, start: Instant, end: Instant) -> Iterator[AgentStatistics]:
    """One row for each agent who was signed in during the interval, in the order of their sessions."""
    shown = Instant(min(end, request.now))
    sessions = {one.agent_id: one.session for one in day.activities if one.lasted(start, shown) > 0}
    for agent_id, session in sessions.items():
        theirs = [one for one in day.activities if one.agent_id == agent_id]
        channels = dict.fromkeys(one.conversation.channel for one in theirs if one.conversation is not None)
        yield AgentStatistics(
            interval_start_time=start,
            **_who(request.configuration, session),
            channels=tuple(
                _channel_statistics(day, theirs, channel, start, shown) for channel in channels or (Channel.VOICE,)
            ),
        )


def _channel_statistics(
    day: Day, theirs: Iterable[Activity], channel: Channel, start: Instant, end: Instant
) -> ChannelStatistics:
    agent_ids = {one.agent_id for one in theirs}
    parts = [one for one in theirs if one.conversation is not None and one.conversation.channel is channel]
    losses = [
        loss
        for loss in day.losses
        if loss.agent_id in agent_ids and loss.conversation.channel is channel and start <= loss.at < end
    ]

    def began(state: ConversationState, fits: Callable[[Activity], bool] = lambda one: True) -> int:
        return sum(one.state is state and start <= one.since < end and fits(one) for one in parts)

    def lasted(state: ConversationState) -> int:
        return sum(one.lasted(start, end) for one in parts if one.state is state)

    available = sum(one.lasted(start, end) for one in theirs if one.state is AgentState.AVAILABLE)
    away = sum(one.lasted(start, end) for one in theirs if one.state in (AgentState.IDLE, AgentState.RONA))
    accepted = began(ConversationState.CONNECTED, lambda one: one.was in (None, ConversationState.OFFERED))
    engaged, held = lasted(ConversationState.CONNECTED), lasted(ConversationState.HELD)
    wrapping_up = lasted(ConversationState.WRAP_UP)
    return ChannelStatistics(
        channel_type=MEDIA[channel].type,
        total_assigned_tasks=accepted,
        total_offered_tasks=began(ConversationState.OFFERED),
        total_accepted_tasks=accepted,
        total_rejected_tasks=sum(not loss.transferred for loss in losses),
        total_transferred_tasks=sum(loss.transferred for loss in losses),
        total_engaged_duration=engaged,
        total_hold_duration=held,
        total_wrap_up_duration=wrapping_up,
        total_available_time=available,
        total_un_available_time=away,
        average_handled_time=(engaged + held + wrapping_up) / accepted if accepted else 0.0,
    )


def check_supervisor(request: WireRequest, org_id: str | None) -> None:
    """`Rejection` where the caller is no supervisor, `BadRequest` where another organisation is meant."""
    request.check_organisation(org_id)
    person = request.configuration.person(request.caller)
    if person is None or Role.SUPERVISOR not in person.roles:
        raise Rejection(Reason.MONITORING_NOT_PERMITTED, "Only a supervisor sees what others did.")


def _check_period(start: int, end: int) -> None:
    if not 0 <= end - start < LONGEST_PERIOD:
        raise BadRequest(f"to is {end - start} milliseconds after from; expected less than 24 hours, and none before.")


def _ids(text: str | None) -> frozenset[str] | None:
    """The ids in a list, or None where there is no list. `BadRequest` where there are too many."""
    if text is None:
        return None
    ids = frozenset(part.strip() for part in text.split(","))
    if len(ids) > MOST_FILTERED:
        raise BadRequest(f"{len(ids)} values are given; expected {MOST_FILTERED} at most.")
    return ids


def _channel(conversation: Conversation | None) -> str:
    return "" if conversation is None else MEDIA[conversation.channel].type


def _who(configuration: Configuration, session: AgentSession) -> dict[str, Any]:
    person, team = configuration.person(session.agent_id), configuration.teams_by_id.get(session.team_id or "")
    return {
        "agent_id": session.agent_id,
        "agent_name": person.name if person else "",
        "team_id": session.team_id or "",
        "team_name": team.name if team else "",
    }


def _item(configuration: Configuration, activity: Activity) -> ActivityItem:
    session, conversation = activity.session, activity.conversation
    person = configuration.person(session.agent_id)
    site_id = person.site_id if person else ""
    code = configuration.idle_code(session.code_id or "") if conversation is None else None
    queue = configuration.queue(conversation.queue) if conversation else None
    codes = {one.id: one.name for one in configuration.auxiliary_codes}
    channel, reason = _channel(conversation), session.state_reason
    return ActivityItem(
        **_who(configuration, session),
        active=activity.until is None,
        agent_dn=session.station.number,
        agent_login=person.email if person else "",
        agent_session_id=session.id,
        current_state=STATES[activity.state],
        site_id=site_id,
        site_name=next((site.name for site in configuration.sites if site.id == site_id), ""),
        is_login=int(activity.first),
        task_id=conversation.id if conversation else "",
        channel_id=entity_id("channel", f"{session.agent_id}:{channel}") if channel else "",
        channel_type=channel,
        sub_channel_type=channel,
        idle_code=code.id if code else "",
        idle_code_name=code.name if code else "",
        queue_id=queue.id if queue else "",
        queue_name=queue.name if queue else "",
        wrapup_code_name=codes.get(activity.wrap_up_code, ""),
        reason="" if conversation is not None or isinstance(reason, StateReason) else reason,
        start_time=activity.since,
        end_time=-1 if activity.until is None else activity.until,
    )
