"""What the desktop makes of the frames about conversations and monitoring, run where it runs: in a page."""

from typing import Any

import pytest
from playwright.sync_api import Page

OFFERED, JOINED, HELD, WRAP_UP = 1_000, 2_000, 3_000, 4_000


@pytest.fixture(scope="module")
def page(blank_page: Page) -> Page:
    blank_page.evaluate(
        """async () => {
          const floor = await import("/desktop/state/conversations.js");
          const state = await import("/desktop/state/state.js");
          const actions = await import("/desktop/state/actions.js");
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
        return {
            ...floor,
            engaged: rules.isEngaged(floor),
            loading: rules.isLoading(floor),
            shown: rules.shown(floor)?.id ?? null,
        };
    }"""
    floor: dict[str, Any] = page.evaluate(script, actions)
    return floor


QUIET: dict[str, Any] = {
    "conversations": [], "chosen": None, "awaited": [], "monitoring": None, "ongoing": None, "ongoingFailed": False,
    "acting": None, "engaged": False, "loading": False, "shown": None,
}  # fmt: skip
MONITORED: dict[str, Any] = {
    "id": "c1", "stage": "requested", "since": JOINED, "caller": "+46701740605", "queue": "Support Line",
    "agent": "Ada Lindqvist",
}  # fmt: skip


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
        (task("AgentOfferContact"), "offered", OFFERED, False),
        (ANSWERED, "connected", JOINED, True),
        (task("AgentContactHeld", joined=True, held=True), "held", HELD, True),
        (task("AgentContactUnheld", joined=True), "connected", JOINED, True),
        (task("AgentWrapup", joined=True, wrapping_up=True, terminatingParty="Customer"), "wrap-up", WRAP_UP, True),
        (task("AgentContact", joined=True, held=True), "held", HELD, True),
        (task("AgentOfferConsult"), "offered", OFFERED, False),
        (task("AgentConsultCreated", joined=True, held=True), "held", HELD, True),
        (task("AgentConsulting", joined=True), "connected", JOINED, True),
        (task("AgentConsultEnded", joined=True, held=True, isConsulted=False), "held", HELD, True),
        (task("AgentCtqCancelled", joined=True, held=True), "held", HELD, True),
        (task("ParticipantJoinedConference", joined=True), "connected", JOINED, True),
        (task("ParticipantLeftConference", joined=True, wrapping_up=True), "wrap-up", WRAP_UP, True),
        (task("AgentVteamTransferred", joined=True, wrapping_up=True), "wrap-up", WRAP_UP, True),
    ],
)
def test_the_stage_of_a_conversation(page: Page, change: dict[str, Any], stage: str, since: int, engaged: bool) -> None:
    floor = floor_after(page, RINGS, change)
    (conversation,) = floor["conversations"]
    assert (conversation["stage"], conversation["since"], floor["engaged"]) == (stage, since, engaged)
    assert (conversation["caller"], conversation["queue"]) == ("+46701740605", "Support Line")


@pytest.mark.parametrize(
    ("stage", "flags"),
    [
        ("connected", {"joined": True}),
        ("held", {"joined": True, "held": True}),
        ("wrap-up", {"joined": True, "wrapping_up": True}),
    ],
)
def test_a_stage_without_a_time_of_its_own_began_with_its_notification(
    page: Page, stage: str, flags: dict[str, bool]
) -> None:
    change = task("AgentContact", **flags)
    interaction = change["frame"]["data"]["interaction"]
    interaction["participants"]["ada"].update(joinTimestamp=None, wrapUpTimestamp=None)
    interaction["media"]["c1"]["holdTimestamp"] = None
    (conversation,) = floor_after(page, change)["conversations"]
    assert (conversation["stage"], conversation["since"]) == (stage, OFFERED)


def test_a_floor_is_quiet_at_first_and_news_of_other_things_change_nothing(page: Page) -> None:
    assert [floor_after(page), floor_after(page, frame("SomethingElse"))] == [QUIET, QUIET]


def test_who_ended_it_is_shown(page: Page) -> None:
    floor = floor_after(page, ANSWERED, task("AgentWrapup", joined=True, wrapping_up=True, terminatingParty="Customer"))
    assert floor["conversations"][0]["endedBy"] == "Customer"


@pytest.mark.parametrize("last", ["AgentWrappedUp", "AgentOfferContactRona", "ContactEnded"])
def test_what_takes_a_conversation_away(page: Page, last: str) -> None:
    floor = floor_after(page, RINGS, task(last))
    assert floor["conversations"] == []


