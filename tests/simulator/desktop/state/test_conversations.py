"""What the desktop makes of the frames about conversations and monitoring, run where it runs: in a page."""

from typing import Any

import pytest
from playwright.sync_api import Page

OFFERED, JOINED, HELD, WRAP_UP = 1_000, 2_000, 3_000, 4_000


@pytest.fixture(scope="module")
def page(blank_page: Page) -> Page:
    blank_page.evaluate(
        """async () => {
          const [floor, state, actions] = await Promise.all(
            ["conversations", "state", "actions"].map((name) => import(`/desktop/state/${name}.js`)),
          );
          self.rules = { ...floor, ...state, ...actions };
        }"""
    )
    return blank_page


def floor_after(page: Page, *actions: dict[str, Any]) -> dict[str, Any]:
    """The floor after these actions, from a quiet one; with what is derived from it."""
    script = """actions => {
        const display = { small: false, zoom: 100 };
        const state = rules.initialState({ language: "en", appearance: "system", display });
        const { floor } = actions.reduce((state, action) => rules.reduce(state, action), state);
        return {...floor, engaged: rules.isEngaged(floor), loading: rules.isLoading(floor)};
    }"""
    floor: dict[str, Any] = page.evaluate(script, actions)
    return floor


def frame(type_: str, **data: object) -> dict[str, Any]:
    return {"kind": "frame", "frame": {"data": {"type": type_, **data}}}


def task(
    type_: str, *, joined: bool = False, held: bool = False, wrapping_up: bool = False, **data: object
) -> dict[str, Any]:
    me = {
        "name": "Ada Lindqvist",
        "hasJoined": joined,
        "joinTimestamp": JOINED if joined else None,
        "isWrapUp": wrapping_up,
        "wrapUpTimestamp": WRAP_UP if wrapping_up else None,
    }
    interaction = {
        "callAssociatedDetails": {"ani": "+46701740605"},
        "media": {"c1": {"isHold": held, "holdTimestamp": HELD if held else None}},
        "participants": {"ada": me, "signe": {"joinTimestamp": None, "currentStateTimestamp": JOINED}},
    }
    about = {"interactionId": "c1", "agentId": "ada", "queueName": "Support Line", "eventTime": OFFERED}
    return frame(type_, **{**about, "interaction": interaction, **data})


RINGS = task("AgentContactReserved")
ANSWERED = task("AgentContactAssigned", joined=True)


@pytest.mark.parametrize(
    ("change", "stage", "since", "engaged"),
    [
        (RINGS, "offered", OFFERED, False),
        (ANSWERED, "connected", JOINED, True),
        (task("AgentContactHeld", joined=True, held=True), "held", HELD, True),
        (task("AgentContactUnheld", joined=True), "connected", JOINED, True),
        (task("AgentWrapup", joined=True, wrapping_up=True, terminatingParty="Customer"), "wrap-up", WRAP_UP, True),
        (task("AgentContact", joined=True, held=True), "held", HELD, True),
    ],
)
def test_the_stage_of_a_conversation(page: Page, change: dict[str, Any], stage: str, since: int, engaged: bool) -> None:
    floor = floor_after(page, RINGS, change)
    (conversation,) = floor["conversations"]
    assert (conversation["stage"], conversation["since"], floor["engaged"]) == (stage, since, engaged)
    assert (conversation["caller"], conversation["queue"]) == ("+46701740605", "Support Line")


def test_who_ended_it_is_shown(page: Page) -> None:
    floor = floor_after(page, ANSWERED, task("AgentWrapup", joined=True, wrapping_up=True, terminatingParty="Customer"))
    assert floor["conversations"][0]["endedBy"] == "Customer"


@pytest.mark.parametrize("last", ["AgentWrappedUp", "AgentOfferContactRona", "ContactEnded"])
def test_what_takes_a_conversation_away(page: Page, last: str) -> None:
    floor = floor_after(page, RINGS, task(last))
    assert floor["conversations"] == []


def test_an_instance_that_takes_over_is_loading_until_the_conversation_is_there(page: Page) -> None:
    continuing, back = {"kind": "continuing"}, frame("AgentReloginSuccess", interactionIds=["c1"])
    assert floor_after(page, continuing)["loading"] is True
    assert floor_after(page, continuing, back)["loading"] is True
    hydrated = floor_after(page, continuing, back, task("AgentContact", joined=True))
    assert hydrated["loading"] is False
    assert [conversation["id"] for conversation in hydrated["conversations"]] == ["c1"]


def test_an_instance_that_takes_over_without_a_conversation_is_not_loading_for_long(page: Page) -> None:
    floor = floor_after(page, RINGS, {"kind": "continuing"}, frame("AgentReloginSuccess", interactionIds=[]))
    assert (floor["conversations"], floor["loading"]) == ([], False)


def test_a_conversation_that_ended_while_the_connection_was_lost_is_gone(page: Page) -> None:
    assert floor_after(page, ANSWERED, frame("AgentReloginSuccess", interactionIds=[]))["conversations"] == []
    floor = floor_after(page, ANSWERED, frame("AgentReloginSuccess", interactionIds=["c1"]))
    assert ([conversation["id"] for conversation in floor["conversations"]], floor["loading"]) == (["c1"], False)


def test_monitoring_from_request_to_end(page: Page) -> None:
    requested = task("MonitoringOffered", joined=True, taskId="c1", supervisorId="signe")
    started = task("MonitoringStarted", joined=True, taskId="c1", supervisorId="signe")
    paused, resumed, ended = (
        frame(name, taskId="c1", eventTime=HELD) for name in ("MonitoringHeld", "MonitoringUnHeld", "MonitoringEnded")
    )
    monitoring = floor_after(page, requested)["monitoring"]
    assert (monitoring["stage"], monitoring["since"], monitoring["agent"]) == ("requested", JOINED, "Ada Lindqvist")
    assert floor_after(page, requested, started)["monitoring"]["stage"] == "active"
    assert floor_after(page, requested, started, paused)["monitoring"]["stage"] == "paused"
    assert floor_after(page, requested, started, paused, resumed)["monitoring"]["stage"] == "active"
    assert floor_after(page, requested, started, ended)["monitoring"] is None


def test_news_of_monitoring_another_conversation_change_nothing(page: Page) -> None:
    requested = task("MonitoringOffered", joined=True, taskId="c1", supervisorId="signe")
    for name in ("MonitoringHeld", "MonitoringUnHeld", "MonitoringEnded"):
        floor = floor_after(page, requested, frame(name, taskId="c2", eventTime=HELD))
        assert floor["monitoring"]["stage"] == "requested"


def test_signing_out_leaves_nothing(page: Page) -> None:
    floor = floor_after(page, ANSWERED, frame("AgentLogoutSuccess"))
    assert (floor["conversations"], floor["monitoring"], floor["engaged"]) == ([], None, False)
