"""What `$STORE` stands for in a layout, and how its values are put in place."""

from typing import Any

import pytest
from playwright.sync_api import Page

PERSON = {
    "agentId": "a1", "orgId": "o1", "name": "Ada Lindqvist", "email": "ada@example.com", "siteId": "s1",
    "teams": [{"id": "t1", "name": "Support"}], "idleCodes": [{"id": "c1", "name": "Lunch", "isDefault": True}],
}  # fmt: skip
SESSION = {
    "option": "EXTENSION", "number": "1001", "teamId": "t1", "role": "agent", "codeId": "c1", "subStatus": "Idle",
    "stateSince": 5, "codeSince": 7,
}  # fmt: skip
CALL = {"id": "i1", "channel": "telephony", "caller": "+46701", "queue": "Support Line", "stage": "offered"}

RESOLVE = """async ([values, state, dark]) => {
  const { resolved, storeOf } = await import("/desktop/state/store.js");
  return { it: null, ...JSON.parse(JSON.stringify(resolved(values, storeOf(state, dark)))) };
}"""


def resolve(page: Page, value: object, *, calls: tuple[object, ...] = (), chosen: str | None = None) -> Any:
    state = {"person": PERSON, "session": SESSION, "floor": {"conversations": list(calls), "chosen": chosen}}
    return page.evaluate(RESOLVE, [{"it": value}, state, True])["it"]


@pytest.mark.parametrize(
    ("value", "stands_for"),
    [
        ("$STORE.agent.agentId", "a1"),
        ("$STORE.agent.orgId", "o1"),
        ("$STORE.agent.agentName", "Ada Lindqvist"),
        ("$STORE.agent.agentEmailId", "ada@example.com"),
        ("$STORE.agent.siteId", "s1"),
        ("$STORE.agent.teamId", "t1"),
        ("$STORE.agent.teamName", "Support"),
        ("$STORE.agent.dnNumber", "1001"),
        ("$STORE.agent.deviceType", "EXTENSION"),
        ("$STORE.agent.userSelectedRole", "agent"),
        ("$STORE.agent.subStatus", "Idle"),
        ("$STORE.agent.idleCode", {"id": "c1", "name": "Lunch"}),
        ("$STORE.agent.idleCode.name", "Lunch"),
        ("$STORE.agent.idleCodes", PERSON["idleCodes"]),
        ("$STORE.agent.subStatusChangeTimestamp", 5),
        ("$STORE.agent.idleStatusTimestamp", 7),
        ("$STORE.app.darkMode", True),
        ("$STORE.agentContact.agentId", "a1"),
        ("$STORE.agentContact.interactionIds", ["i1"]),
        ("$STORE.agentContact.selectedTaskId", "i1"),
        (
            "$STORE.agentContact.taskSelected",
            {
                "interactionId": "i1",
                "mediaType": "telephony",
                "ani": "+46701",
                "queueName": "Support Line",
                "state": "offered",
            },
        ),
        ("$STORE.agentContact.taskSelected.ani", "+46701"),
        ("$STORE.agent.constructor", None),
        ("$STORE.nothing.at.all", None),
        ("Words", "Words"),
        (3, 3),
        ({"a": "$STORE.agent.agentId"}, {"a": "$STORE.agent.agentId"}),
    ],
)
def test_a_value_of_a_layout(blank_page: Page, value: object, stands_for: object) -> None:
    assert resolve(blank_page, value, calls=(CALL,)) == stands_for


@pytest.mark.parametrize(("chosen", "selected"), [(None, "i2"), ("i3", "i3"), ("i1", "i2")])
def test_the_selected_task_is_that_of_the_pane(blank_page: Page, chosen: str | None, selected: str) -> None:
    calls = (CALL, {**CALL, "id": "i2", "stage": "held"}, {**CALL, "id": "i3", "stage": "connected"})
    value = "$STORE.agentContact.selectedTaskId"
    assert resolve(blank_page, value, calls=calls, chosen=chosen) == selected


@pytest.mark.parametrize("person", [PERSON, None])
def test_before_there_is_anything_each_value_is_empty(blank_page: Page, person: dict[str, Any] | None) -> None:
    state: dict[str, Any] = {"person": person, "session": None, "floor": {"conversations": [], "chosen": None}}
    values = {"agent": "$STORE.agent", "contact": "$STORE.agentContact"}
    of = (lambda name: person[name]) if person else (lambda name: "")
    assert blank_page.evaluate(RESOLVE, [values, state, True]) == {
        "it": None,
        "agent": {
            "agentId": of("agentId"), "agentName": of("name"), "agentEmailId": of("email"), "orgId": of("orgId"),
            "siteId": of("siteId"), "teamId": "", "teamName": "", "dnNumber": "", "deviceType": "",
            "userSelectedRole": "", "subStatus": "", "idleCode": None,
            "idleCodes": person["idleCodes"] if person else [], "subStatusChangeTimestamp": 0,
            "idleStatusTimestamp": 0,
        },
        "contact": {"agentId": of("agentId"), "interactionIds": [], "selectedTaskId": "", "taskSelected": None},
    }  # fmt: skip