def test_a_consultation_that_ended_takes_the_call_from_the_agent_who_was_asked(page: Page) -> None:
    floor = floor_after(page, task("AgentConsulting", joined=True), task("AgentConsultEnded", isConsulted=True))
    assert floor["conversations"] == []


BO = {"name": "Bo Ekström", "pType": "Agent", "hasJoined": True, "hasLeft": False, "joinTimestamp": HELD}
RINGING = {**BO, "hasJoined": False, "joinTimestamp": None, "consultTimestamp": JOINED}
CUSTOMER = {"pType": "Customer", "hasJoined": True, "hasLeft": False}
SUPERVISOR = {"name": "Signe Dahl", "pType": "Supervisor", "hasJoined": True, "hasLeft": False}


def shared(type_: str, inside: tuple[str, ...], people: dict[str, Any], **data: object) -> dict[str, Any]:
    """A frame about a call in which these people talk with the customer, beside Ada, whose call it is."""
    change = task(type_, joined=True)
    interaction = change["frame"]["data"]["interaction"]
    interaction["media"]["c1"]["participants"] = ["customer", "ada", *inside]
    interaction["participants"].update({"customer": CUSTOMER, **people})
    change["frame"]["data"].update(data)
    return change


def consulting(other: dict[str, Any] | None, **data: object) -> dict[str, Any]:
    """A frame about Ada's consultation, which nobody has taken yet or this person is asked in."""
    about = {"consultMediaResourceId": "k1", "consultingAgentId": "ada", "isConsulted": False, **data}
    change = shared("AgentConsulting", (), {} if other is None else {"bo": other}, **about)
    participants = ["ada"] if other is None else ["ada", "bo"]
    change["frame"]["data"]["interaction"]["media"]["k1"] = {"isHold": False, "participants": participants}
    return change


@pytest.mark.parametrize(
    ("other", "who", "stage", "since"),
    [
        (None, "", "queued", OFFERED),
        (RINGING, "Bo Ekström", "offered", JOINED),
        (BO, "Bo Ekström", "active", HELD),
    ],
)
def test_a_consultation_and_how_far_it_is(
    page: Page, other: dict[str, Any] | None, who: str, stage: str, since: int
) -> None:
    (conversation,) = floor_after(page, consulting(other))["conversations"]
    assert conversation["consult"] == {"asked": False, "who": who, "stage": stage, "since": since}


@pytest.mark.parametrize(
    ("other", "notice"),
    [(None, None), (RINGING, "notice.consultNotTaken"), (BO, "notice.consultOver")],
)
def test_a_consultation_that_ends_by_itself_is_reported_where_somebody_was_asked(
    page: Page, other: dict[str, Any] | None, notice: str | None
) -> None:
    script = """actions => {
        const display = { small: false, zoom: 100 };
        const state = rules.initialState({ language: "en", appearance: "system", display });
        return actions.reduce((state, action) => rules.reduce(state, action), state).notices.map(({ text }) => text);
    }"""
    ends = task("AgentConsultEnded", joined=True, isConsulted=False)
    assert page.evaluate(script, [consulting(other), ends]) == ([] if notice is None else [notice])


def test_the_agent_who_is_asked_does_not_wait_though_the_customer_does(page: Page) -> None:
    change = consulting({**BO, "name": "Bo Ekström"}, isConsulted=True, consultingAgentId="bo")
    change["frame"]["data"]["interaction"]["media"]["c1"].update(isHold=True, participants=["customer", "bo"])
    change["frame"]["data"]["interaction"]["owner"] = "bo"
    (conversation,) = floor_after(page, change)["conversations"]
    assert conversation["consult"] == {"asked": True, "who": "Bo Ekström", "stage": "active", "since": JOINED}
    assert (conversation["stage"], conversation["owned"], conversation["colleagues"]) == ("connected", False, [])


def test_who_else_is_in_a_conference(page: Page) -> None:
    people = {"bo": BO, "carl": {**BO, "name": "Carl", "hasLeft": True}, "signe": SUPERVISOR}
    change = shared("ParticipantJoinedConference", ("bo", "carl", "signe"), people)
    (conversation,) = floor_after(page, change)["conversations"]
    assert conversation["colleagues"] == ["Bo Ekström"]


