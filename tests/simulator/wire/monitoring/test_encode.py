"""Lists of tasks and monitoring sessions, and the acceptance that is always refused."""

from __future__ import annotations

from typing import Any

import pytest

from deskproof.simulator.domain.conversations.model import ConversationState
from deskproof.simulator.domain.monitoring.model import MonitoringState
from deskproof.simulator.domain.rejection import Reason, Rejection
from deskproof.simulator.wire.kernel.request import Place, WireRequest
from deskproof.simulator.wire.kernel.shapes import BadRequest, NoBody, NoQuery, query_of
from deskproof.simulator.wire.monitoring import encode
from deskproof.simulator.wire.tasks import encode as tasks_encode
from deskproof.simulator.wire.tasks.shapes import TasksQuery
from tests.simulator.domain.story import AGENTS, CUSTOMER, MORNING, Story

PLACE = Place(org_id="the-organisation", name="t-0001", desktop="http://d", identity="http://i", teams="http://e")


def request(story: Story, who: str, query: dict[str, str] | None = None, *, task: str | None = None) -> WireRequest:
    return WireRequest(
        place=PLACE, state=story.state, now=story.now, next_id=str, agent_id=AGENTS[who],
        path={} if task is None else {"taskId": task}, body=NoBody(),
        query=query_of(TasksQuery, {"from": "0", **(query or {})}) if task is None else NoQuery(),
    )  # fmt: skip


def tasks(story: Story, **query: str) -> Any:
    return tasks_encode.tasks(request(story, "signe", query)).to_json()["data"]


def test_a_task_says_whose_it_is_and_where_it_stands() -> None:
    story = Story().with_conversation(ConversationState.CONNECTED)
    (task,) = tasks(story)
    assert task["id"] == "c1"
    assert task["attributes"] | {"queue": {}, "destination": ""} == {
        "owner": {"id": AGENTS["ada"], "name": "Ada Ek"},
        "queue": {},
        "channelType": "telephony",
        "status": "assigned",
        "createdTime": MORNING + 1_000,
        "lastUpdatedTime": MORNING + 1_000,
        "origin": CUSTOMER,
        "destination": "",
        "direction": "inbound",
    }
    assert task["attributes"]["queue"]["name"] == "Support Line"


@pytest.mark.parametrize(
    ("state", "statuses"),
    [
        (ConversationState.QUEUED, ["queued"]),
        (ConversationState.OFFERED, ["offered"]),
        (ConversationState.CONNECTED, ["assigned"]),
        (ConversationState.HELD, ["assigned"]),
        (ConversationState.WRAP_UP, ["completed"]),
        (ConversationState.ENDED, []),
    ],
)
def test_the_status_of_a_task(state: ConversationState, statuses: list[str]) -> None:
    assert [task["attributes"]["status"] for task in tasks(Story().with_conversation(state))] == statuses


def test_a_waiting_task_has_no_owner() -> None:
    (task,) = tasks(Story().with_conversation(ConversationState.QUEUED))
    assert task["attributes"]["owner"] is None


def test_tasks_are_chosen_by_time_channel_and_number() -> None:
    story = Story()
    for _ in range(3):
        story.calls()
        story.passes(10)
    assert [task["id"] for task in tasks(story)] == ["c1", "c2", "c3"]
    second = MORNING + 10_000
    assert [task["id"] for task in tasks(story, **{"from": str(second)})] == ["c2", "c3"]
    assert [task["id"] for task in tasks(story, to=str(second))] == ["c1", "c2"]
    assert [task["id"] for task in tasks(story, pageSize="2")] == ["c1", "c2"]
    assert tasks(story, channelTypes="email,chat") == []
    assert len(tasks(story, channelTypes="email,telephony")) == 3


@pytest.mark.parametrize(
    "query", [{"channelTypes": "post"}, {"orgId": "another"}, {"from": "today"}, {"pageSize": "0"}]
)
def test_a_query_that_does_not_fit_is_a_bad_request(query: dict[str, str]) -> None:
    with pytest.raises(BadRequest):
        tasks(Story(), **query)


def test_an_agent_does_not_see_the_tasks_of_others() -> None:
    with pytest.raises(Rejection) as refused:
        tasks_encode.tasks(request(Story(), "ada"))
    assert refused.value.reason is Reason.MONITORING_NOT_PERMITTED


@pytest.mark.parametrize("state", MonitoringState)
def test_a_supervisor_finds_the_ongoing_session(state: MonitoringState) -> None:
    story = Story().with_monitoring(state)
    sessions: Any = encode.sessions(request(story, "signe")).to_json()["data"]
    if state is MonitoringState.ENDED:
        assert sessions == []
    else:
        assert sessions == [
            {
                "id": "m1",
                "monitorType": "midcall",
                "taskId": "c1",
                "agentId": AGENTS["ada"],
                "supervisorId": AGENTS["signe"],
                "state": state.value,
                "since": story.now,
            }
        ]
    assert encode.sessions(request(story, "ada")).data == ()


@pytest.mark.parametrize("size", ["1", "1000"])
def test_a_list_of_tasks_takes_one_to_a_thousand(size: str) -> None:
    assert query_of(TasksQuery, {"from": "0", "pageSize": size}).page_size == int(size)


@pytest.mark.parametrize("size", ["0", "1001"])
def test_a_list_of_none_or_of_more_than_a_thousand_is_refused(size: str) -> None:
    with pytest.raises(BadRequest):
        query_of(TasksQuery, {"from": "0", "pageSize": size})
