"""Activities and statistics as the public API tells them, of one call."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from deskproof.simulator.domain.rejection import Reason, Rejection
from deskproof.simulator.domain.values import MINUTE, SECOND, Instant
from deskproof.simulator.wire.history import encode
from deskproof.simulator.wire.history.shapes import ActivitiesQuery, StatisticsQuery
from deskproof.simulator.wire.kernel.request import Place, WireRequest
from deskproof.simulator.wire.kernel.shapes import BadRequest, NoBody, Query, query_of
from tests.simulator.domain.story import AGENTS, CONFIGURATION, MORNING, NUMBERS, Story
from tests.simulator.domain.test_history import whole_call

PLACE = Place(org_id="the-organisation", name="t-0001", desktop="http://d", identity="http://i", teams="http://e")
DAY = {"from": str(MORNING), "to": str(MORNING + 60 * MINUTE)}


def asked(model: type[Query], query: dict[str, str], who: str = "signe") -> WireRequest:
    story = whole_call(Story())
    return WireRequest(
        place=PLACE, state=story.state, now=Instant(MORNING + 30 * MINUTE), next_id=str, agent_id=AGENTS[who], path={},
        body=NoBody(), query=query_of(model, {**DAY, **query}), happened=story.happened,
    )  # fmt: skip


def activities(**query: str) -> list[dict[str, Any]]:
    return [dict(one) for one in encode.activities(asked(ActivitiesQuery, query)).to_json()["data"]]  # type: ignore[attr-defined]


def statistics(**query: str) -> list[dict[str, Any]]:
    return [dict(one) for one in encode.statistics(asked(StatisticsQuery, query)).to_json()["data"]]  # type: ignore[attr-defined]


def test_each_activity_says_who_did_what_and_how_long() -> None:
    rows = activities()
    assert [row["currentState"] for row in rows] == ["idle", "available", "ringing", "connected", "on-hold", "wrapup"]
    idle, wrap_up = rows[0], rows[-1]
    assert (idle["isLogin"], idle["idleCodeName"], idle["taskId"], idle["active"]) == (1, "Meeting", "", False)
    assert (wrap_up["taskId"], wrap_up["queueName"], wrap_up["wrapupCodeName"]) == ("c1", "Support Line", "Solved")
    assert (wrap_up["startTime"], wrap_up["endTime"]) == (MORNING + 21 * SECOND, MORNING + 23 * SECOND)
    assert (wrap_up["agentDn"], wrap_up["agentLogin"]) == (NUMBERS["ada"], "ada@example.com")
    assert len({row["agentSessionId"] for row in rows}) == 1


@pytest.mark.parametrize(
    ("query", "count"),
    [
        ({"agentIds": AGENTS["bo"]}, 0),
        ({"agentIds": f"{AGENTS['bo']}, {AGENTS['ada']}"}, 6),
        ({"teamIds": CONFIGURATION.teams[0].id}, 6),
        ({"teamIds": CONFIGURATION.teams[1].id}, 0),
        ({"channelTypes": "telephony"}, 4),
        ({"channelTypes": "chat"}, 0),
        ({"from": str(MORNING + 10 * SECOND)}, 2),
        ({"pageSize": "4"}, 4),
        ({"pageSize": "4", "page": "1"}, 2),
    ],
)
def test_activities_are_chosen_by_agent_team_channel_time_and_page(query: dict[str, str], count: int) -> None:
    assert len(activities(**query)) == count


def test_what_goes_on_has_no_end() -> None:
    story = Story()
    story.signs_in("ada")
    going_on = replace(asked(ActivitiesQuery, {}), happened=story.happened)
    (row,) = encode.activities(going_on).data
    assert (row.active, row.end_time) == (True, -1)


def test_statistics_count_and_add_up() -> None:
    (row,) = statistics()
    assert (row["intervalStartTime"], row["agentName"], row["teamName"]) == (MORNING, "Ada Ek", "Support")
    assert row["channels"] == [
        {
            "channelType": "telephony",
            "totalAssignedTasks": 1,
            "totalOfferedTasks": 1,
            "totalAcceptedTasks": 1,
            "totalRejectedTasks": 0,
            "totalTransferredTasks": 0,
            "totalEngagedDuration": 10 * SECOND,
            "totalHoldDuration": 5 * SECOND,
            "totalWrapUpDuration": 2 * SECOND,
            "totalAvailableTime": 23 * SECOND,
            "totalUnAvailableTime": 0,
            "averageHandledTime": 17.0 * SECOND,
        }
    ]


def test_statistics_come_by_interval_and_only_for_who_was_there() -> None:
    assert [row["intervalStartTime"] for row in statistics(interval="15")] == [MORNING]
    assert statistics(agentIds=AGENTS["bo"]) == []
    assert statistics(to=str(MORNING + MINUTE)) == []


@pytest.mark.parametrize(
    ("model", "query", "sentence"),
    [
        (StatisticsQuery, {"interval": "20"}, "interval is 20; expected 15, 30 or 60 minutes, or none."),
        (StatisticsQuery, {"to": str(MORNING - 60 * MINUTE)}, "to is -3600000 milliseconds after from"),
        (ActivitiesQuery, {"channelTypes": "fax"}, "channelTypes has fax"),
        (ActivitiesQuery, {"orgId": "other"}, "orgId names another organisation"),
    ],
)
def test_a_query_that_does_not_fit_is_refused(model: type[Query], query: dict[str, str], sentence: str) -> None:
    read = encode.statistics if model is StatisticsQuery else encode.activities
    with pytest.raises(BadRequest, match=sentence):
        read(asked(model, query))


def test_a_period_is_shorter_than_a_day() -> None:
    assert activities(to=str(MORNING + 86_399_999))
    with pytest.raises(BadRequest, match="to is 86400000 milliseconds after from"):
        activities(to=str(MORNING + 86_400_000))


def test_a_page_has_a_thousand_activities_at_most_and_a_filter_a_hundred_values() -> None:
    assert len(activities(pageSize="1000")) == 6
    with pytest.raises(BadRequest, match="less than or equal to 1000"):
        activities(pageSize="1001")
    assert activities(agentIds=",".join([AGENTS["ada"], *map(str, range(99))]))
    with pytest.raises(BadRequest, match="101 values are given; expected 100 at most"):
        activities(agentIds=",".join([AGENTS["ada"], *map(str, range(100))]))


def test_only_supervisors_see_what_others_did() -> None:
    with pytest.raises(Rejection) as refused:
        encode.activities(asked(ActivitiesQuery, {}, who="bo"))
    assert refused.value.reason is Reason.MONITORING_NOT_PERMITTED