@pytest.mark.parametrize(
    ("details", "recording"),
    [
        ({"pauseResumeEnabled": "false", "isPaused": "false"}, "off"),
        ({"pauseResumeEnabled": "true", "isPaused": "false"}, "on"),
        ({"pauseResumeEnabled": "true", "isPaused": "true"}, "paused"),
    ],
)
def test_whether_the_call_is_recorded(page: Page, details: dict[str, str], recording: str) -> None:
    change = task("ContactRecordingPaused", joined=True)
    change["frame"]["data"]["interaction"]["callProcessingDetails"] = details
    (conversation,) = floor_after(page, change)["conversations"]
    assert conversation["recording"] == recording


@pytest.mark.parametrize(
    ("wrapping_up", "terminated", "ended_by"), [(True, False, "Left"), (True, True, "Agent"), (False, False, "Agent")]
)
def test_who_leaves_a_call_that_goes_on_has_not_ended_it(
    page: Page, wrapping_up: bool, terminated: bool, ended_by: str
) -> None:
    change = task("AgentWrapup", joined=True, wrapping_up=wrapping_up, terminatingParty="Agent")
    change["frame"]["data"]["interaction"]["isTerminated"] = terminated
    (conversation,) = floor_after(page, change)["conversations"]
    assert conversation["endedBy"] == ended_by


@pytest.mark.parametrize(
    ("about", "channel", "caller"),
    [
        ({}, "telephony", "+46701740605"),
        ({"mediaType": "chat"}, "chat", "+46701740605"),
        ({"contactDirection": {"type": "INBOUND"}}, "telephony", "+46701740605"),
        ({"contactDirection": {"type": "OUTBOUND"}}, "telephony", "+12015550199"),
    ],
)
def test_the_channel_and_the_customer(page: Page, about: dict[str, Any], channel: str, caller: str) -> None:
    change = task("AgentContactReserved")
    interaction = change["frame"]["data"]["interaction"]
    interaction.update(about, callAssociatedDetails={"ani": "+46701740605", "dn": "+12015550199"})
    (conversation,) = floor_after(page, change)["conversations"]
    assert (conversation["channel"], conversation["caller"]) == (channel, caller)


def test_the_conversation_that_was_answered_last_is_shown_until_another_one_is_chosen_or_it_is_over(page: Page) -> None:
    def second(type_: str, **flags: bool) -> dict[str, Any]:
        return task(type_, **flags, interactionId="c2")

    offered = (RINGS, ANSWERED, second("AgentContactReserved"))
    assert floor_after(page, *offered)["shown"] == "c1"
    both = (*offered, second("AgentContactAssigned", joined=True))
    assert floor_after(page, *both)["shown"] == "c2"
    assert floor_after(page, *both, second("AgentWrapup", joined=True, wrapping_up=True))["shown"] == "c2"
    first = {"kind": "floor", "change": {"chosen": "c1"}}
    assert floor_after(page, *both, first)["shown"] == "c1"
    assert floor_after(page, *both, first, task("AgentContactHeld", joined=True, held=True))["shown"] == "c1"
    assert floor_after(page, *both, task("AgentWrappedUp"))["shown"] == "c2"
    assert floor_after(page, *both, second("AgentWrappedUp"))["shown"] == "c1"
    assert floor_after(page, RINGS)["shown"] is None


def test_an_instance_that_takes_over_knows_nothing_of_the_floor_at_first(page: Page) -> None:
    requested = task("MonitoringOffered", joined=True, taskId="c1", supervisorId="signe")
    taken_over = {**QUIET, "awaited": None, "loading": True}
    assert floor_after(page, ANSWERED, requested, {"kind": "continuing"}) == taken_over


def test_a_conversation_that_is_reported_before_the_ids_are_known_leaves_the_floor_loading(page: Page) -> None:
    floor = floor_after(page, {"kind": "continuing"}, RINGS)
    assert (len(floor["conversations"]), floor["awaited"], floor["loading"]) == (1, None, True)


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


def test_monitoring_a_call_that_an_agent_began_shows_the_customer_who_is_called(page: Page) -> None:
    requested = task("MonitoringOffered", taskId="c1", supervisorId="signe")
    outbound = {"callAssociatedDetails": {"ani": "+12015550199", "dn": "+46701740605"}}
    requested["frame"]["data"]["interaction"].update(outbound, contactDirection={"type": "OUTBOUND"})
    assert floor_after(page, requested)["monitoring"]["caller"] == "+46701740605"


