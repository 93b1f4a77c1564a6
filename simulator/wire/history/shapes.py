"""Shapes of what agents did: activities and statistics (Agents of the public API)."""

from __future__ import annotations

from pydantic import Field

from deskproof.simulator.wire.kernel.shapes import Query, Shape

LARGEST_ACTIVITIES_PAGE = 1_000
MOST_FILTERED = 100
"""Ids of agents or teams in one query."""


class ActivitiesQuery(Query):
    """Activities that began after `from` and before `to` (milliseconds); ids and channels are separated by commas."""

    from_: int = Field(alias="from")
    to: int | None = None
    agent_ids: str | None = None
    team_ids: str | None = None
    channel_types: str | None = None
    page: int = Field(default=0, ge=0)
    page_size: int = Field(default=100, ge=1, le=LARGEST_ACTIVITIES_PAGE)
    org_id: str | None = None


class StatisticsQuery(Query):
    """Statistics from `from` to `to` (milliseconds), both rounded down to a quarter of an hour; `interval` is in
    minutes.
    """

    from_: int = Field(alias="from")
    to: int
    interval: int | None = None
    agent_ids: str | None = None
    org_id: str | None = None


class OrganisationMeta(Shape):
    org_id: str


class ActivityItem(Shape):
    """One activity. What does not apply is empty; `endTime` is -1 while it goes on."""

    active: bool
    agent_id: str
    agent_dn: str
    agent_login: str
    agent_session_id: str
    agent_name: str
    current_state: str
    site_id: str
    site_name: str
    team_id: str
    team_name: str
    is_login: int
    task_id: str
    channel_id: str
    channel_type: str
    sub_channel_type: str
    idle_code: str
    idle_code_name: str
    queue_id: str
    queue_name: str
    wrapup_code_name: str
    reason: str
    start_time: int
    end_time: int
    mm_profile_type: str = "blended"


class ActivitiesAnswer(Shape):
    meta: OrganisationMeta
    data: tuple[ActivityItem, ...]


class ChannelStatistics(Shape):
    """Counts, and durations in milliseconds."""

    channel_type: str
    total_assigned_tasks: int
    total_offered_tasks: int
    total_accepted_tasks: int
    total_rejected_tasks: int
    total_transferred_tasks: int
    total_engaged_duration: int
    total_hold_duration: int
    total_wrap_up_duration: int
    total_available_time: int
    total_un_available_time: int
    average_handled_time: float


class AgentStatistics(Shape):
    interval_start_time: int
    agent_id: str
    agent_name: str
    team_id: str
    team_name: str
    channels: tuple[ChannelStatistics, ...]


class StatisticsAnswer(Shape):
    meta: OrganisationMeta
    data: tuple[AgentStatistics, ...]
