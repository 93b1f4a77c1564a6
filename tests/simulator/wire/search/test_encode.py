"""Searches as the public API answers them, of one call."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from graphql import print_schema

from deskproof.simulator.domain.conversations.model import ConversationState
from deskproof.simulator.domain.rejection import Reason, Rejection
from deskproof.simulator.domain.values import MINUTE, SECOND, Instant
from deskproof.simulator.wire.kernel.request import WireRequest
from deskproof.simulator.wire.kernel.shapes import query_of
from deskproof.simulator.wire.search import encode, records
from deskproof.simulator.wire.search.schema import SCHEMA
from deskproof.simulator.wire.search.shapes import SearchBody, SearchQuery
from tests.reports.expected import check_golden
from tests.simulator.domain.story import AGENTS, CONFIGURATION, CUSTOMER, MORNING, NUMBERS, Story
from tests.simulator.domain.test_history import whole_call
from tests.simulator.wire.history.test_encode import PLACE

PERIOD = f"from: {MORNING} to: {MORNING + 60 * MINUTE}"
QUEUE = CONFIGURATION.queues[0]


def asked(query: str, story: Story | None = None, *, who: str = "signe", **variables: Any) -> WireRequest:
    story = story or whole_call(Story())
    return WireRequest(
        place=PLACE, state=story.state, now=Instant(MORNING + 30 * MINUTE), next_id=str, agent_id=AGENTS[who], path={},
        body=SearchBody(query=query, variables=variables or None), query=query_of(SearchQuery, {}),
        happened=story.happened,
    )  # fmt: skip


def found(query: str, story: Story | None = None, **variables: Any) -> Any:
    """The data of the one query asked for."""
    answer = encode.search(asked(query, story, **variables)).to_json()
    assert list(answer) == ["data"], answer
    (data,) = answer["data"].values()  # type: ignore[attr-defined]
    return data


def errors(query: str) -> list[str]:
    answer = encode.search(asked(query)).to_json()
    return [str(error["message"]) for error in answer["errors"]]  # type: ignore[attr-defined]


def tasks(arguments: str, fields: str = "id", story: Story | None = None) -> Any:
    return found(f"{{ taskDetails({PERIOD} {arguments}) {{ tasks {{ {fields} }} }} }}", story)["tasks"]


def sessions(arguments: str, fields: str = "agentName", story: Story | None = None) -> Any:
    return found(f"{{ agentSession({PERIOD} {arguments}) {{ agentSessions {{ {fields} }} }} }}", story)["agentSessions"]


def test_a_task_says_what_became_of_a_call() -> None:
    (task,) = tasks(
        "",
        """id status channelType direction origin createdTime endedTime isActive isCampaign terminatingEnd totalDuration
        ringingDuration connectedDuration holdDuration wrapupDuration lastWrapupCodeName owner { name }
        lastQueue { id name }
        lastTeam { name } lastSite { name } lastAgent { id name signInId phoneNumber }""",
    )
    assert task == {
        "id": "c1",
        "status": "ended",
        "channelType": "telephony",
        "direction": "inbound",
        "origin": CUSTOMER,
        "createdTime": MORNING + SECOND,
        "endedTime": MORNING + 23 * SECOND,
        "isActive": False,
        "isCampaign": False,
        "terminatingEnd": "agent",
        "totalDuration": 22 * SECOND,
        "ringingDuration": 5 * SECOND,
        "connectedDuration": 10 * SECOND,
        "holdDuration": 5 * SECOND,
        "wrapupDuration": 2 * SECOND,
        "lastWrapupCodeName": "Solved",
        "owner": {"name": "Ada Ek"},
        "lastQueue": {"id": QUEUE.id, "name": "Support Line"},
        "lastTeam": {"name": "Support"},
        "lastSite": {"name": "Main"},
        "lastAgent": {
            "id": AGENTS["ada"], "name": "Ada Ek", "signInId": "ada@example.com", "phoneNumber": NUMBERS["ada"],
        },
    }  # fmt: skip


def test_a_task_that_goes_on_was_ended_by_nobody() -> None:
    story = Story().with_conversation(ConversationState.CONNECTED)
    (task,) = tasks("", "isActive endedTime terminatingEnd", story)
    assert task == {"isActive": True, "endedTime": None, "terminatingEnd": None}


def test_a_session_says_what_an_agent_did_in_each_channel() -> None:
    (session,) = sessions(
        "",
        """agentId agentName userLoginId teamName startTime endTime isActive state channelInfo {
        channelType agentPhoneNumber currentState idleCount availableCount availableDuration notRespondedCount
        ringingCount connectedCount connectedDuration holdCount holdDuration wrapupCount wrapupDuration
        activities { nodes { state duration taskId isCurrentActivity isLoginActivity idleCode { name } queue { name }
        wrapupCode { name } } } }""",
    )
    (channel,) = session.pop("channelInfo")
    nodes = channel.pop("activities")["nodes"]
    assert session == {
        "agentId": AGENTS["ada"], "agentName": "Ada Ek", "userLoginId": "ada@example.com", "teamName": "Support",
        "startTime": MORNING, "endTime": MORNING + 23 * SECOND, "isActive": False, "state": "available",
    }  # fmt: skip
    assert channel == {
        "channelType": "telephony", "agentPhoneNumber": NUMBERS["ada"], "currentState": "wrapup",
        "idleCount": 1, "availableCount": 1, "availableDuration": 23 * SECOND, "notRespondedCount": 0,
        "ringingCount": 1, "connectedCount": 1, "connectedDuration": 10 * SECOND,
        "holdCount": 1, "holdDuration": 5 * SECOND, "wrapupCount": 1, "wrapupDuration": 2 * SECOND,
    }  # fmt: skip
    assert [node["state"] for node in nodes] == ["idle", "available", "ringing", "connected", "on-hold", "wrapup"]
    assert (nodes[0]["idleCode"], nodes[0]["isLoginActivity"], nodes[0]["taskId"]) == ({"name": "Meeting"}, True, None)
    assert nodes[-1] == {
        "state": "wrapup", "duration": 2 * SECOND, "taskId": "c1", "isCurrentActivity": False, "isLoginActivity": False,
        "idleCode": {"name": None}, "queue": {"name": "Support Line"}, "wrapupCode": {"name": "Solved"},
    }  # fmt: skip


@pytest.mark.parametrize(
    ("arguments", "count"),
    [
        ("", 1),
        ('filter: { status: { equals: "ended" } }', 1),
        ('filter: { status: { notequals: "ended" } }', 0),
        ('filter: { status: { contains: "nde" } }', 1),
        ("filter: { channelType: { equals: telephony } }", 1),
        ("filter: { channelType: { equals: chat } }", 0),
        ("filter: { isActive: { equals: true } }", 0),
        ("filter: { holdDuration: { gte: 5000 } }", 1),
        ("filter: { holdDuration: { gt: 5000 } }", 0),
        ("filter: { holdDuration: { lte: 5000 } }", 1),
        ("filter: { holdDuration: { lt: 5000 } }", 0),
        ("filter: { and: [{ holdDuration: { gt: 1 } } { wrapupDuration: { gt: 2000 } }] }", 0),
        ("filter: { or: [{ holdDuration: { gt: 1 } } { wrapupDuration: { gt: 2000 } }] }", 1),
        ('filter: { lastQueue: { name: { equals: "Support Line" } } }', 1),
        ('filter: { lastQueue: { name: { equals: "Sales" } } }', 0),
        ("timeComparator: endedTime", 1),
    ],
)
def test_tasks_are_chosen_by_a_filter(arguments: str, count: int) -> None:
    assert len(tasks(arguments)) == count


IDLE_IN_A_CALL = 'state: { equals: "idle" } taskId: { equals: "c1" }'


@pytest.mark.parametrize(
    ("arguments", "count"),
    [
        ('filter: { agentName: { contains: "Ada" } }', 1),
        ("filter: { channelInfo: { channelType: { equals: chat } } }", 0),
        ("filter: { channelInfo: { holdCount: { equals: 1 } } }", 1),
        ('extFilter: { channelInfo: { activities: { nodes: { state: { equals: "on-hold" } } } } }', 1),
        ("extFilter: { channelInfo: { activities: { nodes: { " + IDLE_IN_A_CALL + " } } } }", 0),
    ],
)
def test_sessions_are_chosen_by_what_is_in_them(arguments: str, count: int) -> None:
    assert len(sessions(arguments)) == count


def test_the_period_is_for_the_time_that_is_compared() -> None:
    story = Story()
    story.signs_in("ada")
    early = f"from: {MORNING - MINUTE} to: {MORNING - 1}"
    assert found(f"{{ agentSession({early}) {{ agentSessions {{ agentId }} }} }}", story) == {"agentSessions": []}
    ended = f"from: {MORNING + 23 * SECOND} to: {MORNING + 23 * SECOND} timeComparator:"
    assert found(f"{{ taskDetails({ended} endedTime) {{ tasks {{ id }} }} }}") == {"tasks": [{"id": "c1"}]}
    assert found(f"{{ taskDetails({ended} createdTime) {{ tasks {{ id }} }} }}") == {"tasks": []}


TOTALS = """aggregations: [
  { field: "id" type: count name: "calls" }
  { field: "holdDuration" type: sum name: "held" }
  { field: "connectedDuration" type: average name: "talked" }
  { field: "connectedDuration" type: min name: "least" }
  { field: "connectedDuration" type: max name: "most" }
  { field: "origin" type: cardinality name: "customers" }
  { field: "id" type: count name: "chats" filter: { channelType: { equals: chat } } }
]"""
VALUES = {
    "calls": 1, "held": 5000, "talked": 10000, "least": 10000, "most": 10000, "customers": 1, "chats": 0,
}  # fmt: skip


def values(record: Any) -> dict[str, float | None]:
    return {one["name"]: one["value"] for one in record["aggregation"]}


def test_tasks_are_added_up() -> None:
    (record,) = tasks(TOTALS, "aggregation { name value }")
    assert values(record) == VALUES


def test_of_nothing_the_sum_is_nothing() -> None:
    (record,) = tasks(f'filter: {{ id: {{ equals: "c2" }} }} {TOTALS}', "aggregation { name value }")
    assert values(record) == dict.fromkeys(VALUES, 0) | {"least": None, "most": None}


def test_what_is_asked_for_beside_a_sum_groups_it() -> None:
    fields = "lastQueue { name } ... on TaskDetails { channelType } aggregation { name value }"
    (record,) = tasks(TOTALS, fields)
    assert (record["lastQueue"], record["channelType"], values(record)) == (
        {"name": "Support Line"},
        "telephony",
        VALUES,
    )
    assert tasks(f'filter: {{ id: {{ equals: "c2" }} }} {TOTALS}', fields) == []


def test_activities_are_counted_by_their_state() -> None:
    records = sessions(
        'aggregations: [{ field: "channelInfo.activities.nodes.id" type: count name: "times" }]',
        "channelInfo { activities { nodes { state } } } aggregation { name value }",
    )
    counted = {one["channelInfo"][0]["activities"]["nodes"][0]["state"]: values(one)["times"] for one in records}
    assert counted == dict.fromkeys(["idle", "available", "ringing", "connected", "on-hold", "wrapup"], 1)


def test_a_filter_of_activities_chooses_what_is_counted() -> None:
    wanted = 'extFilter: { channelInfo: { activities: { nodes: { state: { equals: "idle" } } } } }'
    field = 'field: "channelInfo.activities.nodes.id" type: count'
    (all_,) = sessions(f'{wanted} aggregations: [{{ {field} name: "times" }}]', "aggregation { name value }")
    (one,) = sessions(f'aggregations: [{{ {field} name: "times" {wanted} }}]', "aggregation { name value }")
    assert values(all_) == values(one) == {"times": 1}


PAGE = """query($cursor: String!) {
  taskDetails(%s pagination: { cursor: $cursor }) { tasks { id } pageInfo { hasNextPage endCursor } }
}"""


def test_a_page_has_a_hundred_records() -> None:
    def page(cursor: str, count: int) -> Any:
        story = Story()
        for _ in range(count):
            story.calls()
        return found(PAGE % PERIOD, story, cursor=cursor)

    first, second = page("0", 101), page("100", 101)
    assert (len(first["tasks"]), first["pageInfo"]) == (100, {"hasNextPage": True, "endCursor": "100"})
    assert (len(second["tasks"]), second["pageInfo"]) == (1, {"hasNextPage": False, "endCursor": "101"})
    assert page("0", 100)["pageInfo"] == {"hasNextPage": False, "endCursor": "100"}


def _aggregated(field: str, type_: str) -> str:
    aggregations = f'aggregations: [{{ field: "{field}" type: {type_} name: "n" }}]'
    return f"{{ taskDetails({PERIOD} {aggregations}) {{ tasks {{ id }} }} }}"


@pytest.mark.parametrize(
    ("query", "sentence"),
    [
        ("{ taskDetails", "Syntax Error: Expected Name, found <EOF>."),
        ("{ tasks { id } }", "Cannot query field 'tasks' on type 'Query'."),
        ("{ taskDetails(from: 0 to: 1) { tasks { colour } } }", "Cannot query field 'colour' on type 'TaskDetails'."),
        ('{ taskDetails(from: "0" to: 1) { tasks { id } } }', "'0' is not a whole number"),
        ("{ taskDetails(from: 2 to: 1) { tasks { id } } }", "to is -1 milliseconds after from"),
        (
            f'{{ taskDetails({PERIOD} pagination: {{ cursor: "-1" }}) {{ tasks {{ id }} }} }}',
            'pagination.cursor is "-1"; expected "0", or the endCursor of the page before.',
        ),
        (
            f'{{ taskDetails({PERIOD} pagination: {{ cursor: "{10**20}" }}) {{ tasks {{ id }} }} }}',
            f'pagination.cursor is "{10**20}"; expected "0", or the endCursor of the page before.',
        ),
        (
            _aggregated("colour", "count"),
            'aggregations has the field "colour", which there is not',
        ),
        (
            _aggregated("owner", "count"),
            'aggregations has the field "owner", which there is not',
        ),
        (
            _aggregated("origin", "sum"),
            'aggregations has sum of "origin", which is no number',
        ),
    ],
)
def test_what_is_wrong_with_a_query_is_said(query: str, sentence: str) -> None:
    (message,) = errors(query)
    assert sentence in message


def test_a_search_goes_over_twelve_months_at_most() -> None:
    year = 366 * 24 * 60 * MINUTE
    assert found(f"{{ taskDetails(from: 0 to: {year}) {{ tasks {{ id }} }} }}") == {"tasks": []}
    (message,) = errors(f"{{ taskDetails(from: 0 to: {year + 1}) {{ tasks {{ id }} }} }}")
    assert message.startswith("to is 31622400001 milliseconds after from; expected 366 days at most")


def test_a_query_has_a_thousand_words_and_signs_at_most() -> None:
    around = 24  # { taskDetails ( from : 0 to : 1 filter : { and : [ ] } ) { tasks { } } }
    query = "{ taskDetails(from: 0 to: 1 filter: { and: [ %s ] }) { tasks { %s } } }"
    conditions, fields = "{}" * ((1_000 - around) // 2 - 1), "id id"
    assert found(query % (conditions, fields)) == {"tasks": []}
    (message,) = errors(query % (conditions, f"{fields} id"))
    assert "more than 1000 tokens" in message


def test_a_query_that_is_nested_too_deeply_is_refused() -> None:
    (message,) = errors("{a" * 480 + "}" * 480)
    assert "nested too deeply" in message


def test_a_session_that_goes_on_has_no_end() -> None:
    story = Story()
    story.signs_in("ada")
    fields = "endTime isActive channelInfo { activities { nodes { endTime isCurrentActivity duration } } }"
    (session,) = sessions("", fields, story)
    (node,) = session["channelInfo"][0]["activities"]["nodes"]
    assert (session["endTime"], session["isActive"]) == (None, True)
    assert node == {"endTime": None, "isCurrentActivity": True, "duration": 30 * MINUTE}


def test_a_fault_of_ours_is_no_answer(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(records, "tasks", lambda request: 1 // 0)
    with pytest.raises(ZeroDivisionError):
        encode.search(asked("{ taskDetails(from: 0 to: 1) { tasks { id } } }"))


@pytest.mark.parametrize(
    ("query", "variables", "sentence"),
    [
        ("query($cursor: String!) { taskDetails(from: 0 to: 1) { tasks { id } } }", {}, "Variable '$cursor'"),
        ("mutation { forget }", {}, "The mutation operation is not supported"),
        ("fragment f on TaskDetails { id }", {}, "Fragment 'f' is never used."),
    ],
)
def test_what_cannot_be_executed_is_said(query: str, variables: dict[str, Any], sentence: str) -> None:
    answer = encode.search(asked(query, **variables)).to_json()
    assert answer["data"] is None
    assert sentence in str(answer["errors"])


def test_the_schema_is_what_people_have_read() -> None:
    check_golden("schema.graphql", print_schema(SCHEMA), Path(__file__).parent / "golden")


def test_only_supervisors_search() -> None:
    with pytest.raises(Rejection) as refused:
        encode.search(asked("{ taskDetails(from: 0 to: 1) { tasks { id } } }", who="bo"))
    assert refused.value.reason is Reason.MONITORING_NOT_PERMITTED