def test_monitoring_from_request_to_end(page: Page) -> None:
    requested = task("MonitoringOffered", joined=True, taskId="c1", supervisorId="signe")
    started = task("MonitoringStarted", joined=True, taskId="c1", supervisorId="signe")
    paused, resumed, ended = (
        frame(name, taskId="c1", eventTime=HELD) for name in ("MonitoringHeld", "MonitoringUnHeld", "MonitoringEnded")
    )
    steps = [requested, started, paused, resumed, ended]
    floors = [floor_after(page, *steps[: count + 1]) for count in range(len(steps))]
    assert [floor["monitoring"] for floor in floors] == [
        MONITORED,
        {**MONITORED, "stage": "active"},
        {**MONITORED, "stage": "paused", "since": HELD},
        {**MONITORED, "stage": "active", "since": HELD},
        None,
    ]
    assert [floor["engaged"] for floor in floors] == [True, True, True, True, False]


@pytest.mark.parametrize(
    ("times", "since"),
    [
        ({"joinTimestamp": WRAP_UP, "currentStateTimestamp": HELD}, WRAP_UP),
        ({"joinTimestamp": None, "currentStateTimestamp": HELD}, HELD),
        ({"joinTimestamp": None, "currentStateTimestamp": None}, OFFERED),
    ],
)
def test_monitoring_began_when_the_supervisor_joined(page: Page, times: dict[str, int | None], since: int) -> None:
    requested = task("MonitoringOffered", taskId="c1", supervisorId="signe")
    requested["frame"]["data"]["interaction"]["participants"]["signe"].update(times)
    assert floor_after(page, requested)["monitoring"] == {**MONITORED, "since": since}


def test_monitoring_without_known_participants(page: Page) -> None:
    requested = task("MonitoringOffered", taskId="c1", supervisorId="signe")
    requested["frame"]["data"]["interaction"]["participants"].clear()
    assert floor_after(page, requested)["monitoring"] == {**MONITORED, "since": OFFERED, "agent": ""}


def test_news_of_monitoring_another_conversation_change_nothing(page: Page) -> None:
    requested = task("MonitoringOffered", joined=True, taskId="c1", supervisorId="signe")
    for name in ("MonitoringHeld", "MonitoringUnHeld", "MonitoringEnded"):
        floor = floor_after(page, requested, frame(name, taskId="c2", eventTime=HELD))
        assert floor["monitoring"] == MONITORED
        assert floor_after(page, frame(name, taskId="c2", eventTime=HELD)) == QUIET


@pytest.mark.parametrize("last", ["AgentLogoutSuccess", "AgentStationLoginSuccess"])
def test_signing_in_or_out_leaves_nothing(page: Page, last: str) -> None:
    requested = task("MonitoringOffered", joined=True, taskId="c1", supervisorId="signe")
    assert floor_after(page, ANSWERED, requested, frame(last)) == QUIET


@pytest.mark.parametrize(
    ("channel", "stage", "talking"),
    [
        ("telephony", "offered", False),
        ("telephony", "connected", True),
        ("telephony", "held", True),
        ("telephony", "wrap-up", False),
        ("chat", "connected", False),
        ("email", "connected", False),
        ("social", "connected", False),
    ],
)
def test_only_who_is_on_a_call_talks(page: Page, channel: str, stage: str, talking: bool) -> None:
    floor = {"conversations": [{"channel": channel, "stage": stage}]}
    assert page.evaluate("floor => rules.isTalking(floor)", floor) is talking


@pytest.mark.parametrize(
    ("offers", "first"),
    [
        ([], None),
        ([("a", "telephony", "connected")], None),
        ([("a", "chat", "offered"), ("b", "email", "offered")], "a"),
        ([("a", "chat", "offered"), ("b", "telephony", "offered")], "b"),
        ([("a", "telephony", "offered"), ("b", "chat", "offered")], "a"),
        ([("a", "telephony", "wrap-up"), ("b", "chat", "offered")], "b"),
    ],
)
def test_a_call_rings_before_what_can_wait(page: Page, offers: list[tuple[str, str, str]], first: str | None) -> None:
    conversations = [{"id": id_, "channel": channel, "stage": stage} for id_, channel, stage in offers]
    found = page.evaluate("floor => rules.offered(floor)?.id ?? null", {"conversations": conversations})
    assert found == first
