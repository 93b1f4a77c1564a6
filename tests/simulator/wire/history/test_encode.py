"""Activities and statistics as the public API tells them, of one call."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from deskproof.simulator.domain import commands
from deskproof.simulator.domain.configuration import Role, StationOption
from deskproof.simulator.domain.conversations.model import ConversationState
from deskproof.simulator.domain.rejection import Reason, Rejection
from deskproof.simulator.domain.sessions.model import AgentState
from deskproof.simulator.domain.values import MINUTE, SECOND, AgentId, Instant, entity_id
from deskproof.simulator.wire.history import encode
from deskproof.simulator.wire.history.shapes import ActivitiesQuery, StatisticsQuery
from deskproof.simulator.wire.kernel.request import Place, WireRequest
from deskproof.simulator.wire.kernel.shapes import BadRequest, NoBody, Query, query_of
from tests.simulator.domain.story import AGENTS, CODES, CONFIGURATION, MORNING, NUMBERS, Story
from tests.simulator.domain.test_history import whole_call

PLACE = Place(org_id="the-organisation", name="t-0001", desktop="http://d", identity="http://i", teams="http://e")
DAY = {"from": str(MORNING), "to": str(MORNING + 60 * MINUTE)}


def asked(
    model: type[Query], query: dict[str, str], who: str = AGENTS["signe"], story: Story | None = None
) -> WireRequest:
    story = story or whole_call(Story())
    return WireRequest(
        place=PLACE, state=story.state, now=Instant(MORNING + 60 * MINUTE), next_id=str, agent_id=AgentId(who), path={},
        body=NoBody(), query=query_of(model, {**DAY, **query}), happened=story.happened,
    )  # fmt: skip


def activities(story: Story | None = None, **query: str) -> list[dict[str, Any]]:
    answer = encode.activities(asked(ActivitiesQuery, query, story=story)).to_json()
    return [dict(one) for one in answer["data"]]  # type: ignore[attr-defined]


def statistics(story: Story | None = None, **query: str) -> list[dict[str, Any]]:
    answer = encode.statistics(asked(StatisticsQuery, query, story=story)).to_json()
    return [dict(one) for one in answer["data"]]  # type: ignore[attr-defined]


def test_each_activity_says_who_did_what_and_how_long() -> None:
    rows = activities()
    assert [row["currentState"] for row in rows] == ["idle", "available", "ringing", "connected", "on-hold", "wrapup"]
    idle, wrap_up = rows[0], rows[-1]
    assert (idle["isLogin"], idle["idleCodeName"], idle["taskId"], idle["active"]) == (1, "Meeting", "", False)
    assert (wrap_up["taskId"], wrap_up["queueName"], wrap_up["wrapupCodeName"]) == ("c1", "Support Line", "Solved")
    assert (wrap_up["startTime"], wrap_up["endTime"]) == (MORNING + 21 * SECOND, MORNING + 23 * SECOND)
    assert (wrap_up["agentDn"], wrap_up["agentLogin"]) == (NUMBERS["ada"], "ada@example.com")
    assert len({row["agentSessionId"] for row in rows}) == 1
    assert {(row["siteId"], row["siteName"]) for row in rows} == {(entity_id("site", "main"), "Main")}
    assert {(row["teamId"], row["teamName"]) for row in rows} == {(entity_id("team", "support"), "Support")}


def test_what_is_about_a_conversation_has_its_channel_and_what_is_not_has_none() -> None:
    rows = activities()
    assert [row["channelType"] for row in rows] == ["", "", *["telephony"] * 4]
    assert [row["channelId"] == "" for row in rows] == [True, True, *[False] * 4]
    assert len({row["channelId"] for row in rows[2:]}) == 1


def test_an_agent_who_did_not_answer_is_not_responding() -> None:
    story = Story()
    story.available("ada")
    story.calls()
    story.passes(20)
    assert [row["currentState"] for row in activities(story)] == ["idle", "available", "ringing", "not-responding"]


def test_the_reason_is_what_the_agent_gave_for_a_state_of_their_own() -> None:
    story = Story()
    story.signs_in("ada")
    story.does(
        commands.ChangeAgentState(
            agent_id=AGENTS["ada"], state=AgentState.AVAILABLE, idle_code_id=None, reason="back from lunch"
        )
    )
    story.calls()
    rows = activities(story)
    assert [(row["currentState"], row["reason"]) for row in rows] == [
        ("idle", ""), ("available", "back from lunch"), ("ringing", ""),
    ]  # fmt: skip


def test_a_reason_of_the_back_end_is_none() -> None:
    story = Story()
    story.available("ada")
    story.calls()
    story.does(commands.DeclinePhone(number=NUMBERS["ada"]))
    assert story.session("ada").state_reason == "declined"
    assert [row["reason"] for row in activities(story)] == ["", "", "", ""]


def test_a_supervisor_without_a_team_has_none() -> None:
    story = Story()
    story.does(
        commands.SignInStation(
            agent_id=AGENTS["signe"], option=StationOption.DIAL_NUMBER, number=NUMBERS["signe"],
            roles=(Role.SUPERVISOR,), team_id=None,
        )
    )  # fmt: skip
    (row,) = activities(story)
    assert (row["teamId"], row["teamName"]) == ("", "")


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
        ({"pageSize": "1", "page": "0"}, 1),
    ],
)
def test_activities_are_chosen_by_agent_team_channel_time_and_page(query: dict[str, str], count: int) -> None:
    assert len(activities(None, **query)) == count


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
    assert len(statistics(agentIds=AGENTS["ada"])) == 1
    assert statistics(to=str(MORNING + MINUTE)) == []


@pytest.mark.parametrize(
    ("interval", "minutes"), [({"interval": "15"}, [0, 15, 30, 45]), ({"interval": "30"}, [0, 30]), ({}, [0])]
)
def test_an_interval_is_a_quarter_half_or_whole_hour(interval: dict[str, str], minutes: list[int]) -> None:
    story = Story()
    story.signs_in("ada")
    began = [row["intervalStartTime"] for row in statistics(story, **interval)]
    assert began == [MORNING + minute * MINUTE for minute in minutes]
    long = str(MORNING + 120 * MINUTE)
    assert [row["intervalStartTime"] for row in statistics(story, to=long, interval="60")] == [MORNING]


def test_a_call_counts_in_the_interval_in_which_it_began_and_lasts_in_the_next() -> None:
    story = Story()
    story.available("ada")
    story.passes(14 * 60)
    story.calls()
    story.answers("ada")
    first, second, *_ = statistics(story, interval="15")
    counted = [
        (channel["totalOfferedTasks"], channel["totalAcceptedTasks"], channel["totalEngagedDuration"])
        for row in (first, second)
        for channel in row["channels"]
    ]
    assert counted == [(1, 1, 59 * SECOND), (0, 0, 15 * MINUTE)]


def test_a_call_that_is_held_and_resumed_was_accepted_once() -> None:
    story = Story().with_conversation(ConversationState.HELD)
    story.does(commands.ResumeConversation(agent_id=AGENTS["ada"], conversation_id="c1"))
    (row,) = statistics(story)
    (channel,) = row["channels"]
    assert (channel["totalOfferedTasks"], channel["totalAcceptedTasks"]) == (1, 1)


def test_statistics_have_the_channels_that_an_agent_worked_in_or_voice() -> None:
    story = Story()
    story.available("ada")
    assert [channel["channelType"] for row in statistics(story) for channel in row["channels"]] == ["telephony"]
    story.does(commands.CustomerWrites(conversation_id="w1", queue="chat", customer="Eva"))
    assert [channel["channelType"] for row in statistics(story) for channel in row["channels"]] == ["chat"]
    story.calls()
    found = [channel["channelType"] for row in statistics(story) for channel in row["channels"]]
    assert found == ["chat", "telephony"]


@pytest.mark.parametrize(
    ("model", "query", "sentence"),
    [
        (StatisticsQuery, {"interval": "20"}, "interval is 20; expected 15, 30 or 60 minutes, or none."),
        (StatisticsQuery, {"to": str(MORNING - 60 * MINUTE)}, "to is -3600000 milliseconds after from"),
        (ActivitiesQuery, {"channelTypes": "fax"}, "channelTypes has fax"),
        (ActivitiesQuery, {"orgId": "other"}, "orgId names another organisation"),
        (StatisticsQuery, {"orgId": "other"}, "orgId names another organisation"),
        (ActivitiesQuery, {"page": "-1"}, "page: input should be greater than or equal to 0"),
        (ActivitiesQuery, {"pageSize": "0"}, "pageSize: input should be greater than or equal to 1"),
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


def test_a_page_has_a_hundred_activities_where_nothing_else_is_asked_for() -> None:
    story = Story()
    story.signs_in("ada")
    for _ in range(50):
        story.does(story.turning_available("ada"))
        story.does(
            commands.ChangeAgentState(agent_id=AGENTS["ada"], state=AgentState.IDLE, idle_code_id=CODES["meeting"])
        )
    assert (len(activities(story)), len(activities(story, page="1"))) == (100, 1)


@pytest.mark.parametrize("who", [AGENTS["bo"], "nobody"])
def test_only_supervisors_see_what_others_did(who: str) -> None:
    for read, model in ((encode.activities, ActivitiesQuery), (encode.statistics, StatisticsQuery)):
        with pytest.raises(Rejection) as refused:
            read(asked(model, {}, who))
        assert refused.value.reason is Reason.MONITORING_NOT_PERMITTED
